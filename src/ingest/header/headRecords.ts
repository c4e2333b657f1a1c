import type { FileLayout, FileRefusal } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";

import { LF, textOf } from "#src/ingest/text/bytes.ts";
import { MAX_COLUMNS, MAX_PREAMBLE } from "#src/ingest/limits.ts";
import { recordRefusal } from "#src/ingest/text/recordRefusal.ts";
import { RecordReader } from "#src/ingest/text/records.ts";

export type Delimiter = FileLayout["delimiter"];
const DELIMITERS: readonly Delimiter[] = [",", "\t", ";", "|"];

/** The first bytes of a file as UTF-8; `isLast` when there are no more of them. */
export interface HeadBytes {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

export interface SkippedLine {
  readonly line: number;
  readonly text: string;
}

/** One record of the head of a file, under one delimiter. */
export interface HeadRecord extends SkippedLine {
  /** The first `MAX_COLUMNS` of its `fields`. */
  readonly cells: readonly string[];
  readonly fields: number;
  /** Place of the first byte behind it, and its physical line. */
  readonly next: number;
  readonly nextLine: number;
}

/** The head of a file, cut by one delimiter. */
export interface Head {
  readonly delimiter: Delimiter;
  /** That are not blank; the `sep=` line is among them. */
  readonly records: readonly HeadRecord[];
  /** Why there are no more of them, where the file is to blame. */
  readonly fault: FileRefusal | undefined;
}

/** The delimiters that a file may have: what the reading says, else what a `sep=` line announces, else any. */
export function delimitersOf({ bytes }: HeadBytes, { delimiter }: Reading): readonly Delimiter[] {
  if (delimiter !== undefined) return [delimiter];
  const announced = /^sep=(.)\s*?(?:\r|\n)/i.exec(textOf(bytes, 0, Math.min(bytes.length, 16)))?.[1];
  return DELIMITERS.filter((each) => announced === undefined || each === announced);
}

/** A first line that tells spreadsheets the delimiter. */
export function isSepLine({ text, line }: SkippedLine): boolean {
  return line === 1 && /^sep=.\s*$/i.test(text);
}

/** Cuts as many records as a header may lie below, the header, and the first rows. */
export function readHead({ bytes, isLast }: HeadBytes, delimiter: Delimiter, rowsBelow = 1): Head {
  const reader = new RecordReader(delimiter);
  reader.setWindow(bytes, isLast);
  const records: HeadRecord[] = [];
  let line = 1;
  // One row at least: it tells whether rows end in a delimiter.
  for (let at = 0; at < bytes.length && records.length < MAX_PREAMBLE + rowsBelow; at = reader.next) {
    // Files of nothing but empty lines are soon read.
    for (; bytes[at] === LF; at++) line++;
    if (at === bytes.length) break;
    if (!reader.read(at)) return { delimiter, records, fault: recordRefusal(reader, line) };
    const nextLine = line + reader.lines;
    if (!reader.blank) {
      const cells = Array.from({ length: Math.min(reader.fields, MAX_COLUMNS) }, (_, field) =>
        textOf(reader.bytes, reader.starts[field]!, reader.ends[field]!),
      );
      const { fields } = reader;
      records.push({ cells, fields, line, text: textOf(bytes, reader.from, reader.to), next: reader.next, nextLine });
    }
    line = nextLine;
  }
  return { delimiter, records, fault: undefined };
}
