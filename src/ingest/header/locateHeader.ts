import type { DatasetName } from "#src/domain/datasets.ts";
import type { FileRefusal } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";

import { CR, LF } from "#src/ingest/text/bytes.ts";
import { columnSetOf, type ColumnSet } from "./columnSets.ts";
import { delimitersOf, isSepLine, readHead, type Head, type HeadBytes } from "./headRecords.ts";
import { namedHeader } from "./headers.ts";
import { bestHeader, candidateAt, isBetter, recognisedHeader, wordyHeader, type Candidate } from "./headerSearch.ts";

/** The header of a file that is said to hold a dataset, where it may be read at all. */
export function locateHeader(
  bytes: HeadBytes,
  { dataset, reading }: { readonly dataset: DatasetName; readonly reading: Reading },
): Candidate | FileRefusal {
  const heads = headsOf(bytes, reading);
  if ("code" in heads) return heads;
  const set = columnSetOf(dataset);
  if (reading.headerLine !== undefined) return headerOnLine(heads, reading.headerLine, set);
  // Whoever gave the columns their places saw them under the header that the file was shown with.
  if (reading.columns !== undefined) return shownHeader(heads, set);
  const best = bestHeader(heads, set) ?? headerless(heads, set);
  if (best.all === 0 && best.headers.length < 2) return NOT_A_TABLE;
  return best;
}

/** The head under each delimiter that it may have. */
export function headsOf(bytes: HeadBytes, reading: Reading, rowsBelow?: number): readonly Head[] | FileRefusal {
  const heads = delimitersOf(bytes, reading).map((delimiter) => readHead(bytes, delimiter, rowsBelow));
  const readable = heads.filter(({ records }) => records.length > 0);
  if (readable.length > 0) return readable;
  const fault = heads.findLast((head) => head.fault !== undefined)?.fault;
  if (fault !== undefined) return fault;
  if (bytes.isLast) return EMPTY;
  return bytes.bytes.some((byte) => byte === LF || byte === CR) ? BLANK : TOO_LONG;
}

/** The header that a file is shown with before anybody says what it holds, read as that of a dataset. */
export function shownHeader(heads: readonly Head[], set: ColumnSet): Candidate {
  const shown = recognisedHeader(heads) ?? wordyHeader(heads);
  return shown === undefined ? headerless(heads, set) : candidateAt(shown.head, shown.at, set);
}

/** The record on a line as the header; line 0 is none. */
export function headerOnLine(heads: readonly Head[], line: number, set: ColumnSet): Candidate | FileRefusal {
  if (line === 0) return headerless(heads, set);
  let best: Candidate | undefined;
  for (const head of heads) {
    const at = head.records.findIndex((record) => record.line === line);
    if (at < 0) continue;
    const candidate = candidateAt(head, at, set);
    if (best === undefined || isBetter(candidate, best)) best = candidate;
  }
  return best ?? noHeaderOn(line, set);
}

/** A file whose rows begin at its first line: its columns are called by their numbers. */
function headerless(heads: readonly Head[], set: ColumnSet): Candidate {
  const [first, ...others] = heads.map((head) => ({ head, fields: usualFields(head) }));
  // There is a head for each readable delimiter, and without one nothing comes here.
  if (first === undefined) throw new Error("no head to read");
  const { head, fields } = others.reduce((best, each) => (each.fields > best.fields ? each : best), first);
  const headers = Array.from({ length: fields }, (_, index) => namedHeader(String(index + 1)));
  return { set, head, at: -1, headers, required: 0, all: 0, words: 0 };
}

/** Fields of the record in the middle, by how many they have. */
function usualFields({ records }: Head): number {
  const counts = records.filter((record) => !isSepLine(record)).map(({ cells }) => cells.length);
  return counts.sort((a, b) => a - b)[counts.length >> 1] ?? 0;
}

function noHeaderOn(line: number, set: ColumnSet): FileRefusal {
  const [column] = set.required;
  return {
    code: "MISSING_COLUMN",
    message: `Line ${line} is none that a header can begin on; choose another line.`,
    line,
    ...(column && { column }),
    headersFound: [],
  };
}

const EMPTY: FileRefusal = { code: "EMPTY_FILE", message: "The file holds no lines." };
const BLANK: FileRefusal = {
  code: "EMPTY_FILE",
  message: "The file begins with hundreds of empty lines; remove them.",
};
const TOO_LONG: FileRefusal = {
  code: "LINE_TOO_LONG",
  message: "The first line is longer than 256 KB: it is no header of columns.",
  line: 1,
};
const NOT_A_TABLE: FileRefusal = {
  code: "NOT_A_TABLE",
  message: "No line of the file has columns: it is text, not a table.",
};
