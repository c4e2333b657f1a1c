import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { CompactedImport, LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { answer, commitOf, draft, filled, partition, summary } from "#test/store/ledgers.ts";
import { damage, dump, flip } from "#test/store/rawDatabase.ts";
import { whenCalling } from "#test/store/tableCalls.ts";

const NAME = "compaction";

const marks = (importId: number, ...rows: number[]) => ({ importId, ordinal: 0, rows: Uint32Array.from(rows) });

/** Import 1 without the rows that import 2 stands over. */
function smaller(): CompactedImport {
  const { record, partitions, partitionInfos } = draft(1, { partitions: [partition(3, { seed: 1 })] });
  return { record: { ...record, isCompacted: true }, partitions, partitionInfos };
}

const GONE = [{ byImport: 2, importId: 1, ordinal: 0 }];

describe.each([
  { where: "memory", create: createMemoryStore },
  { where: "IndexedDB", create: () => createIndexedDbStore(NAME) },
])("compaction in $where", ({ create }) => {
  let store: LedgerStore;

  beforeEach(async () => {
    store = create();
    await filled(store, [draft(1), draft(2, { supersessions: [marks(1, 3, 4), marks(2, 0)] })]);
    await store.writeSummaries(2, [summary("book")]);
    answer(await store.commit(commitOf(2, [draft(3)], { summaries: [summary("later")] })));
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await store.erase();
    store.close();
  });

  test("ST26 blocks, records and marks change together, under the next version", async () => {
    const heard: number[] = [];
    store.watch((dataVersion) => heard.push(dataVersion));
    expect(answer(await store.compact([smaller()], GONE, 3))).toEqual({ type: "committed", dataVersion: 4 });
    const state = answer(await store.readState());
    expect(state.imports[0]).toEqual(smaller().record);
    expect(state.partitions.map(({ rows }) => rows)).toEqual([3, 5, 5]);
    expect(answer(await store.readColumns({ importId: 1, ordinal: 0 }))).toEqual(smaller().partitions[0]!.columns);
    expect(answer(await store.readSupersessions())).toEqual([{ byImport: 2, ...marks(2, 0) }]);
    expect(await store.readRejects(1)).toEqual(draft(1).rejects);
    expect(heard).toEqual([4]);
  });

  test("ST26 summaries of the version before count on, and no others", async () => {
    await store.writeSummaries(3, [summary("now")]);
    answer(await store.compact([smaller()], GONE, 3));
    for (const name of ["later", "now"]) {
      expect(await store.readSummary(name, 1, 4)).toEqual(Float64Array.of(1, 2, 3));
      expect(await store.readSummary(name, 1, 3)).toEqual(Float64Array.of(1, 2, 3));
      expect(await store.readSummary(name, 1, 2)).toBeUndefined();
    }
    expect(await store.readSummary("book", 1, 4)).toBeUndefined();
    expect(await store.readSummary("book", 1, 2)).toEqual(Float64Array.of(1, 2, 3));
    answer(await store.compact([], [], 4));
    expect(await store.readSummary("now", 1, 5)).toBeDefined();
    answer(await store.commit(commitOf(5, [draft(4)])));
    expect(await store.readSummary("now", 1, 6)).toBeUndefined();
  });

  test("ST26 compaction upon another state, or of an import that is gone, writes nothing", async () => {
    expect(answer(await store.compact([smaller()], GONE, 2))).toEqual({ type: "outdated" });
    answer(await store.deleteImports([1], 3));
    expect(answer(await store.compact([smaller()], GONE, 4))).toEqual({ type: "outdated" });
    expect(answer(await store.readState())).toMatchObject({
      dataVersion: 4,
      imports: [{ importId: 2 }, { importId: 3 }],
    });
  });

  test("ST26 blocks that are not all there are refused", async () => {
    const lacking = { ...smaller(), partitions: [] };
    expect(await store.compact([lacking], GONE, 3)).toMatchObject({ ok: false, refusal: { code: "STORAGE_LOST" } });
    expect(answer(await store.readColumns({ importId: 1, ordinal: 0 })).rows).toBe(5);
  });
});

describe("compaction in IndexedDB, when it fails", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("ST26 it leaves no trace, and does not mend what is damaged", async () => {
    const store = createIndexedDbStore(NAME);
    await filled(store, [draft(1), draft(2, { supersessions: [marks(1, 3, 4)] })]);
    await store.writeSummaries(2, [summary("book")]);
    const before = await dump(NAME);
    whenCalling("put", "meta", {
      before: () => {
        throw new DOMException("no room", "QuotaExceededError");
      },
    });
    expect(await store.compact([smaller()], GONE, 2)).toMatchObject({ refusal: { code: "STORAGE_FULL" } });
    vi.restoreAllMocks();
    expect(await dump(NAME)).toEqual(before);
    await damage(NAME, { kind: "summaries", key: "book" }, ({ value }) => flip((value as Float64Array).buffer));
    answer(await store.compact([smaller()], GONE, 2));
    expect(await store.readSummary("book", 1, 3)).toBeUndefined();
    await store.erase();
    store.close();
  });
});
