import { wilson, type Interval } from "#src/metrics/wilson.ts";

import type { ConfusionCounts } from "./confusion.ts";

/**
 * Where the lift may truly lie, from Wilson's 95 % intervals of both rates: that of those who did it and that of those
 * who did not, which do not share a lender (MN6). The base rate is the mean of the two by coverage, so the lift is
 * least when the first is at its low end and the second at its high one. It lies above 1 only when the two intervals
 * do not touch, which is stricter than 95 %.
 *
 * @returns null when nobody did it, or everybody
 */
export function liftInterval(counts: ConfusionCounts): Interval | null {
  const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
  const did = truePositive + falsePositive;
  const didNot = falseNegative + trueNegative;
  const rate = wilson(truePositive, did);
  const otherRate = wilson(falseNegative, didNot);
  if (rate === null || otherRate === null) return null;
  const coverage = did / (did + didNot);
  const lift = (own: number, other: number): number => own / (coverage * own + (1 - coverage) * other);
  // Wilson's upper ends are above zero, so neither base rate is zero unless both low ends are.
  return {
    low: rate.low === 0 ? 0 : lift(rate.low, otherRate.high),
    high: lift(rate.high, otherRate.low),
  };
}
