import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DEFAULT_SETTINGS, type Settings } from "#src/domain/switches.ts";
import type { Filter } from "#src/engine/protocol.ts";
import { arbitraryFile } from "#test/support/arbitraryFiles.ts";
import { csvOf, EVER, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";

type Opened = Awaited<ReturnType<typeof openEngine>>;

const ALL: Filter = { products: [], channels: [] };

/** Every figure that is made from rows of lenders; what it was made of is left out. */
async function figuresOf({ methods }: Opened, filter: Filter = ALL) {
  const asked = { period: EVER, grain: "day", filter, comparison: "none" } as const;
  const { points, total } = await methods.series(asked);
  const lenders = await methods.lenderSeries(asked);
  const cohorts = await methods.cohortSums({ grain: "month", filter });
  const growth = await methods.growth({ filter });
  return { points, total, lenders: lenders.points, cohorts, growth: growth.rows };
}

async function setUp(files: Readonly<Record<string, string>>, change: Partial<Settings> = {}): Promise<Opened> {
  const engine = await openEngine();
  for (const outcome of await engine.drop(files)) if (outcome.type !== "imported") throw new Error(outcome.type);
  await engine.methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, ...change }, today: TODAY });
  return engine;
}

function lendersCsv(lines: readonly string[]): string {
  return ["user_id,registered_at,channel,channel_kind,campaign,first_lend_at,is_internal", ...lines, ""].join("\n");
}

/** Every row is one of its own. */
const ledger = arbitraryFile(40).map(({ rows }) => rows.map((row, place) => ({ ...row, txnId: `t${place}` })));
const lendersOf = (rows: readonly FileRow[]): string[] => [...new Set(rows.map(({ lender }) => lender))];
const out = { leavesInternalOut: true };

describe("internal accounts", () => {
  it("IA1 left out, every figure is as if the ledger had no row of them", async () => {
    await fc.assert(
      fc.asyncProperty(ledger, fc.nat(), async (rows, pick) => {
        const lenders = lendersOf(rows);
        const internal = lenders[pick % Math.max(1, lenders.length)] ?? "nobody";
        const others = rows.filter(({ lender }) => lender !== internal);
        const people = lendersCsv(lenders.map((id) => `${id},2024-01-01,,,,,${id === internal ? "true" : "false"}`));
        fc.pre(others.length > 0);
        const engine = await setUp({ "ledger.csv": csvOf(rows), "lenders.csv": people }, out);
        const without = await setUp({ "ledger.csv": csvOf(others) });
        expect(await figuresOf(engine)).toEqual(await figuresOf(without));
      }),
      { numRuns: 40 },
    );
  });

  it("IA2 come back when the switch is turned off or the list is taken away", async () => {
    const engine = await setUp({ "ledger.csv": LEDGER, "lenders.csv": lendersCsv(["A,2024-01-01,,,,,yes"]) }, out);
    expect((await engine.days()).total.flows.volume).toBe(30_000);
    expect((await engine.methods.rows(ROWS)).total).toBe(1);
    const imports = await engine.methods.imports({});
    const list = imports.find(({ dataset }) => dataset === "lenders");
    await engine.methods.deleteImports({ importIds: [list!.importId], today: TODAY });
    expect((await engine.days()).total.flows.volume).toBe(130_000);
    expect((await engine.methods.rows(ROWS)).total).toBe(2);
  });

  it("IA3 are told with what leaving them out takes away, whether or not it does", async () => {
    const files = { "ledger.csv": LEDGER, "lenders.csv": lendersCsv(["A,2024-01-01,,,,,yes", "B,2024-01-01,,,,,no"]) };
    const removed = { lenders: 1, rows: 1, volume: 100_000, exits: 0, outstanding: 100_000 };
    for (const change of [{}, out]) {
      const engine = await setUp(files, change);
      expect(await engine.methods.internalAccounts({})).toEqual(removed);
      expect((await engine.methods.status({})).internalLenders).toBe(1);
    }
  });

  it("IA4 stay out of days that are imported later", async () => {
    const engine = await setUp({ "ledger.csv": LEDGER, "lenders.csv": lendersCsv(["A,2024-01-01,,,,,yes"]) }, out);
    await engine.drop({ "later.csv": csvOf([lend("A", "2024-02-01"), lend("B", "2024-02-01")]) });
    expect((await engine.days()).total.flows.volume).toBe(60_000);
  });
});

