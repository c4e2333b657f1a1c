import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DEFAULT_LEVERAGE_RULES, type LeverageRules } from "#src/domain/leverageRules.ts";
import { epochDay, partsPerMillion } from "#src/domain/units.ts";
import { backingByDay, backingOf, guaranteeOf, type Backing } from "#src/metrics/leverage/backing.ts";
import { countedFunds } from "#src/metrics/leverage/countedFunds.ts";
import { fundsInForce, type Fund } from "#src/metrics/leverage/fundsInForce.ts";

import { arbitraryFunds, arbitraryRules, FIRST_FUND_DAY, fundOf } from "./arbitraryFunds.ts";

const RULES = DEFAULT_LEVERAGE_RULES;
const half = partsPerMillion(500_000);

function guarantee(outstanding: number, funds: readonly Fund[], rules: Partial<LeverageRules> = {}): number {
  return guaranteeOf(outstanding, backingOf(funds, { ...RULES, ...rules }));
}

function own(funds: readonly Fund[], mode: LeverageRules["own"] = "priority"): readonly [number, Backing["ownFrom"]] {
  const { ownFunds, ownFrom } = backingOf(funds, { ...RULES, own: mode });
  return [ownFunds, ownFrom];
}

describe("the guarantee", () => {
  it("LV2 is 3 % of outstanding, once, whatever the guarantors have", () => {
    expect(guarantee(1000, [fundOf("guarantee", 1)])).toBe(30);
    expect(guarantee(1000, [fundOf("guarantee", 9_000_000), fundOf("guarantee", 5)])).toBe(30);
    // 3 % of 17 is 0.51 and of 16 is 0.48; of 50 it is a half.
    expect([17, 16, 50].map((owed) => guarantee(owed, [fundOf("guarantee", 1)]))).toEqual([1, 0, 2]);
    expect(guarantee(1_000_000_000_000_001, [fundOf("guarantee", 1)])).toBe(30_000_000_000_000);
    expect(guarantee(-1000, [fundOf("guarantee", 1)])).toBe(0);
  });

  it("LV2 is none without net assets, and none of a related guarantor unless the rules count it", () => {
    expect(guarantee(1000, [])).toBe(0);
    expect(guarantee(1000, [fundOf("guarantee", 0)])).toBe(0);
    expect(guarantee(1000, [fundOf("guarantee", -7)])).toBe(0);
    const related = fundOf("guarantee", 900, { related: true });
    expect(guarantee(1000, [related])).toBe(0);
    expect(guarantee(1000, [related], { countsRelated: true })).toBe(30);
    expect(guarantee(1000, [related, fundOf("guarantee", 1, { related: false })])).toBe(30);
  });

  it("LV2 is of no more than ten times the net assets of the guarantors that count, where the rules say so", () => {
    const base = { guaranteeBase: "ten_times_net_assets" } as const;
    const funds = [fundOf("guarantee", 40), fundOf("guarantee", 20), fundOf("guarantee", 900, { related: true })];
    expect(guarantee(1000, funds, base)).toBe(18);
    expect(guarantee(500, funds, base)).toBe(15);
    expect(guarantee(1000, funds, { ...base, countsRelated: true })).toBe(30);
  });
});

