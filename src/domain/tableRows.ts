import { REPEATED_KEYS, TABLES, type TableColumn, type TableName } from "./datasets.ts";
import { emptyTable, gatherRows, isSameRow, rowKeys, type RowPlace } from "./tableColumns.ts";
import type { StoredTable, TableData } from "./tables.ts";

/** What the rows of a file come to beside those stored before them. */
interface TableDuplicates {
  /** Whose key nothing has had before. */
  readonly accepted: number;
  /** The same in every column as the row with its key. */
  readonly duplicate: number;
  /** In another column different from the row with its key, which they stand over. */
  readonly replaced: number;
  /** What each row came to (`ROW_IS`). */
  readonly outcomes: Uint8Array;
  /** The rows of earlier imports that rows of the file stand over, each once. */
  readonly stoodOver: readonly RowPlace[];
}

export const ROW_IS = { accepted: 0, duplicate: 1, replaced: 2 } as const;

/** Sets the rows of a file against those of earlier imports, and against the rows above them. */
export function tableDuplicates(dataset: TableName, stored: readonly StoredTable[], own: TableData): TableDuplicates {
  const fold = new Fold(dataset);
  for (const { data } of inOrder(stored)) fold.add(data);
  const stoodOver: RowPlace[] = [];
  const outcomes = fold.add(own, (place) => {
    if (place.table !== own) stoodOver.push(place);
  });
  const counts = [0, 0, 0];
  for (const outcome of outcomes) counts[outcome]!++;
  return { accepted: counts[0]!, duplicate: counts[1]!, replaced: counts[2]!, outcomes, stoodOver };
}

/**
 * The rows of a dataset that are in force: of those with one key the last, by import and then by row.
 *
 * @returns  in the order in which the keys first appeared; no rows when nothing is stored
 */
export function currentRows(dataset: TableName, stored: readonly StoredTable[]): TableData {
  const fold = new Fold(dataset);
  for (const { data } of inOrder(stored)) fold.add(data);
  const whole = wholeTable(fold.places);
  if (whole) return whole;
  return fold.places.length === 0 ? emptyTable(TABLES[dataset]) : gatherRows(TABLES[dataset], fold.places);
}

/** The table that the places are all rows of, in their order: nothing of it need be copied then. */
function wholeTable(places: readonly RowPlace[]): TableData | undefined {
  const table = places[0]?.table;
  return places.length === table?.rows && places.every((place, row) => place.table === table && place.row === row)
    ? table
    : undefined;
}

/** Where a row in force lies: its import, and its place in it. */
export interface RowSource {
  readonly importId: number;
  readonly row: number;
}

/** Where each row of `currentRows` is from, in their order; of rows that are the same throughout, the first. */
export function currentSources(dataset: TableName, stored: readonly StoredTable[]): readonly RowSource[] {
  const fold = new Fold(dataset);
  for (const { data } of inOrder(stored)) fold.add(data);
  const importIds = new Map(stored.map(({ data, importId }) => [data, importId]));
  return fold.places.flatMap(({ table, row }) => {
    const importId = importIds.get(table);
    return importId === undefined ? [] : [{ importId, row }];
  });
}

function inOrder(stored: readonly StoredTable[]): readonly StoredTable[] {
  return [...stored].sort((a, b) => a.importId - b.importId);
}

/** The last row of every key, over one table after another. */
class Fold {
  readonly places: RowPlace[] = [];
  readonly #keyColumns: readonly number[];
  readonly #isRepeated: boolean;
  readonly #slotByKey = new Map<string, number>();

  constructor(dataset: TableName) {
    this.#isRepeated = REPEATED_KEYS.includes(dataset);
    const columns: readonly TableColumn[] = TABLES[dataset];
    this.#keyColumns = [...columns.keys()].filter((place) => columns[place]!.inKey);
  }

  /** What each row of the table came to; tells of every row that another one stands over. */
  add(table: TableData, onStoodOver?: (place: RowPlace) => void): Uint8Array {
    const outcomes = new Uint8Array(table.rows);
    const plainKeyOf = rowKeys(table, this.#keyColumns);
    const keyOf = this.#isRepeated ? withOrdinals(plainKeyOf) : plainKeyOf;
    for (let row = 0; row < table.rows; row++) {
      const key = keyOf(row);
      const slot = this.#slotByKey.get(key);
      const place = { table, row };
      if (slot === undefined) {
        this.#slotByKey.set(key, this.places.length);
        this.places.push(place);
      } else if (isSameRow(this.places[slot]!, place)) {
        outcomes[row] = ROW_IS.duplicate;
      } else {
        outcomes[row] = ROW_IS.replaced;
        onStoodOver?.(this.places[slot]!);
        this.places[slot] = place;
      }
    }
    return outcomes;
  }
}

/** Keys in row order, each with its ordinal among the same ones. */
function withOrdinals(keyOf: (row: number) => string): (row: number) => string {
  const seen = new Map<string, number>();
  return (row) => {
    const key = keyOf(row);
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return `${key}\u0000${ordinal}`;
  };
}
