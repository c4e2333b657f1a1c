import { walkCourses, type WalkedLoan } from "./courseWalk.ts";
import { FlowCellsBuilder, type FlowCells } from "./flowCells.ts";
import type { ScheduleRules } from "./instalments.ts";
import type { LoanBook } from "./loanBook.ts";

/** Sums of a loan's balances over the due days passed (PF3), by row of the book; fen-months. */
interface BalanceSums {
  /** Of balances after each instalment. */
  readonly closing: Float64Array;
  /** Of balances before each instalment. */
  readonly opening: Float64Array;
}

/** What the rules of schedules make of each loan up to the snapshot; columns by row of the book, fen. */
export interface LoanFigures {
  /** Due days passed. */
  readonly elapsed: Uint16Array;
  /** Interest that the schedule has due on them. */
  readonly scheduledInterest: Float64Array;
  /** Principal that has come back, as the course of the loan takes it. */
  readonly repaid: Float64Array;
  /** Neither repaid nor bad. */
  readonly owed: Float64Array;
  /** By where the balances are taken from (`CapitalSource`). */
  readonly capital: { readonly schedule: BalanceSums; readonly repayments: BalanceSums };
  /** Of all loans. */
  readonly flows: FlowCells;
}

/** Goes through all schedules and courses once, so that a choice of loans need not. */
export function loanFigures(book: LoanBook, rules: ScheduleRules): LoanFigures {
  const { loans } = book;
  const column = () => new Float64Array(loans);
  const columns = {
    elapsed: new Uint16Array(loans),
    scheduledInterest: column(),
    repaid: column(),
    owed: column(),
    capital: {
      schedule: { closing: column(), opening: column() },
      repayments: { closing: column(), opening: column() },
    },
  };
  const flows = new FlowCellsBuilder(book, undefined);
  walkCourses(book, rules, (walked) => {
    takeSums(walked, columns);
    flows.take(walked);
  });
  return { ...columns, flows: flows.finish() };
}

/** The flows of some loans only. @param keep  1 for those that count, by row of the book */
export function flowsOfLoans(book: LoanBook, rules: ScheduleRules, keep: Uint8Array): FlowCells {
  const flows = new FlowCellsBuilder(book, keep);
  walkCourses(book, rules, (walked) => {
    if (keep[walked.loan] === 1) flows.take(walked);
  });
  return flows.finish();
}

function takeSums({ loan, schedule, course }: WalkedLoan, into: Omit<LoanFigures, "flows">): void {
  const { elapsed } = course;
  into.elapsed[loan] = elapsed;
  into.repaid[loan] = course.repaid;
  into.owed[loan] = course.owed;
  if (elapsed === 0) return;
  let [interest, scheduled, actual] = [0, 0, 0];
  for (let row = 0; row < elapsed; row++) {
    interest += schedule.interest[row]!;
    scheduled += schedule.balance[row]!;
    actual += course.balance[row]!;
  }
  const { capital } = into;
  const last = elapsed - 1;
  into.scheduledInterest[loan] = interest;
  capital.schedule.closing[loan] = scheduled;
  capital.schedule.opening[loan] = scheduled + schedule.lent - schedule.balance[last]!;
  capital.repayments.closing[loan] = actual;
  capital.repayments.opening[loan] = actual + schedule.lent - course.balance[last]!;
}
