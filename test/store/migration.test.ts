import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { textsOf } from "#src/domain/columns.ts";
import type { ImportRecord, RejectedRow } from "#src/domain/imports.ts";
import type { Dictionaries, Supersession } from "#src/domain/ledger.ts";
import type { Period } from "#src/domain/period.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { CohortSums, EngineStatus, RowsPage, SeriesResult } from "#src/engine/protocol.ts";
import { SCHEMA_VERSION } from "#src/store/database.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { openEngine } from "#test/support/engineHarness.ts";
import { answer, attempt, commitOf, draft, mapping, table } from "#test/store/ledgers.ts";
import { deleteRaw, dump, openRaw } from "#test/store/rawDatabase.ts";
import { exportRaw, importRaw, type RawDatabase } from "#test/store/rawRows.ts";

/** A database as a released version left it, and what that version answered about it. */
interface Frozen {
  readonly madeBy: string;
  readonly today: EpochDay;
  readonly database: RawDatabase;
  readonly answers: {
    readonly status: EngineStatus;
    readonly series: SeriesResult & { readonly period: Period };
    readonly rows: RowsPage;
    readonly cohorts: readonly CohortSums[];
    /** Newest first. */
    readonly imports: readonly ImportRecord[];
    readonly rejects: Readonly<Record<string, readonly RejectedRow[]>>;
    readonly supersessions: readonly (Omit<Supersession, "rows"> & { readonly rows: readonly number[] })[];
    readonly dictionaries: Dictionaries;
    readonly nextImportId: number;
  };
}

/** Spied on by name. */
interface TableMaking {
  createObjectStore: (this: IDBDatabase, name: string, how?: IDBObjectStoreParameters) => IDBObjectStore;
}

function frozen(version: number): Frozen {
  // Written by the version that it names, and never since.
  return JSON.parse(readFileSync(new URL(`../fixtures/store-v${version}.json`, import.meta.url), "utf8")) as Frozen;
}

const RELEASED = [1];
const NAME = "dipper";
const ALL = { products: [], channels: [] };

afterEach(async () => {
  vi.restoreAllMocks();
  await deleteRaw(NAME);
});

