import { monthOf } from "#src/domain/calendar.ts";
import type { CohortTable } from "#src/metrics/cohorts.ts";
import type { Interval } from "#src/metrics/wilson.ts";

import { drawnInterval, linearisedInterval } from "./balanceRetentionInterval.ts";
import { addBalanceSums, NO_BALANCES } from "./balanceSums.ts";
import type { CohortBalances } from "./cohortBalances.ts";

/**
 * A monthly table of balance retention with the 95 % intervals of its cells and curves (RT10).
 *
 * As the curve itself, its interval is of the cohorts that are not hidden and have an opening balance. A single lender
 * with a balance says nothing of how lenders differ: no interval.
 *
 * @param hidden  numbers of the months that enter no curve
 */
export function withBalanceIntervals(
  table: CohortTable,
  balances: readonly CohortBalances[],
  hidden: ReadonlySet<number>,
): CohortTable {
  return {
    ...table,
    groups: table.groups.map((group) => {
      const ofGroup = new Map(balances.filter(({ code }) => code === group.code).map((one) => [one.cohort, one]));
      const inCurve = [...ofGroup.values()].filter(
        ({ cohort, sums }) => !hidden.has(cohort) && (sums[0]?.opening ?? 0) > 0,
      );
      return {
        ...group,
        rows: group.rows.map((row) => {
          const own = ofGroup.get(monthOf(row.cohort.from));
          return {
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, interval: intervalOf(own ? [own] : [], cell.age) })),
          };
        }),
        curve: group.curve.map((point) => ({ ...point, interval: intervalOf(inCurve, point.age) })),
      };
    }),
  };
}

/** Of all cohorts that have reached an age, taken together. */
function intervalOf(cohorts: readonly CohortBalances[], age: number): Interval | null {
  const observed = cohorts.filter(({ sums }) => sums.length > age);
  const sums = observed.reduce((sum, cohort) => addBalanceSums(sum, cohort.sums[age] ?? NO_BALANCES), NO_BALANCES);
  if (sums.lenders < 2 || sums.opening <= 0) return null;
  const opening = addedDraws(observed, 0);
  const later = addedDraws(observed, age);
  return opening && later ? drawnInterval(opening, later) : linearisedInterval(sums);
}

/** By draw; undefined when a cohort is too large to be drawn. */
function addedDraws(cohorts: readonly CohortBalances[], age: number): Float64Array | undefined {
  const drawn = cohorts.map((cohort) => cohort.drawn?.[age]);
  return drawn.reduce((sum, draws) => sum && draws && sum.map((balance, at) => balance + draws[at]!));
}
