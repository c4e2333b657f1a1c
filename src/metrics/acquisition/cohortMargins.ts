import type { MonthNumber } from "#src/domain/calendar.ts";

import { AGE, AGE_WIDTH, type AgeCube } from "#src/metrics/lenders/lenderBook.ts";
import { spreadMargin } from "#src/metrics/lifetimeValue.ts";
import type { MonthSpan } from "./lenderGroups.ts";

/** What a cohort earned, age by age, as far as it is observed. Fen, not rounded. */
export interface CohortMargin {
  readonly cohort: MonthNumber;
  readonly size: number;
  /** By age from 0; empty for a running month. */
  readonly margins: readonly number[];
}

export interface MarginQuery {
  readonly months: MonthSpan;
  /** Net spread a year. */
  readonly spreadPpm: number;
  /** Group of a segment of the cube; undefined leaves its lenders out. */
  readonly groupOf: (segment: number) => number | undefined;
}

interface Sums {
  cohort: MonthNumber;
  size: number;
  margins: number[];
}

/**
 * Margins of cohorts by group (LT4): balance-days at the spread, plus fees, less subsidies after the month of the first
 * lend. A cohort that earned nothing has zeros; a month without new lenders is not there.
 */
export function cohortMargins(cube: AgeCube, query: MarginQuery): Map<number, CohortMargin[]> {
  const groups = new Map<number, Map<MonthNumber, Sums>>();
  const { months, spreadPpm, groupOf } = query;
  for (let segment = 0; segment < cube.segments; segment++) {
    const cohort = cube.cohort[segment]!;
    const size = cube.size[segment]!;
    if (cohort < months.from || cohort > months.to || size === 0) continue;
    const group = groupOf(segment);
    if (group === undefined) continue;
    let cohorts = groups.get(group);
    if (!cohorts) groups.set(group, (cohorts = new Map<MonthNumber, Sums>()));
    let sums = cohorts.get(cohort);
    if (!sums) cohorts.set(cohort, (sums = { cohort, size: 0, margins: [] }));
    sums.size += size;
    const start = cube.start[segment]!;
    const ages = cube.start[segment + 1]! - start;
    for (let age = 0; age < ages; age++) {
      sums.margins[age] = (sums.margins[age] ?? 0) + marginOf(cube.values, (start + age) * AGE_WIDTH, spreadPpm);
    }
  }
  return new Map([...groups].map(([group, cohorts]) => [group, [...cohorts.values()].toSorted(byCohort)]));
}

function marginOf(values: Float64Array, at: number, spreadPpm: number): number {
  return (
    spreadMargin(values[at + AGE.balanceDays]!, spreadPpm) + values[at + AGE.fees]! - values[at + AGE.laterSubsidies]!
  );
}

function byCohort(a: CohortMargin, b: CohortMargin): number {
  return a.cohort - b.cohort;
}

/** Margin per lender so far, over the cohorts with a complete month; null without one. Fen. */
export function marginSoFar(cohorts: readonly CohortMargin[]): number | null {
  let earned = 0;
  let lenders = 0;
  for (const { size, margins } of cohorts) {
    if (margins.length === 0) continue;
    lenders += size;
    for (const margin of margins) earned += margin;
  }
  return lenders === 0 ? null : earned / lenders;
}
