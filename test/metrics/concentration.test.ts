import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { BALANCE_SIGN, EVENT_TYPES } from "#src/domain/eventTypes.ts";
import { concentrationOf, lorenzCurve, topShare } from "#src/metrics/concentration.ts";
import { productBalances } from "#src/metrics/productBalances.ts";
import { arbitraryAsOf, arbitraryBlocks, arbitraryRows, PRODUCTS } from "#test/support/arbitraryLedger.ts";
import { partOf } from "#test/support/ledgerRows.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** From the definitions: every pair, every share, no order. */
function recomputed(balances: readonly number[]) {
  const total = sum(balances);
  const largest = balances.toSorted((a, b) => b - a);
  const pairs = balances.flatMap((a) => balances.map((b) => Math.abs(a - b)));
  return {
    gini: sum(pairs) / (2 * balances.length * total),
    herfindahl: sum(balances.map((balance) => (balance / total) * (balance / total))),
    topTenShare: sum(largest.slice(0, 10)) / total,
    topPercentShare: sum(largest.slice(0, Math.ceil(balances.length * 0.01))) / total,
  };
}

describe("concentration", () => {
  it("KN1 KN2 KN3 KN4 equals what the definitions give pair by pair", () => {
    const balances = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 250 });
    fc.assert(
      fc.property(balances, (held) => {
        const found = concentrationOf(Float64Array.from(held).sort());
        const slow = recomputed(held);
        expect(found.lenders).toBe(held.length);
        expect(found.balance).toBe(sum(held));
        expect(found.gini).toBeCloseTo(slow.gini, 9);
        expect(found.herfindahl).toBeCloseTo(slow.herfindahl, 12);
        expect(found.topTenShare).toBeCloseTo(slow.topTenShare, 12);
        expect(found.topPercentShare).toBeCloseTo(slow.topPercentShare, 12);
        expect(found.effectiveLenders).toBeCloseTo(1 / slow.herfindahl, 6);
      }),
    );
  });

  it("is unknown where nobody holds anything", () => {
    const nothing = { topTenShare: null, topPercentShare: null, herfindahl: null, gini: null, effectiveLenders: null };
    expect(concentrationOf(new Float64Array(0))).toEqual({ lenders: 0, balance: 0, ...nothing });
    expect(concentrationOf(new Float64Array(2))).toEqual({ lenders: 2, balance: 0, ...nothing });
    expect(lorenzCurve(new Float64Array(0))).toEqual([]);
  });

  it("says nothing uneven of lenders who hold the same", () => {
    const found = concentrationOf(new Float64Array(50).fill(700));
    expect(found.gini).toBeCloseTo(0, 12);
    expect(found.effectiveLenders).toBeCloseTo(50, 9);
    expect(found.topTenShare).toBeCloseTo(0.2, 12);
    // The largest hundredth of fifty is one lender.
    expect(found.topPercentShare).toBeCloseTo(1 / 50, 12);
  });

  it("takes all where fewer are asked about than there are", () => {
    expect(topShare(Float64Array.of(1, 2, 3), 10)).toBe(1);
  });
});

describe("the Lorenz curve", () => {
  it("KN6 has its every point for few lenders", () => {
    expect(lorenzCurve(Float64Array.of(1, 2, 3, 4))).toEqual([
      { lenders: 0, balance: 0 },
      { lenders: 0.25, balance: 0.1 },
      { lenders: 0.5, balance: 0.3 },
      { lenders: 0.75, balance: 0.6 },
      { lenders: 1, balance: 1 },
    ]);
  });

  it("KN6 lies on the curve of all lenders, below equality, in at most 101 points", () => {
    const balances = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(balances, (held) => {
        const ascending = Float64Array.from(held).sort();
        const points = lorenzCurve(ascending);
        expect(points.length).toBe(Math.min(held.length, 100) + 1);
        expect(points.at(-1)).toEqual({ lenders: 1, balance: 1 });
        for (const { lenders, balance } of points) {
          const smallest = [...ascending].slice(0, Math.round(lenders * held.length));
          expect(balance).toBeCloseTo(sum(smallest) / sum(held), 12);
          expect(balance).toBeLessThanOrEqual(lenders + 1e-12);
        }
      }),
    );
  });
});

describe("balances by product", () => {
  it("KN5 equals adding up each lender's rows of each product, however many products fit at once", () => {
    fc.assert(
      fc.property(
        arbitraryBlocks(arbitraryRows()),
        arbitraryAsOf(),
        fc.constantFrom(1, 13, 4_000_000),
        ({ rows, blocks }, asOf, cellsAtOnce) => {
          const input = { parts: blocks.map(partOf), lenders: 6, products: PRODUCTS, asOf };
          const found = productBalances(input, { cellsAtOnce });
          const expected = Array.from({ length: PRODUCTS }, (_, product) => {
            const holders = Array.from({ length: 6 }, (__, lender) => {
              const own = rows.filter(
                (row) => row.lender === lender && row.product === product && row.instant < (asOf + 1) * 86_400,
              );
              return {
                lender,
                balance: sum(own.map((row) => BALANCE_SIGN[EVENT_TYPES.indexOf(row.type)]! * row.amount)),
              };
            }).filter(({ balance }) => balance > 0);
            return { product, holders };
          }).filter(({ holders }) => holders.length > 0);
          const got = found.map(({ product, lender, balance }) => ({
            product,
            holders: Array.from(lender, (code, place) => ({ lender: code, balance: balance[place]! })),
          }));
          expect(got).toEqual(expected);
        },
      ),
    );
  });
});
