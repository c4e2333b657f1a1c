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

/** Of one product in one bucket; profit is null until a loan has one. */
interface BucketSum {
  profit: number | null;
  disbursed: number;
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
  const sums = buckets.map(() => products.map((): BucketSum => ({ profit: null, disbursed: 0 })));
  let bucket = 0;
  for (let loan = 0; loan < book.loans; loan++) {
    if (keep !== undefined && keep[loan] !== 1) continue;
    while (buckets[bucket]!.to < book.disbursedOn[loan]!) bucket++;
    const sum = sums[bucket]![placeOf[book.product[loan]!]!]!;
    sum.disbursed += book.principal[loan]!;
    const profit = loanProfit(book, loan);
    if (profit !== null) sum.profit = (sum.profit ?? 0) + profit;
  }
  return buckets.map((period, place) => ({
    bucket: period,
    profit: sums[place]!.map(({ profit }) => profit),
    disbursed: sums[place]!.map(({ disbursed }) => disbursed),
  }));
}
