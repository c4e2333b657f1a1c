import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { carriedOn } from "#src/metrics/projection/carriedOn.ts";
import { gainsOf, oldestAge } from "#src/metrics/projection/cohortTotals.ts";
import { cohortProjection, type CohortFlows } from "#src/metrics/projection/cohortProjection.ts";
import { diagonalResiduals } from "#src/metrics/projection/diagonalResiduals.ts";
import { isDependable, linkRatios } from "#src/metrics/projection/linkRatios.ts";
import { projectionBacktest } from "#src/metrics/projection/projectionBacktest.ts";
import { VECTORS } from "#test/vectors/vectors.ts";

import { dumbLadder } from "./dumbLadder.ts";
import { arbitraryTriangle, triangleOf } from "./triangles.ts";

/** Paid claims of Taylor and Ashe (1983), and what Mack (1993) found for them: reserves and standard errors. */
const TAYLOR_ASHE = [
  [357848, 1124788, 1735330, 2218270, 2745596, 3319994, 3466336, 3606286, 3833515, 3901463],
  [352118, 1236139, 2170033, 3353322, 3799067, 4120063, 4647867, 4914039, 5339085],
  [290507, 1292306, 2218525, 3235179, 3985995, 4132918, 4628910, 4909315],
  [310608, 1418858, 2195047, 3757447, 4029929, 4381982, 4588268],
  [443160, 1136350, 2128333, 2897821, 3402672, 3873311],
  [396132, 1333217, 2180715, 2985752, 3691712],
  [440832, 1288463, 2419861, 3483130],
  [359480, 1421128, 2864498],
  [376686, 1363294],
  [344014],
];
const MACK_RESERVES = [0, 94634, 469511, 709638, 984889, 1419459, 2177641, 3920301, 4278972, 4625811];
const MACK_ERRORS = [0, 75535, 121699, 133549, 261406, 411010, 558317, 875328, 971258, 1363155];

/** Sizes and cumulative volume of the sample ledger's cohorts. */
const SAMPLE_SIZES = [31, 28, 36, 32, 35, 37, 35, 45, 40, 42, 51, 48, 48, 43];
const SAMPLE = triangleOf(VECTORS.data["tri_sample_volume_yuan"] as (number | null)[][]).map(({ totals }, place) => ({
  size: SAMPLE_SIZES[place]!,
  totals,
}));

function ladderOf(cohorts: ReturnType<typeof triangleOf>) {
  const ratios = linkRatios(cohorts);
  const { cohorts: carried, totalVariance } = carriedOn(cohorts, { ratios, gains: null, horizon: oldestAge(cohorts) });
  const ends = cohorts.map(({ totals }, place) => {
    if (totals.length > oldestAge(cohorts)) return { total: totals.at(-1)!, variance: 0 };
    const end = carried[place]!.at(-1);
    return end?.age === oldestAge(cohorts) ? end : { total: null, variance: null };
  });
  return { ratios, ends, totalVariance };
}

function flowsOf(cohorts: ReturnType<typeof triangleOf>): CohortFlows[] {
  return cohorts.map((cohort) => ({
    month: 24_300 - cohort.totals.length,
    size: cohort.size,
    ages: gainsOf(cohort).map((gain) => ({ gain, cost: 0 })),
  }));
}

const EVERYTHING = { horizonMonths: 99, lastDiagonalsOnly: false, discountPpm: 0 };

/** Places where two lists differ in their first nine figures, or only one has a number. */
function apart(got: readonly (number | null)[], expected: readonly (number | null)[]): string[] {
  const same = (a: number | null | undefined, b: number | null): boolean =>
    typeof a === "number" && b !== null ? Math.abs(a - b) <= 1e-9 * Math.abs(b) + 1e-6 : a === b;
  const wrong = expected.flatMap((value, place) =>
    same(got[place], value) ? [] : [`${place}: ${got[place]}, not ${value}`],
  );
  return got.length === expected.length ? wrong : [`${got.length} long, not ${expected.length}`];
}

const rootOf = (variance: number | null): number | null => (variance === null ? null : Math.sqrt(variance));

