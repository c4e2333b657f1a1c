/** Everything that can be imported; `transactions` is the ledger, the others are tables beside it. */
export const DATASETS = ["transactions", "lenders", "spend", "loans", "funds", "targets", "annotations"] as const;

export type DatasetName = (typeof DATASETS)[number];
export type TableName = Exclude<DatasetName, "transactions">;

/** How the cells of a table's column are read and what is kept of them. */
type TableCell =
  /** A name or an id, trimmed. */
  | "text"
  /** EpochDay; `YYYY-MM` is its first day. */
  | "day"
  /** Whole fen, of either sign only where the column says so. */
  | "fen"
  /** Parts per million a year, or of one. */
  | "ppm"
  /** A whole number from 0. */
  | "count"
  /** 1 yes, 0 no. */
  | "yes_no"
  /** A decimal number in millionths: a target's value has no unit of its own. */
  | "millionths";

export interface TableColumn {
  readonly name: string;
  readonly cell: TableCell;
  readonly required: boolean;
  /** Rows that agree in all columns of the key are one row; a later one stands over an earlier one. */
  readonly inKey: boolean;
}

const column = <const Name extends string>(
  name: Name,
  cell: TableCell,
  { required = false, inKey = false } = {},
): TableColumn & { readonly name: Name } => ({ name, cell, required, inKey });
const KEY = { required: true, inKey: true };
const REQUIRED = { required: true };
const IN_KEY = { inKey: true };

/** The columns of every table, in the order in which they are kept. */
export const TABLES = {
  lenders: [
    column("user_id", "text", KEY),
    column("registered_at", "day", REQUIRED),
    column("channel", "text"),
    column("channel_kind", "text"),
    column("campaign", "text"),
    column("region", "text"),
    column("referrer_id", "text"),
    column("birth_year", "count"),
    column("gender", "text"),
    column("first_lend_at", "day"),
    column("is_internal", "yes_no"),
  ],
  spend: [
    column("date", "day", KEY),
    column("channel", "text", KEY),
    column("amount", "fen", REQUIRED),
    column("campaign", "text", IN_KEY),
    column("kind", "text", IN_KEY),
  ],
  loans: [
    column("loan_id", "text", KEY),
    column("product", "text", REQUIRED),
    column("disbursed_on", "day", REQUIRED),
    column("principal", "fen", REQUIRED),
    column("annual_rate", "ppm", REQUIRED),
    column("periods", "count", REQUIRED),
    column("method", "text", REQUIRED),
    column("interest_received", "fen"),
    column("penalty_received", "fen"),
    column("fees_received", "fen"),
    column("bad_principal", "fen"),
    column("marketing_cost", "fen"),
    column("funding_cost", "fen"),
    column("repaid_principal", "fen"),
    column("status", "text"),
    column("borrower_id", "text"),
    column("overdue_days", "count"),
  ],
  funds: [
    column("as_of", "day", KEY),
    column("kind", "text", KEY),
    column("amount", "fen", REQUIRED),
    column("relation", "text", IN_KEY),
    column("main_business", "text", IN_KEY),
    column("related", "yes_no", IN_KEY),
    column("note", "text", IN_KEY),
  ],
  targets: [
    column("month", "day", KEY),
    column("metric", "text", KEY),
    column("value", "millionths", REQUIRED),
    column("owner", "text"),
  ],
  annotations: [
    column("date", "day", KEY),
    column("text", "text", KEY),
    column("end_date", "day"),
    column("kind", "text"),
  ],
} satisfies Record<TableName, readonly TableColumn[]>;

/**
 * Tables without an id of their own, where two rows of one key are two rows: two bills of one day, two sureties of one
 * kind. There the key goes with the row's ordinal among the rows of its key in the file.
 */
export const REPEATED_KEYS: readonly TableName[] = ["spend", "funds"];

export type TableColumnName = (typeof TABLES)[TableName][number]["name"];
