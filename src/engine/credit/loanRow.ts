import { LOAN_METHODS } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import type { LoanFigures } from "#src/metrics/loans/loanFigures.ts";
import { loanProfit } from "#src/metrics/loans/loanProfit.ts";

import type { LoanRow } from "#src/engine/protocol.ts";

const PPM = 1_000_000;

/** What is known of loans, by row of the book. */
export interface LoanSources {
  readonly book: LoanBook;
  readonly figures: LoanFigures;
  /** In the line of the ladder that was asked for, fen. */
  readonly due?: Float64Array | undefined;
}

/** One loan as the file has it, and what it comes to. */
export function loanRowOf({ book, figures, due }: LoanSources, loan: number): LoanRow {
  return {
    loanId: book.ids[loan]!,
    product: book.productNames[book.product[loan]!]!,
    disbursedOn: epochDay(book.disbursedOn[loan]!),
    principal: book.principal[loan]!,
    rate: book.ratePpm[loan]! / PPM,
    periods: book.periods[loan]!,
    method: LOAN_METHODS[book.method[loan]!]!,
    interest: cell(book.interest[loan]!),
    penalty: cell(book.penalty[loan]!),
    fees: cell(book.fees[loan]!),
    bad: cell(book.bad[loan]!),
    marketing: cell(book.marketing[loan]!),
    funding: cell(book.funding[loan]!),
    repaid: cell(book.repaid[loan]!),
    status: book.statuses[loan]!,
    borrower: book.borrowers[loan]!,
    overdueDays: cell(book.overdueDays[loan]!),
    profit: loanProfit(book, loan),
    scheduledInterest: figures.scheduledInterest[loan]!,
    owed: figures.owed[loan]!,
    due: due?.[loan] ?? null,
  };
}

function cell(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
