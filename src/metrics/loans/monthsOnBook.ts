import { addMonths, monthEnd, monthOf, type MonthNumber } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";

/**
 * In which month on book of a loan a day is: month k ends on the day k months after the disbursal, with that day in it,
 * as the k-th instalment falls due then (VT1).
 *
 * @param day  not before the disbursal
 * @returns    0 on the day of disbursal alone
 */
export function monthOnBook(disbursedOn: EpochDay, day: EpochDay): number {
  const months = monthOf(day) - monthOf(disbursedOn);
  return addMonths(disbursedOn, months) >= day ? months : months + 1;
}

/**
 * The last month on book that is over for every loan that a month may hold (VT2).
 *
 * @returns  −1 while the month of disbursal itself is not over
 */
export function lastMonthOver(disbursed: MonthNumber, snapshotDay: EpochDay): number {
  const months = monthOf(snapshotDay) - disbursed;
  return addMonths(monthEnd(disbursed), months) <= snapshotDay ? months : months - 1;
}
