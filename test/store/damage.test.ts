import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { answer, commitOf, draft, partition, summary } from "#test/store/ledgers.ts";
import { damage, deleteRaw, flip, type StoredColumn } from "#test/store/rawDatabase.ts";
import { whenCalling } from "#test/store/tableCalls.ts";

const NAME = "damage";
const FIRST = { importId: 1, ordinal: 0 };

const CUBE = { byDay: new Map([[1, Float64Array.of(1, 2)]]) };

function corruptIn(place: string): object {
  const message: unknown = expect.stringContaining(place);
  return { ok: false, refusal: { code: "STORAGE_CORRUPT", message } };
}

describe("a ledger in IndexedDB, when stored data is damaged", () => {
  let store: LedgerStore;

  beforeEach(async () => {
    store = createIndexedDbStore(NAME);
    await store.open();
    const growth = { lenders: ["u1"], products: [], channels: [] };
    const supersessions = [{ ...FIRST, rows: Uint32Array.of(2) }];
    const drafts = [draft(1), draft(2, { supersessions })];
    answer(await store.commit(commitOf(0, drafts, { growth, summaries: [summary("cube", CUBE)] })));
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    store.close();
    await deleteRaw(NAME);
  });

  const corrupt = corruptIn("import 1 (day-1.csv)");
  const stored = ["instant", "type", "amount", "lender", "product", "channel", "termDays", "interestDue"] as const;

  test.each<StoredColumn>(stored)("ST19 a changed byte in %s is refused with its import named", async (column) => {
    await damage(NAME, { kind: "columns", key: [1, 0, "columns"] }, (row) => flip(row[column]));
    expect(await store.readColumns(FIRST)).toMatchObject(corrupt);
    expect(await store.readHashes(FIRST)).toMatchObject({ ok: true });
    expect(await store.readColumns({ importId: 2, ordinal: 0 })).toMatchObject({ ok: true });
  });

  test("ST19 hashes and texts are checked as well", async () => {
    await damage(NAME, { kind: "hashes", key: [1, 0, "hashes"] }, (row) => flip(row.hashHigh));
    await damage(NAME, { kind: "texts", key: [1, 0, "texts"] }, ({ ids }) => flip(ids?.bytes));
    expect(await store.readHashes(FIRST)).toMatchObject(corrupt);
    expect(await store.readTexts(FIRST)).toMatchObject(corrupt);
    expect(await store.readColumns(FIRST)).toMatchObject({ ok: true });
  });

  test("ST19 a column that is missing, short or of another block is refused", async () => {
    await damage(NAME, { kind: "columns", key: [1, 0, "columns"] }, (row) => void (row.interestDue = undefined));
    expect(await store.readColumns(FIRST)).toMatchObject(corrupt);
    await damage(NAME, { kind: "hashes", key: [1, 0, "hashes"] }, (row) => void (row.hashLow = new ArrayBuffer(4)));
    expect(await store.readHashes(FIRST)).toMatchObject(corrupt);
    await damage(NAME, { kind: "columns", key: [2, 0, "columns"] }, (row) => Object.assign(row, { importId: 1 }));
    expect(await store.readColumns(FIRST)).toMatchObject(corrupt);
  });

  test("ST19 a block that cannot be read at all is refused with its import named", async () => {
    whenCalling("get", "blocks", {
      before: () => {
        throw new DOMException("Failed to read large IndexedDB value", "UnknownError");
      },
    });
    expect(await store.readColumns(FIRST)).toMatchObject(corrupt);
  });

  test("ST19 names, marks, records and rejects are checked", async () => {
    await damage(NAME, { kind: "dictionaries", key: ["lenders", 0] }, (row) => flip(row.bytes, 0));
    expect(await store.readDictionaries()).toMatchObject({ ok: false, refusal: { code: "STORAGE_CORRUPT" } });
    await damage(NAME, { kind: "supersessions", key: [2, 1, 0] }, (row) => flip(row.rows, 0));
    expect(await store.readSupersessions()).toMatchObject(corruptIn("import 2 (day-2.csv)"));
    await damage(NAME, { kind: "rejects", key: [1, 0] }, (row) => flip(row.json));
    await expect(store.readRejects(1)).rejects.toThrow("import 1 (day-1.csv)");
    await damage(NAME, { kind: "imports", key: 1 }, ({ days }) => void (days[1]! += 1));
    expect(await createIndexedDbStore(NAME).open()).toMatchObject(corruptIn("import 1"));
  });

  test("ST9 a damaged summary is as good as none", async () => {
    expect(await store.readSummary("cube", 1, 1)).toEqual(CUBE);
    await damage(NAME, { kind: "summaries", key: "cube" }, ({ value }) => {
      // As the line above has read it.
      const { byDay } = value as typeof CUBE;
      flip(byDay.get(1)?.buffer);
    });
    expect(await store.readSummary("cube", 1, 1)).toBeUndefined();
  });

  test("ST8 a damaged import can be deleted", async () => {
    await damage(NAME, { kind: "columns", key: [1, 0, "columns"] }, (row) => flip(row.amount));
    expect(answer(await store.deleteImports([1], 1))).toMatchObject({ type: "committed" });
    expect(answer(await store.readState()).imports).toEqual([draft(2).record]);
    expect(
      answer(await store.commit(commitOf(2, [draft(3, { sha256: "sha-1", partitions: [partition(5)] })]))),
    ).toMatchObject({
      type: "committed",
    });
  });
});
