import { Crc32 } from "./crc32.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { FREE_INFLATED_BYTES, MAX_INFLATED_BYTES, MAX_INFLATED_RATIO } from "#src/ingest/limits.ts";

/** Bytes are handed to the platform in Blobs of about this size, so that they do not stay in memory. */
const PIECE_BYTES = 4 * 1024 ** 2;

/** What went into an inflater and what came out of it; sizes that a file states of itself count for nothing. */
export class InflationBudget {
  #packed = 0;
  #inflated = 0;

  /** Bytes that are about to go into the inflater. */
  feed(packedBytes: number): void {
    this.#packed += packedBytes;
  }

  /** @throws FileRefused when more came out than any table would give */
  spend(bytes: number): void {
    this.#inflated += bytes;
    if (this.#inflated > MAX_INFLATED_BYTES) throw tooLarge("unpacks to more than 4 GB");
    if (this.#inflated > FREE_INFLATED_BYTES && this.#inflated > this.#packed * MAX_INFLATED_RATIO) {
      throw tooLarge(`unpacks to more than ${MAX_INFLATED_RATIO} times its size`);
    }
  }
}

/** What comes out of an inflater: counted, summed and kept as a Blob; of what is only to be checked, the end is kept. */
export class Inflated {
  /** Bytes since the last `restart`. */
  length = 0;

  readonly #ofAll: InflationBudget;
  readonly #own = new InflationBudget();
  readonly #isKept: boolean;
  readonly #blobs: Blob[] = [];
  #crc = new Crc32();
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #pieceBytes = 0;

  /** `ofAll` is what the whole archive may come to. */
  constructor(ofAll: InflationBudget, isKept = true) {
    this.#ofAll = ofAll;
    this.#isKept = isKept;
  }

  get crc(): number {
    return this.#crc.value;
  }

  feed(packedBytes: number): void {
    this.#own.feed(packedBytes);
    this.#ofAll.feed(packedBytes);
  }

  /** @throws FileRefused when more comes out of the archive, or of this member, than any table would give */
  push(bytes: Uint8Array<ArrayBuffer>): void {
    this.length += bytes.length;
    this.#own.spend(bytes.length);
    this.#ofAll.spend(bytes.length);
    this.#crc.push(bytes);
    if (bytes.length > 0) this.#pieces.push(bytes);
    this.#pieceBytes += bytes.length;
    // Two pieces, since the last one may be a few bytes.
    if (!this.#isKept) this.#pieces = this.#pieces.slice(-2);
    else if (this.#pieceBytes >= PIECE_BYTES) this.#flush();
  }

  /** Begins the count and the sum of another member; the Blob goes on. */
  restart(): void {
    this.length = 0;
    this.#crc = new Crc32();
  }

  /** All bytes, or the last ones of what is only checked. */
  blob(): Blob {
    this.#flush();
    return new Blob(this.#blobs);
  }

  #flush(): void {
    if (this.#pieces.length > 0) this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#pieceBytes = 0;
  }
}

function tooLarge(what: string): FileRefused {
  return new FileRefused({
    code: "TOO_LARGE",
    message: `The file ${what}, as a file does that is made to fill memory; unpack it and choose the exports in it.`,
  });
}
