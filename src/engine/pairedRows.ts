import type { LedgerColumns } from "#src/domain/columns.ts";
import { isSameRow, saysTheSame, type RowWithContent } from "#src/ingest/identity/duplicates.ts";
import { HashTable, NO_ROW } from "#src/ingest/identity/hashTable.ts";

import type { Hashes, Texts } from "./ledger.ts";

/** Some rows of one block. */
export interface RowSet {
  readonly columns: LedgerColumns;
  readonly readHashes: () => Promise<Hashes>;
  readonly readTexts: () => Promise<Texts>;
  /** Ascending. */
  readonly rows: Uint32Array;
}

interface RowInSet {
  readonly columns: LedgerColumns;
  readonly row: number;
}

/** A row as it was and as it is; without the one it is new, without the other it is gone. */
export interface RowPair {
  readonly before: RowInSet | undefined;
  readonly after: RowInSet | undefined;
  /** Nothing of it changed. */
  readonly isSame: boolean;
}

/** Pairs rows of equal identity. In each list no two rows share one: they are rows in force at one moment. */
export async function pairRows(
  removed: readonly RowSet[],
  added: readonly RowSet[],
  onPair: (pair: RowPair) => void,
): Promise<void> {
  const gone = await indexed(removed);
  const texts = onceEach();
  for (const set of added) {
    const hashes = gone.size === 0 ? undefined : await set.readHashes();
    for (const row of set.rows) {
      const after = { columns: set.columns, row };
      const met = hashes ? gone.find(hashes, row) : undefined;
      const pair = met && (await settled(met, { set, row }, texts));
      if (!met || !pair) {
        onPair({ before: undefined, after, isSame: false });
        continue;
      }
      met.take();
      onPair({ before: { columns: met.set.columns, row: met.row }, after, isSame: pair.isSame });
    }
  }
  gone.eachLeft((before) => onPair({ before, after: undefined, isSame: false }));
}

interface Met {
  readonly set: RowSet;
  readonly row: number;
  readonly take: () => void;
}

interface GoneRows {
  readonly size: number;
  readonly find: (hashes: Hashes, row: number) => Met | undefined;
  readonly eachLeft: (each: (row: RowInSet) => void) => void;
}

async function indexed(sets: readonly RowSet[]): Promise<GoneRows> {
  const size = sets.reduce((rows, set) => rows + set.rows.length, 0);
  const table = new HashTable(size + 64);
  const setOf = new Uint32Array(size);
  const rowOf = new Uint32Array(size);
  const isTaken = new Uint8Array(size);
  let place = 0;
  for (const [index, set] of sets.entries()) {
    const { hashLow, hashHigh } = await set.readHashes();
    for (const row of set.rows) {
      table.put(hashLow[row]!, hashHigh[row]!, place);
      setOf[place] = index;
      rowOf[place++] = row;
    }
  }
  return {
    size,
    find: ({ hashLow, hashHigh }, row) => {
      const found = table.first(hashLow[row]!, hashHigh[row]!);
      if (found === NO_ROW || isTaken[found] === 1) return undefined;
      return { set: sets[setOf[found]!]!, row: rowOf[found]!, take: () => void (isTaken[found] = 1) };
    },
    eachLeft: (each) => {
      for (let at = 0; at < size; at++) {
        if (isTaken[at] === 0) each({ columns: sets[setOf[at]!]!.columns, row: rowOf[at]! });
      }
    },
  };
}

type TextsOf = (set: RowSet) => Promise<Texts>;

function onceEach(): TextsOf {
  const loaded = new Map<RowSet, Promise<Texts>>();
  return (set) => {
    const texts = loaded.get(set) ?? set.readTexts();
    loaded.set(set, texts);
    return texts;
  };
}

/** Equal hashes are settled by text. */
async function settled(
  met: Met,
  { set, row }: { readonly set: RowSet; readonly row: number },
  textsOf: TextsOf,
): Promise<{ readonly isSame: boolean } | undefined> {
  const before: RowWithContent = { columns: met.set.columns, texts: await textsOf(met.set), row: met.row };
  const after: RowWithContent = { columns: set.columns, texts: await textsOf(set), row };
  return isSameRow(before, after) ? { isSame: saysTheSame(before, after) } : undefined;
}
