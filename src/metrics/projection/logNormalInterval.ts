import type { Interval } from "#src/metrics/wilson.ts";

/** Half of 80 % of a normal distribution lies within so many standard deviations above its mean. */
export const Z_80 = 1.2815515655446004;

export interface LogNormalQuery {
  /** The total observed so far. */
  readonly latest: number;
  readonly ultimate: number;
  readonly standardError: number;
  /** Standard deviations to each side. */
  readonly z: number;
}

/**
 * Where a cohort's ultimate total may lie, if what is still to come is log-normal (PJ4).
 *
 * Never below what is observed. Null when nothing more is expected, for that has no logarithm.
 */
export function logNormalInterval({ latest, ultimate, standardError, z }: LogNormalQuery): Interval | null {
  const reserve = ultimate - latest;
  if (reserve <= 0) return null;
  const variance = Math.log1p((standardError / reserve) ** 2);
  const [mean, half] = [Math.log(reserve) - variance / 2, z * Math.sqrt(variance)];
  return { low: latest + Math.exp(mean - half), high: latest + Math.exp(mean + half) };
}
