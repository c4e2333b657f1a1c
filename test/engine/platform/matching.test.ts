import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, it } from "vitest";

import { isoDay, parseIsoDay } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { MatchingArgs, MatchingResult } from "#src/engine/protocol.ts";
import { csvOf, EVER, openEngine, type FileRow } from "#test/support/engineHarness.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

const day = (text: string): EpochDay => parseIsoDay(text)!;

const ASKED: MatchingArgs = {
  period: EVER,
  grain: "month",
  rules: { rounding: "half_up", dayCount: "act_365" },
  lenderYieldPpm: null,
};

function event(lender: string, date: string, what: { type: string; amount: string; term: string }): FileRow {
  return {
    txnId: `${lender} ${date} ${what.type}`,
    lender,
    at: `${date} 10:00:00`,
    product: "P",
    channel: "",
    ...what,
  };
}

/** 1,000 from the 10th, due on the 9th of February; 500 more from the 20th, due on the 20th of March; 3 of interest. */
const LEDGER = csvOf([
  event("a", "2024-01-10", { type: "lend", amount: "1000", term: "30" }),
  event("b", "2024-01-20", { type: "lend", amount: "500", term: "60" }),
  event("a", "2024-01-31", { type: "interest", amount: "3", term: "" }),
]);

/** 1,200 from the 12th, 100 due on the 12th of each month. */
const LOANS = `loan_id,product,disbursed_on,principal,annual_rate,periods,method
L1,A,2024-01-12,1200,0%,12,level
`;

async function matchingOf(
  files: Readonly<Record<string, string>>,
  asked: Partial<MatchingArgs> = {},
): Promise<MatchingResult> {
  const engine = await openEngine();
  await engine.drop(files);
  return engine.methods.matching({ ...ASKED, ...asked });
}

it("MT1 MT2 MT3 lenders' money stands against borrowers' day by day", async () => {
  const result = await matchingOf({ "l.csv": LEDGER, "loans.csv": LOANS }, { grain: "week" });
  expect(result).toMatchObject({ hasLoans: true, snapshotDay: day("2024-01-31") });
  expect(result.points.map(({ day: on, lenders, borrowers }) => [on, lenders / 100, borrowers / 100])).toEqual([
    [day("2024-01-14"), 1000, 1200],
    [day("2024-01-21"), 1500, 1200],
    [day("2024-01-28"), 1500, 1200],
    [day("2024-01-31"), 1500, 1200],
  ]);
  expect(result.points[0]).toMatchObject({ ratio: 1000 / 1200, idle: 0, short: 20_000 });
  expect(result.now).toMatchObject({ day: day("2024-01-31"), ratio: 1.25, idle: 30_000, short: 0 });
  // 3 of interest over 10 days of 1,000 and 12 of 1,500.
  expect(result.lenderYield).toEqual({ rate: (3 / 28_000) * 365, from: "ledger", days: 22 });
  // 300 idle cost 3.2 fen a day. 1,000 were idle for two days and 300 for twelve: 60 fen, whatever the grain.
  expect(result.idleCostPerDay).toBe(3);
  expect(result.idleCostOfPeriod).toBe(60);
});

it("MT2 MT3 the cost is of the days asked for, at the yield entered", async () => {
  const period = { from: day("2024-01-20"), to: day("2024-01-29") };
  const result = await matchingOf({ "l.csv": LEDGER, "loans.csv": LOANS }, { period, lenderYieldPpm: 73_000 });
  expect(result.lenderYield).toEqual({ rate: 0.073, from: "entered", days: 0 });
  // 300 at 7.3 % are 6 fen a day.
  expect([result.idleCostPerDay, result.idleCostOfPeriod]).toEqual([6, 60]);
  expect(result.points.map(({ bucket }) => bucket)).toEqual([period]);
});

it("MT4 both ladders stand side by side", async () => {
  const { ladder, overdue, undated, orphans } = await matchingOf({ "l.csv": LEDGER, "loans.csv": LOANS });
  expect(ladder.map(({ days, lenders, borrowers }) => [days, lenders / 100, borrowers / 100])).toEqual([
    [7, 0, 0],
    [30, 1000, 100],
    [60, 500, 100],
    [90, 0, 100],
    [180, 0, 300],
    [null, 0, 600],
  ]);
  expect({ overdue, undated, orphans }).toEqual({ overdue: { lenders: 0, borrowers: 0 }, undated: 0, orphans: 0 });
});

it("MT1 without loans only the lenders' side is known", async () => {
  const result = await matchingOf({ "l.csv": LEDGER });
  expect(result).toMatchObject({ hasLoans: false, snapshotDay: null, points: [], now: null, idleCostPerDay: null });
  expect(result.ladder[1]).toEqual({ days: 30, lenders: 100_000, borrowers: 0 });
});

it("MT1 without a ledger there is nothing to match", async () => {
  const result = await matchingOf({ "loans.csv": LOANS });
  expect(result).toMatchObject({ points: [], now: null, lenderYield: null, idleCostOfPeriod: null, ladder: [] });
});

describe("the sample", () => {
  let result: MatchingResult;

  beforeAll(async () => {
    const loans = new URL("../../../sample-data/loans.csv", import.meta.url);
    const paths = [...samplePaths(), loans.pathname];
    const files = Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));
    result = await matchingOf(files, { grain: "day", period: { from: day("2024-01-02"), to: day("2025-03-31") } });
  });

  it("MT1 lenders' money exceeds borrowers' by some per cent, but when the campaign of June left, and in the run of November", () => {
    expect(result.now!.ratio).toBeGreaterThan(1.02);
    expect(result.now!.ratio).toBeLessThan(1.06);
    const ratios = result.points.filter(({ day: on }) => on >= day("2024-04-01")).map(({ ratio }) => ratio!);
    const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)]!;
    expect(middle).toBeGreaterThan(1.025);
    expect(middle).toBeLessThan(1.05);
    const short = result.points.filter(({ day: on, short: fen }) => fen > 0 && on >= day("2024-04-01"));
    expect(short.map(({ day: on }) => isoDay(on))).toEqual([
      ...["2024-06-26", "2024-06-27", "2024-06-28"],
      ...["2024-11-13", "2024-11-14", "2024-11-15"],
    ]);
  });

  it("MT4 ladders come to what is outstanding and to what is owed", () => {
    const sum = (side: "lenders" | "borrowers") => result.ladder.reduce((total, line) => total + line[side], 0);
    expect(sum("lenders") + result.overdue.lenders + result.undated).toBe(result.now!.lenders + result.orphans);
    expect(sum("borrowers") + result.overdue.borrowers).toBe(result.now!.borrowers);
  });

  it("MT3 lenders are paid what the sample pays them, and idle money costs it", () => {
    expect(result.lenderYield!.rate).toBeGreaterThan(0.05);
    expect(result.lenderYield!.rate).toBeLessThan(0.11);
    const idle = result.points.reduce((total, point) => total + point.idle, 0);
    expect(Math.abs(result.idleCostOfPeriod! - (idle * result.lenderYield!.rate) / 365)).toBeLessThan(0.501);
  });
});
