import { PROFIT_PARTS, type ProfitPart } from "#src/domain/loans.ts";

import type { LoanBook } from "./loanBook.ts";

/** A part as a bit of a set of parts: its place in `PROFIT_PARTS`. */
function bitOf(part: ProfitPart): number {
  return 1 << PROFIT_PARTS.indexOf(part);
}

/** Some parts as one set. */
export function partSet(parts: readonly ProfitPart[]): number {
  return parts.reduce((set, part) => set | bitOf(part), 0);
}

export function partsOfSet(set: number): readonly ProfitPart[] {
  return PROFIT_PARTS.filter((part) => (set & bitOf(part)) !== 0);
}

type Told = Pick<LoanBook, ProfitPart | "productNames" | "product">;

/** By product, the set of parts that none of its loans has a value of (PF7); of a product without a loan all. */
export function unknownByProduct(told: Told): Uint8Array {
  const { productNames, product } = told;
  const unknown = new Uint8Array(productNames.length).fill(partSet(PROFIT_PARTS));
  for (const part of PROFIT_PARTS) {
    const [cells, bit] = [told[part], bitOf(part)];
    for (let loan = 0; loan < cells.length; loan++) if (!Number.isNaN(cells[loan]!)) unknown[product[loan]!]! &= ~bit;
  }
  return unknown;
}

/** Parts that none of these products has; all when there are none. */
export function unknownOfAll(unknown: Uint8Array): readonly ProfitPart[] {
  return partsOfSet(unknown.reduce((set, ofProduct) => set & ofProduct, partSet(PROFIT_PARTS)));
}

/**
 * Parts that are not known of loans taken together: none of their products has a value (PF7). Without a loan, those that
 * the file lacks.
 *
 * @param keep  1 for the loans that count, by row of the book; undefined counts all
 */
export function unknownParts(book: LoanBook, keep: Uint8Array | undefined): readonly ProfitPart[] {
  if (keep === undefined) return book.missing;
  const isKept = new Uint8Array(book.productNames.length);
  for (let loan = 0; loan < book.loans; loan++) if (keep[loan] === 1) isKept[book.product[loan]!] = 1;
  const unknown = book.unknown.filter((_, product) => isKept[product] === 1);
  return unknown.length === 0 ? book.missing : unknownOfAll(unknown);
}
