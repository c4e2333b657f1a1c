import { readFileSync } from "node:fs";
import path from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { LotDue, MatchingArgs, MatchingResult, OpenLotsArgs, Progress } from "#src/engine/protocol.ts";
import { csvOf, EVER, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

type Engine = Awaited<ReturnType<typeof openEngine>>;

const day = (text: string): EpochDay => parseIsoDay(text)!;

const LENDERS_ONLY: MatchingArgs = {
  period: EVER,
  grain: "month",
  rules: { rounding: "half_up", dayCount: "act_365" },
  lenderYieldPpm: null,
};

const ASKED: OpenLotsArgs = {
  due: { type: "term", from: 1, to: null },
  sort: { by: "open", descending: true },
  offset: 0,
  limit: 100,
};

/** Every place of the ladder with what lenders have in it. */
function placesOf({ ladder, overdue, undated }: MatchingResult): { readonly due: LotDue; readonly open: number }[] {
  const lines = ladder.map(({ days, lenders }, place) => ({
    due: { type: "term", from: place === 0 ? 1 : ladder[place - 1]!.days! + 1, to: days } as const,
    open: lenders,
  }));
  return [{ due: { type: "overdue" }, open: overdue.lenders }, { due: { type: "undated" }, open: undated }, ...lines];
}

async function expectLadder({ methods }: Engine): Promise<number[]> {
  const places = placesOf(await methods.matching(LENDERS_ONLY));
  const found: { due: LotDue; open: number }[] = [];
  for (const { due } of places) {
    const { open, amount, total, lenders, rows } = await methods.openLots({ ...ASKED, due, limit: 1_000_000 });
    found.push({ due, open });
    expect(rows).toHaveLength(total);
    expect(rows.reduce((sum, row) => sum + row.open, 0)).toBe(open);
    expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(amount);
    expect(new Set(rows.map(({ lender }) => lender)).size).toBe(lenders);
  }
  expect(found).toEqual(places);
  return found.map(({ open }) => open);
}

function event(lender: string, date: string, what: Partial<FileRow>): FileRow {
  const txnId = `${lender} ${date} ${what.type ?? "lend"} ${what.term ?? ""}`;
  const at = `${date} 10:00:00`;
  return { txnId, lender, at, type: "lend", amount: "100", product: "P", term: "", channel: "", ...what };
}

const LEDGER = csvOf([
  event("b", "2024-01-10", { amount: "1000", term: "30" }),
  event("a", "2024-01-10", { amount: "400", term: "90", product: "Q" }),
  event("c", "2024-01-02", { amount: "70", type: "opening" }),
  event("c", "2024-01-05", { amount: "60", term: "7" }),
  event("a", "2024-01-20", { amount: "1000", term: "60" }),
  event("b", "2024-01-25", { amount: "300", type: "exit" }),
  event("house", "2024-01-26", { amount: "5000", term: "60" }),
  event("a", "2024-01-31", { amount: "3", type: "interest" }),
]);

const HOUSE = "user_id,registered_at,is_internal\nhouse,2024-01-01,yes\na,2024-01-01,no\n";

async function smallEngine(): Promise<Engine> {
  const engine = await openEngine();
  await engine.drop({ "l.csv": LEDGER, "lenders.csv": HOUSE });
  return engine;
}

describe("open lots", () => {
  it("MT4a are the lends of a bar, with what is not paid back of them", async () => {
    const { methods } = await smallEngine();
    const { rows, basis, ...sums } = await methods.openLots({
      ...ASKED,
      due: { type: "term", from: 8, to: 30 },
    });
    expect(basis.asOf).toBe(day("2024-01-31"));
    expect(sums).toEqual({ total: 1, lenders: 1, amount: 100_000, open: 70_000 });
    const [startDay, maturityDay] = [day("2024-01-10"), day("2024-02-09")];
    expect(rows).toEqual([
      { lender: "b", product: "P", startDay, termDays: 30, maturityDay, amount: 100_000, open: 70_000 },
    ]);
    const undated = await methods.openLots({ ...ASKED, due: { type: "undated" } });
    expect(undated.rows).toEqual([
      {
        ...{ lender: "c", product: "P", startDay: day("2024-01-02"), amount: 7000, open: 7000 },
        ...{ termDays: null, maturityDay: null },
      },
    ]);
    const overdue = await methods.openLots({ ...ASKED, due: { type: "overdue" } });
    expect(overdue.rows.map((row) => [row.lender, row.open])).toEqual([["c", 6000]]);
  });

  it("MT4a come to the ladder, with internal accounts and without, and on an earlier day", async () => {
    const engine = await smallEngine();
    const [overdue, undated, ...lines] = await expectLadder(engine);
    expect([overdue, undated]).toEqual([6000, 7000]);
    expect(lines).toEqual([0, 70_000, 600_000, 40_000, 0, 0]);

    await engine.methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, leavesInternalOut: true }, today: TODAY });
    expect(await expectLadder(engine)).toEqual([6000, 7000, 0, 70_000, 100_000, 40_000, 0, 0]);

    // The lend of the 5th falls due the next day, and nothing of the 20th has been lent.
    await engine.methods.open({ today: TODAY, asOf: day("2024-01-11") });
    expect(await expectLadder(engine)).toEqual([0, 7000, 6000, 100_000, 0, 40_000, 0, 0]);
  });

  it("are read page by page in the order asked for, without looking for them again", async () => {
    const { methods } = await smallEngine();
    const progress: Progress[] = [];
    const page = async (more: Partial<OpenLotsArgs>): Promise<string[]> => {
      const { rows, total } = await methods.openLots({ ...ASKED, ...more }, undefined, (step) => progress.push(step));
      expect(total).toBe(4);
      return rows.map(({ lender, open }) => `${lender} ${open / 100}`);
    };
    expect(await page({ limit: 3 })).toEqual(["house 5000", "a 1000", "b 700"]);
    const heard = progress.length;
    expect(heard).toBeGreaterThan(0);
    expect(progress.at(-1)!.done).toBe(progress.at(-1)!.total);
    expect(await page({ limit: 3, offset: 3 })).toEqual(["a 400"]);
    expect(await page({ limit: 0 })).toEqual([]);
    expect(await page({ offset: 9 })).toEqual([]);
    // Both of the 10th: the name decides.
    const byStart = { by: "startDay", descending: false } as const;
    expect(await page({ sort: byStart, limit: 2 })).toEqual(["a 400", "b 700"]);
    expect(await page({ sort: { ...byStart, descending: true }, limit: 9 })).toEqual([
      "house 5000",
      "a 1000",
      "a 400",
      "b 700",
    ]);
    expect(progress).toHaveLength(heard);
  });

  it("are found anew after an import", async () => {
    const { methods, drop } = await smallEngine();
    expect((await methods.openLots(ASKED)).total).toBe(4);
    await drop({ "m.csv": csvOf([event("d", "2024-01-31", { term: "7" })]) });
    const { rows, basis } = await methods.openLots({ ...ASKED, due: { type: "term", from: 1, to: 7 } });
    expect(rows.map(({ lender }) => lender)).toEqual(["d"]);
    expect(basis.dataVersion).toBe((await methods.status({})).dataVersion);
    expect((await methods.openLots(ASKED)).total).toBe(5);
  });

  it("can be given up, and asked for again", async () => {
    const { methods } = await smallEngine();
    await methods.matching(LENDERS_ONLY);
    const controller = new AbortController();
    const given = methods.openLots(ASKED, controller.signal, () => controller.abort());
    await expect(given).rejects.toMatchObject({ name: "AbortError" });
    expect((await methods.openLots(ASKED)).total).toBe(4);
  });

  it("stay for whoever still waits", async () => {
    const { methods } = await smallEngine();
    await methods.matching(LENDERS_ONLY);
    const controller = new AbortController();
    const left = methods.openLots(ASKED, controller.signal, () => controller.abort());
    const stayed = methods.openLots({ ...ASKED, limit: 1 });
    await expect(left).rejects.toMatchObject({ name: "AbortError" });
    expect(await stayed).toMatchObject({ total: 4, rows: [{ lender: "house" }] });
  });

  it("are none without data", async () => {
    const { methods } = await openEngine();
    const { basis, ...page } = await methods.openLots(ASKED);
    expect(basis.asOf).toBeNull();
    expect(page).toEqual({ total: 0, lenders: 0, amount: 0, open: 0, rows: [] });
  });
});

describe("the sample year", () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await openEngine();
    const files = [...samplePaths(), samplePaths()[0]!.replace(/transactions.*/, "lenders.csv")];
    await engine.drop(Object.fromEntries(files.map((file) => [path.basename(file), readFileSync(file, "utf8")])));
  });

  it("MT4a has lots that come to its ladder", async () => {
    const all = await expectLadder(engine);
    expect(all.filter((open) => open > 0).length).toBeGreaterThan(4);
  });
});
