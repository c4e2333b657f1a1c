import { accepted, refused, type Result } from "#src/domain/result.ts";

import { writeBackup, type BackupSource } from "./backup.ts";
import { BackupRefused } from "./backupFormat.ts";
import { isWhole, type Kind, type KindRow } from "./backupRows.ts";
import { orRefuse, Refusing, type Connection } from "./connection.ts";
import type { LedgerDatabase, MetaRow } from "./database.ts";
import { damageTo } from "./ledgerReads.ts";
import type { BackupOptions, StoreRefusal } from "./ledgerStore.ts";
import { BACKUP_OVERTAKEN, DAMAGED_LEDGER } from "./refusals.ts";

/** As often as another tab may be quicker. */
const TRIES = 3;

/** One file of everything under one dataVersion: begun anew when the ledger changes meanwhile. */
export async function backupOf(connection: Connection, options: BackupOptions): Promise<Result<Blob, StoreRefusal>> {
  const readMeta = (): Promise<Result<MetaRow, StoreRefusal>> => connection.read((db) => connection.metaOf(db));
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const before = await readMeta();
    if (!before.ok) return before;
    const result = await refusing(async () => writeBackup(await sourceOf(connection, before.value), options));
    const after = await readMeta();
    if (!after.ok) return after;
    if (after.value.lastChange === before.value.lastChange) return result;
  }
  return refused(BACKUP_OVERTAKEN);
}

async function refusing(work: () => Promise<Blob>): Promise<Result<Blob, StoreRefusal>> {
  try {
    return accepted(await work());
  } catch (error) {
    if (error instanceof Refusing) return refused(error.refusal);
    // What `writeBackup` refuses is its own file, in the words of a store.
    if (error instanceof BackupRefused) return refused(error.refusal as StoreRefusal);
    throw error;
  }
}

async function sourceOf(connection: Connection, meta: MetaRow): Promise<BackupSource> {
  const staged = new Set(meta.staged.map(({ importId }) => importId));
  const rows = orRefuse(await connection.read((db) => db.imports.toArray()));
  const blockRows = rows.flatMap(({ infos }) => infos).reduce((sum, info) => sum + info.rows, 0);
  const ownRows = rows.reduce((sum, { infos, record }) => sum + (infos.length > 0 ? 0 : record.counts.accepted), 0);
  return {
    nextImportId: meta.nextImportId,
    imports: rows.length,
    rows: blockRows + ownRows,
    bytes: 100_000 + (blockRows + ownRows) * ROW_BYTES,
    read: (kind) => rowsOf(connection, kind, staged),
  };
}

/** Columns, hashes and texts of a usual row; only for showing how far a backup is. */
const ROW_BYTES = 70;

/** Row by row: one that cannot be read names its import, and the rest need not be in memory. */
async function* rowsOf(
  connection: Connection,
  kind: Kind,
  staged: ReadonlySet<number>,
): AsyncGenerator<object, void, undefined> {
  const keys = orRefuse(await connection.read((db) => tableOf(db, kind).toCollection().primaryKeys()));
  for (const key of keys) {
    const importId = importOf(kind, key);
    if (importId !== undefined && staged.has(importId)) continue;
    yield orRefuse(
      await connection.read(
        async (db) => {
          const row: unknown = await tableOf(db, kind).get(key);
          // What lies in a table is of its kind; its checksum vouches for the rest.
          if (typeof row === "object" && row !== null && isWhole({ kind, row } as KindRow)) return row;
          throw new Refusing(await damageOf(db, importId));
        },
        (db) => damageOf(db, importId),
      ),
    );
  }
}

function tableOf(db: LedgerDatabase, kind: Kind): ReturnType<LedgerDatabase["table"]> {
  return db.table(kind);
}

function importOf(kind: Kind, key: unknown): number | undefined {
  const parts: unknown[] = Array.isArray(key) ? key : [key];
  const [first] = parts;
  const isOfImport = kind !== "attempts" && kind !== "dictionaries";
  return isOfImport && typeof first === "number" ? first : undefined;
}

async function damageOf(db: LedgerDatabase, importId: number | undefined): Promise<StoreRefusal> {
  return importId === undefined ? DAMAGED_LEDGER : damageTo(db, importId);
}
