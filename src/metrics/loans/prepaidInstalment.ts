import type { InstalmentBuffer } from "./instalments.ts";

/** Principal that came before it was due, and what is known of when. */
export interface EarlyPrincipal {
  /** Interest received, fen; NaN is not known. */
  readonly interest: number;
  /** Due days up to the snapshot, from 1: the latest answer. */
  readonly elapsed: number;
  /** Fen beyond the schedule of the due days passed. */
  readonly beyond: number;
  /** Nothing is owed any more. */
  readonly inFull: boolean;
}

/**
 * The instalment with which principal came early (LC4): the first one for which the interest on what was then still owed
 * comes to the interest received, where that is short of the schedule's. A fen an instalment does not count. Interest ends
 * with the loan when it was repaid in full, and falls with the balance when it was in part.
 *
 * @returns from 1; the last due day passed when the interest received is not known, or is not short
 */
export function prepaidInstalment(schedule: InstalmentBuffer, early: EarlyPrincipal): number {
  let at = early.elapsed;
  let accrued = 0;
  for (let row = 0; row < at; row++) accrued += accruedIn(schedule, row);
  const isShort = early.interest + at < accrued;
  if (!isShort) return at;
  for (; at > 1; at--) {
    const open = schedule.balance[at - 2]!;
    const spared = early.inFull || early.beyond >= open ? 1 : early.beyond / open;
    accrued -= spared * accruedIn(schedule, at - 1);
    if (accrued + at - 1 < early.interest) return at;
  }
  return at;
}

/** Interest of one month by schedule; that of a bullet loan accrues evenly until it is due. */
function accruedIn({ method, interest, count }: InstalmentBuffer, row: number): number {
  return method === "bullet" ? interest[count - 1]! / count : interest[row]!;
}
