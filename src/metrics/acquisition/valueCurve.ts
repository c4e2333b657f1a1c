import { weightedCurve, type CurveAge } from "#src/metrics/lifetimeValue.ts";
import { payback } from "#src/metrics/payback.ts";
import type { CohortMargin } from "./cohortMargins.ts";

/** The age that a projection reaches to the end of: two years. */
export const HORIZON_MONTHS = 24;

/** When a cost is earned back. */
export interface Payback {
  /** Months from the start of the month of the first lend; null when it is not reached. */
  readonly months: number | null;
  /** The oldest age observed: unreached is later than that. */
  readonly observedMonths: number;
}

/** Lifetime value by age, over the cohorts that are old enough (LT5). Fen per lender. */
export function valueCurve(cohorts: readonly CohortMargin[]): CurveAge[] {
  return weightedCurve(cohorts.map(({ size, margins }) => ({ gains: margins, weight: size, size })));
}

/** Cumulative value by the end of a month of life, counted from 1; null when no cohort is that old. */
export function valueAfter(curve: readonly CurveAge[], months: number): number | null {
  return curve[months - 1]?.cumulative ?? null;
}

/**
 * Value at the horizon (AQ5): what is observed, carried on at the rate at which all lenders' value grew at the ages that
 * follow. A group that is worth little goes on being worth little: adding what others gained would flatter it. Where
 * there is no value to grow from, the others' gains are added. Beyond the last age that anybody was observed at nothing
 * comes, so that a young ledger projects low.
 *
 * @returns null without an observed age
 */
export function projectedValue(curve: readonly CurveAge[], everybody: readonly CurveAge[]): number | null {
  const observed = Math.min(curve.length, HORIZON_MONTHS);
  const standing = valueAfter(curve, observed);
  if (standing === null) return null;
  return everybody.slice(observed, HORIZON_MONTHS).reduce((value, { age, gain }) => {
    const before = valueAfter(everybody, age);
    if (gain === null || before === null) return value;
    return value > 0 && before > 0 ? value * (1 + gain / before) : value + gain;
  }, standing);
}

/** When a curve reaches the cost of a lender (LT6); null where either is not known. */
export function paybackOf(curve: readonly CurveAge[], cost: number | null): Payback | null {
  if (cost === null) return null;
  const values = curve.flatMap(({ cumulative }) => (cumulative === null ? [] : [cumulative]));
  return values.length === 0 ? null : { months: payback(values, cost), observedMonths: values.length - 1 };
}
