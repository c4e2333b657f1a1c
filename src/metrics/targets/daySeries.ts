import type { Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

/** A figure day by day from the first day of data, without a gap: a flow, or a balance at the day's end. */
export interface DaySeries {
  readonly firstDay: EpochDay;
  /** The last one is of the last day of data. */
  readonly values: readonly number[];
}

/** The last day of data; the day before the first without any. */
export function lastDayOf({ firstDay, values }: DaySeries): EpochDay {
  return epochDay(firstDay + values.length - 1);
}

/** What a flow comes to over a period; days without data add nothing. */
export function sumOver({ firstDay, values }: DaySeries, { from, to }: Period): number {
  let sum = 0;
  for (let day = Math.max(from, firstDay); day <= to && day - firstDay < values.length; day++) {
    sum += values[day - firstDay]!;
  }
  return sum;
}

/** What a balance is at the end of a day: zero before the first day of data. */
export function valueOn({ firstDay, values }: DaySeries, day: EpochDay): number {
  return values[Math.min(day - firstDay, values.length - 1)] ?? 0;
}
