import type { ProfitPart } from "#src/domain/loans.ts";

import type { LoanBook } from "./loanBook.ts";
import { partSet } from "./unknownParts.ts";

/** A cell of a part that is known: a blank one is nothing (PF7). Fen. */
export function amountOf(cell: number): number {
  return cell > 0 ? cell : 0;
}

/** The parts that profit cannot be told without: penalties and fees alone may be missing, and are none then (PF7). */
export const NEEDED_PARTS = ["interest", "bad", "funding", "marketing"] as const satisfies readonly ProfitPart[];

export type NeededPart = (typeof NEEDED_PARTS)[number];

const NEEDED = partSet(NEEDED_PARTS);

/** What one loan has earned up to the snapshot (PF1), fen; null when no loan of its product has a needed part. */
export function loanProfit(book: LoanBook, loan: number): number | null {
  if ((book.unknown[book.product[loan]!]! & NEEDED) !== 0) return null;
  const income = amountOf(book.interest[loan]!) + amountOf(book.penalty[loan]!) + amountOf(book.fees[loan]!);
  const cost = amountOf(book.bad[loan]!) + amountOf(book.funding[loan]!) + amountOf(book.marketing[loan]!);
  return income - cost;
}
