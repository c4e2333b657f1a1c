import type { FileLayout } from "#src/domain/imports.ts";

import { bytesOf } from "./bytes.ts";
import type { FileBytes } from "./fileBytes.ts";
import { FileRefused } from "./fileRefused.ts";
import { endOfAscii, Utf8Check } from "./utf8Check.ts";

export type Encoding = FileLayout["encoding"];

/** Bytes of UTF-8, and where in the file they end. */
export interface TextChunk {
  readonly bytes: Uint8Array;
  readonly fileOffset: number;
}

/** GB18030 passes through strings, in pieces of this size. */
const TRANSCODED_BYTES = 1024 ** 2;

/**
 * A file as UTF-8, whatever it is written in. The encoding is decided by all of its bytes: a mark at the
 * start, else strict UTF-8, else GB18030. Up to the first byte beyond ASCII there is nothing to decide.
 */
export class FileText {
  /** Holds the replacement character, so rows are to be searched for it. Known when the encoding is. */
  hasReplacement = false;

  readonly #file: FileBytes;
  #encoding: Encoding | undefined;
  #markBytes: number | undefined;
  /** The chunk that holds the first byte beyond ASCII, and the first byte that is no UTF-8. */
  #decidedFrom = 0;
  #utf8Fault = 0;

  constructor(file: FileBytes) {
    this.#file = file;
  }

  /** Final once a reading has come to its end. */
  get encoding(): Encoding {
    return this.#encoding ?? "utf-8";
  }

  async *chunks(): AsyncGenerator<TextChunk, void, undefined> {
    const file = this.#file;
    this.#markBytes ??= await this.#readMark();
    let transcoder: Transcoder | undefined;
    for (let offset = 0; offset < file.size;) {
      const bytes = await file.chunk(offset);
      const end = offset + bytes.length;
      const start = Math.min(Math.max(this.#markBytes - offset, 0), bytes.length);
      if (this.#encoding === undefined && endOfAscii(bytes, start) < bytes.length) await this.#decide(offset);
      if (this.#encoding === "gb18030" && offset >= this.#decidedFrom) {
        transcoder ??= new Transcoder();
        for (let from = 0; from < bytes.length; from += TRANSCODED_BYTES) {
          const piece = bytes.subarray(from, from + TRANSCODED_BYTES);
          const text = transcoder.push(piece, offset + from + piece.length === file.size);
          if (text === undefined) throw this.#unknown(offset + from + transcoder.faultIn(piece));
          yield { bytes: text, fileOffset: offset + from + piece.length };
        }
      } else {
        yield { bytes: bytes.subarray(start), fileOffset: end };
      }
      offset = end;
    }
  }

  /** The length of the byte-order marks; some exports write two. */
  async #readMark(): Promise<number> {
    const head = await this.#file.head();
    let marks = 0;
    while (head[marks] === 0xef && head[marks + 1] === 0xbb && head[marks + 2] === 0xbf) marks += 3;
    if (marks > 0) {
      this.#encoding = "utf-8-bom";
      const fault = await this.#firstFault(0);
      if (fault >= 0) throw this.#unknown(fault);
    }
    return marks;
  }

  async #decide(offset: number): Promise<void> {
    const fault = await this.#firstFault(offset);
    this.#encoding = fault < 0 ? "utf-8" : "gb18030";
    this.#decidedFrom = offset;
    this.#utf8Fault = fault;
  }

  /** Place of the first byte from `offset` on that is no UTF-8, or −1; reads to the end of the file. */
  async #firstFault(offset: number): Promise<number> {
    const check = new Utf8Check();
    for (let from = offset; from < this.#file.size;) {
      const bytes = await this.#file.chunk(from);
      const fault = check.push(bytes);
      if (fault >= 0) return from + fault;
      from += bytes.length;
    }
    this.hasReplacement = check.hasReplacement;
    return check.isWhole ? -1 : this.#file.size - 1;
  }

  #unknown(fault: number): FileRefused {
    // The encoding that came further is likely to be the one that was meant.
    const byteOffset = Math.max(fault, this.#utf8Fault);
    return new FileRefused({
      code: "UNKNOWN_ENCODING",
      message: `The bytes at offset ${byteOffset} are neither UTF-8 nor GB18030; save the file as UTF-8.`,
      byteOffset,
    });
  }
}

/** GB18030 to UTF-8, over pieces that may cut characters anywhere. */
class Transcoder {
  readonly #decoder = gb18030Decoder();
  #before: Uint8Array = new Uint8Array(0);

  /** Undefined when the piece is not GB18030. */
  push(piece: Uint8Array, isLast: boolean): Uint8Array | undefined {
    try {
      const text = this.#decoder.decode(piece, { stream: !isLast });
      this.#before = piece;
      return bytesOf(text);
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  /** The place in the piece that `push` refused where the decoder stopped. */
  faultIn(piece: Uint8Array): number {
    const decoder = gb18030Decoder();
    decoder.decode(this.#before.subarray(afterLastWhole(this.#before)), { stream: true });
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

function gb18030Decoder(): TextDecoder {
  return new TextDecoder("gb18030", { fatal: true, ignoreBOM: true });
}
