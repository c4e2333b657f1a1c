import { LOAN_METHODS } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";

import { fillInstalments, InstalmentBuffer, type ScheduleRules } from "./instalments.ts";
import type { LoanBook } from "./loanBook.ts";
import { CourseBuffer, fillCourse } from "./loanCourse.ts";

/** One loan of a walk; its buffers are filled anew for the next. */
export interface WalkedLoan {
  /** Row of the book. */
  readonly loan: number;
  readonly schedule: InstalmentBuffer;
  /** Up to the snapshot of the book. */
  readonly course: CourseBuffer;
}

/** Hands every loan to `take` with its schedule and its course, in the order of the book. */
export function walkCourses(book: LoanBook, rules: ScheduleRules, take: (walked: WalkedLoan) => void): void {
  const walked = { loan: 0, schedule: new InstalmentBuffer(), course: new CourseBuffer() };
  const { schedule, course } = walked;
  const { snapshotDay } = book;
  for (; walked.loan < book.loans; walked.loan++) {
    const { loan } = walked;
    const terms = {
      principal: book.principal[loan]!,
      ratePpm: book.ratePpm[loan]!,
      periods: book.periods[loan]!,
      method: LOAN_METHODS[book.method[loan]!]!,
      disbursedOn: epochDay(book.disbursedOn[loan]!),
    };
    fillInstalments(terms, rules, schedule);
    const report = {
      repaid: book.repaid[loan]!,
      bad: book.bad[loan]!,
      overdueDays: book.overdueDays[loan]!,
      interest: book.interest[loan]!,
      snapshotDay,
    };
    fillCourse(report, schedule, course);
    take(walked);
  }
}
