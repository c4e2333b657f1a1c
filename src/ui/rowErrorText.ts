import { TABLES, type DatasetName, type TableColumn } from "#src/domain/datasets.ts";

import { errorText, type ErrorFacts, type ErrorText } from "./errorText.ts";
import { rowErrorWords, type ColumnKind, type CellCode } from "./rowErrorWords.ts";
import type { Language } from "./signs.ts";

export interface RowErrorFacts extends ErrorFacts {
  /** Undefined and the ledger have the words of transactions. */
  readonly dataset?: DatasetName | undefined;
}

const CODES: Readonly<Partial<Record<ErrorFacts["code"], CellCode>>> = {
  MISSING_USER: "missing",
  MISSING_TXN_ID: "missing",
  MISSING_DATE: "missing",
  MISSING_AMOUNT: "missing",
  BAD_ID: "bad",
  BAD_DATE: "bad",
  BAD_AMOUNT: "bad",
  BAD_RATE: "bad",
  BAD_TERM: "bad",
};

/**
 * Words for a row of any dataset that cannot be taken. A table beside the ledger has columns that the codes were not made
 * for, and there the column says what is to be written.
 */
export function rowErrorText(facts: RowErrorFacts, language: Language): ErrorText {
  const text = errorText(facts, language);
  const { dataset = "transactions", column } = facts;
  const code = CODES[facts.code];
  if (code === undefined || dataset === "transactions" || column === undefined || column === null) return text;
  const columns: readonly TableColumn[] = TABLES[dataset];
  const spec = columns.find(({ name }) => name === column);
  if (spec === undefined) return text;
  return { ...text, ...rowErrorWords[language][code](column, kindOf(dataset, spec)) };
}

const IDS: readonly string[] = ["user_id", "loan_id", "referrer_id", "borrower_id"];

/** What a cell of a column has to hold. */
function kindOf(dataset: DatasetName, { name, cell, required }: TableColumn): ColumnKind {
  switch (cell) {
    case "text":
      return IDS.includes(name) ? "id" : required ? "name" : "note";
    case "day":
      return dataset === "spend" || dataset === "targets" ? "month" : "day";
    case "fen":
      return dataset === "funds" ? "signed" : name === "principal" ? "principal" : "money";
    case "count":
      return name === "periods" ? "periods" : name === "birth_year" ? "year" : "days";
    case "ppm":
      return "rate";
    case "yes_no":
      return "yes_no";
    case "millionths":
      return "number";
  }
}
