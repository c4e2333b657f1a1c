/** A row was left out; the rest of its file was taken. */
export const ROW_REJECTED = [
  "MISSING_TXN_ID",
  "MISSING_USER",
  "MISSING_DATE",
  "MISSING_AMOUNT",
  "UNKNOWN_TYPE",
  "BAD_AMOUNT",
  "ZERO_AMOUNT",
  "BAD_DATE",
  "BAD_TERM",
  "BAD_RATE",
  "BAD_ID",
  "WRONG_COLUMN_COUNT",
  "BAD_BYTES",
  "CELL_ERROR",
  "WRONG_CURRENCY",
] as const;

/** A row was kept, and its reader should know something about it. */
export const ROW_WARNED = [
  "DUP_SAME",
  "DUP_REPLACED",
  "NO_TERM",
  "EXIT_BEFORE_LEND",
  "NEGATIVE_BALANCE",
  "FUTURE_DATE",
  "LOOKALIKE_ID",
  "DAMAGED_AT_SOURCE",
  "UNKNOWN_METHOD",
  "UNKNOWN_KIND",
] as const;

/** Nothing of the file was taken. */
export const FILE_REFUSED = [
  "EMPTY_FILE",
  "NOT_A_TABLE",
  "MISSING_COLUMN",
  "AMBIGUOUS_COLUMN",
  "AMBIGUOUS_DATE",
  "AMBIGUOUS_NUMBER",
  "UNKNOWN_ENCODING",
  "UNCLOSED_QUOTE",
  "LINE_TOO_LONG",
  "TOO_LARGE",
  "CORRUPT_ARCHIVE",
  "ENCRYPTED",
  "CHANGED_WHILE_READING",
  "ALL_ROWS_REJECTED",
] as const;

/** The store could not do what it was asked. */
export const STORE_REFUSED = [
  "STORAGE_FULL",
  "STORAGE_BLOCKED",
  "STORAGE_NEWER",
  "STORAGE_LOST",
  "STORAGE_CORRUPT",
] as const;

export type RowRejection = (typeof ROW_REJECTED)[number];
export type RowWarning = (typeof ROW_WARNED)[number];
export type FileRefusalCode = (typeof FILE_REFUSED)[number];
export type StoreRefusalCode = (typeof STORE_REFUSED)[number];
