import { textAt, type LedgerColumns, type RowIdentity } from "#src/domain/columns.ts";

import { blockStarts, HashTable, NO_ROW, placeOf, type HashedBlock, type Place } from "./hashTable.ts";

/** What settles whether two rows of equal hash are one row, and whether they say the same. */
export interface RowContent {
  readonly columns: LedgerColumns;
  readonly texts: Pick<RowIdentity, "ids" | "lots">;
}

export interface DuplicateInput {
  /** The import's own blocks in file order. */
  readonly own: readonly HashedBlock[];
  /** Every block stored so far. */
  readonly stored: readonly HashedBlock[];
  readonly ownContent: (block: number) => Promise<RowContent>;
  readonly storedContent: (block: number) => Promise<RowContent>;
}

export interface Duplicates {
  /** Rows that this import stands over, by block; row numbers ascending. */
  readonly ownSuperseded: ReadonlyMap<number, Uint32Array>;
  readonly storedSuperseded: ReadonlyMap<number, Uint32Array>;
  /** The import's rows that are not new, in file order. */
  readonly notNew: readonly {
    readonly block: number;
    readonly row: number;
    readonly standing: "duplicate" | "replaced";
  }[];
}

/** A row of the import and an earlier row of equal hash. */
interface Meeting {
  readonly row: Place;
  readonly earlier: Place;
  readonly earlierIsStored: boolean;
  readonly earlierIsLive: boolean;
}

/** Small enough for its table to stay in the processor's cache. */
const ROWS_A_PASS = 1 << 17;

/**
 * Which rows of an import are already known (ID1–ID4), by its rows' own order and after every row
 * stored so far. A row that meets an earlier one supersedes it, whether or not both say the same,
 * so that deleting either import leaves the other's row in force.
 *
 * Rows are matched by 64-bit hash and settled by their texts. Passes over the hashes, each with a
 * share of the hash space, keep memory small at any number of rows.
 */
export async function findDuplicates(input: DuplicateInput, rowsAPass = ROWS_A_PASS): Promise<Duplicates> {
  return settle(meetings(input, rowsAPass), input);
}

function meetings(input: DuplicateInput, rowsAPass: number): Meeting[] {
  const starts = blockStarts(input.own);
  const rows = starts[input.own.length]!;
  const bits = Math.max(0, Math.ceil(Math.log2(rows / rowsAPass)));
  const spread = bits === 0 ? inOneShare([...input.own, ...input.stored]) : spreadByHash(bits);
  const own = input.own.map(spread);
  const stored = input.stored.map(spread);
  const table = new HashTable(Math.ceil((rows / 2 ** bits) * 1.3) + 64);
  const found: Meeting[] = [];
  for (let pass = 0; pass < 2 ** bits; pass++) {
    table.clear();
    for (const [block, { hashes, shareOf }] of own.entries()) {
      const { hashLow, hashHigh } = hashes;
      for (const row of shareOf(pass)) {
        const earlier = table.put(hashLow[row]!, hashHigh[row]!, starts[block]! + row);
        if (earlier === NO_ROW) continue;
        const place = placeOf(earlier, starts);
        found.push({ row: { block, row }, earlier: place, earlierIsStored: false, earlierIsLive: true });
      }
    }
    for (const [block, { hashes, dead, shareOf }] of stored.entries()) {
      const { hashLow, hashHigh } = hashes;
      for (const row of shareOf(pass)) {
        const met = table.first(hashLow[row]!, hashHigh[row]!);
        if (met === NO_ROW) continue;
        const earlierIsLive = dead?.[row] !== 1;
        found.push({ row: placeOf(met, starts), earlier: { block, row }, earlierIsStored: true, earlierIsLive });
      }
    }
  }
  return found;
}

interface SpreadBlock extends HashedBlock {
  /** The rows of a pass, ascending. */
  readonly shareOf: (pass: number) => Uint32Array;
}

/** Every row in the only pass there is. */
function inOneShare(blocks: readonly HashedBlock[]): (block: HashedBlock) => SpreadBlock {
  const most = blocks.reduce((rows, block) => Math.max(rows, block.rows), 0);
  const rowNumbers = Uint32Array.from({ length: most }, (_, row) => row);
  return (block) => ({ ...block, shareOf: () => rowNumbers.subarray(0, block.rows) });
}

