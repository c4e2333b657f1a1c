import type { Grain } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { MatchingResult, MatchPoint } from "#src/engine/protocol.ts";

export interface MatchModel {
  readonly grain: Grain;
  readonly points: readonly MatchPoint[];
  readonly buckets: readonly Period[];
  readonly ratio: readonly (number | null)[];
  /** Of the ratio: 1.00 is always on it. */
  readonly axis: RatioAxis;
  /** Where the ratio lies above its axis. */
  readonly above: readonly MatchPoint[];
  /** The largest balance, for the unit of the axis. */
  readonly maxFen: number;
}

interface RatioAxis {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

export function matchModel({ points }: Pick<MatchingResult, "points">, grain: Grain): MatchModel {
  const ratio = points.map((point) => point.ratio);
  const axis = ratioAxis(ratio.filter((value) => value !== null));
  return {
    grain,
    points,
    buckets: points.map(({ bucket }) => bucket),
    ratio,
    axis,
    above: points.filter((point) => isAbove(point.ratio, axis)),
    maxFen: points.reduce((most, { lenders, borrowers }) => Math.max(most, lenders, borrowers), 0),
  };
}

/** A first loan against much money waiting would flatten all that follows. */
const USUAL_TIMES = 3;
const LEAST_REACH = 2;
const MOST_TICKS = 4;
/** Steps of the axis in hundredths: 1, 2, 5, 10 … */
const STEPS = [0, 1, 2, 3, 4, 5, 6].flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power));
const HUNDREDTHS = 100;

/** From the smallest to the largest ratio and 1.00, in whole ticks; it ends at three times the median, but not below 2. */
function ratioAxis(ratios: readonly number[]): RatioAxis {
  const ascending = ratios.toSorted((a, b) => a - b);
  const median = ascending[Math.floor(ascending.length / 2)] ?? 1;
  const low = Math.min(1, ascending[0] ?? 1);
  const high = Math.max(1, Math.min(ascending.at(-1) ?? 1, Math.max(LEAST_REACH, median * USUAL_TIMES)));
  const step = STEPS.find((one) => ticksUp(high, one) - ticksDown(low, one) <= MOST_TICKS) ?? STEPS.at(-1) ?? 1;
  const [from, to] = [ticksDown(low, step), ticksUp(high, step)];
  // A line that is 1.00 throughout lies in the middle.
  const margin = from === to ? 1 : 0;
  return {
    min: ((from - margin) * step) / HUNDREDTHS,
    max: ((to + margin) * step) / HUNDREDTHS,
    interval: step / HUNDREDTHS,
  };
}

/** What of a tick is no more than the last binary digits. */
const TINY = 1e-9;

function ticksDown(ratio: number, step: number): number {
  return Math.floor((ratio * HUNDREDTHS) / step + TINY);
}

function ticksUp(ratio: number, step: number): number {
  return Math.ceil((ratio * HUNDREDTHS) / step - TINY);
}

function isAbove(ratio: number | null, { max, interval }: RatioAxis): boolean {
  return ratio !== null && ratio > max + interval * TINY;
}
