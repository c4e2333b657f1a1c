import { Dexie } from "dexie";

import { refused, type Result } from "#src/domain/result.ts";

import { orRefuse, Refusing, type Connection } from "./connection.ts";
import { freshMark, type LedgerDatabase, type MetaRow } from "./database.ts";
import type { LedgerChanges } from "./ledgerChanges.ts";
import type { BackupOptions, BackupRefusal, CommitOutcome } from "./ledgerStore.ts";
import { removeStaged, type Writer } from "./ledgerWrites.ts";
import { LOST, UNSTAGED } from "./refusals.ts";
import { restoreInto, type RestoredLedger, type RestoreTarget, type StagedRow } from "./restore.ts";

type RestoreOptions = Pick<BackupOptions, "passphrase" | "signal" | "onProgress">;

/**
 * Puts a backup in the place of the ledger: its rows are staged under numbers that no import has, and one transaction
 * deletes all others and gives the ledger a new generation, so that no tab writes upon what it knew before.
 */
export async function restoreLedger(
  { connection, changes }: { readonly connection: Connection; readonly changes: LedgerChanges },
  file: Blob,
  options: RestoreOptions,
): Promise<Result<void, BackupRefusal>> {
  const generation = freshMark();
  let importIds: readonly number[] = [];
  const target: RestoreTarget = {
    reserve: async (ids, nextImportId) =>
      orRefuse(
        await changes.write(async (db, by) => {
          const more = await reserveNumbers(db, by, { importIds: ids, nextImportId });
          importIds = ids.map((id) => id + more);
          return more;
        }),
      ),
    stage: async (rows) => orRefuse(await changes.write((db, by) => stageRows(db, by, rows))),
    flip: async (restored) => {
      const meta = orRefuse(await connection.read((db) => connection.metaOf(db)));
      connection.expect(generation);
      const work = (db: LedgerDatabase, by: Writer): Promise<CommitOutcome> =>
        flip(db, by, { restored, importIds, generation, dataVersion: meta.dataVersion });
      const outcome = orRefuse(await changes.change(meta.dataVersion, work));
      if (outcome.type !== "committed") throw new Refusing(LOST);
    },
    discard: async () => void (await changes.write((db, by) => removeStaged(db, by, "own"))),
  };
  try {
    return await restoreInto(target, file, options);
  } catch (error) {
    if (error instanceof Refusing) return refused(error.refusal);
    throw error;
  }
}

async function reserveNumbers(
  db: LedgerDatabase,
  writer: Writer,
  { importIds, nextImportId }: { readonly importIds: readonly number[]; readonly nextImportId: number },
): Promise<number> {
  return db.transaction("rw", db.tables, async () => {
    await removeStaged(db, writer, "own");
    const meta = await writer.metaOf(db);
    const free = Math.max(meta.nextImportId, ...meta.staged.map(({ importId }) => importId + 1));
    const more = Math.max(0, free - (importIds[0] ?? nextImportId));
    const staged = importIds.map((id) => ({ importId: id + more, owner: writer.owner }));
    await db.meta.put({ ...meta, staged: [...meta.staged, ...staged] });
    return more;
  });
}

async function stageRows(db: LedgerDatabase, writer: Writer, rows: readonly StagedRow[]): Promise<void> {
  const tables = [db.blocks, db.tableRows, db.rejects, db.supersessions];
  await db.transaction("rw", [db.meta, ...tables], async () => {
    await writer.metaOf(db);
    await db.blocks.bulkPut(rows.flatMap((one) => (one.kind === "blocks" ? [one.row] : [])));
    await db.tableRows.bulkPut(rows.flatMap((one) => (one.kind === "tableRows" ? [one.row] : [])));
    await db.rejects.bulkPut(rows.flatMap((one) => (one.kind === "rejects" ? [one.row] : [])));
    await db.supersessions.bulkPut(rows.flatMap((one) => (one.kind === "supersessions" ? [one.row] : [])));
  });
}

interface Flip {
  readonly restored: RestoredLedger;
  readonly importIds: readonly number[];
  readonly generation: string;
  readonly dataVersion: number;
}

async function flip(db: LedgerDatabase, writer: Writer, to: Flip): Promise<CommitOutcome> {
  const { restored, importIds, dataVersion } = to;
  return db.transaction("rw", db.tables, async () => {
    const meta = await writer.metaOf(db);
    if (meta.dataVersion !== dataVersion) return { type: "outdated" };
    await keepOnly(db, importIds);
    const { blocks, tableRows, rejects, supersessions } = restored.staged;
    const isComplete =
      (await db.blocks.count()) === blocks &&
      (await db.tableRows.count()) === tableRows &&
      (await db.rejects.count()) === rejects &&
      (await db.supersessions.count()) === supersessions;
    if (!isComplete) throw new Refusing(UNSTAGED);
    for (const table of [db.imports, db.dictionaries, db.settings, db.mappings, db.attempts, db.summaries]) {
      await table.clear();
    }
    await db.imports.bulkAdd([...restored.imports]);
    await db.dictionaries.bulkAdd([...restored.dictionaries]);
    await db.settings.bulkAdd([...restored.settings]);
    await db.mappings.bulkAdd([...restored.mappings]);
    await db.attempts.bulkAdd([...restored.attempts]);
    const next: MetaRow = {
      key: "ledger",
      generation: to.generation,
      dataVersion: dataVersion + 1,
      nextImportId: Math.max(meta.nextImportId, restored.nextImportId),
      dictionarySizes: restored.dictionarySizes,
      lastChange: writer.mark,
      staged: [],
      lastBackupMs: restored.madeAtMs,
    };
    await db.meta.put(next);
    return { type: "committed", dataVersion: dataVersion + 1 };
  });
}

/** Deletes the rows of all imports but these, whose numbers are greater than any before. */
async function keepOnly(db: LedgerDatabase, importIds: readonly number[]): Promise<void> {
  const [first] = importIds;
  const last = importIds.at(-1);
  const tables = [
    db.blocks.where("[importId+ordinal+part]"),
    db.rejects.where("[importId+from]"),
    db.tableRows.where("[importId+ordinal]"),
    db.supersessions.where("[byImport+importId+ordinal]"),
  ];
  for (const where of tables) {
    await where.below([first ?? Dexie.maxKey]).delete();
    if (last !== undefined) await where.above([last, Dexie.maxKey]).delete();
  }
}
