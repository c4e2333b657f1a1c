import { weightedCurve, type CurveAge } from "#src/metrics/lifetimeValue.ts";
import type { Interval } from "#src/metrics/wilson.ts";
import { carriedOn, type CarriedOn } from "./carriedOn.ts";
import { cumulated, gainsOf, latestAge, oldestAge, type CohortTotals } from "./cohortTotals.ts";
import { diagonalResiduals, type DiagonalResidual } from "./diagonalResiduals.ts";
import { isDependable, linkRatios, type LinkRatio } from "./linkRatios.ts";
import { logNormalInterval, Z_80 } from "./logNormalInterval.ts";
import { projectionBacktest, type ProjectionBacktest } from "./projectionBacktest.ts";

/** Months that count when only the last ones may. */
const LAST_DIAGONALS = 6;
const BACKTEST = { origins: 4, ahead: 3 } as const;

/** One cohort of a triangle in which all are observed up to the same month. */
export interface CohortFlows {
  readonly month: number;
  readonly size: number;
  /** By age from 0, as far as observed. */
  readonly ages: readonly AgeFlow[];
}

/** What was gained at an age, and what is taken off it without being laddered; a later gain may not depend on the cost. */
export interface AgeFlow {
  readonly gain: number;
  readonly cost: number;
}

export interface CohortProjectionQuery {
  /** The age to reach; the oldest observed one at most. */
  readonly horizonMonths: number;
  readonly lastDiagonalsOnly: boolean;
  /** A year. */
  readonly discountPpm: number;
}

/** A total that is not observed yet, costs taken off. */
interface ProjectedTotal {
  readonly age: number;
  readonly value: number;
  readonly method: "ladder" | "additive";
  readonly interval: Interval | null;
}

export interface CohortProjection {
  readonly cohorts: readonly {
    readonly month: number;
    readonly size: number;
    readonly observed: readonly number[];
    readonly projected: readonly ProjectedTotal[];
    readonly ultimate: number;
    readonly standardError: number | null;
    readonly ladder: { readonly ultimate: number; readonly standardError: number | null } | null;
  }[];
  readonly horizon: number | null;
  readonly ladderAge: number | null;
  readonly curve: readonly CurveAge[];
  readonly ratios: readonly LinkRatio[];
  readonly totalStandardError: number | null;
  readonly ladderTotalStandardError: number | null;
  readonly diagonals: readonly DiagonalResidual[];
  readonly backtest: ProjectionBacktest | null;
}

/**
 * What cohorts have come to and may come to (PJ1 to PJ7).
 *
 * Gains are laddered before costs; costs are then taken off, the observed ones and, later, the mean cost per
 * lender of an age, as if certain. Amounts of age k count (1 + r)^(−k ÷ 12) of themselves, before everything else.
 * Cohorts without lenders or without a month that is over are left out.
 */
export function cohortProjection(flows: readonly CohortFlows[], query: CohortProjectionQuery): CohortProjection {
  const cohorts = flows.filter(({ size, ages }) => size > 0 && ages.length > 0).map((flow) => discounted(flow, query));
  const last = query.lastDiagonalsOnly ? LAST_DIAGONALS : undefined;
  const ratios = linkRatios(cohorts, last);
  const oldest = oldestAge(cohorts);
  const horizon = Math.min(query.horizonMonths, oldest);
  const guarded = carriedOn(cohorts, { ratios, gains: meanGains(cohorts), horizon });
  const ladders = carriedOn(cohorts, { ratios, gains: null, horizon: oldest });
  const costs = costsByAge(cohorts, oldest);
  return {
    cohorts: cohorts.map((cohort, place) => ({
      month: cohort.month,
      size: cohort.size,
      observed: cohort.totals.map((total, age) => total - costs[place]![age]!),
      projected: projectedTotals(cohort, { costs: costs[place]!, carried: guarded.cohorts[place]! }),
      ...ultimateOf(cohort, { costs: costs[place]!, horizon, carried: guarded.cohorts[place]! }),
      ladder: ladderOf(cohort, { costs: costs[place]!, horizon: oldest, carried: ladders.cohorts[place]! }),
    })),
    horizon: cohorts.length === 0 ? null : horizon,
    ladderAge: cohorts.length === 0 ? null : ladderAge(cohorts, ratios),
    curve: weightedCurve(cohorts.map((cohort) => netGains(cohort))),
    ratios,
    totalStandardError: cohorts.length === 0 ? null : rootOf(guarded.totalVariance),
    ladderTotalStandardError: cohorts.length === 0 ? null : rootOf(ladders.totalVariance),
    diagonals: diagonalResiduals(cohorts, ratios, last),
    backtest: projectionBacktest(cohorts, { ...BACKTEST, lastDiagonals: last }),
  };
}

