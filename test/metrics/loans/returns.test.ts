import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { irr, xirr, type ReturnRate } from "#src/metrics/loans/returns.ts";

function rateOf(answer: ReturnRate): number {
  if (answer.rate === null) throw new Error(answer.reason);
  return answer.rate;
}

const SEVERAL: ReturnRate = { rate: null, reason: "several" };

function isNearly(got: ReturnRate, expected: ReturnRate, within: number): boolean {
  if (got.rate === null || expected.rate === null) return JSON.stringify(got) === JSON.stringify(expected);
  return Math.abs(got.rate - expected.rate) <= within * (1 + Math.abs(expected.rate));
}

/** Worth on the first day, from the definition. */
function worth(flows: readonly number[], days: readonly number[], rate: number): number {
  const first = Math.min(...days);
  return flows.reduce((sum, flow, place) => sum + flow * (1 + rate) ** (-(days[place]! - first) / 365), 0);
}

/** Money out first, then in: worth falls as the rate rises, so halving finds the only root. */
function byHalving(flows: readonly number[], days: readonly number[]): number {
  let [low, high] = [-0.9999, 100];
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (worth(flows, days, middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const lending = fc
  .tuple(
    fc.integer({ min: 1_000, max: 1_000_000_000 }),
    fc.array(fc.record({ day: fc.integer({ min: 1, max: 3650 }), share: fc.integer({ min: 1, max: 1000 }) }), {
      minLength: 1,
      maxLength: 40,
    }),
    fc.integer({ min: 300, max: 2500 }),
  )
  .map(([lent, parts, backPerMille]) => {
    const shares = parts.reduce((sum, { share }) => sum + share, 0);
    return {
      flows: [-lent, ...parts.map(({ share }) => (lent * backPerMille * share) / shares / 1000)],
      days: [0, ...parts.map(({ day }) => day)],
    };
  });

/** Flows whose worth is nil at the given rates and at no other above −1, by multiplying out. */
function flowsWithRoots(rates: readonly number[], wobbles: readonly (readonly [number, number])[]): number[] {
  const times = (a: readonly number[], b: readonly number[]): number[] =>
    Array.from({ length: a.length + b.length - 1 }, (_, place) =>
      a.reduce((sum, value, i) => sum + value * (b[place - i] ?? 0), 0),
    );
  const lines = rates.map((rate) => [1, -(1 + rate)]);
  // x² + b·x + c with b and c above zero is nil nowhere above zero.
  return [...lines, ...wobbles.map(([b, c]) => [1, b, c])].reduce(times, [1000]);
}

describe("rates of return", () => {
  it("IR2 xirr equals halving on random loans", () => {
    fc.assert(
      fc.property(lending, ({ flows, days }) => {
        const expected = byHalving(flows, days);
        const got = xirr(flows, days);
        if (expected < -0.9998 || expected > 99) return;
        expect(Math.abs(rateOf(got) - expected)).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(expected)));
      }),
      { numRuns: 3000 },
    );
  });

  it("IR2 the order of flows, flows of one day apart, and days of nothing do not count", () => {
    fc.assert(
      fc.property(lending, fc.integer({ min: 1, max: 1_000_000 }), ({ flows, days }, seed) => {
        const expected = xirr(flows, days);
        const places = flows.map((_, place) => place).toSorted((a, b) => ((a * seed) % 101) - ((b * seed) % 101));
        // Whole halves add up to the same float.
        const halves = [...places, ...places].map((place) => ({ flow: flows[place]! / 2, day: days[place]! }));
        const padded = [{ flow: 0, day: -40 }, ...halves, { flow: 0, day: 9000 }];
        const got = xirr(
          padded.map(({ flow }) => flow),
          padded.map(({ day }) => day),
        );
        expect(isNearly(got, expected, 1e-10)).toBe(true);
      }),
    );
  });

  it("IR1 irr is the contract's rate of a level loan, whatever comes before it", () => {
    const flows = [0, 0, -18_800, ...Array.from({ length: 12 }, () => 1723.5838666371)];
    expect(rateOf(irr(flows))).toBeCloseTo(0.015, 8);
    expect(rateOf(irr(flows.map((flow) => -flow)))).toBeCloseTo(0.015, 8);
  });

  it("IR1 equals xirr of flows a year apart", () => {
    const flows = [-1000, 300, 0, 500, 700];
    expect(rateOf(xirr(flows, [0, 365, 730, 1095, 1460]))).toBeCloseTo(rateOf(irr(flows)), 11);
  });

  it("IR3 money that only goes one way has no rate, nor has nothing at all", () => {
    for (const flows of [[], [0, 0], [100, 200], [-5, 0, -1]])
      expect(irr(flows)).toEqual({ rate: null, reason: "no_sign_change" });
    expect(xirr([-5, 5], [10, 10])).toEqual({ rate: null, reason: "no_sign_change" });
  });

  it("IR3 a rate beyond what is looked for is out of reach", () => {
    expect(irr([-1, 200])).toEqual({ rate: null, reason: "out_of_reach" });
    expect(irr([-1_000_000, 1])).toEqual({ rate: null, reason: "out_of_reach" });
    expect(irr([100, -100, 100])).toEqual({ rate: null, reason: "out_of_reach" });
    expect(rateOf(irr([-1, 100]))).toBeCloseTo(99, 8);
  });

  it("IR3 two rates are none, two that are one too, and so are three close together", () => {
    expect(irr([100, -230, 132])).toEqual(SEVERAL);
    expect(irr(flowsWithRoots([0.1, 0.1], []))).toEqual(SEVERAL);
    expect(irr(flowsWithRoots([0.1, 0.1001], []))).toEqual(SEVERAL);
    // So near to two that floats cannot tell.
    expect(irr([100, -220, 121 + 1e-12])).toEqual(SEVERAL);
    for (let rate = 0.05; rate < 0.07; rate += 0.001)
      expect(irr(flowsWithRoots([rate, rate + 0.001, rate + 0.002], []))).toEqual(SEVERAL);
    expect(irr(flowsWithRoots([-0.9, 50], []))).toEqual(SEVERAL);
  });

  it("IR3 an answer is given when one rate fits, and only then, whatever the signs of flows", () => {
    const inReach = fc.oneof(
      fc.double({ min: -0.6, max: 1, noNaN: true }),
      fc.double({ min: 1, max: 50, noNaN: true }),
    );
    const wobble = fc.tuple(fc.double({ min: 0.1, max: 3, noNaN: true }), fc.double({ min: 0.1, max: 3, noNaN: true }));
    fc.assert(
      fc.property(
        fc.uniqueArray(inReach, { minLength: 1, maxLength: 3, comparator: (a, b) => Math.abs(a - b) < 0.02 }),
        fc.array(wobble, { maxLength: 2 }),
        fc.boolean(),
        (rates, wobbles, borrowing) => {
          const flows = flowsWithRoots(rates, wobbles).map((flow) => (borrowing ? flow : -flow));
          const got = irr(flows);
          expect(isNearly(got, rates.length > 1 ? SEVERAL : { rate: rates[0]! }, 1e-9)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("IR3 flows of any sign: a rate given is the only one that a scan of 20,000 rates crosses", () => {
    const flow = fc.record({ amount: fc.integer({ min: -1000, max: 1000 }), day: fc.integer({ min: 0, max: 1500 }) });
    fc.assert(
      fc.property(fc.array(flow, { minLength: 2, maxLength: 8 }), (flows) => {
        const [amounts, days] = [flows.map(({ amount }) => amount), flows.map(({ day }) => day)];
        const got = xirr(amounts, days);
        const [low, high] = [Math.log(1e-4), Math.log(101)];
        const grid = Array.from({ length: 20_001 }, (_, step) => Math.expm1(low + ((high - low) * step) / 20_000));
        const values = grid.map((rate) => worth(amounts, days, rate));
        const crossed = grid.flatMap((rate, step) => (step > 0 && values[step]! * values[step - 1]! < 0 ? [rate] : []));
        const fits =
          crossed.length === 1
            ? isNearly(got, { rate: crossed[0]! }, 0.001)
            : got.rate === null && (crossed.length === 0 || got.reason === "several");
        expect(fits).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
