import type { EpochDay } from "#src/domain/units.ts";

import { owedOn } from "./borrowerBalances.ts";
import { BorrowerLadder, type TermPlace } from "./borrowerLadder.ts";
import { walkCourses } from "./courseWalk.ts";
import type { ScheduleRules } from "./instalments.ts";
import type { LoanBook } from "./loanBook.ts";

/** One line of the borrowers' ladder at the end of a day. */
export interface LadderLine {
  readonly day: EpochDay;
  readonly place: TermPlace;
}

/**
 * What of one line of the borrowers' ladder is of each loan (MT4).
 *
 * Each loan has what it adds to the ladder itself, so that all of them come to the line exactly.
 *
 * @returns fen by row of the book; zero for those with nothing in the line
 */
export function dueOfLoans(book: LoanBook, rules: ScheduleRules, { day, place }: LadderLine): Float64Array {
  const due = new Float64Array(book.loans);
  const ladder = new BorrowerLadder(day);
  let before = 0;
  walkCourses(book, rules, (walked) => {
    ladder.take(owedOn(day, walked, book), walked.schedule);
    const { byBucket, overdue } = ladder.finish();
    const after = place === "overdue" ? overdue : (byBucket[place] ?? 0);
    due[walked.loan] = after - before;
    before = after;
  });
  return due;
}
