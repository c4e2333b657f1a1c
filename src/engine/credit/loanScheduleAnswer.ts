import { LOAN_METHODS } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";
import { fillInstalments, InstalmentBuffer } from "#src/metrics/loans/instalments.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import { CourseBuffer, fillCourse } from "#src/metrics/loans/loanCourse.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import type { CreditRules, Instalment, LoanScheduleResult } from "#src/engine/protocol.ts";

import { loanRowOf } from "./loanRow.ts";
import { rememberedFigures } from "./rememberedFigures.ts";

/** One loan, its instalments by schedule, and its balances as far as the file tells them. */
export async function loanScheduleAnswer(
  analysis: Analysis,
  { loanId, rules }: { readonly loanId: string; readonly rules: CreditRules },
): Promise<LoanScheduleResult> {
  const book = await analysis.loanBook();
  const loan = book?.ids.indexOf(loanId) ?? -1;
  if (!book || loan === -1) return { loan: null, instalments: [] };
  return {
    loan: loanRowOf({ book, figures: rememberedFigures(book, rules) }, loan),
    instalments: instalmentsOf(book, loan, rules),
  };
}

/** A bullet loan has one; the course of a loan is not told when the file does not say what was repaid. */
function instalmentsOf(book: LoanBook, loan: number, rules: CreditRules): readonly Instalment[] {
  const [schedule, course] = [new InstalmentBuffer(), new CourseBuffer()];
  const method = LOAN_METHODS[book.method[loan]!]!;
  const disbursedOn = epochDay(book.disbursedOn[loan]!);
  const [principal, ratePpm, periods] = [book.principal[loan]!, book.ratePpm[loan]!, book.periods[loan]!];
  fillInstalments({ principal, ratePpm, periods, method, disbursedOn }, rules, schedule);
  const [repaid, bad, interest] = [book.repaid[loan]!, book.bad[loan]!, book.interest[loan]!];
  const { snapshotDay } = book;
  fillCourse({ repaid, bad, interest, overdueDays: book.overdueDays[loan]!, snapshotDay }, schedule, course);
  const firstRow = method === "bullet" ? periods - 1 : 0;
  return Array.from({ length: periods - firstRow }, (_, place): Instalment => {
    const row = firstRow + place;
    return {
      number: place + 1,
      dueDay: epochDay(schedule.dueDay[row]!),
      principal: schedule.principal[row]!,
      interest: schedule.interest[row]!,
      payment: schedule.principal[row]! + schedule.interest[row]!,
      balance: schedule.balance[row]!,
      actual: row < course.elapsed && !Number.isNaN(repaid) ? course.balance[row]! : null,
    };
  });
}
