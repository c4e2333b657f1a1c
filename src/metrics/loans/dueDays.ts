import { civilDate, monthOf, monthStart } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";

/**
 * The days on which a loan's instalments are due (AM6): the date of disbursal in each following month, or the last day
 * of a month that is shorter.
 *
 * @param into  the k-th due day goes to place k − 1; as many as fit are filled
 */
export function fillDueDays(disbursedOn: EpochDay, into: Int32Array): void {
  const { date } = civilDate(disbursedOn);
  const month = monthOf(disbursedOn);
  let start: number = monthStart(month + 1);
  for (let k = 1; k <= into.length; k++) {
    const next = monthStart(month + k + 1);
    into[k - 1] = start + Math.min(date, next - start) - 1;
    start = next;
  }
}
