import { DATASETS, TABLES, type DatasetName } from "#src/domain/datasets.ts";
import { TRANSACTION_COLUMNS, type ColumnName, type TransactionColumn } from "#src/domain/imports.ts";

import { TABLE_SYNONYMS } from "./datasetHeaders.ts";
import { HEADER_SYNONYMS } from "./headerSynonyms.ts";
import { plainWord } from "#src/ingest/text/plainWord.ts";

/** What the headers of one dataset may name. */
export interface ColumnSet {
  readonly dataset: DatasetName;
  readonly columns: readonly ColumnName[];
  readonly required: readonly ColumnName[];
  /** A header in a unit that is no money cannot be one of them. */
  readonly money: ReadonlySet<ColumnName>;
  readonly synonyms: Readonly<Partial<Record<ColumnName, readonly string[]>>>;
  readonly columnOfWord: ReadonlyMap<string, ColumnName>;
}

/** The columns of the ledger that no file can do without, unless a reading says where else they are written. */
const REQUIRED_COLUMNS = ["user_id", "occurred_at", "type", "amount"] as const satisfies readonly TransactionColumn[];

const SETS: ReadonlyMap<DatasetName, ColumnSet> = new Map(DATASETS.map((dataset) => [dataset, setOf(dataset)]));

/** The columns of a dataset with the words for them. */
export function columnSetOf(dataset: DatasetName): ColumnSet {
  const set = SETS.get(dataset);
  if (set === undefined) throw new Error(`no such dataset: ${dataset}`);
  return set;
}

function setOf(dataset: DatasetName): ColumnSet {
  if (dataset === "transactions") {
    return withWords({
      dataset,
      columns: TRANSACTION_COLUMNS,
      required: REQUIRED_COLUMNS,
      money: new Set<ColumnName>(["amount", "interest_due", "coupon_amount"]),
      synonyms: HEADER_SYNONYMS,
    });
  }
  const columns = TABLES[dataset];
  return withWords({
    dataset,
    columns: columns.map(({ name }) => name),
    required: columns.flatMap(({ name, required }) => (required ? [name] : [])),
    money: new Set(columns.flatMap(({ name, cell }) => (cell === "fen" || cell === "millionths" ? [name] : []))),
    synonyms: TABLE_SYNONYMS[dataset],
  });
}

function withWords(set: Omit<ColumnSet, "columnOfWord">): ColumnSet {
  const words = set.columns.flatMap((column) =>
    (set.synonyms[column] ?? []).map((word) => [plainWord(word), column] as const),
  );
  return { ...set, columnOfWord: new Map(words) };
}
