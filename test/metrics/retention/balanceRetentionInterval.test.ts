import { describe, expect, it } from "vitest";

import { drawnInterval, linearisedInterval } from "#src/metrics/retention/balanceRetentionInterval.ts";
import { addBalanceSums, balanceSums, NO_BALANCES } from "#src/metrics/retention/balanceSums.ts";
import { drawnBalances } from "#src/metrics/retention/drawnBalances.ts";
import { seededDraws } from "#src/metrics/seededDraws.ts";
import { NORMAL_95, type Interval } from "#src/metrics/wilson.ts";

interface Lenders {
  readonly opening: Float64Array;
  readonly later: Float64Array;
}

/** Balances over two powers of ten, of which six in ten lenders keep all, three nothing, and one doubles. */
function someLenders(count: number, seed: number): Lenders {
  const draw = seededDraws(seed);
  const opening = Float64Array.from({ length: count }, () => Math.round(10 ** (4 + draw(1000) / 500)));
  const later = opening.map((balance) => {
    const fate = draw(10);
    return fate < 6 ? balance : fate < 9 ? 0 : 2 * balance;
  });
  return { opening, later };
}

function sum(amounts: Float64Array): number {
  return amounts.reduce((a, b) => a + b, 0);
}

/** Of as many draws as several seeds give, so that the noise of drawing is small. */
function drawn({ opening, later }: Lenders, seeds: number): Interval {
  const draws = Array.from({ length: seeds }, (_, seed) => drawnBalances([opening, later], seed));
  const joined = (age: number) => Float64Array.from(draws.flatMap((one) => [...one[age]!]));
  return drawnInterval(joined(0), joined(1))!;
}

/** The plain bootstrap: as many lenders again, with replacement. */
function plainBootstrap({ opening, later }: Lenders, draws: number): Interval {
  const draw = seededDraws(99);
  const ratios = Array.from({ length: draws }, () => {
    const chosen = Array.from(opening, () => draw(opening.length));
    const total = (amounts: Float64Array) => chosen.reduce((all, lender) => all + amounts[lender]!, 0);
    return total(later) / total(opening);
  }).toSorted((a, b) => a - b);
  return { low: ratios[Math.round(0.025 * draws)]!, high: ratios[Math.round(0.975 * draws)]! };
}

/** How far the ends of two intervals lie apart at most, in widths of the second. */
function apart(one: Interval, other: Interval): number {
  return Math.max(Math.abs(one.low - other.low), Math.abs(one.high - other.high)) / (other.high - other.low);
}

describe("the interval of a balance retention", () => {
  it("RT10 is the same for the same seed, and holds the cohort's own ratio", () => {
    const lenders = someLenders(200, 7);
    const of = (seed: number) => {
      const [before, after] = drawnBalances([lenders.opening, lenders.later], seed);
      return drawnInterval(before!, after!)!;
    };
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    const own = sum(lenders.later) / sum(lenders.opening);
    expect(of(1).low).toBeLessThan(own);
    expect(of(1).high).toBeGreaterThan(own);
  });

  it("RT10 is the plain bootstrap's, for few lenders as well", () => {
    for (const count of [30, 300]) {
      const lenders = someLenders(count, count);
      expect(apart(drawn(lenders, 20), plainBootstrap(lenders, 8000))).toBeLessThan(0.05);
    }
  });

  it("RT10 needs no draws for many lenders: the linearised one agrees within some per cent", () => {
    for (const count of [500, 2000]) {
      const lenders = someLenders(count, count);
      const linearised = linearisedInterval(balanceSums(lenders.opening, lenders.later))!;
      expect(apart(linearised, drawn(lenders, 20))).toBeLessThan(0.05);
    }
  });

  it("RT10 is as wide as the ratio's own standard error says, for lenders alike in size", () => {
    // Half of 400 lenders keep all of it: the error of a share of one half is 0.025.
    const opening = new Float64Array(400).fill(1000);
    const later = opening.map((balance, place) => (place % 2 === 0 ? balance : 0));
    const { low, high } = linearisedInterval(balanceSums(opening, later))!;
    expect(low).toBeCloseTo(0.5 - NORMAL_95 * 0.025, 12);
    expect(high).toBeCloseTo(0.5 + NORMAL_95 * 0.025, 12);
    expect(apart(drawn({ opening, later }, 20), { low, high })).toBeLessThan(0.03);
  });

  it("RT10 is a point when all lenders kept the same share, and null when nobody had anything", () => {
    const opening = Float64Array.from([0, 100, 300]);
    const half = opening.map((balance) => balance / 2);
    const [before, after] = drawnBalances([opening, half], 1);
    expect(drawnInterval(before!, after!)).toEqual({ low: 0.5, high: 0.5 });
    expect(linearisedInterval(balanceSums(opening, half))).toEqual({ low: 0.5, high: 0.5 });
    expect(drawnInterval(new Float64Array(3), opening)).toBeNull();
    expect(linearisedInterval(NO_BALANCES)).toBeNull();
  });
});

describe("draws of a cohort", () => {
  it("RT10 do not depend on the order of its lenders, nor on those without a balance", () => {
    const { opening, later } = someLenders(50, 3);
    const turned = (amounts: Float64Array) => Float64Array.from([0, ...amounts.toReversed(), 0]);
    expect(drawnBalances([turned(opening), turned(later)], 5)).toEqual(drawnBalances([opening, later], 5));
  });

  it("RT10 of an age stay as they are when later ages are over", () => {
    const { opening, later } = someLenders(50, 3);
    // New at the third age: one who had nothing before.
    const grown = [
      ...[opening, later].map((amounts) => Float64Array.from([0, ...amounts])),
      new Float64Array(51).fill(7),
    ];
    expect(drawnBalances(grown, 5).slice(0, 2)).toEqual(drawnBalances([opening, later], 5));
  });
});

describe("sums of balances", () => {
  it("are exact for small amounts, and those of several cohorts add up", () => {
    const draw = seededDraws(4);
    const [opening, later] = [0, 1].map(() => Float64Array.from({ length: 300 }, () => draw(100_000)));
    const product = (a: Float64Array, b: Float64Array) =>
      Number([...a].reduce((all, amount, place) => all + BigInt(amount) * BigInt(b[place]!), 0n));
    const sums = balanceSums(opening!, later!);
    expect(sums).toEqual({
      lenders: 300,
      opening: sum(opening!),
      later: sum(later!),
      openingSquares: product(opening!, opening!),
      products: product(opening!, later!),
      laterSquares: product(later!, later!),
    });
    const [first, rest] = [
      balanceSums(opening!.slice(0, 9), later!.slice(0, 9)),
      [opening!, later!].map((a) => a.slice(9)),
    ];
    expect(addBalanceSums(first, balanceSums(rest[0]!, rest[1]!))).toEqual(sums);
  });

  it("of large amounts do not depend on the order of lenders, and are near the true ones", () => {
    const draw = seededDraws(5);
    const opening = Float64Array.from({ length: 5000 }, () => draw(1_000_000_000) * 1000 + draw(1000));
    const later = opening.map((balance) => (draw(2) === 0 ? balance : Math.round(balance / 3)));
    const sums = balanceSums(opening, later);
    expect(balanceSums(opening.toReversed(), later.toReversed())).toEqual(sums);
    expect(sums.openingSquares / opening.reduce((all, balance) => all + balance * balance, 0)).toBeCloseTo(1, 6);
  });
});
