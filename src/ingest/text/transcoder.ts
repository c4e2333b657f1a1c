import { bytesOf, joined } from "./bytes.ts";
import type { Encoding } from "./encoding.ts";

/** Another encoding to UTF-8, over pieces that may cut characters anywhere. */
export interface Transcoder {
  /** U+FFFD was seen, where the encoding can tell. */
  readonly hasReplacement: boolean;
  /** Undefined when the piece is not of the encoding. */
  push(piece: Uint8Array, isLast: boolean): Uint8Array | undefined;
  /** The place in the piece that `push` refused where it went wrong. */
  faultIn(piece: Uint8Array): number;
}

/** Undefined for UTF-8 itself. */
export function transcoderOf(encoding: Encoding): Transcoder | undefined {
  switch (encoding) {
    case "gb18030":
      return new Gb18030Transcoder();
    case "utf-16le":
    case "utf-16be":
      return new Utf16Transcoder(encoding);
    case "utf-8":
    case "utf-8-bom":
      return undefined;
  }
}

class Gb18030Transcoder implements Transcoder {
  readonly hasReplacement = false;
  readonly #decoder = gb18030Decoder();
  /** What was read since a character surely began. */
  #before: Uint8Array = new Uint8Array(0);

  push(piece: Uint8Array, isLast: boolean): Uint8Array | undefined {
    try {
      const text = this.#decoder.decode(piece, { stream: !isLast });
      const from = afterLastWhole(piece);
      this.#before = from > 0 ? piece.subarray(from) : joined(this.#before, piece);
      return bytesOf(text);
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  faultIn(piece: Uint8Array): number {
    const decoder = gb18030Decoder();
    decoder.decode(this.#before, { stream: true });
    for (let at = 0; at < piece.length; at++) {
      try {
        decoder.decode(piece.subarray(at, at + 1), { stream: true });
      } catch {
        return at;
      }
    }
    return Math.max(piece.length - 1, 0);
  }
}

/** Bytes below 0x30 are never part of a longer character: behind the last of them one begins. */
function afterLastWhole(bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && bytes[at - 1]! >= 0x30) at--;
  return at;
}

/** Strict: throws a TypeError at bytes that are no GB18030. */
export function gb18030Decoder(): TextDecoder {
  return new TextDecoder("gb18030", { fatal: true, ignoreBOM: true });
}

/** Its faults are halves of characters: a surrogate without its other half, or a byte too few. */
class Utf16Transcoder implements Transcoder {
  hasReplacement = false;
  readonly #decoder: TextDecoder;
  /** Where in a unit its more significant byte stands. */
  readonly #highAt: 0 | 1;
  /** The first byte of a unit that is cut; −1 when none is. */
  #firstByte = -1;
  #wantsLow = false;
  #faultAt = 0;

  constructor(encoding: "utf-16le" | "utf-16be") {
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
    this.#highAt = encoding === "utf-16be" ? 0 : 1;
  }

  push(piece: Uint8Array, isLast: boolean): Uint8Array | undefined {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at]!;
      if (this.#firstByte < 0) {
        this.#firstByte = byte;
        continue;
      }
      const unit = this.#highAt === 0 ? (this.#firstByte << 8) | byte : (byte << 8) | this.#firstByte;
      this.#firstByte = -1;
      if (this.#isFault(unit)) return this.#fault(Math.max(at - 1, 0));
    }
    if (isLast && (this.#firstByte >= 0 || this.#wantsLow)) return this.#fault(Math.max(piece.length - 1, 0));
    return bytesOf(this.#decoder.decode(piece, { stream: !isLast }));
  }

  faultIn(): number {
    return this.#faultAt;
  }

  #isFault(unit: number): boolean {
    if (unit === 0xfffd) this.hasReplacement = true;
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (isLow !== this.#wantsLow) return true;
    this.#wantsLow = unit >= 0xd800 && unit <= 0xdbff;
    return false;
  }

  #fault(at: number): undefined {
    this.#faultAt = at;
    return undefined;
  }
}
