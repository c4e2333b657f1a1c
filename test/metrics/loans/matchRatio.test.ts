import { expect, it } from "vitest";

import { enteredYield, idleCost, matchOf, paidYield, yearlyRate } from "#src/metrics/loans/matchRatio.ts";

it("MT1 the match ratio is lenders' money over borrowers'; without borrowers there is none", () => {
  expect(matchOf(103, 100)).toEqual({ lenders: 103, borrowers: 100, ratio: 1.03, idle: 3, short: 0 });
  expect(matchOf(90, 100)).toEqual({ lenders: 90, borrowers: 100, ratio: 0.9, idle: 0, short: 10 });
  expect(matchOf(90, 0)).toEqual({ lenders: 90, borrowers: 0, ratio: null, idle: 90, short: 0 });
});

it("MT2 idle money costs its yield by the day, rounded once, a half upwards", () => {
  // 365,000 yuan at 10 % are 100 yuan a day.
  expect(idleCost(36_500_000, enteredYield(100_000))).toBe(10_000);
  // 1.5 fen.
  expect(idleCost(5475, enteredYield(100_000))).toBe(2);
  // A billion yuan for ten years: the product is far beyond what a float holds.
  expect(idleCost(100_000_000_000 * 3650, enteredYield(80_001))).toBe(80_001_000_000);
});

it("MT3 the ledger's yield is what was paid over the balances of the days", () => {
  const found = paidYield([0, 3, 0], [1000, 1000, 1000]);
  expect(yearlyRate(found!)).toBeCloseTo(0.365, 12);
  expect(idleCost(1000, found!)).toBe(1);
  expect(paidYield([0, 0], [1000, 1000])).toBeUndefined();
  expect(paidYield([5], [0])).toBeUndefined();
  expect(yearlyRate(enteredYield(80_000))).toBeCloseTo(0.08, 12);
});
