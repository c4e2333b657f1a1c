import "fake-indexeddb/auto";

import { expect, test } from "vitest";

import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { answer, furnished } from "#test/store/ledgers.ts";
import { dump } from "#test/store/rawDatabase.ts";
import { tamperedCopies } from "#test/support/tamper.ts";
import { recordTorture, tortureRuns } from "#test/support/tortureRuns.ts";

const PASSPHRASE = "correct horse";

test.each([undefined, PASSPHRASE])(
  "tampered backups are refused, and nothing is touched (passphrase: %s)",
  async (passphrase) => {
    const source = createMemoryStore();
    await furnished(source);
    const file = answer(await source.backup({ passphrase, nowMs: 1_700_000_000_000 }));
    const name = `tampered-${String(passphrase)}`;
    const store = createIndexedDbStore(name);
    await store.open();
    await furnished(store);
    const before = await dump(name);
    const count = tortureRuns(10, 100);
    for (const { how, file: spoilt } of await tamperedCopies(file, count, 99)) {
      const result = await store.restore(spoilt, { passphrase });
      expect(result.ok, how).toBe(false);
    }
    expect(await dump(name)).toEqual(before);

    answer(await store.restore(file, { passphrase }));
    const again = answer(await store.readState());
    expect(again.imports.length).toBe(answer(await source.readState()).imports.length);
    recordTorture(passphrase === undefined ? "tampered backups" : "tampered backups, encrypted", {
      copies: count,
      accepted: 0,
    });
  },
);
