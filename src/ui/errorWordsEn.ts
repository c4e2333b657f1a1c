import type { ErrorCatalogue, ErrorFacts } from "./errorText.ts";

export function whereEn({ fileName, line, byteOffset, column, value }: ErrorFacts): string {
  const parts = [
    fileName,
    line === undefined ? undefined : `line ${line}`,
    line === undefined && byteOffset !== undefined ? `byte ${byteOffset}` : undefined,
    column === undefined || column === null ? undefined : `column ${column}`,
    value === undefined || value === "" ? undefined : `“${value}”`,
  ];
  const text = parts.filter((part) => part !== undefined).join(", ");
  return text === ""
    ? ""
    : text[0]!.toLocaleUpperCase("en") === text[0] || fileName !== undefined
      ? text
      : text[0]!.toLocaleUpperCase("en") + text.slice(1);
}

function quoted(values: readonly string[] | undefined): string {
  return (values ?? []).map((value) => `“${value}”`).join(", ");
}

function missingColumns({ column, nearest = [], headersFound }: ErrorFacts): string {
  const near = nearest
    .filter(({ headers }) => headers.length > 0)
    .map(({ column: name, headers }) => `${name}: is it ${headers.map((header) => `“${header}”`).join(" or ")}?`);
  const found = headersFound === undefined ? "" : `Headers found: ${quoted(headersFound)}.`;
  const advice =
    near.length > 0
      ? near.join(" ")
      : `Add ${column === undefined || column === null ? "the column" : `a “${column}” column`} to the export.`;
  return `${advice} ${found}`.trim();
}

