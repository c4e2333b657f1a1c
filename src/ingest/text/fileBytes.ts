import { FileRefused } from "#src/ingest/fileRefused.ts";

/** How much of a file is in memory at a time. */
export interface ReadPlan {
  /** Files up to this size are read once and kept while they are decoded. */
  readonly wholeBytes: number;
  /** The pieces that all other files are read in. */
  readonly chunkBytes: number;
  /** Files up to this size are in memory once while their hash is taken: the platform hashes no stream. */
  readonly hashWholeBytes: number;
}

const MEGABYTE = 1024 ** 2;

export const READ_PLAN: ReadPlan = {
  wholeBytes: 256 * MEGABYTE,
  chunkBytes: 8 * MEGABYTE,
  hashWholeBytes: 256 * MEGABYTE,
};

const HEAD_BYTES = 4096;

/** Reads a file as often as asked, and notices when it is not the file that it was. */
export class FileBytes {
  readonly size: number;
  readonly isSmall: boolean;
  readonly #file: Blob;
  readonly #chunkBytes: number;
  #whole: Uint8Array<ArrayBuffer> | undefined;
  /** The next chunk is read while the one before it is decoded. */
  #ahead: { readonly offset: number; readonly bytes: Promise<Uint8Array<ArrayBuffer>> } | undefined;

  constructor(file: Blob, plan: ReadPlan) {
    this.#file = file;
    this.size = file.size;
    this.isSmall = file.size <= plan.wholeBytes;
    this.#chunkBytes = plan.chunkBytes;
  }

  /** All bytes of a small file. */
  async whole(): Promise<Uint8Array<ArrayBuffer>> {
    this.#whole ??= await readPart(this.#file, this.size);
    return this.#whole;
  }

  /** The first bytes: enough to tell what kind of file it is. */
  async head(): Promise<Uint8Array<ArrayBuffer>> {
    return this.isSmall ? (await this.whole()).subarray(0, HEAD_BYTES) : this.#part(0, Math.min(HEAD_BYTES, this.size));
  }

  #part(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    return readPart(this.#file.slice(from, to), to - from);
  }

  /** What lies at an offset: one chunk, or all that is left of a small file. */
  async chunk(offset: number): Promise<Uint8Array<ArrayBuffer>> {
    if (this.isSmall) return (await this.whole()).subarray(offset);
    const ahead = this.#ahead;
    const bytes = await (ahead?.offset === offset ? ahead.bytes : this.#chunkAt(offset));
    const next = offset + bytes.length;
    if (next < this.size) {
      this.#ahead = { offset: next, bytes: this.#chunkAt(next) };
      // Who asks for the chunk hears of it; a reader that stops here does not.
      this.#ahead.bytes.catch(() => undefined);
    }
    return bytes;
  }

  #chunkAt(offset: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#part(offset, Math.min(offset + this.#chunkBytes, this.size));
  }
}

/** @throws FileRefused when the file is not what it was when it was chosen */
export async function readPart(part: Blob, sizeBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await part.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && /^Not(Readable|Found)Error$/.test(error.name)) throw changedWhileReading();
    throw error;
  }
  if (bytes.length !== sizeBytes) throw changedWhileReading();
  return bytes;
}

function changedWhileReading(): FileRefused {
  return new FileRefused({
    code: "CHANGED_WHILE_READING",
    message: "The file changed or could not be read to its end; nothing of it was taken. Drop it in again.",
  });
}
