import { Gunzip } from "fflate";

import { corruptArchive } from "./archiveRefusals.ts";
import type { UnpackOptions } from "#src/ingest/decodedFile.ts";
import { readPart } from "#src/ingest/text/fileBytes.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { Inflated, InflationBudget } from "./inflated.ts";

/** What is read at a time, and what of it goes into the inflater at a time: that bounds what may come out at once. */
const READ_BYTES = 1024 ** 2;
const PUSH_BYTES = 16 * 1024;

const TRAILER_BYTES = 8;

/**
 * A header with nothing behind it. The inflater tells where a member begins, so that this one, pushed behind the file,
 * makes it tell that the last member ended where the file does.
 */
const NEXT_HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

interface Member {
  /** Where its trailer ends. */
  readonly end: number;
  readonly crc: number;
  readonly length: number;
}

/**
 * Everything in a gzip file, member after member as `cat` and parallel packers write them. The inflater checks neither
 * sums nor lengths, so both are checked here against every member's trailer. Whatever follows the last member is
 * refused, zeros too: nothing tells padding from a lost member.
 *
 * @throws FileRefused
 */
export async function unpackGzip(file: Blob, { signal, onProgress }: UnpackOptions): Promise<Blob> {
  const members = new GzipMembers();
  let before: Uint8Array = new Uint8Array(0);
  for (let offset = 0; offset < file.size; offset += READ_BYTES) {
    signal?.throwIfAborted();
    const size = Math.min(READ_BYTES, file.size - offset);
    const chunk = await readPart(file.slice(offset, offset + size), size);
    for (let from = 0; from < size; from += PUSH_BYTES) members.push(chunk.subarray(from, from + PUSH_BYTES));
    const known = { bytes: chunk, offset };
    for (const member of members.ended()) await checkTrailer(file, member, known);
    before = chunk;
    onProgress?.(offset + size);
  }
  const last = members.finish(file.size);
  const known = { bytes: before, offset: file.size - before.length };
  for (const member of last) await checkTrailer(file, member, known);
  return members.content();
}

/** Feeds the inflater, and notes what each member came to. */
class GzipMembers {
  readonly #inflated = new Inflated(new InflationBudget());
  readonly #gunzip: Gunzip;
  #endOfLast = 0;
  #ended: Member[] = [];

  constructor() {
    this.#gunzip = new Gunzip((bytes) => this.#inflated.push(bytes));
    this.#gunzip.onmember = (offset) => {
      this.#ended.push({ end: offset, crc: this.#inflated.crc, length: this.#inflated.length });
      this.#inflated.restart();
      this.#endOfLast = offset;
    };
  }

  push(bytes: Uint8Array): void {
    this.#inflated.feed(bytes.length);
    this.#feed(bytes, "is damaged, or something that is no gzip follows its end");
  }

  /** Members that ended since the last call. */
  ended(): readonly Member[] {
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  /** The last members; the one before the file's end must end there. */
  finish(size: number): readonly Member[] {
    const fault = "is cut off before its end, or something follows it";
    this.#feed(NEXT_HEADER, fault);
    if (this.#endOfLast !== size) throw corruptArchive(fault);
    return this.ended();
  }

  content(): Blob {
    return this.#inflated.blob();
  }

  #feed(bytes: Uint8Array, fault: string): void {
    try {
      this.#gunzip.push(bytes);
    } catch (error) {
      if (error instanceof FileRefused || !(error instanceof Error)) throw error;
      throw corruptArchive(fault);
    }
  }
}

interface KnownBytes {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

async function checkTrailer(file: Blob, { end, crc, length }: Member, known: KnownBytes): Promise<void> {
  const from = end - TRAILER_BYTES;
  const isKnown = from >= known.offset && end <= known.offset + known.bytes.length;
  const trailer = isKnown
    ? known.bytes.subarray(from - known.offset, end - known.offset)
    : await readPart(file.slice(from, end), TRAILER_BYTES);
  const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER_BYTES);
  if (view.getUint32(0, true) !== crc) throw corruptArchive("is damaged: its check sum is another");
  if (view.getUint32(4, true) !== length % 2 ** 32) throw corruptArchive("is damaged: its length is another");
}
