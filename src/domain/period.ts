import { addMonths, bucketEnd, bucketStart, type Grain, type Weekday } from "./calendar.ts";
import { epochDay, type EpochDay } from "./units.ts";

/** Both days belong to it. */
export interface Period {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

export function daysIn(period: Period): number {
  return period.to - period.from + 1;
}

/** The part that two periods share, or undefined when they share no day. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = epochDay(Math.max(a.from, b.from));
  const to = epochDay(Math.min(a.to, b.to));
  return from <= to ? { from, to } : undefined;
}

/**
 * The days, weeks or months that touch a period, in order. The first and last may reach beyond it.
 */
export function bucketsOf(period: Period, grain: Grain, startsOn: Weekday): Period[] {
  const buckets: Period[] = [];
  for (let from = bucketStart(period.from, grain, startsOn); from <= period.to;) {
    const to = bucketEnd(from, grain);
    buckets.push({ from, to });
    from = epochDay(to + 1);
  }
  return buckets;
}

/**
 * The period of the same length that ends just before this one, moved back to whole weeks so that
 * each day is set against the same weekday (CP1).
 */
export function previousPeriod(period: Period): Period {
  const shift = Math.ceil(daysIn(period) / 7) * 7;
  return { from: epochDay(period.from - shift), to: epochDay(period.to - shift) };
}

/** The same dates a year earlier (CP2); 29 February is set against 28 February. */
export function lastYearPeriod(period: Period): Period {
  return { from: addMonths(period.from, -12), to: addMonths(period.to, -12) };
}
