import { isoMonth, monthOf } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { LoanScope, ProductProfit, ProfitFigures } from "#src/engine/protocol.ts";

import { productName, type Spoken } from "./figures.ts";
import { whereOf } from "./profitView.ts";

/** A line of the tables: a product, a month of one, or all of them. */
export interface ProfitLine {
  readonly id: string;
  readonly name: string;
  /** Place in the order given. */
  readonly place: number;
  readonly product: string | null;
  readonly month: Period | null;
  readonly figures: ProfitFigures;
  /** The loans that it is made of. */
  readonly where: LoanScope;
}

export function productLines(products: readonly ProductProfit[], scope: LoanScope, { words }: Spoken): ProfitLine[] {
  return products.map((figures, place) => ({
    id: `product ${figures.product}`,
    name: productName(figures.product, words),
    place,
    product: figures.product,
    month: null,
    figures,
    where: whereOf(scope, figures.product, null),
  }));
}

export function monthLines({ product, months }: ProductProfit, scope: LoanScope, { format }: Spoken): ProfitLine[] {
  return months.map((figures, place) => ({
    id: isoMonth(monthOf(figures.month.from)),
    name: format.month(figures.month.from),
    place,
    product,
    month: figures.month,
    figures,
    where: whereOf(scope, product, figures.month),
  }));
}

/** Stands under the others. */
export function totalLine(
  figures: ProfitFigures,
  { product, where }: { readonly product: string | null; readonly where: LoanScope },
  { words }: Spoken,
): ProfitLine {
  return { id: "total", name: words.total, place: 0, product, month: null, figures, where };
}
