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

/** The size when a change moves everybody who does not yet do something, and the honest one when it moves half. */
export interface Trial extends TrialSize {
  readonly half: TrialSize;
}

/**
 * The trial of a change whose control half goes on as everybody does today: from the rate of all to that of those who
 * did it, and from there to the middle of the two when only half of those who would not have done it are moved (MN8).
 *
 * @returns null when those who did it did not stay more often than all
 */
export function trialOf(base: number, did: number): Trial | null {
  const whole = trialSize(base, did);
  const half = trialSize(base, (base + did) / 2);
  return whole === null || half === null ? null : { ...whole, half };
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
