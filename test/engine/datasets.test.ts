import { expect, it } from "vitest";

import { createMemoryStore } from "#src/store/memoryStore.ts";
import { csvOf, openEngine, TODAY } from "#test/support/engineHarness.ts";

const SPEND = "date,channel,amount\n2024-01-01,app,10.00\n2024-01-02,app,20.00\n";

it("TB1 takes a dataset beside the ledger: counted, replaced by key, undone, and in no figure", async () => {
  const store = createMemoryStore();
  const engine = await openEngine(store);
  const [first, second] = await engine.drop({
    "a.csv": SPEND,
    "b.csv": "date,channel,amount\n2024-01-02,app,25.00\n2024-01-01,app,10.00\n2024-01-03,web,1.00\n",
  });
  expect(first).toMatchObject({
    type: "imported",
    record: { dataset: "spend", mode: "merge", counts: { read: 2, accepted: 2 }, firstDay: 19_723, lastDay: 19_724 },
  });
  expect(second).toMatchObject({ record: { counts: { read: 3, accepted: 1, duplicate: 1, replaced: 1 } } });
  expect(await engine.methods.status({})).toMatchObject({ imports: 2, rows: 0, tables: { spend: 3 }, firstDay: null });
  if (second?.type !== "imported") throw new Error("not imported");
  expect(await engine.methods.restatement({ importId: second.record.importId })).toMatchObject({
    days: [],
    lastDay: null,
  });
  await engine.methods.deleteImports({ importIds: [second.record.importId], today: TODAY });
  expect(await engine.methods.status({})).toMatchObject({ imports: 1, tables: { spend: 2 } });
  const [known] = await engine.drop({ "again.csv": SPEND });
  expect(known).toMatchObject({ type: "known", counts: { read: 2, duplicate: 2 } });
});

it("TB2 carries the book on over a dataset, and takes ledger and datasets in one queue", async () => {
  const store = createMemoryStore();
  const engine = await openEngine(store);
  const row = {
    txnId: "t1",
    lender: "u1",
    at: "2024-01-05 10:00:00",
    type: "lend",
    amount: "100.00",
    product: "P30",
    term: "30",
    channel: "app",
  };
  await engine.drop({ "l.csv": csvOf([row]), "s.csv": SPEND });
  const before = await engine.methods.status({});
  await engine.drop({ "s2.csv": SPEND.replace("10.00", "11.00") });
  expect(await engine.methods.status({})).toMatchObject({ rows: 1, asOf: before.asOf, tables: { spend: 2 } });
  const reopened = await openEngine(store);
  expect({ ...(await reopened.methods.status({})), dataVersion: 0 }).toEqual({
    ...(await engine.methods.status({})),
    dataVersion: 0,
  });
});
