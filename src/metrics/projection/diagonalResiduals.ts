import { latestAge, type CohortTotals } from "./cohortTotals.ts";
import { hasLink, isDependable, type LinkRatio } from "./linkRatios.ts";

/** How far the growth of one month lies from what the ratios say. */
export interface DiagonalResidual {
  /** Months before the last observed one; 0 is the last. */
  readonly monthsAgo: number;
  readonly mean: number;
  readonly count: number;
  /** The mean is further from zero than 2 ÷ √count: something happened to all cohorts at once. */
  readonly isFlagged: boolean;
}

/**
 * Mean standardised residual of every calendar month, oldest first (PJ5).
 *
 * Residuals have variance 1 under the model: each is divided by its own standard deviation, which is less for
 * a cohort that weighs much in its ratio. Ages with fewer than three ratios, or with equal ones, have none.
 */
export function diagonalResiduals(
  cohorts: readonly CohortTotals[],
  ratios: readonly LinkRatio[],
  lastDiagonals?: number,
): DiagonalResidual[] {
  const byMonthsAgo = new Map<number, number[]>();
  for (const cohort of cohorts) {
    for (const ratio of ratios) {
      if (!hasLink(cohort, ratio.age, lastDiagonals)) continue;
      const residual = residualOf(cohort, ratio);
      if (residual === null) continue;
      const monthsAgo = latestAge(cohort) - (ratio.age + 1);
      byMonthsAgo.set(monthsAgo, [...(byMonthsAgo.get(monthsAgo) ?? []), residual]);
    }
  }
  return [...byMonthsAgo]
    .toSorted(([a], [b]) => b - a)
    .map(([monthsAgo, residuals]) => {
      const count = residuals.length;
      const mean = residuals.reduce((sum, residual) => sum + residual, 0) / count;
      return { monthsAgo, mean, count, isFlagged: Math.abs(mean) > 2 / Math.sqrt(count) };
    });
}

function residualOf({ totals }: CohortTotals, ratio: LinkRatio): number | null {
  const { age, factor, variance, factorVariance } = ratio;
  if (factor === null || variance === null || factorVariance === null) return null;
  if (variance === 0 || !isDependable(ratio)) return null;
  const [from, to] = [totals[age]!, totals[age + 1]!];
  const weight = (from * factorVariance) / variance;
  return (to - factor * from) / Math.sqrt(variance * from * (1 - weight));
}