describe.each(RELEASED.map((version) => ({ version, ...frozen(version) })))(
  "a database of version $version ($madeBy)",
  ({ version, database, answers, today }) => {
    let store: LedgerStore;

    beforeEach(async () => {
      await importRaw(NAME, database);
      store = createIndexedDbStore(NAME);
    });

    afterEach(() => {
      store.close();
    });

    test("ST29 its fixture is what that version wrote", async () => {
      const db = await openRaw(NAME);
      expect(db.version).toBe(version * 10);
      expect(await exportRaw(db)).toEqual(database);
      db.close();
    });

    test("ST29 opening it keeps every row as it is", async () => {
      const before = await dump(NAME);
      answer(await store.open());
      const db = await openRaw(NAME);
      expect(db.version).toBe(SCHEMA_VERSION * 10);
      db.close();
      expect(await dump(NAME)).toMatchObject(before);
    });

    test("ST29 it is then made like one that was never older", async () => {
      const tablesOf = async (name: string): Promise<unknown> => {
        const db = await openRaw(name);
        const { tables } = await exportRaw(db);
        db.close();
        return Object.entries(tables).map(([held, made]) => [held, { ...made, rows: [] }]);
      };
      const fresh = createIndexedDbStore("fresh");
      answer(await fresh.open());
      answer(await store.open());
      expect(await tablesOf(NAME)).toEqual(await tablesOf("fresh"));
      fresh.close();
      await deleteRaw("fresh");
    });

    test("ST29 imports, names, marks, rejects and settings are those that were stored", async () => {
      const state = answer(await store.open());
      expect(state.imports).toEqual(answers.imports.toReversed());
      expect(state).toMatchObject({ nextImportId: answers.nextImportId, lastBackupMs: null });
      // Settings that came later have their defaults.
      expect(state.settings).toEqual({ ...DEFAULT_SETTINGS, ...answers.status.settings });
      expect(answer(await store.readDictionaries())).toEqual(answers.dictionaries);
      const marks = answer(await store.readSupersessions());
      expect(marks).toMatchObject(
        answers.supersessions.map(({ rows, ...key }) => ({ ...key, rows: Uint32Array.from(rows) })),
      );
      const by = marks.map(({ byImport }) => byImport);
      expect(by).toEqual(by.toSorted((a, b) => a - b));
      for (const { importId } of state.imports) {
        expect(await store.readRejects(importId)).toEqual(answers.rejects[importId]);
      }
      for (const info of state.partitions) {
        expect(answer(await store.readColumns(info)).rows).toBe(info.rows);
        expect(answer(await store.readHashes(info)).hashLow).toHaveLength(info.rows);
        const { ids } = answer(await store.readTexts(info));
        expect(ids === undefined ? 0 : textsOf(ids).length).toBe(info.hasIds ? info.rows : 0);
      }
    });

    test("ST29 figures and rows are those that were shown", async () => {
      const { methods } = await openEngine(store);
      const status = answer(await methods.open({ today }));
      expect(status).toMatchObject(answers.status);
      const { period, ...series } = answers.series;
      expect(await methods.series({ period, grain: "week", filter: ALL, comparison: "none" })).toMatchObject(series);
      const page = await methods.rows({
        where: {},
        sort: { by: "instant", descending: false },
        offset: 0,
        limit: 100,
      });
      expect(page).toMatchObject(answers.rows);
      expect(await methods.cohortSums({ grain: "month", filter: ALL })).toEqual(answers.cohorts);
    });

    test("ST29 it takes everything that is new", async () => {
      const { dataVersion, nextImportId } = answer(await store.open());
      const spend = draft(nextImportId, { dataset: "spend", table: table("spend", 5) });
      expect(answer(await store.commit(commitOf(dataVersion, [spend])))).toMatchObject({ type: "committed" });
      answer(await store.saveMappings([mapping("f")]));
      answer(await store.addAttempts([attempt(1)]));
      const file = answer(await store.backup({ passphrase: undefined, nowMs: 5 }));
      const restored = createIndexedDbStore("restored-from-old");
      const state = answer(await restored.restore(file, { passphrase: undefined }));
      expect(state.imports).toEqual(answer(await store.readState()).imports);
      restored.close();
      await deleteRaw("restored-from-old");
    });

    test("ST29 a backup in the first format is restored", async () => {
      // Made of this database.
      const file = new Blob([readFileSync(new URL(`../fixtures/backup-v${version}.dipper`, import.meta.url))]);
      const state = answer(await createMemoryStore().restore(file, { passphrase: "first format" }));
      expect(state.imports).toEqual(answers.imports.toReversed());
      // Settings that came later have their defaults.
      expect(state.settings).toEqual({ ...DEFAULT_SETTINGS, ...answers.status.settings });
    });

    test("ST29 an upgrade that fails leaves it as it was", async () => {
      const making: TableMaking = IDBDatabase.prototype;
      const native = making.createObjectStore;
      vi.spyOn(making, "createObjectStore").mockImplementation(function (this: IDBDatabase, name, how) {
        if (name === "mappings") throw new DOMException("no room", "QuotaExceededError");
        return native.call(this, name, how);
      });
      expect(await store.open()).toMatchObject({ ok: false, refusal: { code: "STORAGE_FULL" } });
      vi.restoreAllMocks();
      const db = await openRaw(NAME);
      expect(await exportRaw(db)).toEqual(database);
      db.close();
      expect(answer(await store.open()).imports).toHaveLength(answers.imports.length);
    });

    test("ST29 a tab of that version lets go of it, and writes nothing afterwards", async () => {
      const old = await openRaw(NAME);
      const letGo = new Promise((resolve) => {
        old.addEventListener("versionchange", () => {
          old.close();
          resolve("closed");
        });
      });
      expect(answer(await store.open()).imports).toHaveLength(answers.imports.length);
      expect(await letGo).toBe("closed");
      expect(() => old.transaction("imports", "readwrite")).toThrow(DOMException);
    });

    test("ST29 a tab of that version that will not let go blocks the upgrade, and loses nothing", async () => {
      const old = await openRaw(NAME);
      expect(await store.open()).toMatchObject({ ok: false, refusal: { code: "STORAGE_BLOCKED" } });
      expect(await exportRaw(old)).toEqual(database);
      old.close();
      expect(answer(await store.open()).imports).toHaveLength(answers.imports.length);
    });
  },
);
