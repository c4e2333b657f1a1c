import type { FileRefusalCode, RowRejection, RowWarning } from "./codes.ts";
import type { DatasetName, TableColumnName } from "./datasets.ts";
import type { ImportMode } from "./reading.ts";
import type { EpochDay } from "./units.ts";

/** The transaction columns by our own names; `DATA.md` lists their synonyms. */
export const TRANSACTION_COLUMNS = [
  "txn_id",
  "user_id",
  "occurred_at",
  "type",
  "amount",
  "product",
  "term_days",
  "maturity_date",
  "annual_rate",
  "interest_due",
  "channel",
  "lot_id",
  "is_auto",
  "coupon_amount",
] as const;

export type TransactionColumn = (typeof TRANSACTION_COLUMNS)[number];

/** A column of any dataset by our own name. */
export type ColumnName = TransactionColumn | TableColumnName;

/** The row could not be taken, and why. */
export interface RejectedRow {
  /** Physical line in the file, from 1, where the row begins. */
  readonly line: number;
  readonly code: RowRejection;
  readonly column: ColumnName | null;
  readonly value: string;
  /** The row as it stood in the file, cut at 4,000 characters. */
  readonly text: string;
}

/** The whole file could not be taken, with what its reader needs to mend it. */
export interface FileRefusal {
  readonly code: FileRefusalCode;
  /** English, one sentence: what, where and what to do. The screen words it from the fields below. */
  readonly message: string;
  readonly line?: number;
  /** From the start of the file. */
  readonly byteOffset?: number;
  readonly column?: ColumnName;
  readonly headersFound?: readonly string[];
  /** For each required column that is missing, the headers that look most like it. */
  readonly nearest?: readonly { readonly column: ColumnName; readonly headers: readonly string[] }[];
  readonly values?: readonly string[];
  /** The rows of a file whose every row was rejected; the first 100,000. */
  readonly rejects?: readonly RejectedRow[];
}

/** How the file was understood. */
export interface FileLayout {
  readonly encoding: "utf-8" | "utf-8-bom" | "gb18030" | "utf-16le" | "utf-16be";
  readonly delimiter: "," | ";" | "\t" | "|";
  /** Physical line of the header, from 1; 0 when the file has none. */
  readonly headerLine: number;
  /** The header as it stands in the file; absent in records of the first release. */
  readonly headerText?: string;
  readonly mapping: readonly { readonly column: ColumnName; readonly header: string }[];
  /** Headers that no column of ours claims. */
  readonly unused: readonly string[];
  /** What one unit of the amount column is worth in fen: 1 for 分, 100 for 元, 1,000,000 for 万元. */
  readonly amountScaleFen: number;
}

/** Every row read is in exactly one of the other five (CV1). */
export interface RowCounts {
  readonly read: number;
  /** Stored, new. */
  readonly accepted: number;
  /** Identical to a row of the same identity. */
  readonly duplicate: number;
  /** Stored over an earlier row of the same identity. */
  readonly replaced: number;
  readonly rejected: number;
  /** Footers, repeated headers. */
  readonly ignored: number;
}

/** The first few rows that a warning concerns; `count` tells how many there are. */
export interface WarningCount {
  readonly code: RowWarning;
  readonly count: number;
  readonly examples: readonly { readonly line: number; readonly value: string }[];
}

export type ImportOrigin = "own" | "sample";

/** What a table was packed in. */
export interface Container {
  readonly kind: "gzip" | "zip" | "xlsx";
  /** Of the container itself. */
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Name of the member or the sheet; null for gzip, which holds one. */
  readonly member: string | null;
}

/** A footer's total against the rows above it. */
export interface ControlTotal {
  readonly line: number;
  readonly text: string;
  readonly measure: "amount" | "rows";
  /** Fen or rows, as the footer says. */
  readonly stated: number;
  /** The same of the rows that were read, rejected ones included where their cell could be read. */
  readonly found: number;
}

/** A file that was refused, kept so that the history tells of it; nothing of its content is. */
export interface RefusedAttempt {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly atMs: number;
  readonly refusal: Omit<FileRefusal, "rejects">;
}

/** One line of the import history; what is kept of a file beside its rows. */
export interface ImportRecord {
  /** Grows with each import; a later import wins over an earlier one. */
  readonly importId: number;
  /** Absent in records of the first release, which had none but transactions. */
  readonly dataset?: DatasetName;
  /** Absent in records of the first release: `merge`. */
  readonly mode?: ImportMode;
  /** Absent when the table was a file of its own. */
  readonly container?: Container;
  readonly controlTotals?: readonly ControlTotal[];
  /** Rows of it, or that it stood over, were compacted away: it can no longer be undone. */
  readonly isCompacted?: boolean;
  readonly fileName: string;
  /** Unpacked. */
  readonly sizeBytes: number;
  /** Lower-case hexadecimal SHA-256 of the table's bytes, unpacked. */
  readonly sha256: string;
  readonly origin: ImportOrigin;
  /** Device time in milliseconds since 1970, told by the page; shown, never used in a figure. */
  readonly importedAtMs: number;
  readonly layout: FileLayout;
  readonly counts: RowCounts;
  /** Null when no row was stored. */
  readonly firstDay: EpochDay | null;
  readonly lastDay: EpochDay | null;
  readonly warnings: readonly WarningCount[];
  /** Rows whose type nobody has mapped, by value. */
  readonly unknownTypes: readonly { readonly value: string; readonly count: number }[];
  /** The lines passed over above the header and below the data. */
  readonly skippedLines: readonly { readonly line: number; readonly text: string }[];
  /** How many of the rejected rows are kept in full (the first 100,000). */
  readonly rejectsKept: number;
  readonly partitions: number;
  /** Rows per business day that the file holds, ascending by day. */
  readonly days: readonly { readonly day: EpochDay; readonly rows: number }[];
}
