import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { openBackup, readRows } from "#src/store/backupFile.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { answer, commitOf, draft, furnished, partition, table } from "#test/store/ledgers.ts";
import { whenReadingBlobs } from "#test/store/blobReads.ts";
import { contentOf, damage, deleteRaw, dump, flip } from "#test/store/rawDatabase.ts";

const NOW = 1_700_000_123_456;
const SETTINGS = { ...DEFAULT_SETTINGS, newRule: "first_day", weekStart: 7 } as const;

const options = (passphrase?: string) => ({ passphrase, nowMs: NOW });
const plain = { passphrase: undefined };

async function partHashes(file: Blob, passphrase?: string): Promise<readonly string[]> {
  return (await openBackup(file, passphrase)).manifest.parts.map((part) => part.sha256);
}

describe.each([{ passphrase: undefined }, { passphrase: "四 horses & a passphrase" }])(
  "a backup with passphrase $passphrase",
  ({ passphrase }) => {
    let store: LedgerStore;
    let other: LedgerStore;

    beforeEach(async () => {
      store = createIndexedDbStore("backed-up");
      other = createIndexedDbStore("restored");
      await furnished(store);
      await other.open();
    });

    afterEach(async () => {
      vi.restoreAllMocks();
      store.close();
      other.close();
      await deleteRaw("backed-up");
      await deleteRaw("restored");
    });

    test("ST27 restored into an empty store, every row is there bit for bit", async () => {
      const file = answer(await store.backup(options(passphrase)));
      const state = answer(await other.restore(file, { passphrase }));
      const original = answer(await store.readState());
      expect(await contentOf("restored")).toEqual(await contentOf("backed-up"));
      expect(state).toEqual({ ...original, dataVersion: 1 });
      expect(state).toMatchObject({ nextImportId: 7, lastBackupMs: NOW, settings: SETTINGS });
      expect(answer(await other.readTables("spend"))).toEqual(answer(await store.readTables("spend")));
      const again = answer(await other.backup(options(passphrase)));
      expect(await partHashes(again, passphrase)).toEqual(await partHashes(file, passphrase));
    });

    test("ST27 it goes from a database to memory and back", async () => {
      const memory = createMemoryStore();
      answer(await memory.restore(answer(await store.backup(options(passphrase))), { passphrase }));
      expect(answer(await memory.readDictionaries())).toEqual(answer(await store.readDictionaries()));
      expect(answer(await memory.readSupersessions())).toEqual(answer(await store.readSupersessions()));
      expect(await memory.readRejects(2)).toEqual(draft(2).rejects);
      answer(await other.restore(answer(await memory.backup(options(passphrase))), { passphrase }));
      expect(await contentOf("restored")).toEqual(await contentOf("backed-up"));
    });

    test("ST27 its head tells what it is without a passphrase", async () => {
      const file = answer(await store.backup(options(passphrase)));
      const told = { madeAtMs: NOW, imports: 4, rows: 85, isEncrypted: passphrase !== undefined };
      expect(answer(await other.readBackupSummary(file))).toEqual(told);
    });
  },
);

describe("a backup", () => {
  let store: LedgerStore;

  beforeEach(async () => {
    store = createIndexedDbStore("backup");
    await furnished(store);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    store.close();
    await deleteRaw("backup");
  });

  test("ST27 it is noted once it was read back", async () => {
    expect(answer(await store.readState()).lastBackupMs).toBeNull();
    answer(await store.backup(options()));
    expect(answer(await store.readState()).lastBackupMs).toBe(NOW);
    expect(answer(await createIndexedDbStore("backup").open()).lastBackupMs).toBe(NOW);
  });

  test("ST27 encrypted, it tells neither names nor files", async () => {
    const clear = await answer(await store.backup(options())).arrayBuffer();
    const locked = await answer(await store.backup(options("secret"))).arrayBuffer();
    const text = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString("latin1");
    // The list of parts is what is not packed.
    expect(text(clear)).toContain("supersessions");
    expect(text(locked)).not.toContain("supersessions");
    const again = await answer(await store.backup(options("secret"))).arrayBuffer();
    expect(text(locked).slice(0, 600)).not.toBe(text(again).slice(0, 600));
  });

  test("ST27 rows larger than a part span parts", async () => {
    const notes = table("annotations", 40_000, 400);
    answer(await store.commit(commitOf(5, [draft(7, { dataset: "annotations", table: notes })])));
    const file = answer(await store.backup(options()));
    const backup = await openBackup(file, undefined);
    expect(backup.manifest.parts.filter(({ kind }) => kind === "tableRows").length).toBeGreaterThan(1);
    expect(Math.max(...backup.manifest.parts.map(({ bytes }) => bytes))).toBeLessThanOrEqual(8 * 1024 * 1024);
    const kinds: string[] = [];
    for await (const { kind } of readRows(backup)) if (kind === "tableRows") kinds.push(kind);
    expect(kinds).toHaveLength((await dump("backup"))["tableRows"]!.length);
  });

  test("ST27 what was staged and not finished is not in it", async () => {
    answer(await store.stage(9, [partition(5)]));
    const file = answer(await store.backup(options()));
    expect((await openBackup(file, undefined)).manifest.counts.blocks).toBe(9);
  });

  test("ST27 a damaged row is refused with its import named, and no backup is noted", async () => {
    await damage("backup", { kind: "columns", key: [2, 0, "columns"] }, (row) => flip(row.amount));
    const refusal = { code: "STORAGE_CORRUPT", importId: 2 };
    expect(await store.backup(options())).toMatchObject({ ok: false, refusal });
    expect(answer(await store.readState()).lastBackupMs).toBeNull();
  });

  test("ST27 a ledger that changes meanwhile is read anew", async () => {
    const other = createIndexedDbStore("backup");
    await other.open();
    let deleting: Promise<unknown> | undefined;
    const onProgress = (): void => void (deleting ??= other.deleteImports([1], 5));
    const file = answer(await store.backup({ ...options(), onProgress }));
    expect(await deleting).toMatchObject({ ok: true });
    expect((await openBackup(file, undefined)).head.imports).toBe(3);
    other.close();
  });

  test("ST27 a file that does not read back as it was written is thrown away", async () => {
    whenReadingBlobs((bytes, reads) => {
      if (reads === 3) new Uint8Array(bytes)[5]! ^= 1;
    });
    expect(await store.backup(options())).toMatchObject({ ok: false, refusal: { code: "STORAGE_LOST" } });
    vi.restoreAllMocks();
    expect(answer(await store.readState()).lastBackupMs).toBeNull();
  });

  test("ST27 an aborted backup ends with its signal, and progress goes up to the end", async () => {
    await expect(store.backup({ ...options(), signal: AbortSignal.abort() })).rejects.toThrow("aborted");
    const seen: number[] = [];
    answer(await store.backup({ ...options(), onProgress: (done, total) => seen.push(done / total) }));
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBeLessThanOrEqual(1);
    expect(seen.at(-1)).toBeGreaterThan(0.5);
  });

  test("ST27 an empty passphrase is a fault, not an unencrypted file", async () => {
    await expect(store.backup(options(""))).rejects.toThrow(RangeError);
  });

  test("ST27 an empty ledger has a backup too", async () => {
    const empty = createMemoryStore();
    const file = answer(await empty.backup(options()));
    expect(answer(await store.restore(file, plain))).toMatchObject({ imports: [], partitions: [], nextImportId: 7 });
    expect(answer(await store.readDictionaries())).toEqual({ lenders: [], products: [""], channels: [""] });
  });
});
