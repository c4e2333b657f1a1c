import { weekdayOf } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

const FRIDAY = 5;

/** Mondays to Fridays after `day`, up to and with `today`. */
export function businessDaysSince(day: EpochDay, today: EpochDay): number {
  const wholeWeeks = Math.max(0, Math.floor((today - day) / 7));
  let count = wholeWeeks * 5;
  for (let next = day + wholeWeeks * 7 + 1; next <= today; next++) {
    if (weekdayOf(epochDay(next)) <= FRIDAY) count++;
  }
  return count;
}

/** Yesterday's export should be in: on a Monday that is Friday's. */
export function isLate(asOf: EpochDay, today: EpochDay): boolean {
  return businessDaysSince(asOf, today) > 1;
}