/** Rows by the first bits of their hash, counted once, so that no pass looks at another's rows. */
function spreadByHash(bits: number): (block: HashedBlock) => SpreadBlock {
  return (block) => {
    const { rows, hashes } = block;
    const order = new Uint32Array(rows);
    const ends = new Uint32Array(2 ** bits + 1);
    const shift = 32 - bits;
    for (let row = 0; row < rows; row++) ends[(hashes.hashHigh[row]! >>> shift) + 1]!++;
    for (let share = 0; share < 2 ** bits; share++) ends[share + 1]! += ends[share]!;
    const next = ends.slice();
    for (let row = 0; row < rows; row++) order[next[hashes.hashHigh[row]! >>> shift]!++] = row;
    return { ...block, shareOf: (pass) => order.subarray(ends[pass], ends[pass + 1]) };
  };
}

async function settle(found: readonly Meeting[], input: DuplicateInput): Promise<Duplicates> {
  const ownSuperseded = new Map<number, number[]>();
  const storedSuperseded = new Map<number, number[]>();
  const standings = new Map<number, Map<number, "duplicate" | "replaced">>();
  const own = once(input.ownContent);
  const stored = once(input.storedContent);
  for (const { row, earlier, earlierIsStored, earlierIsLive } of found) {
    const mine = { ...(await own(row.block)), row: row.row };
    const theirs = { ...(await (earlierIsStored ? stored : own)(earlier.block)), row: earlier.row };
    if (!isSameRow(mine, theirs)) continue;
    listAt(earlierIsStored ? storedSuperseded : ownSuperseded, earlier.block).push(earlier.row);
    if (!earlierIsLive) continue;
    const standing = saysTheSame(mine, theirs) ? "duplicate" : "replaced";
    mapAt(standings, row.block).set(row.row, standing);
  }
  return {
    ownSuperseded: sortedRows(ownSuperseded),
    storedSuperseded: sortedRows(storedSuperseded),
    notNew: [...standings]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([block, rows]) =>
        [...rows].toSorted(([a], [b]) => a - b).map(([row, standing]) => ({ block, row, standing })),
      ),
  };
}

function once<Value>(load: (block: number) => Promise<Value>): (block: number) => Promise<Value> {
  const loaded = new Map<number, Promise<Value>>();
  return (block) => {
    const value = loaded.get(block) ?? load(block);
    loaded.set(block, value);
    return value;
  };
}

function listAt(map: Map<number, number[]>, key: number): number[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function mapAt<Value>(map: Map<number, Map<number, Value>>, key: number): Map<number, Value> {
  const inner = map.get(key) ?? new Map<number, Value>();
  map.set(key, inner);
  return inner;
}

function sortedRows(map: ReadonlyMap<number, readonly number[]>): Map<number, Uint32Array> {
  return new Map([...map].map(([block, rows]) => [block, Uint32Array.from(new Set(rows)).sort()]));
}

export interface RowWithContent extends RowContent {
  readonly row: number;
}

/** Of two rows with equal hash: equal ids; without ids the content that was hashed. */
export function isSameRow(a: RowWithContent, b: RowWithContent): boolean {
  if (a.texts.ids && b.texts.ids) return textAt(a.texts.ids, a.row) === textAt(b.texts.ids, b.row);
  return !a.texts.ids && !b.texts.ids && saysTheSame(a, b);
}

/** Whether two rows of one identity agree in all else. */
export function saysTheSame(a: RowWithContent, b: RowWithContent): boolean {
  const [x, y] = [a.columns, b.columns];
  return (
    x.instant[a.row] === y.instant[b.row] &&
    x.type[a.row] === y.type[b.row] &&
    x.amount[a.row] === y.amount[b.row] &&
    x.lender[a.row] === y.lender[b.row] &&
    x.product[a.row] === y.product[b.row] &&
    x.channel[a.row] === y.channel[b.row] &&
    x.termDays[a.row] === y.termDays[b.row] &&
    (x.annualRatePpm?.[a.row] ?? -1) === (y.annualRatePpm?.[b.row] ?? -1) &&
    (x.interestDue?.[a.row] ?? -1) === (y.interestDue?.[b.row] ?? -1) &&
    (x.couponAmount?.[a.row] ?? -1) === (y.couponAmount?.[b.row] ?? -1) &&
    (x.isAuto?.[a.row] ?? 0) === (y.isAuto?.[b.row] ?? 0) &&
    (a.texts.lots ? textAt(a.texts.lots, a.row) : "") === (b.texts.lots ? textAt(b.texts.lots, b.row) : "")
  );
}
