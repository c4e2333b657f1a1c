import type { Table } from "dexie";

import type { PartitionKey } from "#src/domain/ledger.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { StoredTable } from "#src/domain/tables.ts";

import type { BlockPart, StoredBlock } from "./blockFormat.ts";
import { isIntact, type Sealed } from "./checksum.ts";
import { Refusing } from "./connection.ts";
import type { LedgerDatabase, MetaRow } from "./database.ts";
import { decodeImport } from "./importRows.ts";
import type { StoreRefusal, StoreState } from "./ledgerStore.ts";
import { damagedImport, LOST } from "./refusals.ts";
import { decodeTable } from "./tableRows.ts";

/**
 * The state, or `known` itself when it still holds: then two rows are read, however many imports
 * there are.
 *
 * @param owner  the store that asks; numbers that others staged blocks under are not free to it
 */
export async function readLedgerState(
  db: LedgerDatabase,
  from: {
    readonly owner: string;
    readonly known: StoreState | undefined;
    readonly metaOf: (db: LedgerDatabase) => Promise<MetaRow>;
  },
): Promise<StoreState> {
  return db.transaction("r", db.meta, db.settings, db.imports, async () => {
    const meta = await from.metaOf(db);
    const settings = { ...DEFAULT_SETTINGS, ...(await db.settings.get("settings"))?.settings };
    const { dataVersion, lastBackupMs = null } = meta;
    const taken = meta.staged.filter(({ owner }) => owner !== from.owner).map(({ importId }) => importId + 1);
    const nextImportId = Math.max(meta.nextImportId, ...taken);
    const { known } = from;
    if (known && isSame(stampOf(known), stampOf({ dataVersion, nextImportId, lastBackupMs, settings }))) return known;
    const rows = await intact(await db.imports.toArray(), ({ importId }) => damagedImport(importId, undefined));
    return {
      dataVersion,
      nextImportId,
      imports: rows.map(decodeImport),
      partitions: rows.flatMap(({ infos }) => infos),
      settings,
      lastBackupMs,
    };
  });
}

/** All that can change of a state while its dataVersion stays, and that. */
function stampOf({ dataVersion, nextImportId, lastBackupMs, settings }: Omit<StoreState, "imports" | "partitions">) {
  return { dataVersion, nextImportId, lastBackupMs, settings };
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** One part of one partition, checked; nothing else is read. */
export async function readBlock<Part extends BlockPart>(
  db: LedgerDatabase,
  { importId, ordinal }: PartitionKey,
  part: Part,
): Promise<Extract<StoredBlock, { part: Part }>> {
  const block = await db.blocks.get([importId, ordinal, part]);
  if (block && isPart(block, part) && isIntact(block)) return block;
  throw new Refusing(await damageTo(db, importId));
}

function isPart<Part extends BlockPart>(block: StoredBlock, part: Part): block is Extract<StoredBlock, { part: Part }> {
  return block.part === part;
}

/** Every import's rows of a dataset, in the order of the imports. */
export async function readTables(db: LedgerDatabase, dataset: StoredTable["dataset"]): Promise<StoredTable[]> {
  return db.transaction("r", db.imports, db.tableRows, async () => {
    const rows = await intact(await db.imports.toArray(), ({ importId }) => damagedImport(importId, undefined));
    const tables: StoredTable[] = [];
    for (const { importId, record } of rows) {
      if (record.dataset !== dataset) continue;
      const refusal = damagedImport(importId, record.fileName);
      const blocks = await db.tableRows.where("[importId+ordinal]").between([importId], [importId, []]).toArray();
      const table = decodeTable(await intact(blocks, () => refusal));
      if (table?.importId !== importId || table.dataset !== dataset) throw new Refusing(refusal);
      tables.push(table);
    }
    return tables;
  });
}

/** How to say that something of an import is damaged. */
export async function damageTo(db: LedgerDatabase, importId: number): Promise<StoreRefusal> {
  const row = await db.imports.get(importId);
  return damagedImport(importId, row?.record.fileName);
}

/** The rows themselves. @throws Refusing that names the import of a changed row */
export async function intact<Row extends Sealed<object>>(
  rows: Row[],
  refusalFor: (row: Row) => StoreRefusal | Promise<StoreRefusal>,
): Promise<Row[]> {
  const damaged = rows.find((row) => !isIntact(row));
  if (damaged) throw new Refusing(await refusalFor(damaged));
  return rows;
}

/**
 * Finds the row that makes a table unreadable as a whole, as one missing file behind it does.
 *
 * @param importOf  the import that a key belongs to
 */
export async function findUnreadable<Key>(
  table: Table<unknown, Key>,
  importOf: (key: Key) => StoreRefusal | Promise<StoreRefusal>,
): Promise<StoreRefusal> {
  for (const key of await table.toCollection().primaryKeys()) {
    const isReadable = await table.get(key).then(
      () => true,
      () => false,
    );
    if (!isReadable) return importOf(key);
  }
  return LOST;
}
