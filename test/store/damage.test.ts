import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { answer, commitOf, draft, partition, summary } from "#test/store/ledgers.ts";
import { damage, deleteRaw, flip } from "#test/store/rawDatabase.ts";

const NAME = "damage";
const FIRST = { importId: 1, ordinal: 0 };

describe("a ledger in IndexedDB, when stored data is damaged", () => {
  let store: LedgerStore;

  beforeEach(async () => {
    store = createIndexedDbStore(NAME);
    await store.open();
    const growth = { lenders: ["u1"], products: [], channels: [] };
    const supersessions = [{ ...FIRST, rows: Uint32Array.of(2) }];
    const value = { byDay: new Map([[1, Float64Array.of(1, 2)]]) };
    const drafts = [draft(1), draft(2, { supersessions })];
    answer(await store.commit(commitOf(0, drafts, { growth, summaries: [summary("cube", value)] })));
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    store.close();
    await deleteRaw(NAME);
  });

  const corrupt = {
    ok: false,
    refusal: { code: "STORAGE_CORRUPT", message: expect.stringContaining("import 1 (day-1.csv)") },
  };

  test.each(["instant", "type", "amount", "lender", "product", "channel", "termDays", "interestDue"])(
    "ST19 a changed byte in %s is refused with its import named",
    async (column) => {
      await damage(NAME, { table: "blocks", key: [1, 0, "columns"] }, (row) => flip(row[column]));
      expect(await store.readColumns(FIRST)).toMatchObject(corrupt);
      expect(await store.readHashes(FIRST)).toMatchObject({ ok: true });
      expect(await store.readColumns({ importId: 2, ordinal: 0 })).toMatchObject({ ok: true });
    },
  );

  test("ST19 hashes and texts are checked as well", async () => {
    await damage(NAME, { table: "blocks", key: [1, 0, "hashes"] }, (row) => flip(row["hashHigh"]));
    await damage(NAME, { table: "blocks", key: [1, 0, "texts"] }, ({ ids }) => flip(Object(ids).bytes));
    expect(await store.readHashes(FIRST)).toMatchObject(corrupt);
    expect(await store.readTexts(FIRST)).toMatchObject(corrupt);
    expect(await store.readColumns(FIRST)).toMatchObject({ ok: true });
  });

  test("ST19 a column that is missing, short or of another block is refused", async () => {
    await damage(NAME, { table: "blocks", key: [1, 0, "columns"] }, (row) => void (row["interestDue"] = undefined));
    expect(await store.readColumns(FIRST)).toMatchObject(corrupt);
    await damage(NAME, { table: "blocks", key: [1, 0, "hashes"] }, (row) => void (row["hashLow"] = new ArrayBuffer(4)));
    expect(await store.readHashes(FIRST)).toMatchObject(corrupt);
    await damage(NAME, { table: "blocks", key: [2, 0, "columns"] }, (row) => Object.assign(row, { importId: 1 }));
    expect(await store.readColumns(FIRST)).toMatchObject(corrupt);
  });

  test("ST19 a block that cannot be read at all is refused with its import named", async () => {
    const get = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === "blocks") throw new DOMException("Failed to read large IndexedDB value", "UnknownError");
      return get.call(this, key);
    });
    expect(await store.readColumns(FIRST)).toMatchObject(corrupt);
  });

  test("ST19 names, marks, records and rejects are checked", async () => {
    await damage(NAME, { table: "dictionaries", key: ["lenders", 0] }, (row) => flip(row["bytes"], 0));
    expect(await store.readDictionaries()).toMatchObject({ ok: false, refusal: { code: "STORAGE_CORRUPT" } });
    await damage(NAME, { table: "supersessions", key: [2, 1, 0] }, (row) => flip(row["rows"], 0));
    const marks = await store.readSupersessions();
    expect(marks).toMatchObject({ refusal: { message: expect.stringContaining("import 2 (day-2.csv)") } });
    await damage(NAME, { table: "rejects", key: [1, 0] }, (row) => flip(row["json"]));
    await expect(store.readRejects(1)).rejects.toThrow("import 1 (day-1.csv)");
    await damage(NAME, { table: "imports", key: 1 }, ({ days }) => void (Object(days)[1] += 1));
    const state = await createIndexedDbStore(NAME).open();
    expect(state).toMatchObject({ refusal: { code: "STORAGE_CORRUPT", message: expect.stringContaining("import 1") } });
  });

  test("ST9 a damaged summary is as good as none", async () => {
    expect(await store.readSummary("cube", 1, 1)).toBeDefined();
    await damage(NAME, { table: "summaries", key: "cube" }, ({ value }) => flip(Object(value).byDay.get(1).buffer));
    expect(await store.readSummary("cube", 1, 1)).toBeUndefined();
  });

  test("ST8 a damaged import can be deleted", async () => {
    await damage(NAME, { table: "blocks", key: [1, 0, "columns"] }, (row) => flip(row["amount"]));
    expect(answer(await store.deleteImports([1], 1))).toMatchObject({ type: "committed" });
    expect(answer(await store.readState()).imports).toEqual([draft(2).record]);
    expect(
      answer(await store.commit(commitOf(2, [draft(3, { sha256: "sha-1", partitions: [partition(5)] })]))),
    ).toMatchObject({
      type: "committed",
    });
  });
});
