import { NORMAL_95 } from "#src/metrics/wilson.ts";

/** The 80 % quantile of the normal distribution. */
const NORMAL_80 = 0.8416212335729143;

export interface TrialSize {
  /** Lenders, whole. */
  readonly perSide: number;
  /** The rates that the trial is to tell apart. */
  readonly from: number;
  readonly to: number;
}

/**
 * How many lenders a side a trial needs so that a true rise from one rate to another is seen with 80 % power, tested
 * two-sided at 5 % (MN8).
 *
 * @returns null when the second rate is not the higher
 */
export function trialSize(from: number, to: number): TrialSize | null {
  if (to <= from) return null;
  const mean = (from + to) / 2;
  const noDifference = NORMAL_95 * Math.sqrt(2 * mean * (1 - mean));
  const difference = NORMAL_80 * Math.sqrt(from * (1 - from) + to * (1 - to));
  return { perSide: Math.ceil(((noDifference + difference) / (to - from)) ** 2), from, to };
}
