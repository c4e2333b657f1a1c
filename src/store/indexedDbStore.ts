import { accepted, refused, type Result } from "#src/domain/result.ts";

import { decodeColumns, decodeHashes, decodeTexts } from "./blockFormat.ts";
import { ChangeSignal } from "./changeSignal.ts";
import { Connection, Refusing } from "./connection.ts";
import { deleteDatabase, freshMark, rejectsOf, type LedgerDatabase } from "./database.ts";
import { joinNames } from "./dictionaryRows.ts";
import { decodeRejects, decodeSupersession } from "./importRows.ts";
import { damageTo, findUnreadable, intact, readBlock, readLedgerState } from "./ledgerReads.ts";
import type { CommitOutcome, LedgerStore, StoreRefusal, StoreState } from "./ledgerStore.ts";
import {
  putSettings,
  putSummaries,
  removeImports,
  removeStaged,
  stageBlocks,
  writeCommit,
  type Writer,
} from "./ledgerWrites.ts";
import { DAMAGED_LEDGER, damagedImport } from "./refusals.ts";
import { refusalOf } from "./storageErrors.ts";
import { currentValue } from "./summaryRows.ts";
import { ifNobodyWrites } from "./writeLock.ts";

/** The ledger in IndexedDB, shared by all tabs of this origin. */
export function createIndexedDbStore(name = "dipper"): LedgerStore {
  const owner = freshMark();
  const connection = new Connection(name);
  const signal = new ChangeSignal(
    name,
    () => connection.generation,
    (dataVersion) => void forget(dataVersion),
  );
  let known: StoreState | undefined;

  const metaOf = connection.metaOf.bind(connection);
  const writer = (): Writer => ({ owner, mark: freshMark(), metaOf });

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

  /** After a failure, whether the change was made is asked of the database, not of the error. */
  async function change(
    dataVersion: number,
    work: (db: LedgerDatabase, by: Writer) => Promise<CommitOutcome>,
  ): Promise<Result<CommitOutcome, StoreRefusal>> {
    const by = writer();
    const opened = await connection.database();
    if (!opened.ok) return opened;
    let outcome: CommitOutcome;
    try {
      outcome = await work(opened.value, by);
    } catch (error) {
      if (error instanceof Refusing) return refused(error.refusal);
      const refusal = refusalOf(error);
      await connection.drop();
      const meta = await connection.read(metaOf);
      if (!meta.ok) return meta;
      if (meta.value.lastChange !== by.mark) {
        return meta.value.dataVersion === dataVersion ? refused(refusal) : accepted({ type: "outdated" });
      }
      outcome = { type: "committed", dataVersion: meta.value.dataVersion };
    }
    if (outcome.type === "committed") {
      signal.send({ type: "changed", generation: connection.generation, dataVersion: outcome.dataVersion });
    }
    return accepted(outcome);
  }

  /** Writes that change no figure and may be done again. */
  async function write(work: (db: LedgerDatabase, by: Writer) => Promise<void>): Promise<Result<void, StoreRefusal>> {
    const opened = await connection.database();
    if (!opened.ok) return opened;
    try {
      return accepted(await work(opened.value, writer()));
    } catch (error) {
      return refused(error instanceof Refusing ? error.refusal : refusalOf(error));
    }
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
          const rows = await intact(await db.supersessions.toArray(), ({ byImport }) => damageTo(db, byImport));
          return rows.map(decodeSupersession);
        },
        (db) => findUnreadable(db.supersessions, ([byImport]) => damageTo(db, byImport)),
      ),
    async readRejects(importId) {
      const rejects = await connection.read(async (db) => {
        const rows = await rejectsOf(db, importId).toArray();
        return (await intact(rows, () => damageTo(db, importId))).flatMap(decodeRejects);
      });
      if (!rejects.ok) throw new Error(rejects.refusal.message);
      return rejects.value;
    },

    async readSummary(summary, metricVersion, dataVersion) {
      const row = await connection.read((db) => db.summaries.get(summary));
      return row.ok ? currentValue(row.value, { metricVersion, dataVersion }) : undefined;
    },
    async writeSummaries(dataVersion, summaries) {
      let isWritten = false;
      await write(async (db, by) => {
        isWritten = await putSummaries(db, by, { dataVersion, summaries });
      });
      return isWritten;
    },
    saveSettings: (settings) => write((db, by) => putSettings(db, by, settings)),

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
