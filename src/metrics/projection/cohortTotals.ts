/**
 * What a cohort came to. All cohorts of a triangle are observed up to the same month, so that the number of
 * ages tells how old a cohort is.
 */
export interface CohortTotals {
  /** Lenders, at least one. */
  readonly size: number;
  /** Cumulative by age from 0, as far as observed; at least one age. */
  readonly totals: readonly number[];
}

/** The oldest age that any cohort has; −1 without cohorts. */
export function oldestAge(cohorts: readonly CohortTotals[]): number {
  return Math.max(0, ...cohorts.map(({ totals }) => totals.length)) - 1;
}

/** The last observed age of a cohort. */
export function latestAge({ totals }: CohortTotals): number {
  return totals.length - 1;
}

/** What was gained at each age. */
export function gainsOf({ totals }: CohortTotals): number[] {
  return totals.map((total, age) => total - (age === 0 ? 0 : totals[age - 1]!));
}

/** Sums up to each age. */
export function cumulated(gains: readonly number[]): number[] {
  let sum = 0;
  return gains.map((gain) => (sum += gain));
}
