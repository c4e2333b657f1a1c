import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { answer, attempt, commitOf, draft, filled, mapping, table } from "#test/store/ledgers.ts";
import { damage, dump, flip } from "#test/store/rawDatabase.ts";

describe.each([
  { where: "memory", create: createMemoryStore },
  { where: "IndexedDB", create: () => createIndexedDbStore("tables") },
])("what lies beside the ledger in $where", ({ create }) => {
  let store: LedgerStore;

  beforeEach(() => {
    store = create();
  });

  afterEach(async () => {
    await store.erase();
    store.close();
  });

  test("ST23 a table is committed with its import and read back as it was given", async () => {
    const [spend, lenders] = [table("spend", 40), table("lenders", 7)];
    await filled(store, [
      draft(1),
      draft(2, { dataset: "spend", table: spend }),
      draft(3, { dataset: "lenders", table: lenders }),
      draft(4, { dataset: "spend", table: table("spend", 0) }),
    ]);
    expect(answer(await store.readTables("spend"))).toEqual([
      { importId: 2, dataset: "spend", data: spend },
      { importId: 4, dataset: "spend", data: table("spend", 0) },
    ]);
    expect(answer(await store.readTables("lenders"))).toEqual([{ importId: 3, dataset: "lenders", data: lenders }]);
    expect(answer(await store.readTables("funds"))).toEqual([]);
    expect(answer(await store.readState()).partitions).toHaveLength(1);
  });

  test("ST23 a table above 8 MB is cut into blocks and comes back whole", async () => {
    const large = table("funds", 30_000, 500);
    await filled(store, [draft(1, { dataset: "funds", table: large })]);
    const [stored] = answer(await store.readTables("funds"));
    expect(stored?.data.rows).toBe(30_000);
    // Element by element is slow where one comparison of bytes will do.
    const bytes = (values: (typeof large.columns)[number]): ArrayBufferView[] =>
      values.type === "text" ? [values.texts.bytes, values.texts.ends] : [values.numbers];
    const sides = [stored?.data, large].map((data) => (data?.columns ?? []).flatMap(bytes));
    expect(sides[0]).toHaveLength(11);
    sides[0]!.forEach((view, place) => {
      const [a, b] = [view, sides[1]![place]!].map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength));
      expect(Buffer.compare(a!, b!)).toBe(0);
    });
  });

  test("ST23 the caller may reuse its buffers, and deleting the import takes its table", async () => {
    const given = table("spend", 4);
    await filled(store, [draft(1, { dataset: "spend", table: given })]);
    for (const values of given.columns) if (values.type === "number") values.numbers.fill(0);
    expect(answer(await store.readTables("spend"))[0]?.data).toEqual(table("spend", 4));
    answer(await store.deleteImports([1], 1));
    expect(answer(await store.readTables("spend"))).toEqual([]);
  });

  test("ST23 a table without its dataset, or without a column, is a fault", async () => {
    await store.open();
    await expect(store.commit(commitOf(0, [draft(1, { table: table("spend", 1) })]))).rejects.toThrow(RangeError);
    const short = { ...table("spend", 1), columns: [] };
    await expect(store.commit(commitOf(0, [draft(1, { dataset: "spend", table: short })]))).rejects.toThrow(RangeError);
    expect(answer(await store.readState()).imports).toEqual([]);
  });

  test("ST24 mappings are kept by fingerprint and listed by name", async () => {
    await store.open();
    answer(await store.saveMappings([mapping("f2", "b"), mapping("f1", "c")]));
    answer(await store.saveMappings([mapping("f1", "a")]));
    expect(answer(await store.readMappings())).toEqual([mapping("f1", "a"), mapping("f2", "b")]);
    answer(await store.deleteMapping("f1"));
    answer(await store.deleteMapping("never"));
    expect(answer(await store.readMappings())).toEqual([mapping("f2", "b")]);
    expect(answer(await store.readState()).dataVersion).toBe(0);
  });

  test("ST25 the last 200 refused files are kept, newest first", async () => {
    await store.open();
    expect(answer(await store.readAttempts())).toEqual([]);
    const numbers = Array.from({ length: 230 }, (_, at) => at + 1);
    answer(await store.addAttempts(numbers.slice(0, 3).map(attempt)));
    answer(await store.addAttempts(numbers.slice(3).map(attempt)));
    expect(answer(await store.readAttempts())).toEqual(numbers.slice(30).map(attempt).toReversed());
    answer(await store.addAttempts([attempt(231)]));
    expect(answer(await store.readAttempts())).toHaveLength(200);
  });
});

describe("tables in IndexedDB, when stored data is damaged", () => {
  const NAME = "table-damage";
  let store: LedgerStore;

  beforeEach(async () => {
    store = createIndexedDbStore(NAME);
    const drafts = [1, 2].map((id) => draft(id, { dataset: "funds", table: table("funds", 12_000, 500) }));
    await filled(store, [...drafts, draft(3, { dataset: "spend", table: table("spend", 3) })]);
  });

  afterEach(async () => {
    await store.erase();
    store.close();
  });

  const corrupt = { ok: false, refusal: { code: "STORAGE_CORRUPT", importId: 2, fileName: "day-2.csv" } };

  test("ST19 a changed byte of any column is refused with its import named", async () => {
    expect((await dump(NAME))["tableRows"]!.length).toBeGreaterThan(4);
    for (const column of [0, 1, 2, 6]) {
      await damage(NAME, { kind: "tableRows", key: [2, 1] }, ({ columns }) => {
        const values = columns[column]!;
        flip(values.type === "text" ? values.bytes : values.numbers, 1000);
      });
      expect(await store.readTables("funds")).toMatchObject(corrupt);
      expect(await store.readTables("spend")).toMatchObject({ ok: true });
    }
  });

  test("ST19 a block that is missing or another import's is refused", async () => {
    await damage(NAME, { kind: "tableRows", key: [2, 0] }, (row) => void (row.blocks += 1));
    expect(await store.readTables("funds")).toMatchObject(corrupt);
    await store.deleteImports([2], 3);
    expect(answer(await store.readTables("funds"))).toHaveLength(1);
  });

  test("ST24 a damaged mapping is as good as none", async () => {
    answer(await store.saveMappings([mapping("f1"), mapping("f2")]));
    await damage(NAME, { kind: "mappings", key: "f1" }, (row) => void (row.name = "changed"));
    expect(answer(await store.readMappings())).toEqual([mapping("f2")]);
  });
});
