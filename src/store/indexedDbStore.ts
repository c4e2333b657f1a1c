import type { Result } from "#src/domain/result.ts";

import { decodeColumns, decodeHashes, decodeTexts } from "./blockFormat.ts";
import { ChangeSignal } from "./changeSignal.ts";
import { writeCompaction } from "./compaction.ts";
import { Connection, Refusing } from "./connection.ts";
import { deleteDatabase, freshMark, rejectsOf, type LedgerDatabase } from "./database.ts";
import { joinNames } from "./dictionaryRows.ts";
import { decodeRejects, decodeSupersession } from "./importRows.ts";
import { LedgerChanges } from "./ledgerChanges.ts";
import { damageTo, findUnreadable, intact, readBlock, readLedgerState, readTables } from "./ledgerReads.ts";
import type { CommitOutcome, LedgerStore, StoreRefusal, StoreState } from "./ledgerStore.ts";
import { removeImports, removeStaged, stageBlocks, writeCommit, type Writer } from "./ledgerWrites.ts";
import { decodeMappings } from "./mappingRows.ts";
import { DAMAGED_LEDGER, damagedImport } from "./refusals.ts";
import { putAttempts, putLastBackup, putMappings, putSettings, putSummaries, removeMapping } from "./smallWrites.ts";
import { currentValue } from "./summaryRows.ts";
import { ifNobodyWrites } from "./writeLock.ts";

