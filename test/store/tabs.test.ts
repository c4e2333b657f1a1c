import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { SCHEMA_VERSION } from "#src/store/database.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { answer, commitOf, draft, filled, partition } from "#test/store/ledgers.ts";
import { deleteRaw, dump, openRaw } from "#test/store/rawDatabase.ts";

const NAME = "tabs";

/** The version after ours as the browser counts it. */
const NEWER = (SCHEMA_VERSION + 1) * 10;

type LockRequest = (name: string, options: LockOptions, work: (lock: Lock | null) => unknown) => unknown;

function tableName(table: unknown): string {
  if (!(table instanceof IDBObjectStore)) throw new TypeError("not a table");
  return table.name;
}

describe("a ledger in IndexedDB, shared by tabs and versions", () => {
  let store: LedgerStore;
  let other: LedgerStore;

  beforeEach(async () => {
    store = createIndexedDbStore(NAME);
    other = createIndexedDbStore(NAME);
    await filled(store, [draft(1)]);
    await other.open();
  });

  afterEach(async () => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    store.close();
    other.close();
    await deleteRaw(NAME);
  });

  test("ST4 the same file dropped in two tabs at once is stored once", async () => {
    for (let round = 1; round <= 20; round++) {
      const one = draft(round + 1);
      const outcomes = await Promise.all([store, other].map((tab) => tab.commit(commitOf(round, [one]))));
      expect(outcomes.map((outcome) => answer(outcome).type).toSorted()).toEqual(["committed", "outdated"]);
    }
    expect(answer(await other.readState())).toMatchObject({ dataVersion: 21, nextImportId: 22 });
  });

  test("ST4 the database itself refuses a second import of the same bytes", async () => {
    const db = await openRaw(NAME);
    const index = db.transaction("imports").objectStore("imports").index("sha256");
    expect(index.unique).toBe(true);
    db.close();
  });

  test("ST5 a number under which one tab stages is not free to another", async () => {
    answer(await store.stage(2, [partition(5)]));
    expect(await other.stage(2, [partition(3)])).toMatchObject({ ok: false, refusal: { code: "STORAGE_BLOCKED" } });
    expect(answer(await other.commit(commitOf(1, [draft(2)])))).toEqual({ type: "outdated" });
    const { nextImportId } = answer(await other.readState());
    expect(nextImportId).toBe(3);
    expect(answer(await other.commit(commitOf(1, [draft(3)])))).toMatchObject({ type: "committed" });
    const mine = draft(2, { partitions: [], staged: [partition(5)] });
    expect(answer(await store.commit(commitOf(2, [mine])))).toMatchObject({ type: "committed" });
    expect(answer(await store.readState())).toMatchObject({ nextImportId: 4 });
  });

  test("ST5 opening removes what an unfinished import staged", async () => {
    answer(await store.stage(2, [partition(5)]));
    expect((await dump(NAME))["blocks"]).toHaveLength(6);
    store.close();
    const state = answer(await createIndexedDbStore(NAME).open());
    expect(state.nextImportId).toBe(2);
    expect((await dump(NAME))["blocks"]).toHaveLength(3);
  });

  test("ST5 opening leaves staged blocks alone while another tab writes", async () => {
    answer(await store.stage(2, [partition(5)]));
    const request = vi.fn<LockRequest>((_name, _options, work) => work(null));
    vi.stubGlobal("navigator", { locks: { request } });
    answer(await createIndexedDbStore(NAME).open());
    expect(request.mock.calls[0]?.slice(0, 2)).toEqual(["dipper-write", { ifAvailable: true }]);
    expect((await dump(NAME))["blocks"]).toHaveLength(6);
  });

  test("ST8 deleting every import leaves nothing of them", async () => {
    const supersessions = [{ importId: 1, ordinal: 0, rows: Uint32Array.of(1) }];
    answer(await store.commit(commitOf(1, [draft(2, { supersessions }), draft(3, { supersessions })])));
    await store.writeSummaries(2, [{ name: "cube", metricVersion: 1, value: 1 }]);
    answer(await store.deleteImports([1], 2));
    expect((await dump(NAME))["supersessions"]).toEqual([]);
    answer(await store.deleteImports([2, 3], 3));
    const { imports, blocks, rejects, summaries } = await dump(NAME);
    expect([imports, blocks, rejects, summaries]).toEqual([[], [], [], []]);
  });

  test("ST10 opening reads the records of imports and none of their blocks", async () => {
    const more = Array.from({ length: 300 }, (_, at) => draft(at + 2));
    answer(await store.commit(commitOf(1, more)));
    const reads = (["get", "getAll", "openCursor"] as const).map((method) =>
      vi.spyOn(IDBObjectStore.prototype, method),
    );
    const opened = createIndexedDbStore(NAME);
    expect(answer(await opened.open()).partitions).toHaveLength(301);
    opened.close();
    const tables = reads.flatMap((read) => read.mock.contexts.map(tableName));
    expect(new Set(tables)).toEqual(new Set(["meta", "settings", "imports"]));
    expect(tables.length).toBeLessThan(8);
  });

  test("ST10 what is read holds plain values only", async () => {
    const state = answer(await store.readState());
    expect(structuredClone(state)).toEqual(state);
    for (const held of [state, state.imports[0], state.partitions[0], state.settings]) {
      expect(Object.getPrototypeOf(held)).toBe(Object.prototype);
    }
    expect(Object.keys(answer(await store.readColumns({ importId: 1, ordinal: 0 })))).toEqual(
      Object.keys(partition(1).columns),
    );
  });

  test("ST11 another tab hears of a commit", async () => {
    const heard = new Promise((resolve) => other.watch(resolve));
    answer(await store.commit(commitOf(1, [draft(2)])));
    expect(await heard).toBe(2);
    expect(answer(await other.readState()).imports).toHaveLength(2);
  });

  test("ST12 another tab lets go of an erased ledger and goes on with the new one", async () => {
    const heard = new Promise((resolve) => other.watch(resolve));
    answer(await store.erase());
    expect(await heard).toBe(2);
    expect(answer(await other.readState())).toMatchObject({ dataVersion: 2, imports: [] });
    expect(answer(await store.open())).toMatchObject({ dataVersion: 2, imports: [] });
  });

  test("ST20 a database of a newer version is refused and left as it is", async () => {
    store.close();
    other.close();
    (await openRaw(NAME, NEWER, (db) => db.deleteObjectStore("views"))).close();
    expect(await createIndexedDbStore(NAME).open()).toMatchObject({ refusal: { code: "STORAGE_NEWER" } });
    const db = await openRaw(NAME);
    expect([db.version, db.objectStoreNames.contains("views")]).toEqual([NEWER, false]);
    db.close();
  });

  test("ST20 a newer version is noticed by a browser that cannot list its databases", async () => {
    store.close();
    other.close();
    (await openRaw(NAME, NEWER)).close();
    vi.spyOn(IDBFactory.prototype, "databases").mockRejectedValue(new DOMException("not here", "NotSupportedError"));
    expect(await createIndexedDbStore(NAME).open()).toMatchObject({ refusal: { code: "STORAGE_NEWER" } });
  });

  test("ST20 a tab lets a newer version upgrade, and writes nothing afterwards", async () => {
    const warn = vi.spyOn(console, "warn");
    const upgraded = await openRaw(NAME, NEWER);
    expect(warn).not.toHaveBeenCalled();
    expect(await store.commit(commitOf(1, [draft(2)]))).toMatchObject({ refusal: { code: "STORAGE_NEWER" } });
    expect(await other.readState()).toMatchObject({ refusal: { code: "STORAGE_NEWER" } });
    upgraded.close();
    expect((await dump(NAME))["imports"]).toHaveLength(1);
  });

  test("ST21 a database that another tab will not let go of is refused, not waited for", async () => {
    const held = await openRaw("held", 1);
    expect(await createIndexedDbStore("held").open()).toMatchObject({ refusal: { code: "STORAGE_BLOCKED" } });
    held.close();
  });

  test("ST21 a browser without storage is refused", async () => {
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("A mutation operation was attempted", "InvalidStateError");
    });
    expect(await createIndexedDbStore("private").open()).toMatchObject({ refusal: { code: "STORAGE_LOST" } });
  });
});
