import { resized, roomFor } from "#src/metrics/growable.ts";

import type { InstalmentBuffer } from "./instalments.ts";
import { prepaidInstalment } from "./prepaidInstalment.ts";

/** What the file says of a loan on a day; fen, NaN is a blank cell. */
export interface LoanReport {
  /** Principal. */
  readonly repaid: number;
  /** Principal. */
  readonly bad: number;
  readonly overdueDays: number;
  /** Received, without penalties. */
  readonly interest: number;
  /** The day; not before the disbursal. */
  readonly snapshotDay: number;
}

/** Days from the first instalment missed until principal is taken to be bad (LC5). */
const BAD_AFTER_DAYS = 90;

/** Room for the course of one loan, filled anew for the next. Fen and epoch days. */
export class CourseBuffer {
  /** Due days up to the snapshot; the length of the arrays that is valid. */
  elapsed = 0;
  /** Principal that came in on each due day, from the first. */
  paid = new Float64Array(64);
  /** What the borrower owes after each due day: less what was paid, and less bad principal once that has left. */
  balance = new Float64Array(64);
  /** Principal repaid by the snapshot: what the file says, within what was lent, or what LC1 takes. */
  repaid = 0;
  /** On the snapshot: neither repaid nor bad. It is the last balance, or all there is to know when no due day has passed. */
  owed = 0;
  /** Number of the instalment with which principal came early, from 1; 0 is none. */
  prepaidAt = 0;
  /** How much came then beyond what was due. */
  prepaid = 0;
  /** The day on which bad principal leaves the balance; 0 is none. */
  badAt = 0;
  /** Within what was lent and not repaid. */
  bad = 0;
  /** Number of the last instalment with which anything came in; 0 is none. */
  lastPaid = 0;

  begin(elapsed: number): void {
    if (elapsed > this.paid.length) {
      const room = roomFor(elapsed);
      this.paid = resized(this.paid, room);
      this.balance = resized(this.balance, room);
    }
    this.elapsed = elapsed;
    this.prepaidAt = 0;
    this.prepaid = 0;
    this.badAt = 0;
  }
}

/**
 * What became of a loan between its disbursal and a snapshot, as far as the totals of the file tell (LC1–LC6). It ends at
 * exactly those totals: on the snapshot the borrower owes principal − repaid − bad.
 *
 * Where they contradict each other, money that came in counts before principal called bad, and neither is more than was
 * lent. While no due day has passed there are no balances, and `owed` alone says what the file says.
 */
export function fillCourse(report: LoanReport, schedule: InstalmentBuffer, into: CourseBuffer): void {
  const { lent } = schedule;
  const elapsed = dueBy(schedule, report.snapshotDay);
  into.begin(elapsed);
  const overdue = report.overdueDays > 0 && !(report.repaid >= lent);
  const kept = overdue ? dueBy(schedule, report.snapshotDay - report.overdueDays - 1) : elapsed;
  const unknown = Number.isNaN(report.repaid);
  into.repaid = unknown
    ? Math.min(scheduledBy(schedule, kept), lent - within(report.bad, lent))
    : within(report.repaid, lent);
  into.bad = within(report.bad, lent - into.repaid);
  into.owed = lent - into.repaid - into.bad;
  const reached =
    overdue || unknown || !mayBePrepaid(schedule, into)
      ? payInOrder(schedule, kept, into)
      : payEarly(report, schedule, into);
  leaveBad(report, schedule, into);
  fillBalances(schedule, reached, into);
  if (into.lastPaid === 0 && report.interest > 0) into.lastPaid = firstDue(schedule, elapsed);
}

/** How many due days are not after `day`. */
function dueBy({ dueDay, count }: InstalmentBuffer, day: number): number {
  const first = dueDay[0]!;
  if (day < first) return 0;
  // No month is longer than 31 days, so at least these have passed.
  let passed = Math.min(count, Math.floor((day - first) / 31) + 1);
  while (passed < count && dueDay[passed]! <= day) passed++;
  return passed;
}