interface DiscountedCohort extends CohortTotals {
  readonly month: number;
  /** By age, not summed. */
  readonly costs: readonly number[];
}

function discounted({ month, size, ages }: CohortFlows, { discountPpm }: CohortProjectionQuery): DiscountedCohort {
  const worth = (age: number): number => (1 + discountPpm / 1e6) ** (-age / 12);
  return {
    month,
    size,
    totals: cumulated(ages.map(({ gain }, age) => gain * worth(age))),
    costs: ages.map(({ cost }, age) => cost * worth(age)),
  };
}

function meanGains(cohorts: readonly CohortTotals[]): (number | null)[] {
  return weightedCurve(cohorts.map((cohort) => weighed(cohort, gainsOf(cohort)))).map(({ gain }) => gain);
}

function netGains(cohort: DiscountedCohort) {
  return weighed(
    cohort,
    gainsOf(cohort).map((gain, age) => gain - cohort.costs[age]!),
  );
}

function weighed({ size }: CohortTotals, gains: readonly number[]) {
  return { gains, weight: size, size };
}

/** By cohort and age up to the oldest: costs so far, beyond the observed ones by the mean of those observed at the age. */
function costsByAge(cohorts: readonly DiscountedCohort[], oldest: number): number[][] {
  const mean = weightedCurve(cohorts.map((cohort) => weighed(cohort, cohort.costs)));
  return cohorts.map(({ size, costs }) =>
    cumulated(Array.from({ length: oldest + 1 }, (_, age) => costs[age] ?? size * (mean[age]?.gain ?? 0))),
  );
}

interface Carried {
  /** By age, summed. */
  readonly costs: readonly number[];
  readonly carried: CarriedOn["cohorts"][number];
}

function projectedTotals(cohort: CohortTotals, { costs, carried }: Carried): ProjectedTotal[] {
  const latest = cohort.totals[latestAge(cohort)]!;
  return carried.map(({ age, total, variance, method }) => {
    const cost = costs[age]!;
    const interval =
      variance === null
        ? null
        : logNormalInterval({ latest, ultimate: total, standardError: Math.sqrt(variance), z: Z_80 });
    return {
      age,
      value: total - cost,
      method,
      interval: interval === null ? null : { low: interval.low - cost, high: interval.high - cost },
    };
  });
}

type CarriedTo = Carried & { readonly horizon: number };

function ultimateOf(cohort: CohortTotals, { costs, carried, horizon }: CarriedTo) {
  const end = carried.at(-1);
  if (end === undefined) return { ultimate: cohort.totals[horizon]! - costs[horizon]!, standardError: 0 };
  return { ultimate: end.total - costs[end.age]!, standardError: rootOf(end.variance) };
}

function ladderOf(cohort: CohortTotals, to: CarriedTo): ReturnType<typeof ultimateOf> | null {
  const reached = to.carried.at(-1)?.age ?? latestAge(cohort);
  return reached === to.horizon ? ultimateOf(cohort, to) : null;
}

function ladderAge(cohorts: readonly CohortTotals[], ratios: readonly LinkRatio[]): number {
  const youngest = Math.min(...cohorts.map(latestAge));
  const stop = ratios.find((ratio) => ratio.age >= youngest && !isDependable(ratio));
  return stop?.age ?? oldestAge(cohorts);
}

function rootOf(variance: number | null): number | null {
  return variance === null ? null : Math.sqrt(variance);
}
