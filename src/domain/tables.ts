import type { TextColumn } from "./columns.ts";
import type { TableName } from "./datasets.ts";

/** One column of a table by its rows; null is absent: an empty text, NaN among the numbers. */
export type TableValues =
  | { readonly type: "text"; readonly texts: TextColumn }
  | { readonly type: "number"; readonly numbers: Float64Array };

/** Rows of a dataset beside the ledger, as columns in the order of `TABLES`; every column is there. */
export interface TableData {
  readonly rows: number;
  readonly columns: readonly TableValues[];
}

/** What one import brought of a dataset. */
export interface StoredTable {
  readonly importId: number;
  readonly dataset: TableName;
  readonly data: TableData;
}
