import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { encodeHead, encodeTail, readHead } from "#src/store/backupFormat.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { answer, commitOf, draft, filled, furnished, partition, table } from "#test/store/ledgers.ts";
import { whenReadingBlobs } from "#test/store/blobReads.ts";
import { contentOf, deleteRaw, dump } from "#test/store/rawDatabase.ts";
import { whenCalling } from "#test/store/tableCalls.ts";
import { tamperedCopies } from "#test/support/tamper.ts";

const NAME = "restoring";
const NOW = 1_700_000_123_456;
const PASSPHRASE = "correct horse";
const plain = { passphrase: undefined };
const locked = { passphrase: PASSPHRASE };

async function backupOf(fill: (store: LedgerStore) => Promise<unknown>, passphrase?: string): Promise<Blob> {
  const store = createMemoryStore();
  await fill(store);
  return answer(await store.backup({ passphrase, nowMs: NOW }));
}

const refusedWith = (code: string): object => ({ ok: false, refusal: { code } });

describe("restoring a backup", () => {
  let store: LedgerStore;
  let file: Blob;

  beforeEach(async () => {
    file = await backupOf(furnished);
    store = createIndexedDbStore(NAME);
    await filled(store, [
      draft(1),
      draft(2, { sha256: "own" }),
      draft(3, { dataset: "spend", table: table("spend", 3) }),
    ]);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    store.close();
    await deleteRaw(NAME);
  });

  test("ST28 it takes the place of everything, under numbers that no import had", async () => {
    await store.writeSummaries(3, [{ name: "book", metricVersion: 1, value: 1 }]);
    const before = answer(await store.readState());
    const state = answer(await store.restore(file, plain));
    expect(state.dataVersion).toBe(before.dataVersion + 1);
    expect(state.imports.map(({ importId, sha256 }) => [importId, sha256])).toEqual([
      [4, "sha-1"],
      [5, "sha-2"],
      [7, "sha-4"],
      [9, "sha-6"],
    ]);
    expect(state.nextImportId).toBe(10);
    expect(state.partitions.map(({ importId }) => importId)).toEqual([4, 4, 5]);
    expect(answer(await store.readSupersessions())).toEqual([
      { byImport: 5, importId: 4, ordinal: 0, rows: Uint32Array.of(1, 3) },
    ]);
    expect(answer(await store.readColumns({ importId: 4, ordinal: 1 }))).toEqual(partition(20, { seed: 9 }).columns);
    expect(await store.readRejects(9)).toEqual(draft(6).rejects);
    expect(answer(await store.readTables("spend"))).toMatchObject([{ importId: 7, data: { rows: 30 } }]);
    expect((await dump(NAME))["summaries"]).toEqual([]);
    expect((await dump(NAME))["imports"]).toHaveLength(4);
    expect(answer(await store.commit(commitOf(state.dataVersion, [draft(10)])))).toMatchObject({ type: "committed" });
  });

  test("ST28 memory does the same", async () => {
    const memory = createMemoryStore();
    await filled(memory, [draft(1), draft(2, { sha256: "own" }), draft(3)]);
    const heard: number[] = [];
    memory.watch((dataVersion) => heard.push(dataVersion));
    const state = answer(await memory.restore(file, plain));
    expect(state).toEqual(answer(await store.restore(file, plain)));
    expect(heard).toEqual([4]);
  });

  test("ST28 other tabs hear of it, and what they knew before is not written upon", async () => {
    const other = createIndexedDbStore(NAME);
    await other.open();
    const heard = new Promise((resolve) => other.watch(resolve));
    answer(await store.restore(file, plain));
    expect(await heard).toBe(4);
    expect(answer(await other.readState()).imports).toHaveLength(4);
    expect(answer(await other.commit(commitOf(4, [draft(11)])))).toMatchObject({ type: "committed" });
    other.close();
  });

  test("ST28 a tab that did not hear of it is refused", async () => {
    const deaf = createIndexedDbStore(NAME);
    // Reading opens the database; only open() listens.
    answer(await deaf.readState());
    answer(await store.restore(file, plain));
    expect(await deaf.commit(commitOf(3, [draft(4)]))).toMatchObject(refusedWith("STORAGE_LOST"));
    expect(await deaf.saveMappings([])).toMatchObject(refusedWith("STORAGE_LOST"));
    expect(answer(await store.readState()).imports).toHaveLength(4);
    deaf.close();
  });

  test("ST28 60 tampered copies are all refused, and nothing is touched", async () => {
    const before = await dump(NAME);
    for (const { how, file: spoilt } of await tamperedCopies(file, 60)) {
      const result = await store.restore(spoilt, plain);
      expect(result, how).toMatchObject(refusedWith("CORRUPT_ARCHIVE"));
    }
    expect(await dump(NAME)).toEqual(before);
  });

  test("ST28 a head that was changed is not shown either", async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { bytes: head } = await readHead(file);
    for (let at = 0; at < head.length; at++) {
      const spoilt = bytes.slice();
      spoilt[at]! ^= 1;
      expect(await store.readBackupSummary(new Blob([spoilt])), `byte ${at}`).toMatchObject(
        refusedWith("CORRUPT_ARCHIVE"),
      );
    }
    expect(answer(await store.readBackupSummary(file))).toMatchObject({ imports: 4 });
  });

  test("ST28 20 tampered copies of an encrypted one are all refused", async () => {
    const before = await dump(NAME);
    const encrypted = await backupOf(furnished, PASSPHRASE);
    for (const { how, file: spoilt } of await tamperedCopies(encrypted, 20, 7)) {
      expect(await store.restore(spoilt, locked), how).toMatchObject(refusedWith("CORRUPT_ARCHIVE"));
    }
    expect(await dump(NAME)).toEqual(before);
  });

  test("ST28 a part of another encrypted backup is refused, whatever the hashes say", async () => {
    // Whoever has no passphrase can compute hashes, but cannot lock a chunk.
    const [a, b] = [await backupOf(furnished, PASSPHRASE), await backupOf(furnished, PASSPHRASE)];
    const { head, bytes } = await readHead(a!);
    const other = await readHead(b!);
    const manifest = new Uint8Array(await a!.slice(bytes.length, bytes.length + head.manifestBytes).arrayBuffer());
    const partsOfB = b!.slice(other.bytes.length + other.head.manifestBytes, b!.size - 40);
    const partsOfA = a!.slice(bytes.length + head.manifestBytes, a!.size - 40);
    const mixed = new Blob([bytes, manifest, partsOfB, await encodeTail(bytes, manifest)]);
    expect(await store.restore(mixed, locked)).toMatchObject(refusedWith("CORRUPT_ARCHIVE"));
    const forged = await encodeHead({ ...head, madeAtMs: head.madeAtMs + 1 });
    const renamed = new Blob([forged, manifest, partsOfA, await encodeTail(forged, manifest)]);
    expect(await store.restore(renamed, locked)).toMatchObject(refusedWith("ENCRYPTED"));
  });

  test("ST28 the passphrase is asked for, and a wrong one is told from damage", async () => {
    const encrypted = await backupOf(furnished, PASSPHRASE);
    expect(await store.restore(encrypted, plain)).toMatchObject(refusedWith("ENCRYPTED"));
    expect(await store.restore(encrypted, { passphrase: "wrong" })).toMatchObject(refusedWith("ENCRYPTED"));
    expect(answer(await store.restore(encrypted, locked)).imports).toHaveLength(4);
    expect(answer(await store.restore(file, { passphrase: "not needed" })).imports).toHaveLength(4);
  });

  test("ST28 what is no backup, or of a newer version, is refused", async () => {
    for (const text of ["", "DIPPERBK", "a,b\n1,2\n", `DIPPERBK${"\0".repeat(200)}`]) {
      expect(await store.restore(new Blob([text]), plain)).toMatchObject(refusedWith("CORRUPT_ARCHIVE"));
      expect(await store.readBackupSummary(new Blob([text]))).toMatchObject(refusedWith("CORRUPT_ARCHIVE"));
    }
    const { head, bytes } = await readHead(file);
    const newer = new Blob([await encodeHead({ ...head, schema: 99 }), file.slice(bytes.length)]);
    expect(await store.restore(newer, plain)).toMatchObject(refusedWith("STORAGE_NEWER"));
    expect(await store.readBackupSummary(newer)).toMatchObject(refusedWith("STORAGE_NEWER"));
  });

  test("ST28 a head that asks for too much is refused before it is believed", async () => {
    const { head, bytes } = await readHead(file);
    const body = file.slice(bytes.length);
    for (const more of [{ manifestBytes: 2 ** 40 }, { bodyBytes: 2 ** 40 }, { chunks: 2 ** 31 }, { rows: -1 }]) {
      const spoilt = new Blob([await encodeHead({ ...head, ...more }), body]);
      expect(await store.restore(spoilt, plain)).toMatchObject(refusedWith("CORRUPT_ARCHIVE"));
    }
    const lock = {
      kdf: "PBKDF2-SHA-256",
      iterations: 2 ** 40,
      salt: "00".repeat(16),
      noncePrefix: "00".repeat(8),
    } as const;
    const slow = new Blob([await encodeHead({ ...head, encryption: lock }), body]);
    expect(await store.restore(slow, locked)).toMatchObject(refusedWith("CORRUPT_ARCHIVE"));
  });

  test("ST28 a file that can no longer be read is refused as such", async () => {
    const before = await dump(NAME);
    whenReadingBlobs((_, reads) => {
      if (reads === 6) throw new DOMException("gone", "NotReadableError");
    });
    expect(await store.restore(file, plain)).toMatchObject(refusedWith("CHANGED_WHILE_READING"));
    vi.restoreAllMocks();
    expect(await dump(NAME)).toEqual(before);
  });

  test("ST28 an abort before the flip leaves nothing of it", async () => {
    const before = await dump(NAME);
    const controller = new AbortController();
    const onProgress = (done: number, total: number): void => {
      if (done > total / 2) controller.abort();
    };
    const aborted = store.restore(file, { ...plain, signal: controller.signal, onProgress });
    await expect(aborted).rejects.toThrow("aborted");
    expect(await dump(NAME)).toEqual(before);
  });

  test.each(["blocks", "rejects", "tableRows", "supersessions", "imports", "dictionaries", "mappings", "meta"])(
    "ST28 without room while writing %s the ledger stays as it was",
    async (name) => {
      const before = await contentOf(NAME);
      const noRoom = (): void => {
        throw new DOMException("no room", "QuotaExceededError");
      };
      whenCalling("put", name, { before: noRoom });
      whenCalling("add", name, { before: noRoom });
      expect(await store.restore(file, plain)).toMatchObject(refusedWith("STORAGE_FULL"));
      vi.restoreAllMocks();
      expect(await contentOf(NAME)).toEqual(before);
      expect(answer(await store.restore(file, plain)).imports).toHaveLength(4);
    },
  );

  test("ST28 killed before the flip, the next start has the old ledger and nothing staged", async () => {
    const before = answer(await store.readState());
    const content = await contentOf(NAME);
    const killed = createIndexedDbStore(NAME);
    answer(await killed.readState());
    // From its first write to the imports on, nothing of that tab reaches the database any more.
    whenCalling("add", "imports", {
      before: () => {
        killed.close();
        throw new RangeError("killed");
      },
    });
    await expect(killed.restore(file, plain)).rejects.toThrow("killed");
    vi.restoreAllMocks();
    expect((await dump(NAME))["blocks"]!.length).toBeGreaterThan(6);
    expect(answer(await store.readState()).imports).toEqual(before.imports);
    expect(answer(await store.readSupersessions())).toEqual([]);
    store.close();
    store = createIndexedDbStore(NAME);
    expect(answer(await store.open())).toEqual(before);
    expect(await contentOf(NAME)).toEqual(content);
  });

  test("ST28 a flip whose news was lost is reported as made", async () => {
    let isLost = false;
    whenCalling("add", "imports", {
      begun: (tx) => {
        if (isLost) return;
        isLost = true;
        const { onabort } = tx;
        tx.oncomplete = () => {
          onabort?.call(tx, new Event("abort"));
        };
      },
    });
    expect(answer(await store.restore(file, plain)).imports).toHaveLength(4);
    expect(isLost).toBe(true);
  });
});
