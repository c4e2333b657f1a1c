import { bucketEnd, monthOf, monthStart, type Weekday } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

/** Consecutive numbers for calendar weeks or months, so that an age is a difference (CO2). */
export function periodNumber(day: EpochDay, grain: "week" | "month", weekStart: Weekday): number {
  // Day −4 + weekStart begins week 0: 1970-01-01 was a Thursday.
  return grain === "month" ? monthOf(day) : Math.floor((day + 4 - weekStart) / 7);
}

/** The days of a numbered week or month. */
export function periodOfNumber(number: number, grain: "week" | "month", weekStart: Weekday): Period {
  const from = grain === "month" ? monthStart(number) : epochDay(number * 7 - 4 + weekStart);
  return { from, to: bucketEnd(from, grain) };
}
