import type { Grain, Weekday } from "#src/domain/calendar.ts";
import { bucketsOf, lastYearPeriod, overlap, previousPeriod, type Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { Bucket, Comparison } from "./protocol.ts";

/** The days that data covers. */
export interface Observed {
  readonly firstDay: EpochDay;
  readonly asOf: EpochDay;
  readonly weekStart: Weekday;
}

/** The days, weeks or months of a period, cut to it and to the observed days. */
export function observedBuckets(period: Period, grain: Grain, observed: Observed): Bucket[] {
  const cut = overlap(period, { from: observed.firstDay, to: observed.asOf });
  if (!cut) return [];
  return bucketsOf(cut, grain, observed.weekStart).map((whole) => {
    const from = epochDay(Math.max(whole.from, cut.from));
    const to = epochDay(Math.min(whole.to, cut.to));
    const starts = from === whole.from || from === observed.firstDay;
    return { from, to, complete: starts && to === whole.to };
  });
}

/** Where the comparison looks for a period, or undefined for no comparison. */
export function comparisonPeriod(period: Period, comparison: Comparison): Period | undefined {
  if (comparison === "none") return undefined;
  return comparison === "previous" ? previousPeriod(period) : lastYearPeriod(period);
}

/** Each bucket moved back as the whole period is, so that they stay paired one to one (CP1, CP2). */
export function comparisonBuckets(buckets: readonly Bucket[], period: Period, comparison: Comparison): Bucket[] {
  const shift = period.from - previousPeriod(period).from;
  return buckets.map(({ from, to, complete }) =>
    comparison === "previous"
      ? { from: epochDay(from - shift), to: epochDay(to - shift), complete }
      : { ...lastYearPeriod({ from, to }), complete },
  );
}

/**
 * Points of buckets that need not adjoin: a leap day has no day of its own in another year.
 *
 * @param pointsOf  answers buckets that follow each other without a gap, one value a bucket
 */
export function pointsInRuns<Measure extends string>(
  buckets: readonly Bucket[],
  pointsOf: (run: readonly Bucket[]) => Readonly<Record<Measure, readonly (number | null)[]>>,
): Readonly<Record<Measure, readonly (number | null)[]>> {
  const [first, ...rest] = adjoiningRuns(buckets).map(pointsOf);
  if (first === undefined) return pointsOf([]);
  // Every run has the same measures.
  const measures = Object.keys(first) as Measure[];
  const joined = measures.map((measure) => [measure, [first, ...rest].flatMap((points) => points[measure])]);
  // As above.
  return Object.fromEntries(joined) as Record<Measure, (number | null)[]>;
}

function adjoiningRuns(buckets: readonly Bucket[]): Bucket[][] {
  const runs: Bucket[][] = [];
  for (const bucket of buckets) {
    const run = runs.at(-1);
    if (run?.at(-1)?.to === bucket.from - 1) run.push(bucket);
    else runs.push([bucket]);
  }
  return runs;
}
