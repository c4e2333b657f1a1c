import type { FileLayout } from "#src/domain/imports.ts";

import { encodingMark, type EncodingMark } from "./encodingMarks.ts";
import type { FileBytes } from "./fileBytes.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { isHeaderOfGb18030 } from "#src/ingest/header/headerTie.ts";
import { gb18030Decoder, transcoderOf, type Transcoder } from "./transcoder.ts";
import { endOfAscii, Utf8Check } from "./utf8Check.ts";
import { Utf8Damage } from "./utf8Damage.ts";

export type Encoding = FileLayout["encoding"];

/** Bytes of UTF-8, and where in the file they end. */
export interface TextChunk {
  readonly bytes: Uint8Array;
  readonly fileOffset: number;
}

/** What is not UTF-8 passes through strings, in pieces of this size. */
const TRANSCODED_BYTES = 1024 ** 2;
/** Damage is looked at in pieces of this size, since it is soon known to be too much. */
const SURVEYED_BYTES = 64 * 1024;

/**
 * A file as UTF-8, whatever it is written in. The encoding is decided by all of its bytes: a mark at the start, else
 * strict UTF-8, else GB18030; where they are both, by the names of its columns. UTF-8 in which under one line in a hundred is damaged stays UTF-8, with its damage in the
 * stream. Up to the first byte beyond ASCII there is nothing to decide.
 */
export class FileText {
  /** Holds the replacement character, so rows are to be searched for it. Known when the encoding is. */
  hasReplacement = false;
  /** Holds bytes that are no UTF-8 and come as they are, so rows are to be searched for them (`isUtf8`). */
  hasBadBytes = false;

  readonly #file: FileBytes;
  readonly #forced: Encoding | undefined;
  #encoding: Encoding | undefined;
  #markBytes: number | undefined;
  /** The chunk that holds the first byte beyond ASCII, and the first byte that is no UTF-8. */
  #decidedFrom = 0;
  #utf8Fault = 0;

  /** `forced` is an encoding that somebody chose; it is not questioned, only kept to. */
  constructor(file: FileBytes, forced?: Encoding) {
    this.#file = file;
    this.#forced = forced;
  }

  /** Final once a reading has come to its end. */
  get encoding(): Encoding {
    return this.#encoding ?? "utf-8";
  }