describe("own funds", () => {
  const netAssets = fundOf("net_assets", 4000);
  const profit = fundOf("last_year_profit", 600);
  const financing = fundOf("vc_financing", 3000);
  const capital = fundOf("paid_in_capital", 5000);

  it("LV3 are net assets and last year's profit, never below zero", () => {
    expect(own([netAssets, profit, financing, capital])).toEqual([4600, "net_assets"]);
    expect(own([netAssets, fundOf("last_year_profit", -700)])).toEqual([3300, "net_assets"]);
    expect(own([netAssets, fundOf("last_year_profit", -7000), capital])).toEqual([0, "net_assets"]);
    expect(own([netAssets, netAssets])).toEqual([8000, "net_assets"]);
  });

  it("LV3 without net assets are the larger of financing and paid-in capital; profit alone is nothing", () => {
    expect(own([profit, financing, capital])).toEqual([5000, "paid_in_capital"]);
    expect(own([profit, financing])).toEqual([3000, "vc_financing"]);
    expect(own([fundOf("vc_financing", 5000), capital])).toEqual([5000, "vc_financing"]);
    expect(own([profit])).toEqual([0, "none"]);
    expect(own([fundOf("net_assets", 0), capital])).toEqual([0, "net_assets"]);
  });

  it("LV3 max3 takes the largest of the three", () => {
    expect(own([netAssets, profit, financing, capital], "max3")).toEqual([5000, "paid_in_capital"]);
    expect(own([netAssets, fundOf("last_year_profit", 1000), capital], "max3")).toEqual([5000, "net_assets"]);
    expect(own([profit, financing], "max3")).toEqual([3000, "vc_financing"]);
  });
});

it("LV4 shareholders count by class, and one whose class is not told counts for less or for nothing", () => {
  const holder = (relation: string, mainBusiness = ""): Fund => fundOf("shareholder", 1001, { relation, mainBusiness });
  const of = (fund: Fund, rules: Partial<LeverageRules> = {}): number =>
    backingOf([fund], { ...RULES, ...rules }).shareholders;
  expect(of(holder("controlling", "yes"))).toBe(1001);
  expect(of(holder("controlling", "no"))).toBe(501);
  expect(of(holder("controlling"))).toBe(501);
  expect(of(holder("financial", "yes"))).toBe(0);
  expect(of(holder("financial"), { financialPpm: half })).toBe(501);
  for (const relation of ["", "partner", "own", "friend"]) expect(of(holder(relation, "yes"))).toBe(0);
  // Two halves of 1,001 make a whole: rounded once.
  expect(backingOf([holder("controlling"), holder("controlling")], RULES).shareholders).toBe(1001);
});

it("LV5 insurance counts by its insured share, collateral after its haircut", () => {
  const funds = [fundOf("insurance", 999), fundOf("collateral", 101)];
  expect(backingOf(funds, RULES)).toMatchObject({ insurance: 999, collateral: 101 });
  expect(backingOf(funds, { ...RULES, insuredPpm: half, haircutPpm: partsPerMillion(300_000) })).toMatchObject({
    insurance: 500,
    collateral: 71,
  });
  expect(backingOf([fundOf("insurance", -5), fundOf("insurance", 3)], RULES).insurance).toBe(0);
});

