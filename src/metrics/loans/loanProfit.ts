import type { ProfitPart } from "#src/domain/loans.ts";

import type { LoanBook } from "./loanBook.ts";

/** A cell of a column that some loans have a value in: a blank one is nothing (PF7). Fen. */
export function amountOf(cell: number): number {
  return cell > 0 ? cell : 0;
}

/** The parts that profit cannot be told without: penalties and fees alone may be missing, and are none then (PF7). */
const NEEDED_PARTS = ["interest", "bad", "funding", "marketing"] as const satisfies readonly ProfitPart[];

/** What one loan has earned up to the snapshot (PF1), fen; null when a needed part is missing in the file. */
export function loanProfit(book: LoanBook, loan: number): number | null {
  if (NEEDED_PARTS.some((part) => book.missing.includes(part))) return null;
  const income = amountOf(book.interest[loan]!) + amountOf(book.penalty[loan]!) + amountOf(book.fees[loan]!);
  const cost = amountOf(book.bad[loan]!) + amountOf(book.funding[loan]!) + amountOf(book.marketing[loan]!);
  return income - cost;
}
