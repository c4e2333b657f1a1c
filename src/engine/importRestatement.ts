import type { LedgerColumns } from "#src/domain/columns.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";

import { addRow, dayOfRow, flowTypes, type FlowByDay } from "./dayFlows.ts";
import { throwIfAborted } from "./fault.ts";
import type { Held } from "./held.ts";
import { keyOf, marked, type Ledger } from "./ledger.ts";
import type { RowSet } from "./pairedRows.ts";
import type { OnProgress, Restatement } from "./protocol.ts";
import { restatementOf } from "./restatement.ts";
import { valueOf } from "./storeFault.ts";

export interface RestatementOptions {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress | undefined;
}

/**
 * What one import changed: the ledger of the imports up to it against that of those before it. What came later, and
 * what was deleted, plays no part.
 */
export async function importRestatement(
  held: Held,
  { store, importId }: { readonly store: LedgerStore; readonly importId: number },
  { signal, onProgress }: RestatementOptions,
): Promise<Restatement> {
  const { ledger, kept, state } = held;
  if (!state.imports.some((record) => record.importId === importId)) throw new Error(`no import ${importId}`);
  const { transfers } = state.settings;
  const lastUsed = kept.limit.asOf ?? kept.limit.today;
  const supersessions = valueOf(await store.readSupersessions());
  const earlier = supersessions.filter(({ byImport }) => byImport < importId);
  const deadBefore = marked(new Map(), ledger.infos, earlier);
  const own = supersessions.filter(({ byImport }) => byImport === importId);
  const deadByIt = marked(new Map(), ledger.infos, own);

  const before: FlowByDay = new Map();
  const types = flowTypes(transfers);
  const removed: RowSet[] = [];
  const added: RowSet[] = [];
  const reached = ledger.infos.filter((info) => info.importId <= importId);
  for (const [place, info] of reached.entries()) {
    throwIfAborted(signal);
    onProgress?.({ done: place, total: reached.length });
    const block = ledger.infos.indexOf(info);
    const { columns } = await ledger.part(block);
    const [wasDead, isDead] = [deadBefore.get(keyOf(info)), deadByIt.get(keyOf(info))];
    if (info.importId === importId) {
      added.push(rowSet(ledger, { block, columns, holds: (row) => isDead?.[row] !== 1 }));
      continue;
    }
    for (let row = 0; row < info.rows; row++) {
      if (wasDead?.[row] !== 1 && dayOfRow(columns, row) <= lastUsed) addRow(before, { columns, row, sign: 1 }, types);
    }
    if (isDead)
      removed.push(rowSet(ledger, { block, columns, holds: (row) => isDead[row] === 1 && wasDead?.[row] !== 1 }));
  }
  return restatementOf({ before, removed, added, transfers, lastUsed });
}

/** What changes from a ledger to one that was made of it by adding imports. */
export async function changedRows(
  from: Ledger,
  to: Ledger,
): Promise<{ readonly removed: RowSet[]; readonly added: RowSet[] }> {
  const removed: RowSet[] = [];
  const added: RowSet[] = [];
  const stored = from.infos.length;
  for (const block of to.infos.keys()) {
    const isDead = await to.dead(block);
    if (block >= stored) {
      const { columns } = await to.part(block);
      added.push(rowSet(to, { block, columns, holds: (row) => isDead?.[row] !== 1 }));
      continue;
    }
    const wasDead = await from.dead(block);
    if (isDead === wasDead || !isDead) continue;
    const { columns } = await to.part(block);
    removed.push(rowSet(to, { block, columns, holds: (row) => isDead[row] === 1 && wasDead?.[row] !== 1 }));
  }
  return { removed, added };
}

function rowSet(
  ledger: Ledger,
  {
    block,
    columns,
    holds,
  }: { readonly block: number; readonly columns: LedgerColumns; readonly holds: (row: number) => boolean },
): RowSet {
  const rows = new Uint32Array(columns.rows);
  let count = 0;
  for (let row = 0; row < columns.rows; row++) if (holds(row)) rows[count++] = row;
  return {
    columns,
    rows: rows.slice(0, count),
    readHashes: () => ledger.hashes(block),
    readTexts: () => ledger.texts(block),
  };
}
