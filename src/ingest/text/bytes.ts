/** Bytes of ASCII that the decoder looks for. */
export const LF = 10;
export const CR = 13;
export const TAB = 9;
export const SPACE = 32;
export const QUOTE = 34;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Bytes of the line break at `at`: LF, CRLF, CR, or CR CR LF, which is one break too; 0 when there is none. */
export function lineBreakLength(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at] === LF) return 1;
  if (bytes[at] !== CR) return 0;
  if (at + 1 < to && bytes[at + 1] === LF) return 2;
  return at + 2 < to && bytes[at + 1] === CR && bytes[at + 2] === LF ? 3 : 1;
}

/** A copy twice as large or more, with the same beginning. */
export function grownBytes(bytes: Uint8Array, needed: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(bytes.length * 2, needed));
  grown.set(bytes);
  return grown;
}

/** The one behind the other; not a copy when there is nothing before. */
export function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after;
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