describe("the ladder", () => {
  it("PJ1 PJ2 gives the reserves and standard errors that Mack found for the claims of Taylor and Ashe", () => {
    const cohorts = triangleOf(TAYLOR_ASHE);
    const { ends, totalVariance } = ladderOf(cohorts);
    expect(ends.map(({ total }, place) => Math.round(total! - cohorts[place]!.totals.at(-1)!))).toEqual(MACK_RESERVES);
    expect(ends.map(({ variance }) => Math.round(Math.sqrt(variance!)))).toEqual(MACK_ERRORS);
    expect(Math.round(Math.sqrt(totalVariance!))).toBe(2447095);
  });

  it("PJ1 PJ2 equals the formulas written out cell by cell on any triangle", () => {
    fc.assert(
      fc.property(arbitraryTriangle, (cohorts) => {
        const dumb = dumbLadder(cohorts);
        const { ratios, ends, totalVariance } = ladderOf(cohorts);
        const knowsErrors = cohorts.length >= 6;
        const errors = dumb.standardError.map((error, place) => {
          const isObserved = cohorts[place]!.totals.length > oldestAge(cohorts);
          return isObserved ? 0 : knowsErrors && dumb.ultimate[place] !== null ? error : null;
        });
        expect([
          ...apart(
            ratios.map(({ factor }) => factor),
            dumb.f,
          ),
          ...apart(
            ratios.map(({ variance }) => variance),
            dumb.sigma2,
          ),
          ...apart(
            ends.map(({ total }) => total),
            dumb.ultimate,
          ),
          ...apart(
            ends.map(({ variance }) => rootOf(variance)),
            errors,
          ),
          ...apart([rootOf(totalVariance)], [knowsErrors ? dumb.totalStandardError : null]),
        ]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("PJ2 leaves a cohort of zero at zero", () => {
    const { ends } = ladderOf(triangleOf([...TAYLOR_ASHE.slice(0, 8), [0, 0], [344014]]));
    expect(ends[8]).toMatchObject({ total: 0, variance: 0 });
  });

  it("PJ1 takes only growth into the last months when asked", () => {
    const cohorts = triangleOf(TAYLOR_ASHE);
    const [first] = linkRatios(cohorts, 2);
    expect(first).toMatchObject({ cohorts: 2, factor: (1421128 + 1363294) / (359480 + 376686) });
    expect(linkRatios(cohorts, 99)).toEqual(linkRatios(cohorts));
  });
});

describe("the guards", () => {
  it("PJ3 lets the mean gain take a step with fewer than three ratios, by hand", () => {
    // Ages 0 → 1 have three ratios, 1 → 2 two, 2 → 3 one.
    const flows = flowsOf([
      { size: 10, totals: [100, 150, 180, 190] },
      { size: 20, totals: [200, 280, 320] },
      { size: 30, totals: [300, 450] },
      { size: 40, totals: [400] },
    ]);
    const { cohorts, ratios, ladderAge, horizon } = cohortProjection(flows, EVERYTHING);
    expect(ratios.map(isDependable)).toEqual([true, false, false]);
    expect([ladderAge, horizon]).toEqual([1, 3]);
    const youngest = cohorts[3]!;
    const byLadder = 400 * ((150 + 280 + 450) / 600);
    const gains = [(30 + 40) / 30, 10 / 10];
    expect(youngest.projected.map(({ method }) => method)).toEqual(["ladder", "additive", "additive"]);
    expect(
      apart(
        youngest.projected.map(({ value }) => value),
        [byLadder, byLadder + 40 * gains[0]!, byLadder + 40 * (gains[0]! + gains[1]!)],
      ),
    ).toEqual([]);
    // Four cohorts are too few for a standard error.
    expect(youngest.projected.every(({ interval }) => interval === null)).toBe(true);
    expect(youngest.standardError).toBeNull();
  });

  it("PJ3 knows no error from the first mean gain on, and says how far the ladder reaches", () => {
    const { cohorts, ladderAge, totalStandardError, ladderTotalStandardError } = cohortProjection(
      flowsOf(SAMPLE),
      EVERYTHING,
    );
    expect(ladderAge).toBe(11);
    for (const { projected } of cohorts)
      for (const { age, method, interval } of projected) {
        expect(method).toBe(age <= 11 ? "ladder" : "additive");
        expect(interval === null).toBe(age > 11);
      }
    expect(totalStandardError).toBeNull();
    expect(ladderTotalStandardError).toBeCloseTo(883101.883833918, 6);
    const nearer = cohortProjection(flowsOf(SAMPLE), { ...EVERYTHING, horizonMonths: 11 });
    expect(nearer.totalStandardError).toBeGreaterThan(0);
    expect(nearer.cohorts[0]).toMatchObject({ ultimate: SAMPLE[0]!.totals[11], standardError: 0, projected: [] });
  });

  it("PJ3 carries a cohort with nothing yet on by mean gains, and leaves one without lenders out", () => {
    const cohorts = [...SAMPLE.slice(0, 12), { size: 8, totals: [0, 0] }, { size: 5, totals: [7000] }];
    const projected = cohortProjection(flowsOf(cohorts), EVERYTHING);
    const idle = projected.cohorts[12]!;
    expect(idle.observed).toEqual([0, 0]);
    expect(idle.projected[0]).toMatchObject({ method: "additive", interval: null });
    expect(idle.projected[0]!.value).toBeCloseTo(8 * projected.curve[2]!.gain!, 9);
    // Its zeros count in the means: eight lenders more, no gain more.
    const without = cohortProjection(flowsOf(cohorts.filter(({ size }) => size !== 8)), EVERYTHING);
    expect(projected.curve[1]!.lenders).toBe(without.curve[1]!.lenders + 8);
    expect(projected.curve[1]!.gain).toBeLessThan(without.curve[1]!.gain!);
    const empty = { month: 24_288, size: 0, ages: [{ gain: 0, cost: 0 }] };
    const running = { month: 24_300, size: 9, ages: [] };
    expect(cohortProjection([...flowsOf(SAMPLE), empty, running], EVERYTHING)).toEqual(
      cohortProjection(flowsOf(SAMPLE), EVERYTHING),
    );
  });

  it("PJ4 never puts an interval below what is observed, and puts the projection inside it", () => {
    fc.assert(
      fc.property(arbitraryTriangle, (triangle) => {
        for (const { observed, projected } of cohortProjection(flowsOf(triangle), EVERYTHING).cohorts)
          for (const { interval } of projected) {
            if (interval === null) continue;
            expect(interval.low).toBeGreaterThanOrEqual(observed.at(-1)!);
            expect(interval.high).toBeGreaterThanOrEqual(interval.low);
          }
      }),
    );
  });

  it("PJ2 has nothing to say of nothing", () => {
    expect(cohortProjection([], EVERYTHING)).toEqual({
      cohorts: [],
      horizon: null,
      ladderAge: null,
      curve: [],
      ratios: [],
      totalStandardError: null,
      ladderTotalStandardError: null,
      diagonals: [],
      backtest: null,
    });
  });
});

describe("costs and discounts", () => {
  it("PJ7 ladders before costs, then takes off what was spent and what is to be spent by the mean", () => {
    const flows = flowsOf(SAMPLE);
    const costly = flows.map(({ ages, size, ...rest }) => ({
      ...rest,
      size,
      ages: ages.map(({ gain }, age) => ({ gain, cost: size * (100 + age) })),
    }));
    const [plain, net] = [cohortProjection(flows, EVERYTHING), cohortProjection(costly, EVERYTHING)];
    const costTo = (size: number, age: number): number => size * ((age + 1) * 100 + (age * (age + 1)) / 2);
    for (const [place, cohort] of net.cohorts.entries()) {
      const before = plain.cohorts[place]!;
      expect(
        apart(
          cohort.observed,
          before.observed.map((total, age) => total - costTo(cohort.size, age)),
        ),
      ).toEqual([]);
      for (const [step, { age, value, interval }] of cohort.projected.entries()) {
        const cost = costTo(cohort.size, age);
        const same = before.projected[step]!;
        expect(
          apart([value, interval?.low ?? null], [same.value - cost, same.interval && same.interval.low - cost]),
        ).toEqual([]);
      }
      expect(
        apart(
          [cohort.standardError, cohort.ladder!.standardError],
          [before.standardError, before.ladder!.standardError],
        ),
      ).toEqual([]);
    }
    expect(
      apart(
        net.curve.map(({ gain }) => gain),
        plain.curve.map(({ gain }, age) => gain! - 100 - age),
      ),
    ).toEqual([]);
  });

  it("PJ7 discounts every age before anything else", () => {
    const discounted = cohortProjection(flowsOf(SAMPLE), { ...EVERYTHING, discountPpm: 100_000 });
    const plain = cohortProjection(flowsOf(SAMPLE), EVERYTHING);
    expect(
      apart(
        discounted.curve.map(({ gain }) => gain),
        plain.curve.map(({ gain }, age) => gain! * 1.1 ** (-age / 12)),
      ),
    ).toEqual([]);
    expect(discounted.cohorts[13]!.ultimate).toBeLessThan(plain.cohorts[13]!.ultimate);
  });
});

describe("the calendar check", () => {
  it("PJ5 gives every residual by hand, and flags a month in which all cohorts jumped", () => {
    const steady = [1, 1.2, 1.3, 1.35, 1.38, 1.4, 1.41, 1.42, 1.43, 1.44, 1.45, 1.46];
    const jumped = Array.from({ length: 12 }, (_, month) => {
      let total = 0;
      const totals = steady.slice(0, 12 - month).map((share, age) => {
        const wobble = 1 + ((month * 7 + age * 3) % 5) / 50;
        const isShock = month + age === 8;
        return (total += (share - (steady[age - 1] ?? 0)) * 1000 * wobble * (isShock && age > 0 ? 3 : 1));
      });
      return { size: 10, totals };
    });
    const ratios = linkRatios(jumped);
    const residuals = diagonalResiduals(jumped, ratios);
    expect(residuals.filter(({ isFlagged }) => isFlagged).map(({ monthsAgo }) => monthsAgo)).toContain(3);
    const byHand: number[] = [];
    for (const { totals } of jumped)
      for (const { age, factor, variance, cohorts } of ratios) {
        if (totals.length - 2 - age !== 3 || cohorts < 3) continue;
        const sum = jumped
          .filter((other) => other.totals.length > age + 1)
          .reduce((all, other) => all + other.totals[age]!, 0);
        const own = Math.sqrt(variance! * totals[age]! * (1 - totals[age]! / sum));
        byHand.push((totals[age + 1]! - factor! * totals[age]!) / own);
      }
    const shock = residuals.find(({ monthsAgo }) => monthsAgo === 3)!;
    expect(shock.count).toBe(byHand.length);
    expect(shock.mean).toBeCloseTo(byHand.reduce((sum, residual) => sum + residual, 0) / byHand.length, 9);
  });

  it("PJ5 has a mean for every month into which something grew", () => {
    const residuals = diagonalResiduals(SAMPLE, linkRatios(SAMPLE));
    expect(residuals.map(({ monthsAgo }) => monthsAgo)).toEqual(Array.from({ length: 13 }, (_, place) => 12 - place));
    for (const { mean, count, isFlagged } of residuals) expect(isFlagged).toBe(Math.abs(mean) > 2 / Math.sqrt(count));
  });
});

describe("the backtest", () => {
  it("PJ6 has the errors that the sample ledger is known for, three months ahead from four earlier months", () => {
    const backtest = projectionBacktest(SAMPLE, { origins: 4, ahead: 3 })!;
    expect([backtest.origins, backtest.cells]).toEqual([4, 34]);
    expect(backtest.wape.ladder).toBeCloseTo(0.26, 2);
    expect(backtest.wape.additive).toBeCloseTo(0.38, 2);
  });

  it("PJ6 has the coverage that the sample ledger is known for, over five earlier months", () => {
    const { covered, intervals } = projectionBacktest(SAMPLE, { origins: 5, ahead: 3 })!;
    expect([covered, intervals]).toEqual([23, 40]);
  });

  it("PJ6 looks at nothing after the month it projects from", () => {
    const one = projectionBacktest(SAMPLE, { origins: 1, ahead: 3 })!;
    const past = SAMPLE.filter(({ totals }) => totals.length > 3).map(({ size, totals }) => ({
      size,
      totals: totals.slice(0, -3),
    }));
    const { cohorts } = carriedOn(past, { ratios: linkRatios(past), gains: null, horizon: oldestAge(past) });
    let [missed, gained] = [0, 0];
    for (const [place, { totals }] of past.entries()) {
      const step = cohorts[place]![Math.min(3, cohorts[place]!.length) - 1];
      if (step === undefined) continue;
      const actual = SAMPLE[place]!.totals[step.age]! - totals.at(-1)!;
      missed += Math.abs(actual - (step.total - totals.at(-1)!));
      gained += actual;
    }
    expect(one.wape.ladder).toBeCloseTo(missed / gained, 12);
  });

  it("PJ6 has no origin without six cohorts", () => {
    expect(projectionBacktest(SAMPLE.slice(-8), { origins: 4, ahead: 3 })).toBeNull();
    expect(projectionBacktest(SAMPLE.slice(-9), { origins: 4, ahead: 3 })?.origins).toBe(1);
  });
});
