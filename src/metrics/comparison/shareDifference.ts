import { wilson, type Interval } from "#src/metrics/wilson.ts";

/** People who did something, of all who could have. */
export interface CountedShare {
  readonly count: number;
  readonly of: number;
}

/** Fewer people than this on a side say nothing about a difference. */
const FEW_TO_COMPARE = 20;

/**
 * What an interval lets be said: `differs` when it leaves zero out, `may_be_chance` when not, `too_few` when either
 * side has fewer than 20 people.
 */
type DifferenceVerdict = "differs" | "may_be_chance" | "too_few";

export interface ShareDifference {
  /** Share of the first less that of the second; null with nobody on a side. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  readonly verdict: DifferenceVerdict;
}

/**
 * How two shares of different people differ, with the 95 % interval of the difference that their two Wilson intervals
 * make (DF1, Newcombe's hybrid score).
 */
export function shareDifference(a: CountedShare, b: CountedShare): ShareDifference {
  const [first, second] = [wilson(a.count, a.of), wilson(b.count, b.of)];
  if (!first || !second) return { difference: null, interval: null, verdict: "too_few" };
  const [shareA, shareB] = [a.count / a.of, b.count / b.of];
  const difference = shareA - shareB;
  const interval = {
    low: difference - Math.hypot(shareA - first.low, second.high - shareB),
    high: difference + Math.hypot(first.high - shareA, shareB - second.low),
  };
  if (Math.min(a.of, b.of) < FEW_TO_COMPARE) return { difference, interval, verdict: "too_few" };
  return { difference, interval, verdict: interval.low > 0 || interval.high < 0 ? "differs" : "may_be_chance" };
}