describe("a first lend before the ledger", () => {
  it("FL1 makes all of a lender's volume returning", async () => {
    const engine = await setUp({ "ledger.csv": LEDGER, "lenders.csv": lendersCsv(["A,2023-01-01,,,,2023-05-05,"]) });
    const { flows } = (await engine.days()).total;
    expect(flows).toMatchObject({ volume: 130_000, volumeNew: 30_000, volumeReturning: 100_000, newLenders: 1 });
    expect((await engine.methods.cohortSums({ grain: "month", filter: ALL })).map(({ size }) => size)).toEqual([1]);
  });

  it("FL2 on the day of the first row, or after it, changes nothing", async () => {
    for (const day of ["2024-01-05", "2024-03-01"]) {
      const engine = await setUp({ "ledger.csv": LEDGER, "lenders.csv": lendersCsv([`A,2023-01-01,,,,${day},`]) });
      expect((await engine.days()).total.flows).toMatchObject({ volumeNew: 130_000, newLenders: 2 });
    }
  });

  it("FL3 holds for lenders whose first row comes in a later import", async () => {
    const engine = await setUp({ "ledger.csv": LEDGER, "lenders.csv": lendersCsv(["C,2023-01-01,,,,2023-05-05,"]) });
    await engine.drop({ "later.csv": csvOf([lend("C", "2024-02-01")]) });
    expect((await engine.days()).total.flows).toMatchObject({ volumeNew: 130_000, volumeReturning: 100_000 });
  });
});

describe("the lenders dataset's channel", () => {
  it("CH1 stands over that of the rows, whichever file comes first", async () => {
    const people = lendersCsv(["A,2024-01-01,branch,offline,,,"]);
    const one = await setUp({ "ledger.csv": LEDGER, "lenders.csv": people });
    const two = await setUp({ "lenders.csv": people, "ledger.csv": LEDGER });
    for (const engine of [one, two]) {
      expect((await engine.methods.status({})).channels).toEqual(["branch", "web"]);
      const branch = await figuresOf(engine, { products: [], channels: ["branch"] });
      expect(branch.total.flows).toMatchObject({ volume: 100_000, newLenders: 1 });
    }
  });

  it("CH2 keeps its name when the ledger later gains names of its own", async () => {
    const engine = await setUp({ "ledger.csv": LEDGER, "lenders.csv": lendersCsv(["A,2024-01-01,branch,offline,,,"]) });
    await engine.drop({ "later.csv": csvOf([{ ...lend("D", "2024-02-01"), channel: "app" }]) });
    const branch = await figuresOf(engine, { products: [], channels: ["branch"] });
    expect(branch.total.flows.volume).toBe(100_000);
    const app = await figuresOf(engine, { products: [], channels: ["app"] });
    expect(app.total.flows.volume).toBe(100_000);
  });
});

describe("a saved segment as a filter", () => {
  it("SG1 of one channel gives the figures of that channel", async () => {
    await fc.assert(
      fc.asyncProperty(ledger, async (rows) => {
        fc.pre(rows.length > 0);
        const channel = rows[0]!.channel;
        const segments = [{ id: "s1", name: "One channel", rules: { channels: [channel] } }];
        const engine = await setUp({ "ledger.csv": csvOf(rows) }, { segments });
        const bySegment = await figuresOf(engine, { ...ALL, segment: "s1" });
        expect(bySegment.points).toEqual((await figuresOf(engine, { products: [], channels: [channel] })).points);
      }),
      { numRuns: 40 },
    );
  });

  it("SG2 that is no longer saved keeps nobody", async () => {
    const engine = await setUp({ "ledger.csv": LEDGER });
    const { total } = await figuresOf(engine, { ...ALL, segment: "gone" });
    expect(total.flows).toMatchObject({ volume: 0, rows: 0 });
    expect((await engine.methods.rows({ ...ROWS, where: { filter: { ...ALL, segment: "gone" } } })).total).toBe(0);
  });
});

it("HN4 lists and segments judge hunters without the signs that the ledger cannot show", async () => {
  const hunter = { ...lend("H", "2024-01-05"), amount: "10000.00", term: "7" };
  const segments = [{ id: "h", name: "Hunters", rules: { isHunter: true } }];
  const { methods } = await setUp({ "ledger.csv": csvOf([hunter, lend("A", "2024-01-05")]) }, { segments });
  const sort = { by: "lender", descending: false } as const;
  const { rows } = await methods.lenders({ search: "", rules: {}, filter: ALL, sort, offset: 0, limit: 9 });
  expect(rows.map(({ lender, isHunter }) => [lender, isHunter])).toEqual([
    ["A", false],
    ["H", true],
  ]);
  expect((await methods.lender({ lender: "H", withEvents: false }))!.row.isHunter).toBe(true);
  const found = await methods.rows({ ...ROWS, where: { filter: { ...ALL, segment: "h" } } });
  expect(found.rows.map(({ lender }) => lender)).toEqual(["H"]);
});

function lend(lender: string, day: string): FileRow {
  const amount = lender === "B" ? "300.00" : "1000.00";
  return { txnId: `${lender}${day}`, lender, at: day, type: "lend", amount, product: "P", term: "30", channel: "web" };
}

const LEDGER = csvOf([lend("A", "2024-01-05"), lend("B", "2024-01-06")]);
const ROWS = { where: {}, sort: { by: "instant", descending: false }, offset: 0, limit: 10 } as const;
