import type { CapitalSource } from "#src/domain/loans.ts";

import type { LoanBook } from "./loanBook.ts";
import type { LoanFigures } from "./loanFigures.ts";
import { amountOf } from "./loanProfit.ts";

/** What a group of loans adds up to, up to the snapshot; fen where nothing else is said. */
export class ProfitSums {
  loans = 0;
  disbursed = 0;
  interest = 0;
  penalty = 0;
  fees = 0;
  bad = 0;
  funding = 0;
  marketing = 0;
  scheduledInterest = 0;
  owed = 0;
  /** Principal of loans whose last due day has come, or that owe nothing any more (PF14). */
  finished = 0;
  /** Principal times ppm a year. */
  rated = 0;
  /** Balances after each due day passed, fen-months, and the sum of each loan's mean of them. */
  closing = 0;
  closingMeans = 0;
  /** The same before each due day. */
  opening = 0;
  openingMeans = 0;

  addAll(group: ProfitSums): void {
    this.loans += group.loans;
    this.disbursed += group.disbursed;
    this.interest += group.interest;
    this.penalty += group.penalty;
    this.fees += group.fees;
    this.bad += group.bad;
    this.funding += group.funding;
    this.marketing += group.marketing;
    this.scheduledInterest += group.scheduledInterest;
    this.owed += group.owed;
    this.finished += group.finished;
    this.rated += group.rated;
    this.closing += group.closing;
    this.closingMeans += group.closingMeans;
    this.opening += group.opening;
    this.openingMeans += group.openingMeans;
  }
}

/** Loans, what rules make of them, and which capital is in use. */
export interface ProfitInput {
  readonly book: LoanBook;
  readonly figures: LoanFigures;
  readonly capital: CapitalSource;
}

/** Adds one loan to a group. */
export function addLoan(sums: ProfitSums, loan: number, { book, figures, capital }: ProfitInput): void {
  const principal = book.principal[loan]!;
  const elapsed = figures.elapsed[loan]!;
  sums.loans++;
  sums.disbursed += principal;
  sums.interest += amountOf(book.interest[loan]!);
  sums.penalty += amountOf(book.penalty[loan]!);
  sums.fees += amountOf(book.fees[loan]!);
  sums.bad += amountOf(book.bad[loan]!);
  sums.funding += amountOf(book.funding[loan]!);
  sums.marketing += amountOf(book.marketing[loan]!);
  sums.scheduledInterest += figures.scheduledInterest[loan]!;
  sums.owed += figures.owed[loan]!;
  sums.rated += principal * book.ratePpm[loan]!;
  if (elapsed === book.periods[loan] || figures.owed[loan] === 0) sums.finished += principal;
  if (elapsed === 0) return;
  const { closing, opening } = figures.capital[capital];
  sums.closing += closing[loan]!;
  sums.closingMeans += closing[loan]! / elapsed;
  sums.opening += opening[loan]!;
  sums.openingMeans += opening[loan]! / elapsed;
}

/** What the loans with a 1 come to; all when undefined. */
export function profitSums(input: ProfitInput, keep: Uint8Array | undefined): ProfitSums {
  const sums = new ProfitSums();
  for (let loan = 0; loan < input.book.loans; loan++)
    if (keep === undefined || keep[loan] === 1) addLoan(sums, loan, input);
  return sums;
}
