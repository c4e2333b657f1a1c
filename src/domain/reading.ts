import type { DatasetName } from "./datasets.ts";
import type { EventType } from "./eventTypes.ts";
import type { ColumnName, FileLayout } from "./imports.ts";

/** What rows of a type value become. `by_sign` takes the direction from the amount; `ignore` leaves them out. */
export type TypeAnswer = EventType | "by_sign" | "ignore";

/** Where the direction of a row is written, beside its type. */
export type SignShape =
  /** Amounts are positive; the type says which way they go. */
  | { readonly shape: "by_type" }
  /** The amount's own sign: rows whose type answers `by_sign`, or every row when there is no type column. */
  | { readonly shape: "signed"; readonly positive: EventType; readonly negative: EventType }
  /** Two columns of which one is filled; what is credited is `positive`, what is debited `negative`. */
  | {
      readonly shape: "credit_debit";
      /** Places of the two columns, from 0. */
      readonly credit: number;
      readonly debit: number;
      readonly positive: EventType;
      readonly negative: EventType;
    };

/**
 * What somebody settled about the files of one header. Whatever is absent is recognised, and where that leaves a
 * question, the file is refused with it.
 */
export interface Reading {
  readonly dataset?: DatasetName;
  readonly encoding?: FileLayout["encoding"];
  readonly delimiter?: FileLayout["delimiter"];
  /** Physical line of the header, from 1; 0 when the file has none: its columns are then named 1, 2, 3 and so on. */
  readonly headerLine?: number;
  /** Place of each column's header, from 0; a column not listed is not read. */
  readonly columns?: Readonly<Partial<Record<ColumnName, number>>>;
  readonly sign?: SignShape;
  /** Place of a second column whose value decides the type together with the first. */
  readonly description?: number;
  /** By the value as the file spells it, trimmed; with a description `type / description`. */
  readonly types?: Readonly<Record<string, TypeAnswer>>;
  /** What 1 in the columns of money is worth in fen. */
  readonly scaleFen?: number;
  readonly dateOrder?: "day" | "month";
  readonly decimalMark?: "." | ",";
  /** Rows whose status is not among these values are ignored. */
  readonly status?: { readonly column: number; readonly keep: readonly string[] };
  /** Rows of another currency are rejected. */
  readonly currency?: { readonly column: number; readonly keep: string };
}

/** A reading that is remembered for every later file with the same header. */
export interface SavedMapping {
  /** Of the header's names in their order (`headerFingerprint`). */
  readonly fingerprint: string;
  readonly name: string;
  readonly dataset: DatasetName;
  /** The header as it was when the mapping was made. */
  readonly headers: readonly string[];
  readonly reading: Reading;
  readonly savedAtMs: number;
}

/** How a file's rows meet those stored before: row by row, or its business days become exactly what it says. */
export type ImportMode = "merge" | "replace_days";

/** The first lines of a table, before anything of it is decided for good. */
export interface FileSketch {
  /** Undefined when its headers fit none. */
  readonly dataset: DatasetName | undefined;
  readonly encoding: FileLayout["encoding"];
  readonly delimiter: FileLayout["delimiter"];
  /** 0 when no header was found or wanted. */
  readonly headerLine: number;
  readonly headers: readonly string[];
  readonly fingerprint: string;
  /** Place of each column's header as it was recognised, or as the reading says. */
  readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
  /** Up to 20 rows below the header, cell by cell as they stand in the file. */
  readonly samples: readonly (readonly string[])[];
  /** Up to 20 lines from the first, for choosing the header among them. */
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}
