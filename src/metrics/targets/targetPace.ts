import { monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import { daysIn } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import { ratio } from "#src/metrics/ratio.ts";

import { lastDayOf, sumOver, valueOn, type DaySeries } from "./daySeries.ts";

/** A goal for a month that has begun and is not over. */
export interface RunningGoal {
  readonly month: MonthNumber;
  readonly target: number;
}

export interface Expectation {
  /** In the unit of the target, not rounded; null where there is nothing to go by. */
  readonly expected: number | null;
  /** Earlier months that it was made of. */
  readonly months: number;
}

/**
 * What a flow would have come to by the last day of data if its month went as the months before it did (TA2): target ×
 * the median share of their flow that the complete months before had reached by that day of the month. Past the end of a
 * shorter month the whole of it is reached. A month whose flow is zero has no shape and is left out.
 */
export function expectedFlow(days: DaySeries, { month, target }: RunningGoal): Expectation {
  const gone = lastDayOf(days) - monthStart(month) + 1;
  const shares: number[] = [];
  for (let earlier = monthOf(days.firstDay); earlier < month; earlier++) {
    const share = shareReached(days, earlier, gone);
    if (share !== null) shares.push(share);
  }
  const median = medianShare(shares);
  return { expected: median === null ? null : target * median, months: shares.length };
}

/**
 * What a balance would be by the last day of data on a straight way from the month's opening to the target at its end
 * (TA3): opening + (target − opening) × days gone ÷ days of the month.
 */
export function expectedBalance(days: DaySeries, { month, target }: RunningGoal): Expectation {
  const whole = { from: monthStart(month), to: monthEnd(month) };
  const opening = valueOn(days, epochDay(whole.from - 1));
  const gone = lastDayOf(days) - whole.from + 1;
  return { expected: opening + ((target - opening) * gone) / daysIn(whole), months: 0 };
}

/** Of a month's flow, what its first days came to; null where the flow is zero. */
function shareReached(days: DaySeries, month: MonthNumber, gone: number): number | null {
  const whole = { from: monthStart(month), to: monthEnd(month) };
  const reached = { from: whole.from, to: epochDay(Math.min(whole.from + gone - 1, whole.to)) };
  return ratio(sumOver(days, reached), sumOver(days, whole));
}

/** The middle one; of an even count the mean of the two in the middle. */
function medianShare(shares: readonly number[]): number | null {
  const ascending = shares.toSorted((a, b) => a - b);
  const upper = ascending[ascending.length >> 1];
  const lower = ascending[(ascending.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
