/** The weighted curve at one age. */
export interface CurveAge {
  readonly age: number;
  /** Σ of what the cohorts gained at this age. */
  readonly numerator: number;
  /** Σ of what they are weighed by. */
  readonly denominator: number;
  /** numerator ÷ denominator; null over zero. */
  readonly gain: number | null;
  /** Σ of gains up to this age; null from the first age without one. */
  readonly cumulative: number | null;
  readonly cohorts: number;
  readonly lenders: number;
}

/** One cohort's gains by age, as far as it is observed. */
export interface CohortGains {
  readonly gains: readonly number[];
  readonly weight: number;
  readonly size: number;
}

/**
 * Mean gain by age over all cohorts that are old enough for it, and its sum (LT5).
 *
 * Summing mean gains, not averaging sums, lets young cohorts count at early ages without a jump where
 * they drop out.
 */
export function weightedCurve(cohorts: readonly CohortGains[]): CurveAge[] {
  const ages = Math.max(0, ...cohorts.map(({ gains }) => gains.length));
  const curve: CurveAge[] = [];
  let cumulative: number | null = 0;
  for (let age = 0; age < ages; age++) {
    const observed = cohorts.filter(({ gains }) => gains.length > age);
    const numerator = observed.reduce((sum, { gains }) => sum + gains[age]!, 0);
    const denominator = observed.reduce((sum, { weight }) => sum + weight, 0);
    const gain = denominator === 0 ? null : numerator / denominator;
    cumulative = cumulative === null || gain === null ? null : cumulative + gain;
    const lenders = observed.reduce((sum, { size }) => sum + size, 0);
    curve.push({ age, numerator, denominator, gain, cumulative, cohorts: observed.length, lenders });
  }
  return curve;
}

/** What balance-days earn at a net spread: fen·days · spread ÷ 365 (LT4). Fen, not rounded. */
export function spreadMargin(balanceDays: number, spreadPpm: number): number {
  return (balanceDays * spreadPpm) / 365_000_000;
}
