import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { answer, attempt, commitOf, draft, filled, mapping, partition, summary, table } from "#test/store/ledgers.ts";
import { deleteRaw, dump } from "#test/store/rawDatabase.ts";
import { whenCalling, type Around } from "#test/store/tableCalls.ts";

const NAME = "durability";

/** Does something around each putting of a row into a table. */
function whenPutting(name: string, around: Around): void {
  whenCalling("put", name, around);
  whenCalling("add", name, around);
}

function ignore(): void {}

/** The transactions that a store opened from now on begins. */
function spyOnTransactions(): () => IDBTransaction[] {
  const spy = vi.spyOn(IDBDatabase.prototype, "transaction");
  return () => spy.mock.results.flatMap((result) => (result.type === "return" ? [result.value] : []));
}

describe("a ledger in IndexedDB, when writing fails", () => {
  let store: LedgerStore;

  beforeEach(async () => {
    store = createIndexedDbStore(NAME);
    await filled(store, [draft(1)]);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    store.close();
    await deleteRaw(NAME);
  });

  test("ST14 every write asks the browser for strict durability", async () => {
    const begun = spyOnTransactions();
    store.close();
    await store.open();
    await store.stage(2, [partition(5)]);
    await store.commit(
      commitOf(1, [draft(2, { partitions: [], staged: [partition(5)] })], { summaries: [summary("a")] }),
    );
    await store.writeSummaries(2, [summary("b")]);
    await store.saveSettings(DEFAULT_SETTINGS);
    await store.deleteImports([1], 2);
    await store.commit(commitOf(3, [draft(3, { dataset: "spend", table: table("spend", 3) })]));
    await store.saveMappings([mapping("f1")]);
    await store.deleteMapping("f1");
    await store.addAttempts([attempt(1)]);
    await store.compact([], [], 4);
    const backup = answer(await store.backup({ passphrase: undefined, nowMs: 1 }));
    answer(await store.restore(backup, { passphrase: undefined }));
    const writes = begun().filter(({ mode }) => mode === "readwrite");
    expect(writes.length).toBeGreaterThanOrEqual(14);
    expect(new Set(writes.map(({ durability }) => durability))).toEqual(new Set(["strict"]));
  });

  test("ST15 a commit is one transaction", async () => {
    const begun = spyOnTransactions();
    store.close();
    await store.open();
    const parts = [partition(5), partition(5, { ordinal: 1 })];
    const growth = { lenders: ["u"], products: ["p"], channels: ["c"] };
    await store.commit(commitOf(1, [draft(2, { partitions: parts }), draft(3)], { growth, summaries: [summary("a")] }));
    const writes = begun().filter(
      ({ mode, objectStoreNames }) => mode === "readwrite" && objectStoreNames.contains("imports"),
    );
    expect(writes).toHaveLength(1);
  });

  test.each(["imports", "blocks", "rejects", "tableRows", "dictionaries", "summaries", "meta"])(
    "ST15 a fault while writing %s leaves no trace",
    async (name) => {
      const before = await dump(NAME);
      whenPutting(name, {
        before: () => {
          throw new RangeError("a fault of ours");
        },
      });
      const growth = { lenders: ["u"], products: [], channels: [] };
      const drafts = [draft(2), draft(3), draft(4, { dataset: "spend", table: table("spend", 3) })];
      const commit = commitOf(1, drafts, { growth, summaries: [summary("a")] });
      await expect(store.commit(commit)).rejects.toThrow("a fault of ours");
      vi.restoreAllMocks();
      expect(await dump(NAME)).toEqual(before);
      expect(answer(await store.commit(commit))).toMatchObject({ type: "committed" });
    },
  );

  test("ST16 a browser without room is told from other failures, and nothing is written", async () => {
    const before = await dump(NAME);
    whenPutting("meta", {
      before: () => {
        throw new DOMException("no room", "QuotaExceededError");
      },
    });
    expect(await store.commit(commitOf(1, [draft(2)]))).toMatchObject({ ok: false, refusal: { code: "STORAGE_FULL" } });
    expect(await store.stage(2, [partition(5)])).toMatchObject({ ok: false, refusal: { code: "STORAGE_FULL" } });
    vi.restoreAllMocks();
    expect(await dump(NAME)).toEqual(before);
  });

  test("ST16 room that runs out only at the end of the transaction counts too", async () => {
    whenPutting("meta", {
      done: (tx) => {
        const error = new DOMException("no room", "QuotaExceededError");
        Object.defineProperty(tx, "error", { get: () => error, set: ignore });
        tx.abort();
      },
    });
    expect(await store.commit(commitOf(1, [draft(2)]))).toMatchObject({ ok: false, refusal: { code: "STORAGE_FULL" } });
    vi.restoreAllMocks();
    expect(answer(await store.readState())).toMatchObject({ dataVersion: 1, nextImportId: 2 });
  });

  test("ST17 a commit that was made, though the connection broke, is reported as made", async () => {
    // The browser's news of success is lost, and Dexie hears of an abort instead.
    const loseNews = (tx: IDBTransaction): void => {
      const { onabort } = tx;
      tx.oncomplete = () => {
        onabort?.call(tx, new Event("abort"));
      };
    };
    whenPutting("meta", { begun: loseNews });
    expect(answer(await store.commit(commitOf(1, [draft(2)])))).toEqual({ type: "committed", dataVersion: 2 });
    vi.restoreAllMocks();
    expect(answer(await store.readState()).imports).toHaveLength(2);
  });

  test("ST17 a transaction that the browser drops is refused and can be tried again", async () => {
    whenPutting("meta", { begun: (tx) => tx.abort() });
    expect(await store.commit(commitOf(1, [draft(2)]))).toMatchObject({ ok: false, refusal: { code: "STORAGE_LOST" } });
    vi.restoreAllMocks();
    expect(answer(await store.commit(commitOf(1, [draft(2)])))).toEqual({ type: "committed", dataVersion: 2 });
  });

  test("ST17 a connection that the browser closed is opened again", async () => {
    const get = vi.spyOn(IDBObjectStore.prototype, "get").mockImplementationOnce(() => {
      throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
    });
    expect(answer(await store.readColumns({ importId: 1, ordinal: 0 })).rows).toBe(5);
    expect(get.mock.calls.length).toBeGreaterThan(1);
  });

  test("ST17 a write that failed once is made again, in the same ledger only", async () => {
    let failures = 0;
    whenPutting("settings", {
      before: () => {
        if (failures++ < 2) throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
      },
    });
    answer(await store.saveSettings({ ...DEFAULT_SETTINGS, weekStart: 7 }));
    expect(answer(await store.readState()).settings.weekStart).toBe(7);
    expect(failures).toBe(3);
  });

  test("ST17 a commit is not tried again in a ledger that took the place of ours", async () => {
    let replacing: Promise<unknown> | undefined;
    whenPutting("meta", {
      begun: (tx) => {
        if (replacing) return;
        tx.abort();
        replacing = deleteRaw(NAME).then(() => filled(createIndexedDbStore(NAME), []));
      },
    });
    expect(await store.commit(commitOf(1, [draft(2)]))).toMatchObject({ ok: false, refusal: { code: "STORAGE_LOST" } });
    await replacing;
    vi.restoreAllMocks();
    expect((await dump(NAME))["imports"]).toEqual([]);
  });

  test("ST18 data that the browser removed is lost, never quietly begun anew", async () => {
    await deleteRaw(NAME);
    const lost = { ok: false, refusal: { code: "STORAGE_LOST" } };
    expect(await store.commit(commitOf(1, [draft(2)]))).toMatchObject(lost);
    expect(await store.readState()).toMatchObject(lost);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(NAME);
  });

  test("ST18 another ledger in place of ours takes no write", async () => {
    await deleteRaw(NAME);
    const other = createIndexedDbStore(NAME);
    await filled(other, [draft(1)]);
    expect(await store.commit(commitOf(1, [draft(2)]))).toMatchObject({ ok: false, refusal: { code: "STORAGE_LOST" } });
    expect(answer(await other.readState()).imports).toHaveLength(1);
    other.close();
  });
});
