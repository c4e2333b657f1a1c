import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { textsOf } from "#src/domain/columns.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { answer, commitOf, draft, filled, partition, summary } from "#test/store/ledgers.ts";

// The rules that any place for the ledger keeps; what only IndexedDB can break is proved beside it.
describe.each([
  { where: "memory", create: createMemoryStore },
  { where: "IndexedDB", create: createIndexedDbStore },
])("a ledger in $where", ({ create }) => {
  let store: LedgerStore;

  beforeEach(() => {
    store = create();
  });

  afterEach(async () => {
    await store.erase();
    store.close();
  });

  test("ST1 a new ledger is empty, with code 0 of products and channels for none", async () => {
    expect(answer(await store.open())).toEqual({
      dataVersion: 0,
      nextImportId: 1,
      imports: [],
      partitions: [],
      settings: DEFAULT_SETTINGS,
      lastBackupMs: null,
    });
    expect(answer(await store.readDictionaries())).toEqual({ lenders: [], products: [""], channels: [""] });
  });

  test("ST1 what was committed is read back as it was given", async () => {
    const given = draft(1, { partitions: [partition(5), partition(3, { ordinal: 1, seed: 9 })] });
    const dataVersion = await filled(store, [given]);
    const state = answer(await store.readState());
    expect(state).toMatchObject({ dataVersion: 1, nextImportId: 2 });
    expect(dataVersion).toBe(1);
    expect(state.imports).toEqual([given.record]);
    expect(state.partitions).toEqual(given.partitionInfos);
    expect(await store.readRejects(1)).toEqual(given.rejects);
    const key = { importId: 1, ordinal: 1 };
    expect(answer(await store.readColumns(key))).toEqual(given.partitions[1]!.columns);
    const { hashLow, hashHigh } = given.partitions[1]!.identity;
    expect(answer(await store.readHashes(key))).toEqual({ hashLow, hashHigh });
    const { ids, lots } = answer(await store.readTexts(key));
    expect(textsOf(ids!)).toEqual(["T9", "T16", "T23"]);
    expect(lots).toBeUndefined();
  });

  test("ST1 the caller may reuse its buffers after writing", async () => {
    const given = partition(5);
    await filled(store, [draft(1, { partitions: [given] })]);
    given.columns.amount.fill(0);
    expect(answer(await store.readColumns({ importId: 1, ordinal: 0 })).amount).toEqual(partition(5).columns.amount);
  });

  test("ST1 a part of a larger buffer is stored without the rest", async () => {
    const { columns, ...rest } = partition(5);
    const amount = new Float64Array(1000).fill(7).subarray(10, 15);
    await filled(store, [draft(1, { partitions: [{ ...rest, columns: { ...columns, amount } }] })]);
    const read = answer(await store.readColumns({ importId: 1, ordinal: 0 })).amount;
    expect(read).toEqual(Float64Array.of(7, 7, 7, 7, 7));
    expect(read.buffer.byteLength).toBe(40);
  });

  test("ST2 small files go in together, each wholly", async () => {
    await store.open();
    const outcome = answer(await store.commit(commitOf(0, [draft(1), draft(2), draft(3)])));
    expect(outcome).toEqual({ type: "committed", dataVersion: 1 });
    const state = answer(await store.readState());
    expect(state.imports.map(({ importId }) => importId)).toEqual([1, 2, 3]);
    expect(state.nextImportId).toBe(4);
  });

  test("ST3 a commit upon an older state writes nothing", async () => {
    await filled(store, [draft(1)]);
    expect(answer(await store.commit(commitOf(0, [draft(2)])))).toEqual({ type: "outdated" });
    expect(answer(await store.readState()).imports).toHaveLength(1);
  });

  test("ST3 a number that an import had is never used twice", async () => {
    await filled(store, [draft(1), draft(2)]);
    await store.deleteImports([2], 2);
    expect(answer(await store.readState()).nextImportId).toBe(3);
    expect(answer(await store.commit(commitOf(3, [draft(2, { sha256: "other" })])))).toEqual({ type: "outdated" });
  });

  test("ST4 the same bytes are stored once, even within one commit", async () => {
    await filled(store, [draft(1)]);
    const again = draft(2, { sha256: "sha-1" });
    expect(answer(await store.commit(commitOf(1, [again])))).toEqual({ type: "known", sha256: "sha-1" });
    const twins = [draft(2, { sha256: "new" }), draft(3, { sha256: "new" })];
    expect(answer(await store.commit(commitOf(1, twins)))).toEqual({ type: "known", sha256: "new" });
    expect(answer(await store.readState())).toMatchObject({ dataVersion: 1, nextImportId: 2 });
  });

  test("ST5 staged blocks are invisible until their import is committed", async () => {
    await store.open();
    const parts = [partition(5), partition(4, { ordinal: 1 })];
    answer(await store.stage(1, [parts[0]!]));
    answer(await store.stage(1, [parts[1]!]));
    expect(answer(await store.readState())).toMatchObject({ nextImportId: 1, imports: [], partitions: [] });
    expect(answer(await store.readTexts({ importId: 1, ordinal: 1 })).ids).toBeDefined();
    answer(await store.commit(commitOf(0, [draft(1, { partitions: [], staged: parts })])));
    expect(answer(await store.readState()).partitions).toHaveLength(2);
    expect(answer(await store.readColumns({ importId: 1, ordinal: 1 })).rows).toBe(4);
  });

  test("ST5 an import whose blocks are not all there is refused whole", async () => {
    await store.open();
    await store.stage(1, [partition(5)]);
    const lacking = draft(1, { partitions: [], staged: [partition(5), partition(5, { ordinal: 1 })] });
    const refusal = await store.commit(commitOf(0, [draft(2), lacking]));
    expect(refusal).toMatchObject({ ok: false, refusal: { code: "STORAGE_LOST" } });
    expect(answer(await store.readState())).toMatchObject({ dataVersion: 0, imports: [] });
  });

  test("ST5 a small import may go before a staged one in the same commit", async () => {
    await store.open();
    await store.stage(2, [partition(5)]);
    const both = [draft(1), draft(2, { partitions: [], staged: [partition(5)] })];
    expect(answer(await store.commit(commitOf(0, both)))).toMatchObject({ type: "committed" });
  });

  test("ST5 unstaging frees the number and the blocks", async () => {
    await store.open();
    await store.stage(1, [partition(5)]);
    await store.unstage(1);
    expect(await store.readColumns({ importId: 1, ordinal: 0 })).toMatchObject({ ok: false });
    expect(answer(await store.commit(commitOf(0, [draft(1)])))).toMatchObject({ type: "committed" });
    await store.unstage(1);
    expect(await store.readColumns({ importId: 1, ordinal: 0 })).toMatchObject({ ok: true });
  });

  test("ST5 blocks cannot be staged over an import that is there", async () => {
    await filled(store, [draft(1)]);
    expect(await store.stage(1, [partition(2)])).toMatchObject({ ok: false, refusal: { code: "STORAGE_BLOCKED" } });
    expect(answer(await store.readColumns({ importId: 1, ordinal: 0 })).rows).toBe(5);
  });

  test("ST6 names are appended and keep their codes", async () => {
    await store.open();
    const first = { lenders: ["u1", "甲"], products: ["P30"], channels: [] };
    const second = { lenders: ["\uFEFFu3", "u4"], products: [], channels: ["app", "商店"] };
    answer(await store.commit(commitOf(0, [draft(1)], { growth: first })));
    answer(await store.commit(commitOf(1, [draft(2)], { growth: second })));
    expect(answer(await store.readDictionaries())).toEqual({
      lenders: ["u1", "甲", "\uFEFFu3", "u4"],
      products: ["", "P30"],
      channels: ["", "app", "商店"],
    });
  });

  test("ST6 a dictionary cannot gain the empty name", async () => {
    await store.open();
    const growth = { lenders: [], products: [""], channels: [] };
    await expect(store.commit(commitOf(0, [draft(1)], { growth }))).rejects.toThrow(RangeError);
    expect(answer(await store.readState()).imports).toEqual([]);
  });

  test("ST7 supersessions are read for the imports that are there", async () => {
    const over = (importId: number): { importId: number; ordinal: number; rows: Uint32Array } => ({
      importId,
      ordinal: 0,
      rows: Uint32Array.of(1, 3),
    });
    const dataVersion = await filled(store, [
      draft(1),
      draft(2, { supersessions: [over(1), over(2)] }),
      draft(3, { supersessions: [over(1)] }),
    ]);
    expect(answer(await store.readSupersessions())).toEqual([
      { byImport: 2, ...over(1) },
      { byImport: 2, ...over(2) },
      { byImport: 3, ...over(1) },
    ]);
    await store.deleteImports([2], dataVersion);
    expect(answer(await store.readSupersessions())).toEqual([{ byImport: 3, ...over(1) }]);
    await store.deleteImports([1], dataVersion + 1);
    expect(answer(await store.readSupersessions())).toEqual([]);
  });

  test("ST8 deleting an import leaves the others as they were", async () => {
    const dataVersion = await filled(store, [draft(1), draft(2)]);
    expect(answer(await store.deleteImports([1], 0))).toEqual({ type: "outdated" });
    const outcome = answer(await store.deleteImports([1, 99], dataVersion));
    expect(outcome).toEqual({ type: "committed", dataVersion: dataVersion + 1 });
    const state = answer(await store.readState());
    expect(state.imports).toEqual([draft(2).record]);
    expect(state.partitions).toEqual(draft(2).partitionInfos);
    expect(await store.readColumns({ importId: 1, ordinal: 0 })).toMatchObject({ ok: false });
    expect(answer(await store.readColumns({ importId: 2, ordinal: 0 })).rows).toBe(5);
    expect(await store.readRejects(1)).toEqual([]);
    expect(answer(await store.commit(commitOf(3, [draft(3, { sha256: "sha-1" })])))).toMatchObject({
      type: "committed",
    });
  });

  test("ST9 a summary counts while its data and its metric are the same", async () => {
    await store.open();
    const value = { byDay: new Map([[18_000, Float64Array.of(1, 2)]]), codes: new Uint32Array(8).subarray(2, 4) };
    answer(await store.commit(commitOf(0, [draft(1)], { summaries: [summary("cube", value)] })));
    expect(await store.readSummary("cube", 1, 1)).toEqual(value);
    expect(await store.readSummary("cube", 1, 1)).toHaveProperty("codes.buffer.byteLength", 8);
    expect(await store.readSummary("cube", 2, 1)).toBeUndefined();
    expect(await store.readSummary("cube", 1, 2)).toBeUndefined();
    expect(await store.readSummary("other", 1, 1)).toBeUndefined();
    answer(await store.commit(commitOf(1, [draft(2)])));
    expect(await store.readSummary("cube", 1, 2)).toBeUndefined();
  });

  test("ST9 summaries are written for the version that the store still has", async () => {
    await filled(store, [draft(1)]);
    expect(await store.writeSummaries(0, [summary("cube")])).toBe(false);
    expect(await store.readSummary("cube", 1, 0)).toBeUndefined();
    expect(await store.writeSummaries(1, [summary("cube")])).toBe(true);
    expect(await store.readSummary("cube", 1, 1)).toEqual(Float64Array.of(1, 2, 3));
    await store.deleteImports([1], 1);
    expect(await store.readSummary("cube", 1, 1)).toBeUndefined();
  });

  test("ST10 settings are kept and change no data version", async () => {
    await filled(store, [draft(1)]);
    const settings = { ...DEFAULT_SETTINGS, newRule: "first_day", transfers: "gross" } as const;
    answer(await store.saveSettings(settings));
    expect(answer(await store.readState())).toMatchObject({ dataVersion: 1, settings });
  });

  test("ST10 the state is the same object until it changes", async () => {
    await filled(store, [draft(1)]);
    const state = answer(await store.readState());
    expect(answer(await store.readState())).toBe(state);
    await store.saveSettings({ ...DEFAULT_SETTINGS, weekStart: 7 });
    expect(answer(await store.readState())).not.toBe(state);
  });

  test("ST11 watchers hear of commits and deletions, and of nothing after they stop", async () => {
    const heard: number[] = [];
    const stop = store.watch((dataVersion) => heard.push(dataVersion));
    await filled(store, [draft(1)]);
    await store.deleteImports([1], 1);
    await store.commit(commitOf(0, [draft(2)]));
    stop();
    await store.commit(commitOf(2, [draft(2)]));
    expect(heard).toEqual([1, 2]);
  });

  test("ST12 erasing leaves an empty ledger under a version that was never shown", async () => {
    const dataVersion = await filled(store, [draft(1), draft(2)]);
    await store.saveSettings({ ...DEFAULT_SETTINGS, weekStart: 7 });
    answer(await store.erase());
    const state = answer(await store.open());
    expect(state).toMatchObject({ nextImportId: 1, imports: [], partitions: [], settings: DEFAULT_SETTINGS });
    expect(state.dataVersion).toBeGreaterThan(dataVersion);
    expect(answer(await store.readDictionaries()).lenders).toEqual([]);
  });
});
