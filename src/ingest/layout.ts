import type { FileLayout, FileRefusal, TransactionColumn } from "#src/domain/imports.ts";

import { textOf } from "./bytes.ts";
import { trimmed } from "./cellText.ts";
import { countColumns, headerOf, nearestHeaders, REQUIRED_COLUMNS, type Header } from "./headers.ts";
import { MAX_COLUMNS, MAX_PREAMBLE } from "./limits.ts";
import { recordRefusal } from "./recordRefusal.ts";
import { RecordReader } from "./records.ts";

type Delimiter = FileLayout["delimiter"];
const DELIMITERS: readonly Delimiter[] = [",", "\t", ";", "|"];

interface SkippedLine {
  readonly line: number;
  readonly text: string;
}

/** Where the table begins and what its columns are. */
export interface TableLayout {
  readonly delimiter: Delimiter;
  readonly headerLine: number;
  readonly headers: readonly Header[];
  readonly indexOf: ReadonlyMap<TransactionColumn, number>;
  /** Fields that a row has, and the most it may have when those beyond are empty. */
  readonly fields: number;
  readonly fieldsWithTrailing: number;
  /** Place of the first byte below the header, and its physical line. */
  readonly bodyFrom: number;
  readonly bodyLine: number;
  readonly skipped: readonly SkippedLine[];
}

/** One record of the head of a file, under one delimiter. */
interface HeadRecord extends SkippedLine {
  readonly cells: readonly string[];
  readonly next: number;
  readonly nextLine: number;
}

interface Candidate {
  readonly delimiter: Delimiter;
  readonly records: readonly HeadRecord[];
  readonly at: number;
  readonly headers: readonly Header[];
  readonly required: number;
  readonly all: number;
}

/**
 * Finds the delimiter and the header: the first of 60 records in which most of our columns are named,
 * three of the required ones at least.
 */
export function layoutOf(head: Uint8Array, isLast: boolean): TableLayout | FileRefusal {
  const announced = /^sep=(.)\s*?(?:\r|\n)/i.exec(textOf(head, 0, Math.min(head.length, 16)))?.[1];
  const delimiters = DELIMITERS.filter((delimiter) => announced === undefined || delimiter === announced);
  let best: Candidate | undefined;
  let refusal: FileRefusal = { code: "EMPTY_FILE", message: "The file holds no lines." };
  for (const delimiter of delimiters) {
    const { records, fault } = readHead(head, isLast, delimiter);
    if (fault) refusal = fault;
    const candidate = bestHeader(delimiter, records);
    if (candidate && (best === undefined || isBetter(candidate, best))) best = candidate;
    if (best?.required === REQUIRED_COLUMNS.length) break;
  }
  if (best === undefined) return refusal;
  if (best.all === 0 && best.headers.length < 2) {
    return { code: "NOT_A_TABLE", message: "No line of the file has columns: it is text, not a table." };
  }
  return missingColumns(best) ?? ambiguousColumn(best) ?? tableLayout(best);
}

interface Head {
  readonly records: readonly HeadRecord[];
  /** Why there are no more of them, where the file is to blame. */
  readonly fault: FileRefusal | undefined;
}

function readHead(head: Uint8Array, isLast: boolean, delimiter: Delimiter): Head {
  const reader = new RecordReader(delimiter);
  reader.setWindow(head, isLast);
  const records: HeadRecord[] = [];
  let line = 1;
  // One more than the preamble and the header: the first row tells whether rows end in a delimiter.
  for (let at = 0; at < head.length && records.length <= MAX_PREAMBLE; at = reader.next) {
    if (!reader.read(at)) return { records, fault: recordRefusal(reader, line) };
    const nextLine = line + reader.lines;
    if (!reader.blank) {
      const cells = Array.from({ length: Math.min(reader.fields, MAX_COLUMNS) }, (_, field) =>
        textOf(reader.bytes, reader.starts[field]!, reader.ends[field]!),
      );
      records.push({ cells, line, text: textOf(head, reader.from, reader.to), next: reader.next, nextLine });
    }
    line = nextLine;
  }
  return { records, fault: undefined };
}

function bestHeader(delimiter: Delimiter, records: readonly HeadRecord[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const [at, { cells }] of records.slice(0, MAX_PREAMBLE).entries()) {
    const headers = cells.map(headerOf);
    const candidate = { delimiter, records, at, headers, ...countColumns(headers) };
    if (best === undefined || isBetter(candidate, best)) best = candidate;
    if (best.required === REQUIRED_COLUMNS.length) break;
  }
  return best;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.required !== b.required) return a.required > b.required;
  if (a.all !== b.all) return a.all > b.all;
  return a.all === 0 && b.all === 0 && a.headers.length > b.headers.length;
}

function missingColumns({ headers, records, at }: Candidate): FileRefusal | undefined {
  const missing = REQUIRED_COLUMNS.filter((column) => !headers.some((header) => header.column === column));
  const [first] = missing;
  if (first === undefined) return undefined;
  const headersFound = headers.map(({ name }) => name);
  return {
    code: "MISSING_COLUMN",
    message: `The file has no column for ${missing.join(", ")}; its headers are ${headersFound.slice(0, 30).join(", ")}.`,
    line: records[at]!.line,
    column: first,
    headersFound,
    nearest: missing.map((column) => ({ column, headers: nearestHeaders(column, headers) })),
  };
}

function ambiguousColumn({ headers, records, at }: Candidate): FileRefusal | undefined {
  for (const { column } of headers) {
    if (column === undefined) continue;
    const claims = headers.filter((header) => header.column === column).map(({ name }) => name);
    if (claims.length < 2) continue;
    return {
      code: "AMBIGUOUS_COLUMN",
      message: `The headers ${claims.join(" and ")} both stand for ${column}; keep one of them.`,
      line: records[at]!.line,
      column,
      headersFound: headers.map(({ name }) => name),
      values: claims,
    };
  }
  return undefined;
}

function tableLayout({ delimiter, records, at, headers }: Candidate): TableLayout {
  const header = records[at]!;
  const firstRow = records[at + 1]?.cells;
  let fields = headers.length;
  while (headers[fields - 1]?.name === "") fields--;
  const rowsTrail = firstRow?.length === headers.length + 1 && trimmed(firstRow[headers.length]!) === "";
  return {
    delimiter,
    headerLine: header.line,
    headers,
    indexOf: new Map(headers.flatMap(({ column }, index) => (column === undefined ? [] : [[column, index]]))),
    fields,
    fieldsWithTrailing: headers.length + (rowsTrail ? 1 : 0),
    bodyFrom: header.next,
    bodyLine: header.nextLine,
    skipped: records.slice(0, at).map(({ line, text }) => ({ line, text: text.slice(0, 200) })),
  };
}
