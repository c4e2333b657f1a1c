import type { Period } from "#src/domain/period.ts";

import type { LoanBook } from "./loanBook.ts";

/** Which loans are asked for. */
interface Scope {
  /** Days of disbursal; null is all. */
  readonly disbursed: Period | null;
  /** By name; empty is all. A name that no loan has keeps none. */
  readonly products: readonly string[];
}

/** 1 for the loans in scope, by row of the book; undefined when all are. */
export function loansInScope(book: LoanBook, { disbursed, products }: Scope): Uint8Array | undefined {
  if (disbursed === null && products.length === 0) return undefined;
  const keepProduct = book.productNames.map((name) => products.length === 0 || products.includes(name));
  return Uint8Array.from(book.disbursedOn, (day, loan) => {
    const isInDays = disbursed === null || (day >= disbursed.from && day <= disbursed.to);
    return isInDays && keepProduct[book.product[loan]!] === true ? 1 : 0;
  });
}