/** The ledger in IndexedDB, shared by all tabs of this origin. Backups are rare: their code comes when first asked for. */
export function createIndexedDbStore(name = "dipper"): LedgerStore {
  const owner = freshMark();
  const connection = new Connection(name);
  const signal = new ChangeSignal(
    name,
    () => connection.generation,
    (dataVersion) => void forget(dataVersion),
  );
  const changes = new LedgerChanges(connection, owner);
  const write = changes.write.bind(changes);
  let known: StoreState | undefined;

  const metaOf = connection.metaOf.bind(connection);

  async function forget(dataVersion: number): Promise<void> {
    known = undefined;
    await connection.forget(dataVersion);
  }

  async function readState(): Promise<Result<StoreState, StoreRefusal>> {
    const state = await connection.read(
      (db) => readLedgerState(db, { owner, known, metaOf }),
      (db) => findUnreadable(db.imports, (importId) => damagedImport(importId, undefined)),
    );
    if (state.ok) known = state.value;
    return state;
  }

  async function change(
    dataVersion: number,
    work: (db: LedgerDatabase, by: Writer) => Promise<CommitOutcome>,
  ): Promise<Result<CommitOutcome, StoreRefusal>> {
    const outcome = await changes.change(dataVersion, work);
    if (outcome.ok && outcome.value.type === "committed") {
      signal.send({ type: "changed", generation: connection.generation, dataVersion: outcome.value.dataVersion });
    }
    return outcome;
  }

  return {
    async open() {
      connection.reset();
      signal.open();
      const opened = await connection.database();
      if (!opened.ok) return opened;
      // What others staged may go only when none of them is at work; if it cannot, it does no harm.
      await ifNobodyWrites(async () => void (await write((db, by) => removeStaged(db, by, "others"))));
      return readState();
    },
    readState,

    stage: (importId, partitions) => write((db, by) => stageBlocks(db, by, { importId, partitions })),
    unstage: async (importId) => void (await write((db, by) => removeStaged(db, by, importId))),
    commit: (commit) => change(commit.dataVersion, (db, by) => writeCommit(db, by, commit)),
    deleteImports: (importIds, dataVersion) =>
      change(dataVersion, (db, by) => removeImports(db, by, { importIds, dataVersion })),

    readColumns: (key) =>
      connection.read(
        async (db) => decodeColumns(await readBlock(db, key, "columns")),
        (db) => damageTo(db, key.importId),
      ),
    readHashes: (key) =>
      connection.read(
        async (db) => decodeHashes(await readBlock(db, key, "hashes")),
        (db) => damageTo(db, key.importId),
      ),
    readTexts: (key) =>
      connection.read(
        async (db) => decodeTexts(await readBlock(db, key, "texts")),
        (db) => damageTo(db, key.importId),
      ),

    readDictionaries: () =>
      connection.read(
        (db) =>
          db.transaction("r", db.meta, db.dictionaries, async () => {
            const { dictionarySizes } = await metaOf(db);
            const rows = await intact(await db.dictionaries.toArray(), () => DAMAGED_LEDGER);
            const names = joinNames(rows, dictionarySizes);
            if (!names) throw new Refusing(DAMAGED_LEDGER);
            return names;
          }),
        (db) => findUnreadable(db.dictionaries, () => DAMAGED_LEDGER),
      ),
    readSupersessions: () =>
      connection.read(
        async (db) => {
          const { staged, rows } = await db.transaction("r", db.meta, db.supersessions, async () => ({
            staged: new Set((await metaOf(db)).staged.map(({ importId }) => importId)),
            rows: await db.supersessions.toArray(),
          }));
          const visible = rows.filter(({ byImport }) => !staged.has(byImport));
          await intact(visible, ({ byImport }) => damageTo(db, byImport));
          return visible.map(decodeSupersession);
        },
        (db) => findUnreadable(db.supersessions, ([byImport]) => damageTo(db, byImport)),
      ),
    readTables: (dataset) =>
      connection.read(
        (db) => readTables(db, dataset),
        (db) => findUnreadable(db.tableRows, ([importId]) => damageTo(db, importId)),
      ),
    async readRejects(importId) {
      const rejects = await connection.read(
        async (db) => {
          const rows = await rejectsOf(db, importId).toArray();
          return (await intact(rows, () => damageTo(db, importId))).flatMap(decodeRejects);
        },
        (db) => damageTo(db, importId),
      );
      if (!rejects.ok) throw new Error(rejects.refusal.message);
      return rejects.value;
    },

    async readSummary(summary, metricVersion, dataVersion) {
      const row = await connection.read((db) => db.summaries.get(summary));
      return row.ok ? currentValue(row.value, { metricVersion, dataVersion }) : undefined;
    },
    async writeSummaries(dataVersion, summaries) {
      const written = await write((db, by) => putSummaries(db, by, { dataVersion, summaries }));
      return written.ok && written.value;
    },
    saveSettings: (settings) => write((db, by) => putSettings(db, by, settings)),

    readMappings: () => connection.read(async (db) => decodeMappings(await db.mappings.toArray())),
    saveMappings: (mappings) => write((db, by) => putMappings(db, by, mappings)),
    deleteMapping: (fingerprint) => write((db, by) => removeMapping(db, by, fingerprint)),
    readAttempts: () =>
      connection.read(async (db) => {
        const rows = await db.attempts.toArray();
        return rows.map(({ attempt }) => attempt).reverse();
      }),
    addAttempts: (attempts) => write((db, by) => putAttempts(db, by, attempts)),

    compact: (compacted, gone, dataVersion) =>
      change(dataVersion, (db, by) => writeCompaction(db, by, { compacted, gone, dataVersion })),
    async backup(options) {
      const { backupOf } = await import("./indexedDbBackup.ts");
      const backup = await backupOf(connection, options);
      // The file is good even where it cannot be noted that it was made.
      if (backup.ok) await write((db, by) => putLastBackup(db, by, options.nowMs));
      return backup;
    },
    readBackupSummary: async (file) => (await import("./restore.ts")).summaryOf(file),
    async restore(file, options) {
      const { generation } = connection;
      const { restoreLedger } = await import("./indexedDbRestore.ts");
      const restored = await restoreLedger({ connection, changes }, file, options);
      if (!restored.ok) return restored;
      const state = await readState();
      if (state.ok) signal.send({ type: "replaced", generation, dataVersion: state.value.dataVersion });
      return state;
    },

    async erase() {
      const meta = await connection.read(metaOf);
      const dataVersion = (meta.ok ? meta.value.dataVersion : (known?.dataVersion ?? 0)) + 1;
      const { generation } = connection;
      await forget(dataVersion);
      const deleted = await deleteDatabase(name);
      if (deleted.ok) signal.send({ type: "erased", generation, dataVersion });
      return deleted;
    },
    watch: (onChange) => signal.watch(onChange),
    close() {
      void connection.close();
      signal.close();
    },
  };
}
