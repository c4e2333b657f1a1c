import type { LedgerColumns, TextColumn } from "#src/domain/columns.ts";
import { packTexts, textAt } from "#src/domain/columns.ts";
import type { Partition, PartitionInfo } from "#src/domain/ledger.ts";
import type { CompactedImport, LedgerStore, SupersessionBy } from "#src/store/ledgerStore.ts";

import { throwIfAborted } from "./fault.ts";
import type { Held } from "./held.ts";
import { keyOf, type Ledger } from "./ledger.ts";
import { valueOf } from "./storeFault.ts";
import { partitionInfo } from "./takenBlock.ts";

/** Compaction is worth it from this many rows that no figure is made of, or from this share of all rows. */
const WORTH_ROWS = 20_000;
const WORTH_SHARE = 0.25;

/** The newest imports can always be undone. */
const UNDOABLE_IMPORTS = 30;

/** Rows rewritten at a time: what is in memory at once. */
const ROWS_AT_ONCE = 2_000_000;

/** What to hand to the store, and how many rows that frees. */
export interface CompactionPlan {
  readonly rows: number;
  readonly compacted: readonly CompactedImport[];
  readonly gone: Parameters<LedgerStore["compact"]>[1];
}

/** A block with rows to drop; nothing but old imports stands over any row of it. */
interface Droppable {
  readonly block: number;
  readonly info: PartitionInfo;
  readonly dead: Uint8Array;
  readonly rows: number;
  readonly by: readonly SupersessionBy[];
}

/**
 * What can be dropped for good: rows of old imports that only old imports stand over. A block that a recent import
 * stands over as well is left as it is, so that the undo of that import finds its rows.
 *
 * @returns undefined when it is not worth it
 */
export async function planCompaction(
  { ledger, state }: Held,
  store: LedgerStore,
  signal: AbortSignal | undefined,
): Promise<CompactionPlan | undefined> {
  const old = new Set(state.imports.slice(0, -UNDOABLE_IMPORTS).map(({ importId }) => importId));
  const supersessions = old.size === 0 ? [] : valueOf(await store.readSupersessions());
  const droppable = droppableBlocks(ledger.infos, supersessions, old);
  const freed = droppable.reduce((rows, one) => rows + one.rows, 0);
  const all = ledger.infos.reduce((rows, info) => rows + info.rows, 0);
  if (freed === 0 || (freed < WORTH_ROWS && freed < WORTH_SHARE * all)) return undefined;

  const { taken, closed } = chosenBlocks(droppable, ledger.infos);
  const compacted: CompactedImport[] = [];
  for (const record of state.imports.filter(({ importId }) => closed.has(importId))) {
    throwIfAborted(signal);
    const partitions = await keptPartitions(ledger, record.importId, taken);
    const partitionInfos = partitions.map((partition) => partitionInfo(record.importId, partition));
    compacted.push({
      record: { ...record, isCompacted: true, partitions: partitions.length },
      partitions,
      partitionInfos,
    });
  }
  return {
    rows: taken.reduce((rows, one) => rows + one.rows, 0),
    compacted,
    gone: taken.flatMap(({ by }) => by.map(({ byImport, importId, ordinal }) => ({ byImport, importId, ordinal }))),
  };
}

function droppableBlocks(
  infos: readonly PartitionInfo[],
  supersessions: readonly SupersessionBy[],
  old: ReadonlySet<number>,
): Droppable[] {
  const byBlock = new Map<string, SupersessionBy[]>();
  for (const one of supersessions) byBlock.set(keyOf(one), [...(byBlock.get(keyOf(one)) ?? []), one]);
  return infos.flatMap((info, block) => {
    const by = byBlock.get(keyOf(info)) ?? [];
    if (by.length === 0 || !old.has(info.importId) || !by.every(({ byImport }) => old.has(byImport))) return [];
    const dead = new Uint8Array(info.rows);
    for (const { rows } of by) for (const row of rows) dead[row] = 1;
    return [{ block, info, dead, by, rows: dead.reduce((sum, mark) => sum + mark, 0) }];
  });
}

/** The oldest imports with something to drop and those that stand over them, as many as are rewritten at once. */
function chosenBlocks(
  droppable: readonly Droppable[],
  infos: readonly PartitionInfo[],
): { readonly taken: readonly Droppable[]; readonly closed: ReadonlySet<number> } {
  const taken: Droppable[] = [];
  let closed = new Set<number>();
  for (const importId of new Set(droppable.map(({ info }) => info.importId))) {
    const own = droppable.filter(({ info }) => info.importId === importId);
    const next = new Set([...closed, importId, ...own.flatMap(({ by }) => by.map(({ byImport }) => byImport))]);
    const rows = infos.reduce((sum, info) => sum + (next.has(info.importId) ? info.rows : 0), 0);
    if (taken.length > 0 && rows > ROWS_AT_ONCE) break;
    taken.push(...own);
    closed = next;
  }
  return { taken, closed };
}

/** All blocks of an import, without the rows that are dropped; a block that has none left is left out. */
async function keptPartitions(ledger: Ledger, importId: number, dropped: readonly Droppable[]): Promise<Partition[]> {
  const partitions: Partition[] = [];
  for (const [block, info] of ledger.infos.entries()) {
    if (info.importId !== importId) continue;
    const dead = dropped.find((one) => one.block === block)?.dead;
    const { columns } = await ledger.part(block);
    const kept = rowsWithout(dead, info.rows);
    if (kept.length === 0) continue;
    const { hashLow, hashHigh } = await ledger.hashes(block);
    const { ids, lots } = await ledger.texts(block);
    partitions.push({
      ordinal: info.ordinal,
      columns: pickedColumns(columns, kept),
      identity: {
        hashLow: kept.map((row) => hashLow[row]!),
        hashHigh: kept.map((row) => hashHigh[row]!),
        ids: ids && pickedTexts(ids, kept),
        lots: lots && pickedTexts(lots, kept),
      },
    });
  }
  return partitions;
}

function rowsWithout(dead: Uint8Array | undefined, rows: number): Uint32Array {
  const kept = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (dead?.[row] !== 1) kept[count++] = row;
  return kept.slice(0, count);
}

function pickedColumns(columns: LedgerColumns, rows: Uint32Array): LedgerColumns {
  const { annualRatePpm, interestDue, couponAmount, isAuto } = columns;
  return {
    rows: rows.length,
    instant: Uint32Array.from(rows, (row) => columns.instant[row]!),
    type: Uint8Array.from(rows, (row) => columns.type[row]!),
    amount: Float64Array.from(rows, (row) => columns.amount[row]!),
    lender: Uint32Array.from(rows, (row) => columns.lender[row]!),
    product: Uint16Array.from(rows, (row) => columns.product[row]!),
    channel: Uint16Array.from(rows, (row) => columns.channel[row]!),
    termDays: Uint16Array.from(rows, (row) => columns.termDays[row]!),
    ...(annualRatePpm ? { annualRatePpm: Int32Array.from(rows, (row) => annualRatePpm[row]!) } : {}),
    ...(interestDue ? { interestDue: Float64Array.from(rows, (row) => interestDue[row]!) } : {}),
    ...(couponAmount ? { couponAmount: Float64Array.from(rows, (row) => couponAmount[row]!) } : {}),
    ...(isAuto ? { isAuto: Uint8Array.from(rows, (row) => isAuto[row]!) } : {}),
  };
}

function pickedTexts(texts: TextColumn, rows: Uint32Array): TextColumn {
  return packTexts(Array.from(rows, (row) => textAt(texts, row)));
}
