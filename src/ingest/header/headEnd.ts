import { CR, LF } from "#src/ingest/text/bytes.ts";
import { encodingMark } from "#src/ingest/text/encodingMarks.ts";

/** The header must lie in this much of a file. */
export const HEAD_BYTES = 256 * 1024;

/** As many lines as the header may lie below, and more: they may be blank. */
const HEAD_LINES = 240;

/** As much as the encoding is told by where a file has no mark. */
const MARK_BYTES = 4096;

/** Enough to look for the header in. */
export function isHead(window: Uint8Array): boolean {
  if (window.length >= HEAD_BYTES) return true;
  let lines = 0;
  for (const byte of window) if (byte === LF || byte === CR) lines++;
  return lines >= HEAD_LINES;
}

/** Where to cut the first bytes of a longer file so that no character is torn: behind the last whole line. */
export function headEnd(bytes: Uint8Array): number {
  const encoding = encodingMark(bytes.subarray(0, MARK_BYTES))?.encoding;
  if (encoding === "utf-16le") return lastUnit(bytes, 0);
  if (encoding === "utf-16be") return lastUnit(bytes, 1);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] !== LF && bytes[end - 1] !== CR) end--;
  if (end > 0) return end;
  // One endless line: bytes below 0x30 are never part of a longer character.
  end = bytes.length;
  while (end > 0 && bytes[end - 1]! >= 0x30) end--;
  return end > 0 ? end : bytes.length;
}

/** Behind the last line feed of UTF-16, whose low byte is the first or the second of two. */
function lastUnit(bytes: Uint8Array, low: 0 | 1): number {
  const even = bytes.length & ~1;
  for (let end = even; end >= 2; end -= 2) {
    if (bytes[end - 2 + low] === LF && bytes[end - 1 - low] === 0) return end;
  }
  return even;
}
