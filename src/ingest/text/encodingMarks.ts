import { CR, LF, TAB } from "./bytes.ts";
import type { Encoding } from "./encoding.ts";

/** What the first bytes of a file say of its encoding. */
export interface EncodingMark {
  /** `utf-32` is known, so that it can be refused by its name. */
  readonly encoding: Encoding | "utf-32";
  /** Bytes to pass over. */
  readonly markBytes: number;
}

/** ASCII in UTF-16 is half NULs; less than this is text of another kind, or no text. */
const LEAST_NULS = 0.3;
/** One in so many units may break the pattern: a character such as U+4E00 has its NUL on the other side. */
const PATTERN_BREAKS = 20;

/** Undefined when there is no byte-order mark and no pattern of NULs in place of one. */
export function encodingMark(head: Uint8Array): EncodingMark | undefined {
  const [first, second, third, fourth] = head;
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 ? UTF_32 : { encoding: "utf-16le", markBytes: 2 };
  }
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", markBytes: 2 };
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return UTF_32;
  let markBytes = 0;
  // Some exports write the mark of UTF-8 twice.
  while (head[markBytes] === 0xef && head[markBytes + 1] === 0xbb && head[markBytes + 2] === 0xbf) markBytes += 3;
  return markBytes > 0 ? { encoding: "utf-8-bom", markBytes } : nulPattern(head);
}

const UTF_32: EncodingMark = { encoding: "utf-32", markBytes: 0 };

function nulPattern(head: Uint8Array): EncodingMark | undefined {
  /** NULs by their place among four bytes; `lone` stand beside a character of ASCII. */
  const nuls = [0, 0, 0, 0];
  let lone = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    nuls[at % 4]!++;
    if (isAscii(head[at ^ 1])) lone++;
  }
  const [a = 0, b = 0, c = 0, d = 0] = nuls;
  const all = a + b + c + d;
  if (all < head.length * LEAST_NULS || all === head.length) return undefined;
  const quarter = head.length / 4;
  const isFull = (count: number): boolean => count > quarter * 0.9;
  if (isFull(b) && isFull(c) && (isFull(a) ? d < quarter / 2 : isFull(d) && a < quarter / 2)) return UTF_32;
  if (lone * PATTERN_BREAKS < all * (PATTERN_BREAKS - 1)) return undefined;
  if ((a + c) * PATTERN_BREAKS <= b + d) return { encoding: "utf-16le", markBytes: 0 };
  if ((b + d) * PATTERN_BREAKS <= a + c) return { encoding: "utf-16be", markBytes: 0 };
  return undefined;
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === TAB || byte === LF || byte === CR);
}
