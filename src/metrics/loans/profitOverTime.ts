import type { Period } from "#src/domain/period.ts";

import type { LoanBook } from "./loanBook.ts";
import { loanProfit } from "./loanProfit.ts";

export interface ProfitOfBucket {
  readonly bucket: Period;
  /** In the order of the products asked for; null where one lent nothing, or profit is not known. Fen. */
  readonly profit: readonly (number | null)[];
  readonly disbursed: readonly number[];
}

export interface OverTimeInput {
  readonly book: LoanBook;
  /** 1 for the loans that count, by row of the book; undefined counts all. */
  readonly keep: Uint8Array | undefined;
  /** By name; all that a kept loan has. */
  readonly products: readonly string[];
}

/**
 * Profit up to the snapshot by the time of disbursal.
 *
 * @param buckets  ascending; every kept loan is in one
 */
export function profitOverTime(
  { book, keep, products }: OverTimeInput,
  buckets: readonly Period[],
): readonly ProfitOfBucket[] {
  const places = new Map(products.map((name, place) => [name, place]));
  const placeOf = book.productNames.map((name) => places.get(name) ?? 0);
  const sums = buckets.map(() => products.map(() => ({ loans: 0, profit: 0, disbursed: 0 })));
  const isKnown = book.loans > 0 && loanProfit(book, 0) !== null;
  let bucket = 0;
  for (let loan = 0; loan < book.loans; loan++) {
    if (keep !== undefined && keep[loan] !== 1) continue;
    while (buckets[bucket]!.to < book.disbursedOn[loan]!) bucket++;
    const sum = sums[bucket]![placeOf[book.product[loan]!]!]!;
    sum.loans++;
    sum.disbursed += book.principal[loan]!;
    sum.profit += loanProfit(book, loan) ?? 0;
  }
  return buckets.map((period, place) => ({
    bucket: period,
    profit: sums[place]!.map(({ loans, profit }) => (isKnown && loans > 0 ? profit : null)),
    disbursed: sums[place]!.map(({ disbursed }) => disbursed),
  }));
}