/** What happened and what to do about it, in English. */
export const errorWordsEn: ErrorCatalogue = {
  MISSING_TXN_ID: () => ({
    what: "The row has no transaction id",
    fix: "Other rows of this file have one, so this row cannot be told from its copies. Fill in txn_id and import the file again.",
  }),
  MISSING_USER: () => ({ what: "The row names no lender", fix: "Fill in user_id and import the file again." }),
  MISSING_DATE: () => ({ what: "The row has no date", fix: "Fill in occurred_at and import the file again." }),
  MISSING_AMOUNT: () => ({ what: "The row has no amount", fix: "Fill in the amount and import the file again." }),
  UNKNOWN_TYPE: () => ({
    what: "The transaction type is not known",
    fix: "Use one of the types listed in the data guide, or leave these rows out of the export if they move no money.",
  }),
  BAD_AMOUNT: () => ({
    what: "The amount cannot be taken as it is",
    fix: "Write a number above zero with at most two decimals and no exponent, such as 1234.50.",
  }),
  ZERO_AMOUNT: () => ({
    what: "The amount is zero",
    fix: "Nothing to do if the row moves no money; otherwise correct the amount.",
  }),
  BAD_DATE: () => ({
    what: "The date cannot be read or lies outside 1990 to 2100",
    fix: "Write it as 2026-11-20 or 2026-11-20 14:03:22.",
  }),
  BAD_TERM: () => ({ what: "The term is not a whole number of days", fix: "Write the days alone, such as 90." }),
  BAD_RATE: () => ({ what: "The annual rate cannot be read", fix: "Write it with a % sign, such as 7.2%." }),
  BAD_ID: () => ({
    what: "The id cannot be used",
    fix: "It is longer than 128 characters, holds control characters, or a spreadsheet turned it into a rounded number such as 1.2E+17. Export the file again without opening it in a spreadsheet.",
  }),
  WRONG_COLUMN_COUNT: () => ({
    what: "The row has more or fewer cells than the header",
    fix: "Often an unquoted delimiter inside a text, or an amount with thousands such as 1,234.50. Put them in quotes and export again.",
  }),
  BAD_BYTES: () => ({
    what: "The row holds bytes that are no text in the file's encoding",
    fix: "Export the file as UTF-8 and import it again.",
  }),
  CELL_ERROR: () => ({
    what: "The cell holds a spreadsheet error such as #REF! or #N/A",
    fix: "Repair the formula, or export the plain value.",
  }),
  WRONG_CURRENCY: () => ({
    what: "The row is in another currency",
    fix: "Amounts of different currencies are never added. Export one currency only.",
  }),

  DUP_SAME: () => ({ what: "The same row is there already", fix: "Nothing to do: it is counted once." }),
  DUP_REPLACED: () => ({
    what: "The row replaces an earlier one with the same id",
    fix: "Nothing to do if the platform restated it; the later file counts.",
  }),
  NO_TERM: () => ({
    what: "The lend has no term",
    fix: "It counts as volume, but not in annualised volume. Add term_days to the export to have both.",
  }),
  EXIT_BEFORE_LEND: () => ({
    what: "Money left before it was lent",
    fix: "The history probably begins before your first file. Import the earlier days, or an opening balance.",
  }),
  NEGATIVE_BALANCE: () => ({
    what: "A lender's balance falls below zero",
    fix: "An earlier lend is missing. Import the earlier days, or an opening balance.",
  }),
  FUTURE_DATE: () => ({
    what: "The row is dated after today",
    fix: "It is kept and counts from its day on. Check the date if this is unexpected.",
  }),
  LOOKALIKE_ID: () => ({
    what: "Two lender ids differ only in case, spaces or letter width",
    fix: "They count as two lenders. If they are one, make the ids equal in the export.",
  }),
  DAMAGED_AT_SOURCE: () => ({
    what: "The text holds replacement characters (�)",
    fix: "It was damaged before the export was written. The amounts are not affected; export again from the source to repair the names.",
  }),
  UNKNOWN_METHOD: () => ({
    what: "The repayment method of a loan is not known",
    fix: "Its schedule cannot be made, so the loan enters no figure. Write level, equal_principal, interest_only or bullet.",
  }),
  UNKNOWN_KIND: () => ({
    what: "The kind of a fund is not known",
    fix: "It counts for nothing. Write guarantee, insurance, net_assets, last_year_profit, vc_financing, paid_in_capital, collateral or shareholder.",
  }),

  EMPTY_FILE: () => ({
    what: "The file is empty",
    fix: "Export the day again; an empty day should still have its header.",
  }),
  NOT_A_TABLE: ({ values }) => ({
    what: values?.[0] === undefined ? "This is not a table" : `This is ${values[0]}, not a table`,
    fix: "Dipper reads CSV, TSV and Excel (.xlsx) with one header line, also in gzip or zip. Export in one of these forms; if a web page came instead, sign in again.",
  }),
  MISSING_COLUMN: (facts) => ({
    what:
      facts.column === undefined || facts.column === null
        ? "A required column is missing"
        : `The required column ${facts.column} is missing`,
    fix: missingColumns(facts),
  }),
  AMBIGUOUS_COLUMN: ({ column, values }) => ({
    what: `Two columns could be ${column ?? "the same field"}`,
    fix: `${values === undefined ? "" : `Found ${quoted(values)}. `}Say which in the review, or remove one in the export.`,
  }),
  AMBIGUOUS_DATE: ({ values }) => ({
    what: "Day and month cannot be told apart in this file's dates",
    fix: `${values === undefined ? "" : `For example ${quoted(values)}. `}Say which comes first in the review, or export dates as 2026-11-20.`,
  }),
  AMBIGUOUS_NUMBER: ({ values }) => ({
    what: "Thousands and decimal marks cannot be told apart in this file's amounts",
    fix: `${values === undefined ? "" : `For example ${quoted(values)}. `}Say which in the review, or export amounts as 1234.50.`,
  }),
  UNKNOWN_ENCODING: () => ({
    what: "The text encoding is not known",
    fix: "Export the file as UTF-8, UTF-16 or GB18030 (GBK), or choose the encoding in the review.",
  }),
  UNCLOSED_QUOTE: () => ({
    what: "A quotation mark opens and never closes",
    fix: "The file was probably cut short. Export it again.",
  }),
  LINE_TOO_LONG: () => ({
    what: "A line is longer than 1 MB",
    fix: "This is not a table, or its line breaks are lost. Export it again as CSV.",
  }),
  TOO_LARGE: () => ({
    what: "The file is too large",
    fix: "Split the export by month or by day and import the parts together.",
  }),
  CORRUPT_ARCHIVE: () => ({
    what: "The archive is damaged",
    fix: "Download or export it again; nothing of it was taken.",
  }),
  ENCRYPTED: () => ({
    what: "The file is protected with a password",
    fix: "Save a copy without the password and import that.",
  }),
  CHANGED_WHILE_READING: () => ({
    what: "The file changed while it was being read",
    fix: "Wait until the export has finished, then import it again.",
  }),
  ALL_ROWS_REJECTED: ({ count }) => ({
    what: count === undefined ? "No row of the file could be taken" : `None of the ${count} rows could be taken`,
    fix: "Look at the reasons below: one wrong column is usually behind all of them.",
  }),

  STORAGE_FULL: () => ({
    what: "The browser has no more room for data",
    fix: "Nothing of this import was stored. Free disk space, or delete imports that you no longer need.",
  }),
  STORAGE_BLOCKED: () => ({
    what: "Another tab keeps the database from opening",
    fix: "Close the other Dipper tabs, then try again.",
  }),
  STORAGE_NEWER: () => ({
    what: "The data was stored by a newer version of Dipper",
    fix: "Reload this page to get the new version.",
  }),
  STORAGE_LOST: () => ({
    what: "The browser has removed the stored data",
    fix: "Import your files again, and allow persistent storage when the browser asks.",
  }),
  STORAGE_CORRUPT: () => ({
    what: "Stored data fails its checksum",
    fix: "Delete the import that is named here and import its file again.",
  }),
};
