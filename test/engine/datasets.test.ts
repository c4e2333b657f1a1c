import { expect, it } from "vitest";

import { createMemoryStore } from "#src/store/memoryStore.ts";
import { csvOf, filesOf, openEngine, TODAY } from "#test/support/engineHarness.ts";

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

const LOANS = "loan_id,product,disbursed_on,principal,annual_rate,periods,method";
const loan = (id: string, ...others: readonly string[]): string =>
  [id, "P", "2024-01-05", "1000", "18%", "12", "level", ...others].join(",");

async function previewOf(engine: Awaited<ReturnType<typeof openEngine>>, texts: Readonly<Record<string, string>>) {
  const { dropId, tables } = await engine.methods.openDrop({ files: filesOf(texts) });
  const choices = tables.map((_, table) => ({ table, reading: null, mode: null }));
  const preview = await engine.methods.previewDrop({ dropId, choices, today: TODAY });
  await engine.methods.closeDrop({ dropId, nowMs: 0 });
  return preview.tables.map((table) => (table.type === "readable" ? table.lostValues : table.type));
}

it("TB3 foretells which values stored rows lose to a file without their columns", async () => {
  const engine = await openEngine();
  await engine.drop({
    "a.csv": `${LOANS},interest_received,bad_principal,borrower_id\n${[
      loan("L1", "9", "5", "b1"),
      loan("L2", "", "0", ""),
      loan("L3", "7", "6", "b3"),
    ].join("\n")}\n`,
  });
  const plain = `${LOANS}\n${[loan("L1"), loan("L2"), loan("L9")].join("\n")}\n`;
  // A value of 0 is one; L3 keeps its own.
  const expected = [
    { column: "interest_received", rows: 1 },
    { column: "bad_principal", rows: 2 },
    { column: "borrower_id", rows: 1 },
  ];
  expect(await previewOf(engine, { "b.csv": plain })).toEqual([expected]);
  const whole = `${LOANS},interest_received,bad_principal,borrower_id\n${loan("L1", "", "", "")}\n`;
  expect(await previewOf(engine, { "c.csv": whole })).toEqual([[]]);
  const [result] = await engine.drop({ "b.csv": plain });
  expect(result).toMatchObject({ type: "imported", record: { counts: { replaced: 2 } } });
  expect(await previewOf(engine, { "d.csv": plain.replace("18%", "17%") })).toEqual([[]]);
});

it("TB3 is asked of every dataset, of files before it in the drop too, and never of the ledger", async () => {
  const engine = await openEngine();
  await engine.drop({ "t.csv": "month,metric,value,owner\n2024-01,volume,5,Li\n" });
  const texts = {
    "t1.csv": "month,metric,value\n2024-01,volume,6\n",
    "u.csv": "user_id,registered_at,region,birth_year\nu1,2024-01-01,Jilin,1980\n",
    "v.csv": "user_id,registered_at\nu1,2024-01-02\n",
  };
  expect(await previewOf(engine, texts)).toEqual([
    [{ column: "owner", rows: 1 }],
    [],
    [
      { column: "region", rows: 1 },
      { column: "birth_year", rows: 1 },
    ],
  ]);
});
