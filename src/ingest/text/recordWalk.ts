import { joined } from "./bytes.ts";
import type { FileText } from "./encoding.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { isHead } from "#src/ingest/header/headEnd.ts";
import { recordRefusal } from "./recordRefusal.ts";
import { RecordReader } from "./records.ts";

/** Where the rows of a text begin, as its first bytes say. */
interface Body {
  readonly delimiter: string;
  readonly bodyFrom: number;
  readonly bodyLine: number;
}

interface RecordWalker {
  /** @throws FileRefused when the first bytes are no table's */
  begin(head: Uint8Array, isLast: boolean): Body;
  /** Takes a record that is not blank; false ends the walk. */
  take(record: RecordReader, line: number): boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytesDone: number) => void) | undefined;
}

/**
 * Goes through the records of a text from its header to its end.
 *
 * @throws FileRefused where records cannot be told apart
 */
export async function walkRecords(text: FileText, walker: RecordWalker): Promise<void> {
  let rest: Uint8Array = new Uint8Array(0);
  let walk: Walk | undefined;
  for await (const { bytes, fileOffset } of text.chunks()) {
    walker.signal?.throwIfAborted();
    rest = joined(rest, bytes);
    if (walk === undefined && isHead(rest)) walk = new Walk(walker.begin(rest, false));
    if (walk) rest = walk.advance(rest, false, walker);
    if (walk?.hasEnded) return;
    walker.onProgress?.(fileOffset);
  }
  walk ??= new Walk(walker.begin(rest, true));
  walk.advance(rest, true, walker);
}

class Walk {
  hasEnded = false;
  readonly #reader: RecordReader;
  #at: number;
  #line: number;

  constructor({ delimiter, bodyFrom, bodyLine }: Body) {
    this.#reader = new RecordReader(delimiter);
    this.#at = bodyFrom;
    this.#line = bodyLine;
  }

  /** Gives back what must be seen again with more behind it. */
  advance(window: Uint8Array, isLast: boolean, walker: RecordWalker): Uint8Array {
    const reader = this.#reader;
    reader.setWindow(window, isLast);
    let at = this.#at;
    while (at < window.length && !this.hasEnded) {
      if (!reader.read(at)) {
        const refusal = recordRefusal(reader, this.#line);
        if (refusal) throw new FileRefused(refusal);
        break;
      }
      if (!reader.blank) this.hasEnded = !walker.take(reader, this.#line);
      this.#line += reader.lines;
      at = reader.next;
    }
    this.#at = 0;
    return window.subarray(at);
  }
}
