import { weightedCurve } from "#src/metrics/lifetimeValue.ts";
import { ratio } from "#src/metrics/ratio.ts";
import { carriedOn, LEAST_COHORTS } from "./carriedOn.ts";
import { gainsOf, latestAge, oldestAge, type CohortTotals } from "./cohortTotals.ts";
import { linkRatios } from "./linkRatios.ts";
import { logNormalInterval, Z_80 } from "./logNormalInterval.ts";

export interface ProjectionBacktest {
  /** Earlier months that were projected from. */
  readonly origins: number;
  /** Cohorts projected, over all origins. */
  readonly cells: number;
  /** Σ |gained − expected| ÷ Σ gained; null over zero. */
  readonly wape: { readonly ladder: number | null; readonly additive: number | null };
  /** Cells with an 80 % interval, and those of them whose gain lay inside. */
  readonly intervals: number;
  readonly covered: number;
}

export interface BacktestQuery {
  /** At most so many origins, the latest first. */
  readonly origins: number;
  /** Months ahead that are projected and then looked up. */
  readonly ahead: number;
  readonly lastDiagonals?: number | undefined;
}

/**
 * How the ladder and the mean gains would have done from earlier months (PJ6).
 *
 * From each origin a cohort is carried on by `ahead` months, or to the oldest age observed by then if that is
 * nearer; the guard on few ratios is aside, so that every cohort but the oldest is judged. Cohorts with nothing
 * by then are left out, and origins with fewer than six cohorts. Null without an origin.
 */
export function projectionBacktest(
  cohorts: readonly CohortTotals[],
  { origins, ahead, lastDiagonals }: BacktestQuery,
): ProjectionBacktest | null {
  const pasts = Array.from({ length: origins }, (_, place) => asOfEarlier(cohorts, ahead + place)).filter(
    (past) => past.length >= LEAST_COHORTS,
  );
  if (pasts.length === 0) return null;
  const cells = pasts.flatMap((past) => cellsOf(past, ahead, lastDiagonals));
  const sum = (value: (cell: Cell) => number): number => cells.reduce((total, cell) => total + value(cell), 0);
  const gained = sum((cell) => cell.gained);
  const judged = cells.filter(({ isCovered }) => isCovered !== null);
  return {
    origins: pasts.length,
    cells: cells.length,
    wape: {
      ladder: ratio(
        sum((cell) => Math.abs(cell.gained - cell.byLadder)),
        gained,
      ),
      additive: ratio(
        sum((cell) => Math.abs(cell.gained - cell.byGains)),
        gained,
      ),
    },
    intervals: judged.length,
    covered: judged.filter(({ isCovered }) => isCovered).length,
  };
}

/** A cohort as it was, and all its totals of today. */
interface PastCohort extends CohortTotals {
  readonly later: readonly number[];
}

interface Cell {
  readonly gained: number;
  readonly byLadder: number;
  readonly byGains: number;
  readonly isCovered: boolean | null;
}

function asOfEarlier(cohorts: readonly CohortTotals[], months: number): PastCohort[] {
  return cohorts
    .filter(({ totals }) => totals.length > months)
    .map(({ size, totals }) => ({ size, totals: totals.slice(0, totals.length - months), later: totals }));
}

function cellsOf(past: readonly PastCohort[], ahead: number, lastDiagonals: number | undefined): Cell[] {
  const ratios = linkRatios(past, lastDiagonals);
  const curve = weightedCurve(
    past.map((cohort) => ({ gains: gainsOf(cohort), weight: cohort.size, size: cohort.size })),
  );
  const gains = curve.map(({ gain }) => gain ?? 0);
  const { cohorts: carried } = carriedOn(past, { ratios, gains: null, horizon: oldestAge(past) });
  return past.flatMap((cohort, place) => {
    const last = latestAge(cohort);
    const to = Math.min(last + ahead, oldestAge(past));
    const projected = carried[place]!.find(({ age }) => age === to);
    const latest = cohort.totals[last]!;
    if (projected === undefined || latest <= 0) return [];
    const { total: ultimate, variance } = projected;
    const interval =
      variance === null ? null : logNormalInterval({ latest, ultimate, standardError: Math.sqrt(variance), z: Z_80 });
    const total = cohort.later[to]!;
    return [
      {
        gained: total - latest,
        byLadder: ultimate - latest,
        byGains: cohort.size * gains.slice(last + 1, to + 1).reduce((sum, gain) => sum + gain, 0),
        isCovered: interval === null ? null : total >= interval.low && total <= interval.high,
      },
    ];
  });
}
