import { monthOf, monthStart } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { LoanBook } from "./loanBook.ts";

/** A product and the first day of the one month in which it lent. */
interface OwnProduct {
  readonly product: string;
  readonly month: EpochDay;
}

/** Products that make up a month of disbursal alone and lent in no other; loans that do not count are left out. */
export function ownProducts(book: LoanBook, keep: Uint8Array | undefined): readonly OwnProduct[] {
  const [monthsOf, productsOf] = [new Map<number, Set<number>>(), new Map<number, Set<number>>()];
  for (let loan = 0; loan < book.loans; loan++) {
    if (keep !== undefined && keep[loan] !== 1) continue;
    const [product, month] = [book.product[loan]!, monthOf(epochDay(book.disbursedOn[loan]!))];
    addTo(monthsOf, product, month);
    addTo(productsOf, month, product);
  }
  return [...monthsOf].flatMap(([product, months]) => {
    const [month] = months;
    if (month === undefined || months.size > 1 || productsOf.get(month)?.size !== 1) return [];
    return [{ product: book.productNames[product] ?? "", month: monthStart(month) }];
  });
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const held = sets.get(key);
  if (held) held.add(value);
  else sets.set(key, new Set([value]));
}
