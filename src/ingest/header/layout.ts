import type { DatasetName } from "#src/domain/datasets.ts";
import type { ColumnName, FileRefusal } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";

import { trimmed } from "#src/ingest/cells/cellText.ts";
import { isSepLine, type Delimiter, type HeadBytes, type HeadRecord, type SkippedLine } from "./headRecords.ts";
import { headerWord, nearestHeaders, type Header } from "./headers.ts";
import { locateHeader } from "./locateHeader.ts";
import type { Candidate } from "./headerSearch.ts";
import { MAX_COLUMNS } from "#src/ingest/limits.ts";
import { plainWord } from "#src/ingest/text/plainWord.ts";
import { placesOf, requiredColumns } from "./readingColumns.ts";

/** Where the table begins and what its columns are. */
export interface TableLayout {
  readonly delimiter: Delimiter;
  /** 0 when the file has none. */
  readonly headerLine: number;
  /** The header as it stands in the file; empty when it has none. */
  readonly headerText: string;
  readonly headers: readonly Header[];
  readonly indexOf: ReadonlyMap<ColumnName, number>;
  /** Fields that a row has, and the most it may have when those beyond are empty. */
  readonly fields: number;
  readonly fieldsWithTrailing: number;
  /** Place of the first byte below the header, and its physical line. */
  readonly bodyFrom: number;
  readonly bodyLine: number;
  readonly skipped: readonly SkippedLine[];
  /** What somebody settled about the file; empty when nobody did. */
  readonly reading: Reading;
  /** Places of a row's status and of its currency; −1 when the file says neither. */
  readonly statusIndex: number;
  readonly currencyIndex: number;
}

/** What to look for in the head of a file. */
interface Wanted {
  readonly dataset: DatasetName;
  readonly reading: Reading;
}

/**
 * Finds the delimiter and the header of a ledger's export: the first of 60 records that names every required
 * column. A reading's own delimiter, header line and columns stand over what would be recognised.
 */
export function layoutOf(head: Uint8Array, isLast: boolean, reading: Reading = {}): TableLayout | FileRefusal {
  return layoutFor({ bytes: head, isLast }, { dataset: "transactions", reading });
}

/** The same for an export of any dataset. */
export function layoutFor(head: HeadBytes, { dataset, reading }: Wanted): TableLayout | FileRefusal {
  const located = locateHeader(head, { dataset, reading });
  if ("code" in located) return located;
  const candidate = claimed(located, reading);
  return (
    tooWide(candidate) ??
    misplaced(candidate, reading) ??
    missingColumns(candidate, reading) ??
    ambiguousColumn(candidate, reading) ??
    tableLayout(candidate, reading)
  );
}

/** With the columns that the reading gives its headers, and the worth of its money. */
function claimed(candidate: Candidate, { columns, scaleFen }: Reading): Candidate {
  if (columns === undefined && scaleFen === undefined) return candidate;
  const headers = candidate.headers.map((header, index) => ({
    ...header,
    ...(columns && { column: candidate.set.columns.find((column) => columns[column] === index) }),
    ...(scaleFen !== undefined && { scaleFen }),
  }));
  return { ...candidate, headers };
}

function tooWide(candidate: Candidate): FileRefusal | undefined {
  const fields = candidate.head.records[candidate.at]?.fields ?? 0;
  if (fields <= MAX_COLUMNS) return undefined;
  return {
    code: "TOO_LARGE",
    message: `The header has ${fields} columns; ${MAX_COLUMNS} is the most. Export the columns that are needed.`,
    ...headerLineOf(candidate),
  };
}

/** The reading is of another file: it names places that this one does not have. */
function misplaced(candidate: Candidate, reading: Reading): FileRefusal | undefined {
  const { headers } = candidate;
  const outside = placesOf(reading, candidate.set).find(({ index }) => headers[index] === undefined);
  if (outside === undefined) return undefined;
  const headersFound = namesOf(headers);
  return {
    code: "MISSING_COLUMN",
    message: `The file has ${headers.length} columns, and ${outside.name} was to be number ${outside.index + 1}.`,
    ...headerLineOf(candidate),
    ...(outside.column && { column: outside.column }),
    headersFound,
  };
}

function missingColumns(candidate: Candidate, reading: Reading): FileRefusal | undefined {
  const { headers, set } = candidate;
  const present = new Set(headers.map(({ column }) => column));
  for (const { column } of placesOf(reading, set)) present.add(column);
  const missing = requiredColumns(set, reading).filter((column) => !present.has(column));
  const [first] = missing;
  if (first === undefined) return undefined;
  const headersFound = namesOf(headers);
  return {
    code: "MISSING_COLUMN",
    message: `The file has no column for ${missing.join(", ")}; its headers are ${headersFound.slice(0, 30).join(", ")}.`,
    ...headerLineOf(candidate),
    column: first,
    headersFound,
    nearest: missing.map((column) => ({ column, headers: nearestHeaders(set.synonyms[column] ?? [], headers) })),
  };
}

