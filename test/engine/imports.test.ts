import { describe, expect, it } from "vitest";

import { createEngine } from "#src/engine/engine.ts";
import type { DecodedBlock } from "#src/ingest/decodedFile.ts";
import { fileReading } from "#src/ingest/fileReading.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { csvOf, filesOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";
import { dayNamed } from "#test/support/ledgerRows.ts";

const LEND: FileRow = {
  txnId: "t1",
  lender: "u1",
  at: "2024-01-05 10:00:00",
  type: "lend",
  amount: "100.00",
  product: "P30",
  term: "30",
  channel: "app",
};
const EXIT: FileRow = { ...LEND, txnId: "t2", at: "2024-02-04 09:00:00", type: "exit" };

/** One row of a lender, a product and a channel that no other file names. */
function ghostBlock(): DecodedBlock {
  const one = Uint32Array.of(0);
  return {
    newLenders: ["ghost"],
    newProducts: ["ghost"],
    newChannels: ["ghost"],
    columns: {
      rows: 1,
      instant: Uint32Array.of(1_704_412_800),
      type: new Uint8Array(1),
      amount: Float64Array.of(100),
      lender: one,
      product: Uint16Array.of(1),
      channel: Uint16Array.of(1),
      termDays: new Uint16Array(1),
    },
    identity: { hashLow: one, hashHigh: one, ids: undefined, lots: undefined },
    lines: Uint32Array.of(2),
  };
}

async function countsOf(files: Readonly<Record<string, string>>) {
  const engine = await openEngine();
  const outcomes = await engine.drop(files);
  return outcomes.map((outcome) => (outcome.type === "imported" ? outcome.record.counts : outcome));
}

