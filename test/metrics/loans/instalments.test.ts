import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addMonths, dayOf, FIRST_DAY, LAST_DAY } from "#src/domain/calendar.ts";
import { LOAN_METHODS, type DayCount, type Rounding } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";
import { fillInstalments, InstalmentBuffer, type LoanTerms } from "#src/metrics/loans/instalments.ts";
import { levelPayment } from "#src/metrics/loans/levelPayment.ts";

interface Row {
  readonly principal: number;
  readonly interest: number;
  readonly balance: number;
  readonly dueDay: number;
}

interface Rules {
  readonly rounding: Rounding;
  readonly dayCount: DayCount;
}

function rowsOf(terms: LoanTerms, rules: Rules, buffer = new InstalmentBuffer()): readonly Row[] {
  fillInstalments(terms, rules, buffer);
  return Array.from({ length: buffer.count }, (_, row) => ({
    principal: buffer.principal[row]!,
    interest: buffer.interest[row]!,
    balance: buffer.balance[row]!,
    dueDay: buffer.dueDay[row]!,
  }));
}

/** The nearest whole number, from the definition of a half. */
function nearest(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const below = dividend / divisor;
  const [toBelow, toAbove] = [dividend - below * divisor, (below + 1n) * divisor - dividend];
  if (toBelow !== toAbove) return toBelow < toAbove ? below : below + 1n;
  return rounding === "half_up" || below % 2n === 1n ? below + 1n : below;
}

/** The level payment from what it is: principal over the sum of all discounts, as one fraction. */
function paymentByDiscounts({ principal, ratePpm, periods }: LoanTerms, rounding: Rounding): bigint {
  const [unit, grown] = [12_000_000n, 12_000_000n + BigInt(ratePpm)];
  let discounts = 0n;
  for (let k = 1; k <= periods; k++) discounts += unit ** BigInt(k) * grown ** BigInt(periods - k);
  return nearest(BigInt(principal) * grown ** BigInt(periods), discounts, rounding);
}

/** Every schedule again in big integers, row by row from the rules. */
function dumbRows(terms: LoanTerms, { rounding, dayCount }: Rules): readonly Row[] {
  const { ratePpm, periods, method, disbursedOn } = terms;
  const lent = BigInt(terms.principal);
  const payment = method === "level" ? paymentByDiscounts(terms, rounding) : 0n;
  const lowest = (a: bigint, b: bigint): bigint => (a < b ? a : b);
  let open = lent;
  return Array.from({ length: periods }, (_, row) => {
    const dueDay = addMonths(disbursedOn, row + 1);
    let interest = nearest(open * BigInt(ratePpm), 12_000_000n, rounding);
    if (method === "bullet") {
      const [time, year] =
        dayCount === "30_360" ? [periods, 12] : [dueDay - disbursedOn, dayCount === "act_365" ? 365 : 360];
      interest =
        row < periods - 1 ? 0n : nearest(lent * BigInt(ratePpm) * BigInt(time), BigInt(year) * 1_000_000n, rounding);
    }
    let principal = 0n;
    if (row === periods - 1) principal = open;
    else if (method === "level") principal = payment > interest ? lowest(open, payment - interest) : 0n;
    else if (method === "equal_principal") principal = lowest(open, nearest(lent, BigInt(periods), rounding));
    open -= principal;
    return { principal: Number(principal), interest: Number(interest), balance: Number(open), dueDay };
  });
}

const anyTerms: fc.Arbitrary<LoanTerms> = fc.record({
  principal: fc.oneof(
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 20_000_000_000 }),
    // Halves of a fen are common here, at the rates below.
    fc.integer({ min: 1, max: 100_000 }).map((times) => times * 50),
    fc.integer({ min: 1, max: 500_000_000_000_000 }),
  ),
  ratePpm: fc.oneof(fc.constantFrom(0, 1, 60_000, 120_000, 180_000, 240_000), fc.integer({ min: 0, max: 3_000_000 })),
  periods: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 40 })),
  method: fc.constantFrom(...LOAN_METHODS),
  disbursedOn: fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(epochDay),
});
const anyRules: fc.Arbitrary<Rules> = fc.record({
  rounding: fc.constantFrom("half_up", "half_even"),
  dayCount: fc.constantFrom("act_365", "act_360", "30_360"),
});

