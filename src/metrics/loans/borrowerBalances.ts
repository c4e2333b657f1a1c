import { daysIn, type Period } from "#src/domain/period.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { LoanBook } from "./loanBook.ts";
import type { WalkedLoan } from "./courseWalk.ts";

/**
 * Adds up what borrowers owe at the end of each day, by the courses of their loans (MT1). A loan counts from the end of
 * the day of its disbursal; between its due days its balance stays as it is.
 */
export class BorrowerBalances {
  private readonly book: LoanBook;
  private readonly days: Period;
  /** By day of `days`: by how much all balances change; the first day's is the balance itself. */
  private readonly changes: Float64Array;

  /** @param days  none after the snapshot, which nothing is known beyond */
  constructor(book: LoanBook, days: Period) {
    this.book = book;
    this.days = days;
    this.changes = new Float64Array(Math.max(0, daysIn(days)));
  }

  take({ loan, schedule, course }: WalkedLoan): void {
    this.change(this.book.disbursedOn[loan]!, schedule.lent);
    const { dueDay } = schedule;
    const { elapsed, paid } = course;
    // What came in before the first due day came on no day that is known.
    if (elapsed === 0) return this.change(this.book.snapshotDay, course.owed - schedule.lent);
    for (let row = 0; row < elapsed; row++) this.change(dueDay[row]!, -paid[row]!);
    if (course.bad > 0) this.change(course.badAt, -course.bad);
  }

  /** Fen by day, from the first. */
  finish(): Float64Array {
    let owed = 0;
    return this.changes.map((change) => (owed += change));
  }

  private change(day: number, amount: number): void {
    if (day > this.days.to) return;
    this.changes[Math.max(0, day - this.days.from)]! += amount;
  }
}

/** What one borrower owes at the end of a day, fen; nothing before the disbursal. @param day  not after the snapshot */
export function owedOn(day: EpochDay, { loan, schedule, course }: WalkedLoan, book: LoanBook): number {
  const { disbursedOn, snapshotDay } = book;
  const { elapsed, paid } = course;
  if (day < disbursedOn[loan]!) return 0;
  if (elapsed === 0) return day < snapshotDay ? schedule.lent : course.owed;
  let owed = schedule.lent;
  for (let row = 0; row < elapsed && schedule.dueDay[row]! <= day; row++) owed -= paid[row]!;
  return course.bad > 0 && course.badAt <= day ? owed - course.bad : owed;
}
