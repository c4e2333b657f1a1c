import "fake-indexeddb/auto";

import { afterEach, expect, test } from "vitest";

import { createEngine } from "#src/engine/engine.ts";
import { fileReading } from "#src/ingest/fileReading.ts";
import { createIndexedDbStore } from "#src/store/indexedDbStore.ts";
import { damage, deleteRaw, flip } from "#test/store/rawDatabase.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

const NAME = "damaged";
const day = (number: number): string =>
  `txn_id,user_id,occurred_at,type,amount\nT${number},u${number},2024-01-0${number},lend,${number}00.00\n`;

afterEach(() => deleteRaw(NAME));

/** A store of two imports with a flipped byte in the first, and no summary to answer from. */
async function damagedStore(): Promise<void> {
  const store = createIndexedDbStore(NAME);
  const engine = await openEngine(store);
  await engine.drop({ "1.csv": day(1), "2.csv": day(2) });
  store.close();
  await damage(NAME, { kind: "columns", key: [1, 0, "columns"] }, (row) => flip(row.amount));
  await damage(NAME, { kind: "summaries", key: "book" }, (row) => Object.assign(row, { metricVersion: 0 }));
}

test("a damaged import is named; without it everything else is there again", async () => {
  await damagedStore();
  const store = createIndexedDbStore(NAME);
  const { methods } = createEngine({ store, files: fileReading });
  const opened = await methods.open({ today: TODAY });
  expect(opened).toMatchObject({ ok: false, refusal: { code: "STORAGE_CORRUPT", importId: 1, fileName: "1.csv" } });

  const left = await methods.deleteImports({ importIds: [1], today: TODAY });
  expect(left).toMatchObject({ ok: true, value: { imports: 1, rows: 1 } });
  const period = { from: TODAY, to: TODAY };
  const filter = { products: [], channels: [] };
  const { total } = await methods.series({ period, grain: "day", filter, comparison: "none" });
  expect(total.closing).toBe(20_000);
  store.close();
});

test("a damaged store can be erased, though nothing of it could be shown", async () => {
  await damagedStore();
  const store = createIndexedDbStore(NAME);
  const { methods } = createEngine({ store, files: fileReading });
  expect(await methods.open({ today: TODAY })).toMatchObject({ ok: false });
  expect(await methods.eraseEverything({ today: TODAY })).toMatchObject({ ok: true, value: { imports: 0, rows: 0 } });
  store.close();
});
