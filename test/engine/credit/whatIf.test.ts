import fc from "fast-check";
import { expect, it } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES, PROFIT_DRIVERS } from "#src/domain/loans.ts";
import type { WhatIfArgs } from "#src/engine/protocol.ts";
import { openEngine } from "#test/support/engineHarness.ts";

import { ledgerUpTo, loansCsv, OPTIONAL_FIELDS, SNAPSHOT, someLoans, type FileLoan } from "./loanFiles.ts";

const ASKED: WhatIfArgs = { disbursed: null, products: [], rules: DEFAULT_CREDIT_RULES, factors: {} };

const LOAN: FileLoan = {
  ...{ id: "a", product: "A", disbursedOn: dayOf(2023, 6, 15), principal: 120_000, ratePpm: 120_000, periods: 12 },
  ...{ method: "level", interest: 7000, penalty: 55, fees: 905, bad: 2000, funding: 3000, marketing: 1000 },
  ...{ repaid: 118_000 },
};

async function openWith(loans: string) {
  const engine = await openEngine();
  await engine.drop({ "l.csv": ledgerUpTo(SNAPSHOT), "loans.csv": loans });
  return engine.methods;
}

it("PF10 a driver that is turned moves its own part, and profit with it", async () => {
  const methods = await openWith(loansCsv([LOAN]));
  const { now, moved } = await methods.profitWhatIf({ ...ASKED, factors: { bad: 1_500_000, fees: 900_000 } });
  expect(now).toMatchObject({ income: 7960, cost: 6000, profit: 1960, breakEvenBad: 3960 });
  // 814.5 fen of fees are 815.
  expect(moved).toMatchObject({ interest: 7000, fees: 815, bad: 3000, income: 7870, cost: 7000, profit: 870 });
  expect(moved.perDisbursed).toBe(870 / 120_000);
  expect((moved.perClosing ?? NaN) / (now.perClosing ?? NaN)).toBeCloseTo(870 / 1960, 12);
  const { total } = await methods.profitability({ ...ASKED, grain: "month" });
  expect(total.profit).toBe(1960);
});

it("PF10 the tornado moves one driver at a time by a tenth, the widest first", async () => {
  const methods = await openWith(loansCsv([LOAN]));
  expect((await methods.profitWhatIf(ASKED)).tornado).toEqual([
    { driver: "interest", lower: 1260, higher: 2660 },
    { driver: "funding", lower: 2260, higher: 1660 },
    { driver: "bad", lower: 2160, higher: 1760 },
    { driver: "marketing", lower: 2060, higher: 1860 },
    { driver: "fees", lower: 1870, higher: 2051 },
  ]);
});

it("PF7 PF10 what the file lacks cannot be turned, and profit that is not known does not swing", async () => {
  const told = (left: string) =>
    loansCsv(
      [LOAN],
      OPTIONAL_FIELDS.filter((field) => field !== left),
    );
  const noFees = await (await openWith(told("fees"))).profitWhatIf({ ...ASKED, factors: { fees: 2_000_000 } });
  expect(noFees.tornado.map(({ driver }) => driver)).toEqual(["interest", "funding", "bad", "marketing"]);
  expect(noFees.moved).toEqual(noFees.now);
  const noBad = await (await openWith(told("bad"))).profitWhatIf(ASKED);
  expect(noBad).toMatchObject({ tornado: [], now: { income: 7960, bad: null, profit: null, perOpening: null } });
  const engine = await openEngine();
  expect(await engine.methods.profitWhatIf(ASKED)).toMatchObject({ tornado: [], now: { profit: null } });
});

it("PF10 as it is now is what profitability says, of any scope", async () => {
  await fc.assert(
    fc.asyncProperty(someLoans, fc.constantFrom([], ["B"]), async (loans, products) => {
      const methods = await openWith(loansCsv(loans));
      const { total } = await methods.profitability({ ...ASKED, products, grain: "month" });
      const { now, moved } = await methods.profitWhatIf({ ...ASKED, products });
      for (const part of ["income", "cost", "profit", "perDisbursed", "breakEvenBad", ...PROFIT_DRIVERS] as const)
        expect(now[part]).toBe(total[part]);
      expect(now.perClosing ?? -1).toBeCloseTo(total.closing.perYear ?? -1, 9);
      expect(now.perOpening ?? -1).toBeCloseTo(total.opening.perYear ?? -1, 9);
      expect(moved).toEqual(now);
    }),
    { numRuns: 40 },
  );
});