  /** @throws FileRefused where the bytes are of no encoding, or not of the forced one */
  async *chunks(): AsyncGenerator<TextChunk, void, undefined> {
    const file = this.#file;
    this.#markBytes ??= await this.#begin();
    let transcoder: Transcoder | undefined;
    for (let offset = 0; offset < file.size;) {
      const bytes = await file.chunk(offset);
      const end = offset + bytes.length;
      const start = Math.min(Math.max(this.#markBytes - offset, 0), bytes.length);
      if (this.#encoding === undefined && endOfAscii(bytes, start) < bytes.length) await this.#decide(offset);
      if (offset >= this.#decidedFrom) transcoder ??= transcoderOf(this.encoding);
      if (transcoder === undefined) yield { bytes: bytes.subarray(start), fileOffset: end };
      else yield* this.#transcoded(transcoder, { bytes, offset, start });
      offset = end;
    }
  }

  *#transcoded(
    transcoder: Transcoder,
    { bytes, offset, start }: { readonly bytes: Uint8Array; readonly offset: number; readonly start: number },
  ): Generator<TextChunk, void, undefined> {
    for (let from = start; from < bytes.length; from += TRANSCODED_BYTES) {
      const piece = bytes.subarray(from, from + TRANSCODED_BYTES);
      const fileOffset = offset + from + piece.length;
      const text = transcoder.push(piece, fileOffset === this.#file.size);
      if (text === undefined) throw this.#unknown(offset + from + transcoder.faultIn(piece));
      if (transcoder.hasReplacement) this.hasReplacement = true;
      yield { bytes: text, fileOffset };
    }
  }

  /** Settles what the first bytes or the caller say; gives the length of the mark. */
  async #begin(): Promise<number> {
    const mark = encodingMark(await this.#file.head());
    if (this.#forced !== undefined) return this.#force(this.#forced, mark);
    if (mark === undefined) return 0;
    if (mark.encoding === "utf-32") throw unknownEncoding(0, "The file is UTF-32 text");
    this.#encoding = mark.encoding;
    if (mark.encoding === "utf-8-bom") {
      const fault = await this.#firstFault(0);
      if (fault >= 0 && !(await this.#damage()).isSlight) throw this.#unknown(fault);
    } else if ((this.#file.size - mark.markBytes) % 2 !== 0) {
      throw this.#unknown(this.#file.size - 1);
    }
    return mark.markBytes;
  }

  async #force(forced: Encoding, mark: EncodingMark | undefined): Promise<number> {
    const isUtf8 = forced === "utf-8" || forced === "utf-8-bom";
    this.#encoding = !isUtf8 ? forced : mark?.encoding === "utf-8-bom" ? "utf-8-bom" : "utf-8";
    if (isUtf8) await this.#damage();
    return mark?.encoding === this.#encoding ? mark.markBytes : 0;
  }

  async #decide(offset: number): Promise<void> {
    const fault = await this.#firstFault(offset);
    this.#decidedFrom = offset;
    this.#utf8Fault = fault;
    if (fault < 0) {
      const isOther = isHeaderOfGb18030(await this.#file.head()) && (await this.#isGb18030(offset));
      this.#encoding = isOther ? "gb18030" : "utf-8";
      this.hasReplacement &&= !isOther;
      return;
    }
    const damage = await this.#damage();
    const isUtf8 = damage.isSlight && (damage.isProvenUtf8 || !(await this.#isGb18030(offset)));
    this.#encoding = isUtf8 ? "utf-8" : "gb18030";
    this.hasBadBytes = isUtf8;
    this.hasReplacement &&= isUtf8;
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

  /** Looks at all of the file, or at as much of it as it takes to know that it is no UTF-8. */
  async #damage(): Promise<Utf8Damage> {
    const { size } = this.#file;
    const damage = new Utf8Damage();
    const isForced = this.#forced !== undefined;
    for (let offset = 0; offset < size;) {
      const bytes = await this.#file.chunk(offset);
      for (let from = 0; from < bytes.length; from += SURVEYED_BYTES) {
        const piece = bytes.subarray(from, from + SURVEYED_BYTES);
        damage.push(piece);
        if (!isForced && damage.isBeyond(size - offset - from - piece.length)) return damage;
      }
      offset += bytes.length;
    }
    damage.endLine();
    this.hasReplacement = damage.hasReplacement;
    this.hasBadBytes = damage.isAny;
    return damage;
  }

  async #isGb18030(offset: number): Promise<boolean> {
    const decoder = gb18030Decoder();
    try {
      for (let from = offset; from < this.#file.size;) {
        const bytes = await this.#file.chunk(from);
        for (let at = 0; at < bytes.length; at += TRANSCODED_BYTES) {
          decoder.decode(bytes.subarray(at, at + TRANSCODED_BYTES), { stream: true });
        }
        from += bytes.length;
      }
      decoder.decode();
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }

  #unknown(fault: number): FileRefused {
    // The encoding that came further is likely to be the one that was meant.
    const byteOffset = Math.max(fault, this.#utf8Fault);
    const isUtf16 = this.#encoding === "utf-16le" || this.#encoding === "utf-16be";
    const wanted =
      this.#forced === "gb18030" ? "no GB18030" : isUtf16 ? "half a character" : "neither UTF-8 nor GB18030";
    return unknownEncoding(byteOffset, `The bytes at offset ${byteOffset} are ${wanted}`);
  }
}

function unknownEncoding(byteOffset: number, what: string): FileRefused {
  return new FileRefused({ code: "UNKNOWN_ENCODING", message: `${what}; save the file as UTF-8.`, byteOffset });
}