function ambiguousColumn(candidate: Candidate, reading: Reading): FileRefusal | undefined {
  if (reading.columns !== undefined) return undefined;
  const { headers } = candidate;
  for (const { column } of headers) {
    if (column === undefined) continue;
    const claims = headers.filter((header) => header.column === column).map(({ name }) => name);
    if (claims.length < 2) continue;
    return {
      code: "AMBIGUOUS_COLUMN",
      message: `The headers ${claims.join(" and ")} both stand for ${column}; keep one of them.`,
      ...headerLineOf(candidate),
      column,
      headersFound: namesOf(headers),
      values: claims,
    };
  }
  return undefined;
}

function tableLayout(candidate: Candidate, reading: Reading): TableLayout {
  const { head, at, headers, set } = candidate;
  const { records, delimiter } = head;
  const { header, skipped, firstRow } = around(records, at);
  const indexOf = indexByColumn(candidate, reading);
  const isTaken = (index: number): boolean => index < 0 || headers[index]?.column !== undefined;
  const ofWord = (words: ReadonlySet<string>): number =>
    headers.findIndex(({ name }, index) => words.has(headerWord(name)) && !isTaken(index));
  const isLedger = set.dataset === "transactions";
  let fields = headers.length;
  if (header !== undefined) while (headers[fields - 1]?.name === "") fields--;
  const lastPlace = Math.max(-1, ...indexOf.values(), ...placesOf(reading, set).map(({ index }) => index));
  const rowsTrail = firstRow?.length === headers.length + 1 && trimmed(firstRow[headers.length]!) === "";
  return {
    delimiter,
    headerLine: header?.line ?? 0,
    headerText: header?.text ?? "",
    headers,
    indexOf,
    fields: Math.max(fields, lastPlace + 1),
    fieldsWithTrailing: headers.length + (rowsTrail ? 1 : 0),
    bodyFrom: header?.next ?? skipped.at(-1)?.next ?? 0,
    bodyLine: header?.nextLine ?? skipped.at(-1)?.nextLine ?? 1,
    skipped: skipped.map(({ line, text }) => ({ line, text: text.slice(0, 200) })),
    reading,
    statusIndex: reading.status?.column ?? (isLedger ? ofWord(STATUS_WORDS) : -1),
    currencyIndex: reading.currency?.column ?? (isLedger ? ofWord(CURRENCY_WORDS) : -1),
  };
}

function indexByColumn({ headers, set }: Candidate, { columns }: Reading): ReadonlyMap<ColumnName, number> {
  if (columns === undefined) {
    return new Map(headers.flatMap(({ column }, index) => (column === undefined ? [] : [[column, index]])));
  }
  return new Map(
    set.columns.flatMap((column) => {
      const index = columns[column];
      return index === undefined ? [] : [[column, index] as const];
    }),
  );
}

interface Around {
  readonly header: HeadRecord | undefined;
  /** Records above the header; of a file without one, the line that announces its delimiter. */
  readonly skipped: readonly HeadRecord[];
  readonly firstRow: readonly string[] | undefined;
}

function around(records: readonly HeadRecord[], at: number): Around {
  if (at >= 0) return { header: records[at], skipped: records.slice(0, at), firstRow: records[at + 1]?.cells };
  return { header: undefined, skipped: records.filter(isSepLine), firstRow: undefined };
}

function headerLineOf({ head, at }: Candidate): { readonly line?: number } {
  const line = head.records[at]?.line;
  return line === undefined ? {} : { line };
}

function namesOf(headers: readonly Header[]): string[] {
  return headers.map(({ name }) => name);
}

const words = (...list: readonly string[]): ReadonlySet<string> => new Set(list.map(plainWord));

const STATUS_WORDS = words(
  ...["status", "state", "result", "txn_status", "transaction_status", "trade_status", "order_status", "pay_status"],
  ...["状态", "交易状态", "订单状态", "支付状态", "处理状态", "结果", "交易结果", "处理结果"],
);
const CURRENCY_WORDS = words(
  ...["currency", "ccy", "currency_code", "币种", "货币", "交易币种", "币别", "货币类型", "货币代码"],
);

/** A plain word that names a row's status or its currency. */
export function isGateWord(word: string): boolean {
  return STATUS_WORDS.has(word) || CURRENCY_WORDS.has(word);
}
