import { epochDay } from "#src/domain/units.ts";

import { walkCourses } from "./courseWalk.ts";
import type { ScheduleRules } from "./instalments.ts";
import type { LoanBook } from "./loanBook.ts";
import { monthOnBook } from "./monthsOnBook.ts";

/** What has become of each loan by the snapshot, by its course; arrays by row of the book, fen and months on book. */
export interface LoanOutcomes {
  readonly bad: Float64Array;
  /** In which bad principal left the balance; 0 without any. */
  readonly badMonth: Uint16Array;
  /** Repaid before it was due. */
  readonly prepaid: Float64Array;
  /** In which it came; 0 without any. */
  readonly prepaidMonth: Uint16Array;
  /** Neither repaid nor bad. */
  readonly owed: Float64Array;
}

/** Goes through all courses once, so that a choice of loans need not. */
export function loanOutcomes(book: LoanBook, rules: ScheduleRules): LoanOutcomes {
  const { loans } = book;
  const outcomes = {
    bad: new Float64Array(loans),
    badMonth: new Uint16Array(loans),
    prepaid: new Float64Array(loans),
    prepaidMonth: new Uint16Array(loans),
    owed: new Float64Array(loans),
  };
  walkCourses(book, rules, ({ loan, course }) => {
    outcomes.owed[loan] = course.owed;
    outcomes.prepaid[loan] = course.prepaid;
    outcomes.prepaidMonth[loan] = course.prepaidAt;
    if (course.bad === 0) return;
    outcomes.bad[loan] = course.bad;
    outcomes.badMonth[loan] = monthOnBook(epochDay(book.disbursedOn[loan]!), epochDay(course.badAt));
  });
  return outcomes;
}