describe("importing", () => {
  it("ID1 lets the row read last win, in one file and across files", async () => {
    const engine = await openEngine();
    await engine.drop({
      "a.csv": csvOf([LEND, { ...LEND, amount: "120.00" }]),
      "b.csv": csvOf([{ ...LEND, amount: "150.00" }]),
    });
    const { total } = await engine.days();
    expect(total.flows.volume).toBe(15_000);
  });

  it("CV1 puts every row in exactly one count", async () => {
    const [first, second] = await countsOf({
      "a.csv": csvOf([LEND, LEND, { ...LEND, amount: "1.005" }, { ...LEND, amount: "120" }]),
      "b.csv": csvOf([{ ...LEND, amount: "120" }, EXIT]),
    });
    expect(first).toEqual({ read: 4, accepted: 1, duplicate: 1, replaced: 1, rejected: 1, ignored: 0 });
    expect(second).toEqual({ read: 2, accepted: 1, duplicate: 1, replaced: 0, rejected: 0, ignored: 0 });
  });

  it("ID2 keeps two identical purchases without ids, and takes the same export only once", async () => {
    const line = "u1,2024-01-05,lend,100.00";
    const engine = await openEngine();
    const header = "user_id,occurred_at,type,amount";
    await engine.drop({ "a.csv": [header, line, line, ""].join("\n") });
    const [again] = await engine.drop({ "b.csv": [header, line, line, line, ""].join("\n") });
    expect(again).toMatchObject({ type: "imported", record: { counts: { accepted: 1, duplicate: 2 } } });
    expect((await engine.days()).total.flows.volume).toBe(30_000);
  });

  it("ID4 forgets a deleted import, and rows that it stood over count again", async () => {
    const engine = await openEngine();
    await engine.drop({ "a.csv": csvOf([LEND]), "b.csv": csvOf([{ ...LEND, amount: "150" }, EXIT]) });
    await engine.drop({ "c.csv": csvOf([{ ...LEND, amount: "100.0" }]) });
    expect((await engine.days()).total.flows.volume).toBe(10_000);
    const [newest, middle] = await engine.methods.imports({});
    await engine.methods.deleteImports({ importIds: [newest!.importId], today: TODAY });
    expect((await engine.days()).total.flows.volume).toBe(15_000);
    await engine.methods.deleteImports({ importIds: [middle!.importId], today: TODAY });
    expect((await engine.days()).total.flows).toMatchObject({ volume: 10_000, exits: 0 });
  });

  it("ID5 takes the same bytes once, also within one queue", async () => {
    const text = csvOf([LEND, EXIT]);
    const engine = await openEngine();
    const outcomes = await engine.drop({ "a.csv": text, "copy of a.csv": text });
    expect(outcomes[1]).toMatchObject({ type: "known", counts: { read: 2, duplicate: 2, accepted: 0 } });
    expect(await engine.methods.imports({})).toHaveLength(1);
  });

  it("ID1 moves a row whose day was corrected to a later one", async () => {
    const engine = await openEngine();
    await engine.drop({ "a.csv": csvOf([LEND]) });
    await engine.drop({ "b.csv": csvOf([{ ...LEND, at: "2024-03-05 10:00:00" }]) });
    const { buckets, total } = await engine.days();
    expect(total.flows.volume).toBe(10_000);
    expect(buckets).toHaveLength(1);
  });

  it("IM3 begins nothing when it is cancelled before its turn", async () => {
    const { methods } = await openEngine();
    const files = ["a", "b"].map((name) => new File([csvOf([{ ...LEND, txnId: name }])], `${name}.csv`));
    const args = { files, origin: "own", today: TODAY, nowMs: 0 } as const;
    const outcomes = await methods.importFiles(args, AbortSignal.abort());
    expect(outcomes).toEqual(files.map(({ name }) => ({ type: "cancelled", fileName: name })));
    expect(await methods.imports({})).toEqual([]);
  });

  it("IM4 leaves no name behind of a file that came to nothing", async () => {
    const store = createMemoryStore();
    const { methods } = createEngine({
      store,
      files: {
        ...fileReading,
        decode: async (file, options) => {
          if (file.size > 10) return fileReading.decode(file, options);
          await options.onBlock(ghostBlock());
          return { type: "refused", sha256: "", refusal: { code: "UNCLOSED_QUOTE", message: "line 2" } };
        },
      },
    });
    await methods.open({ today: TODAY });
    const files = [new File(["x"], "bad.csv"), new File([csvOf([LEND])], "good.csv")];
    const outcomes = await methods.importFiles({ files, origin: "own", today: TODAY, nowMs: 0 });
    expect(outcomes.map(({ type }) => type)).toEqual(["refused", "imported"]);
    expect(await store.readDictionaries()).toEqual({
      ok: true,
      value: { lenders: ["u1"], products: ["", "P30"], channels: ["", "app"] },
    });
  });

  it("IM1 takes the good files of a queue and refuses the bad one by name", async () => {
    const engine = await openEngine();
    const outcomes = await engine.drop({ "bad.csv": "user_id,when\nu1,2024-01-05\n", "good.csv": csvOf([LEND]) });
    expect(outcomes[0]).toMatchObject({ type: "refused", fileName: "bad.csv", refusal: { code: "MISSING_COLUMN" } });
    expect(outcomes[1]).toMatchObject({ type: "imported" });
    const lenders = await engine.methods.rows({
      where: {},
      sort: { by: "instant", descending: false },
      offset: 0,
      limit: 9,
    });
    expect(lenders.rows).toMatchObject([{ txnId: "t1", lender: "u1", amount: 10_000, isNew: true }]);
  });

  it("IM2 keeps rows after today out of every figure, and says so", async () => {
    const engine = await openEngine();
    const [outcome] = await engine.drop({
      "a.csv": csvOf([LEND, { ...LEND, txnId: "t9", at: "2099-01-01 00:00:00" }]),
    });
    expect(outcome).toMatchObject({ record: { warnings: [{ code: "FUTURE_DATE", count: 1 }] } });
    const status = await engine.methods.status({});
    expect(status).toMatchObject({ rows: 1, futureRows: 1 });
    expect((await engine.days()).total.flows.volume).toBe(10_000);
  });

  it("IM3 stops at a cancel, and keeps what was stored before", async () => {
    const { methods } = await openEngine();
    const controller = new AbortController();
    const files = ["a", "b", "c"].map((name) => new File([csvOf([{ ...LEND, txnId: name }])], `${name}.csv`));
    const outcomes = await methods.importFiles(
      { files, origin: "own", today: TODAY, nowMs: 0 },
      controller.signal,
      ({ importStep }) => {
        if (importStep?.step === "done" && importStep.fileIndex === 0) controller.abort();
      },
    );
    expect(outcomes.map(({ type }) => type)).toEqual(["imported", "cancelled", "cancelled"]);
    expect(await methods.imports({})).toHaveLength(1);
  });

  it("IM2 takes rows of a later day than the one that the store was opened on before", async () => {
    const store = createMemoryStore();
    const early = createEngine({ store, files: fileReading });
    await early.methods.open({ today: dayNamed("2024-01-06") });
    const args = { origin: "own", today: TODAY, nowMs: 0 } as const;
    await early.methods.importFiles({ ...args, files: filesOf({ "a.csv": csvOf([LEND]) }) });
    const late = createEngine({ store, files: fileReading });
    await late.methods.open({ today: dayNamed("2024-02-10") });
    await late.methods.importFiles({ ...args, files: filesOf({ "b.csv": csvOf([EXIT]) }) });
    expect(await late.methods.status({})).toMatchObject({ rows: 2, futureRows: 0, asOf: dayNamed("2024-02-04") });
  });
});
