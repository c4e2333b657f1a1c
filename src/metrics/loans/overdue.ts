import { OVERDUE_BUCKETS, type OverdueBucket } from "#src/domain/loans.ts";

import type { LoanBook } from "./loanBook.ts";
import type { LoanOutcomes } from "./loanOutcomes.ts";

/** Loans of one product that are overdue for as long as a bucket says. */
interface OverdueSum {
  readonly bucket: OverdueBucket;
  readonly loans: number;
  /** Principal not repaid, bad or not, fen. */
  readonly owed: number;
}

export interface ProductOverdue {
  readonly product: string;
  /** One for every bucket, in their order. */
  readonly lines: readonly OverdueSum[];
}

/** The last day of each bucket but the last. */
const LAST_DAYS = [0, 30, 60, 90] as const;

/** A blank cell is not overdue. */
export function overdueBucket(days: number): OverdueBucket {
  const place = Number.isNaN(days) ? 0 : LAST_DAYS.findIndex((last) => days <= last);
  return OVERDUE_BUCKETS[place === -1 ? LAST_DAYS.length : place]!;
}

/** Whether anybody still waits for a loan's money: a settled one is over, whatever of it went bad (VT4). */
export function isOpen({ statuses }: LoanBook, loan: number): boolean {
  return statuses[loan] !== "settled";
}

/**
 * Open loans that are not repaid in full, by days overdue and product (VT4). Bad principal counts as owed: it left what
 * borrowers are expected to pay, not what they owe.
 *
 * @param keep  1 for the loans that count, by row of the book; undefined counts all
 * @returns     what is owed most first; products without such a loan are left out
 */
export function overdueByProduct(
  book: LoanBook,
  outcomes: LoanOutcomes,
  keep: Uint8Array | undefined,
): readonly ProductOverdue[] {
  const buckets = OVERDUE_BUCKETS.length;
  const loans = new Float64Array(book.productNames.length * buckets);
  const owed = new Float64Array(loans.length);
  for (let loan = 0; loan < book.loans; loan++) {
    const left = outcomes.owed[loan]! + outcomes.bad[loan]!;
    if (left <= 0 || !isOpen(book, loan) || (keep !== undefined && keep[loan] !== 1)) continue;
    const at = book.product[loan]! * buckets + OVERDUE_BUCKETS.indexOf(overdueBucket(book.overdueDays[loan]!));
    loans[at]!++;
    owed[at]! += left;
  }
  return book.productNames
    .map((product, code) => ({
      product,
      lines: OVERDUE_BUCKETS.map((bucket, place) => ({
        bucket,
        loans: loans[code * buckets + place]!,
        owed: owed[code * buckets + place]!,
      })),
    }))
    .filter((line) => owedOf(line) > 0)
    .toSorted((a, b) => owedOf(b) - owedOf(a));
}

/** Bad principal of open loans, fen: what of `overdueByProduct` went bad. */
export function openBad(book: LoanBook, outcomes: LoanOutcomes, keep: Uint8Array | undefined): number {
  let bad = 0;
  for (let loan = 0; loan < book.loans; loan++) {
    if (isOpen(book, loan) && (keep === undefined || keep[loan] === 1)) bad += outcomes.bad[loan]!;
  }
  return bad;
}

function owedOf({ lines }: ProductOverdue): number {
  return lines.reduce((sum, { owed }) => sum + owed, 0);
}