describe("schedules of instalments", () => {
  it("AM1–AM6 equal the same worked out in big integers, whatever was in the buffer before", () => {
    const buffer = new InstalmentBuffer();
    fc.assert(
      fc.property(anyTerms, anyRules, (terms, rules) => {
        expect(rowsOf(terms, rules, buffer)).toEqual(dumbRows(terms, rules));
      }),
      { numRuns: 5000 },
    );
  });

  it("AM1–AM5 principal adds up to what was lent, the last balance is nil, no part is below nil", () => {
    fc.assert(
      fc.property(anyTerms, anyRules, (terms, rules) => {
        const rows = rowsOf(terms, rules);
        expect(rows).toHaveLength(terms.periods);
        expect(rows.reduce((sum, { principal }) => sum + principal, 0)).toBe(terms.principal);
        expect(rows.at(-1)!.balance).toBe(0);
        expect(rows.every((row) => row.principal >= 0 && row.interest >= 0 && row.balance >= 0)).toBe(true);
      }),
      { numRuns: 12_000 },
    );
  });

  it("AM1 all payments but the last are alike, until nothing is owed any more", () => {
    const level = anyTerms.map((terms) => ({ ...terms, method: "level" as const }));
    fc.assert(
      fc.property(level, anyRules, (terms, rules) => {
        const payment = levelPayment(terms, rules.rounding);
        for (const { principal, interest, balance } of rowsOf(terms, rules).slice(0, -1)) {
          const paid = principal + interest;
          expect(paid).toBe(balance > 0 ? payment : Math.min(paid, payment));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("AM1 AM5 a level payment that ends on half a fen goes by the rounding, however it looks as a float", () => {
    const twoMonths = { principal: 10_050, ratePpm: 120_000, periods: 2 };
    expect(levelPayment(twoMonths, "half_up")).toBe(5101);
    expect(levelPayment(twoMonths, "half_even")).toBe(5100);
    const oneMonth = { principal: 1250, ratePpm: 120_000, periods: 1 };
    expect(levelPayment(oneMonth, "half_up")).toBe(1263);
    expect(levelPayment(oneMonth, "half_even")).toBe(1262);
    expect(levelPayment({ principal: 5, ratePpm: 0, periods: 2 }, "half_even")).toBe(2);
    // 220.5 fen, which floats take for less.
    const less = { principal: 410, ratePpm: 600_000, periods: 2 };
    expect(levelPayment(less, "half_up")).toBe(221);
    expect(levelPayment(less, "half_even")).toBe(220);
    // 849,090,840.5 fen, which floats take for more.
    expect(levelPayment({ principal: 3_272_722_700, ratePpm: 180_000, periods: 4 }, "half_even")).toBe(849_090_840);
  });

  it("AM3 MD1 interest is exact where floats are not: a product of 17,281,208,405,999,999", () => {
    const [first] = rowsOf(
      {
        principal: 96_006_179_999,
        ratePpm: 180_001,
        periods: 1,
        method: "interest_only",
        disbursedOn: epochDay(20_000),
      },
      { rounding: "half_up", dayCount: "act_365" },
    );
    expect(first!.interest).toBe(1_440_100_700);
  });

  it("AM2 instalments end early when rounding up has paid all principal", () => {
    const rows = rowsOf(
      { principal: 5, ratePpm: 0, periods: 9, method: "equal_principal", disbursedOn: epochDay(20_000) },
      { rounding: "half_up", dayCount: "act_365" },
    );
    expect(rows.map(({ principal }) => principal)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0]);
  });

  it("AM4 a bullet loan owes all until its last month, and counts days, or twelfths of a year", () => {
    const terms: LoanTerms = {
      principal: 1_000_000,
      ratePpm: 80_000,
      periods: 6,
      method: "bullet",
      disbursedOn: dayOf(2024, 1, 31),
    };
    const last = (dayCount: DayCount) => rowsOf(terms, { rounding: "half_up", dayCount }).at(-1)!;
    expect(rowsOf(terms, { rounding: "half_up", dayCount: "act_365" }).map(({ balance }) => balance)).toEqual([
      1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 0,
    ]);
    // 31 January to 31 July 2024 is 182 days.
    expect(last("act_365")).toMatchObject({ dueDay: dayOf(2024, 7, 31), principal: 1_000_000, interest: 39_890 });
    expect(last("act_360").interest).toBe(40_444);
    expect(last("30_360").interest).toBe(40_000);
  });

  it("AM6 a loan of the 31st is due on the last day of shorter months", () => {
    const rows = rowsOf(
      { principal: 300, ratePpm: 0, periods: 3, method: "level", disbursedOn: dayOf(2024, 1, 31) },
      { rounding: "half_up", dayCount: "act_365" },
    );
    expect(rows.map(({ dueDay }) => dueDay)).toEqual([dayOf(2024, 2, 29), dayOf(2024, 3, 31), dayOf(2024, 4, 30)]);
  });

  it("AM1 a loan of 100 years has a schedule too", () => {
    const rows = rowsOf(
      { principal: 1_000_000, ratePpm: 50_000, periods: 1200, method: "level", disbursedOn: epochDay(20_000) },
      { rounding: "half_up", dayCount: "act_365" },
    );
    expect(rows).toHaveLength(1200);
    expect(rows.at(-1)!.balance).toBe(0);
  });
});