/** Principal that the first instalments come to. */
function scheduledBy({ lent, balance }: InstalmentBuffer, instalments: number): number {
  return instalments === 0 ? 0 : lent - balance[instalments - 1]!;
}

/** A cell as a part of `most`; a blank one is nothing. */
function within(cell: number, most: number): number {
  return cell > 0 ? Math.min(cell, most) : 0;
}

function mayBePrepaid(schedule: InstalmentBuffer, { repaid, elapsed }: CourseBuffer): boolean {
  return repaid === schedule.lent || repaid > scheduledBy(schedule, elapsed);
}

/**
 * Instalments are paid in their order for as long as the money lasts; what is left over came with the next (LC2, LC3).
 *
 * @param kept  instalments that may have been paid in full
 * @returns     how many were
 */
function payInOrder({ principal }: InstalmentBuffer, kept: number, into: CourseBuffer): number {
  const { paid, elapsed } = into;
  let left = into.repaid;
  let row = 0;
  for (; row < kept && principal[row]! <= left; row++) {
    paid[row] = principal[row]!;
    left -= principal[row]!;
  }
  paid.fill(0, row, elapsed);
  if (elapsed > 0) paid[Math.min(row, elapsed - 1)]! += left;
  return row;
}

/**
 * Money beyond the schedule came with one instalment (LC4). The others were paid as scheduled, or those before it only
 * when nothing was owed any more.
 *
 * @returns how many instalments were paid
 */
function payEarly(report: LoanReport, schedule: InstalmentBuffer, into: CourseBuffer): number {
  const { paid, elapsed, repaid } = into;
  const inFull = repaid === schedule.lent;
  const beyond = repaid - scheduledBy(schedule, Math.max(1, elapsed));
  const at = elapsed === 0 ? 1 : prepaidInstalment(schedule, { interest: report.interest, elapsed, beyond, inFull });
  const reached = inFull ? Math.min(at, elapsed) : elapsed;
  for (let row = 0; row < elapsed; row++) paid[row] = row < reached ? schedule.principal[row]! : 0;
  const early = inFull ? repaid - scheduledBy(schedule, at) : Math.max(0, beyond);
  if (early > 0) {
    into.prepaidAt = at;
    into.prepaid = early;
    if (elapsed > 0) paid[at - 1]! += early;
  }
  return reached;
}

/** Bad principal leaves 90 days after the first instalment missed, at the latest on the last due day passed (LC5). */
function leaveBad({ overdueDays, snapshotDay }: LoanReport, { dueDay }: InstalmentBuffer, into: CourseBuffer): void {
  if (into.bad === 0) return;
  const missed = overdueDays > 0 ? Math.max(snapshotDay - overdueDays, dueDay[0]!) : snapshotDay;
  into.badAt = into.elapsed === 0 ? snapshotDay : Math.min(missed + BAD_AFTER_DAYS, dueDay[into.elapsed - 1]!);
}

function fillBalances({ lent, interest, dueDay }: InstalmentBuffer, reached: number, into: CourseBuffer): void {
  const { paid, balance, elapsed, bad, badAt } = into;
  let open = lent;
  let lastPaid = 0;
  for (let row = 0; row < elapsed; row++) {
    open -= paid[row]!;
    balance[row] = dueDay[row]! >= badAt ? open - bad : open;
    if (paid[row]! > 0 || (row < reached && interest[row]! > 0)) lastPaid = row + 1;
  }
  into.lastPaid = lastPaid;
}

/** The first instalment that has anything due, or the last one passed where none of those has. */
function firstDue({ principal, interest }: InstalmentBuffer, elapsed: number): number {
  for (let row = 0; row < elapsed; row++) if (principal[row]! > 0 || interest[row]! > 0) return row + 1;
  return elapsed;
}
