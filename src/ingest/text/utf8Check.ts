const NEVER = -1;

/** Strict UTF-8 (no overlong forms, no surrogates), over chunks that may cut characters anywhere. */
export class Utf8Check {
  /** The replacement character U+FFFD was seen: the text was damaged before it came to us. */
  hasReplacement = false;

  #pending = 0;
  #lowest = 0x80;
  #highest = 0xbf;
  #lastTwo = 0;

  /** Place of the first byte that cannot be UTF-8, or −1. */
  push(bytes: Uint8Array): number {
    let at = 0;
    while (at < bytes.length) {
      if (this.#pending === 0) {
        at = endOfAscii(bytes, at);
        if (at >= bytes.length) break;
        const next = this.#endOfIdeographs(bytes, at);
        if (next > at) {
          at = next;
          continue;
        }
      }
      if (!this.#accept(bytes[at]!)) return at;
      at++;
    }
    return NEVER;
  }

  /** False when the last character is cut off. */
  get isWhole(): boolean {
    return this.#pending === 0;
  }

  /** Passes over whole characters of three bytes, which Chinese text is made of, but for the rare ranges. */
  #endOfIdeographs(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at + 2 < bytes.length) {
      const lead = bytes[at]!;
      if (lead < 0xe1 || lead > 0xec) break;
      if ((bytes[at + 1]! & 0xc0) !== 0x80 || (bytes[at + 2]! & 0xc0) !== 0x80) break;
      at += 3;
    }
    return at;
  }

  #accept(byte: number): boolean {
    if (this.#lastTwo === 0xefbf && byte === 0xbd) this.hasReplacement = true;
    this.#lastTwo = ((this.#lastTwo << 8) | byte) & 0xffff;
    if (this.#pending > 0) {
      if (byte < this.#lowest || byte > this.#highest) return false;
      this.#pending--;
      this.#lowest = 0x80;
      this.#highest = 0xbf;
      return true;
    }
    if (byte < 0x80) return true;
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.#pending = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte === 0xe0) this.#lowest = 0xa0;
    else if (byte === 0xed) this.#highest = 0x9f;
    else if (byte === 0xf0) this.#lowest = 0x90;
    else if (byte === 0xf4) this.#highest = 0x8f;
    return true;
  }
}

/** Place of the first byte from `from` on that is not ASCII; the length when all are. */
export function endOfAscii(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && ((bytes.byteOffset + at) & 3) !== 0 && bytes[at]! < 0x80) at++;
  if (at < bytes.length && bytes[at]! < 0x80) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
    let word = 0;
    while (word < words.length && (words[word]! & 0x80808080) === 0) word++;
    at += word * 4;
  }
  while (at < bytes.length && bytes[at]! < 0x80) at++;
  return at;
}