describe("funds through time", () => {
  const on = (day: number, kindName: string, amount: number): Fund => ({
    ...fundOf("net_assets", amount),
    asOf: epochDay(FIRST_FUND_DAY + day),
    kind: kindName === "shareholder" || kindName === "insurance" ? kindName : null,
    kindName,
  });
  const funds = [on(9, "shareholder", 3), on(0, "insurance", 1), on(0, "shareholder", 4), on(0, "shareholder", 5)];
  const amountsOn = (day: number): number[] =>
    fundsInForce(funds, epochDay(FIRST_FUND_DAY + day)).map(({ amount }) => amount);

  it("LV6 of each kind those of its latest day hold: one kind is updated alone, shareholders together", () => {
    expect([-1, 0, 8, 9, 99].map(amountsOn)).toEqual([[], [1, 4, 5], [1, 4, 5], [3, 1], [3, 1]]);
    const unknown = [on(0, "trust", 1), on(3, "pledge", 2)];
    expect(fundsInForce(unknown, epochDay(FIRST_FUND_DAY + 5))).toEqual(unknown);
  });

  it("LV6 backing by day is that of the funds in force on the day, whatever day is asked first", () => {
    const days = fc.array(fc.integer({ min: -40, max: 160 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(arbitraryFunds(), arbitraryRules(), days, (some, rules, asked) => {
        const backingOn = backingByDay(some, rules);
        for (const day of asked.map((at) => epochDay(FIRST_FUND_DAY + at))) {
          const inForce = some.filter(
            ({ asOf, kindName }) =>
              asOf <= day &&
              !some.some((other) => other.kindName === kindName && other.asOf > asOf && other.asOf <= day),
          );
          expect(backingOn(day)).toEqual(inForce.length === 0 ? null : backingOf(inForce, rules));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("what each fund counts for", () => {
  it("LV2 to LV5 says the rule, and 0 for what does not count", () => {
    const funds = [
      fundOf("guarantee", 9),
      fundOf("guarantee", 9, { related: true }),
      fundOf("insurance", 7),
      fundOf("net_assets", 4000),
      fundOf("last_year_profit", -600),
      fundOf("paid_in_capital", 5000),
      fundOf("collateral", 3),
      fundOf("shareholder", 5, { relation: "controlling", mainBusiness: "yes" }),
      fundOf("shareholder", 5, { relation: "controlling" }),
      fundOf("shareholder", 5, { relation: "financial" }),
      fundOf("shareholder", 5, { relation: "own" }),
      { ...fundOf("collateral", 5), kind: null, kindName: "trust" },
    ];
    const lines = (rules: Partial<LeverageRules>) =>
      countedFunds(funds, { ...RULES, ...rules }).map(({ counts, why }) => [counts, why]);
    expect(lines({})).toEqual([
      [null, "unrelated_guarantor"],
      [0, "related_guarantor"],
      [7, "insured"],
      [4000, "own_chosen"],
      [-600, "own_chosen"],
      [0, "own_not_chosen"],
      [3, "collateral"],
      [5, "main_business"],
      [3, "subsidiary"],
      [0, "financial"],
      [0, "unknown_shareholder"],
      [0, "unknown_kind"],
    ]);
    expect(lines({ countsRelated: true, own: "max3" }).slice(1, 6)).toEqual([
      [null, "related_guarantor"],
      [7, "insured"],
      [0, "own_not_chosen"],
      [0, "own_not_chosen"],
      [5000, "own_chosen"],
    ]);
  });

  it("LV3 is 0 for each of the own funds where together they are below zero", () => {
    const lines = (...amounts: readonly [number, number]) =>
      countedFunds([fundOf("net_assets", amounts[0]), fundOf("last_year_profit", amounts[1])], RULES).map(
        ({ counts, why }) => [counts, why],
      );
    const nothing = [
      [0, "own_chosen"],
      [0, "own_chosen"],
    ];
    expect(lines(-2000, 500)).toEqual(nothing);
    expect(lines(500, -2000)).toEqual(nothing);
    expect(lines(-500, 2000)).toEqual([
      [-500, "own_chosen"],
      [2000, "own_chosen"],
    ]);
  });

  it("LV2 to LV5 no kind counts for less than nothing, and own funds for what they come to", () => {
    fc.assert(
      fc.property(arbitraryFunds(1), arbitraryRules(), (funds, rules) => {
        const counted = countedFunds(funds, rules);
        const sumOf = (some: typeof counted): number => some.reduce((sum, { counts }) => sum + (counts ?? 0), 0);
        expect(sumOf(counted.filter(({ why }) => why === "own_chosen"))).toBe(backingOf(funds, rules).ownFunds);
        for (const of of ["insurance", "collateral", "shareholder"]) {
          expect(sumOf(counted.filter(({ kind }) => kind === of))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("LV2 to LV5 comes to backing but for half a fen a fund, where no kind is below zero", () => {
    fc.assert(
      fc.property(arbitraryFunds(1), arbitraryRules(), (drawn, rules) => {
        const funds = drawn.map((fund) => ({ ...fund, amount: Math.abs(fund.amount) }));
        const counted = countedFunds(funds, rules).reduce((sum, { counts }) => sum + (counts ?? 0), 0);
        const { insurance, ownFunds, collateral, shareholders } = backingOf(funds, rules);
        const backing = insurance + ownFunds + collateral + shareholders;
        expect(Math.abs(counted - backing)).toBeLessThanOrEqual(funds.length / 2 + 1);
      }),
      { numRuns: 300 },
    );
  });
});
