import { isoMonth, monthOf } from "#src/domain/calendar.ts";
import { overlap, type Period } from "#src/domain/period.ts";
import type { LoanScope, ProfitabilityArgs, ProfitabilityResult, ProfitFigures } from "#src/engine/protocol.ts";
import { creditRulesOf, loanScopeOf } from "#src/view/creditView.ts";
import { namesToText, textToNames, type ViewSearch } from "#src/view/search.ts";
import { loanGrain, type SearchChange, type View } from "#src/view/view.ts";

/** What the link asks for. */
export function profitArgs(search: ViewSearch, view: View | null): ProfitabilityArgs {
  return { ...loanScopeOf(search, view), rules: creditRulesOf(search), grain: loanGrain(search, view) };
}

/** The loans that the panels below the table are of. */
export interface Selection {
  /** Null is all of them. */
  readonly product: string | null;
  /** Of disbursal; null is all. */
  readonly month: Period | null;
  readonly figures: ProfitFigures;
  readonly where: LoanScope;
}

/** What the link selects; a product or a month that is not in the answer selects what it is part of. */
export function selectionOf(
  { products, total }: Pick<ProfitabilityResult, "products" | "total">,
  { psel, pmonth }: Pick<ViewSearch, "psel" | "pmonth">,
  scope: LoanScope,
): Selection {
  const [name] = textToNames(psel);
  const chosen = name === undefined ? undefined : products.find(({ product }) => product === name);
  if (chosen === undefined) return { product: null, month: null, figures: total, where: whereOf(scope, null, null) };
  const { product } = chosen;
  const month = chosen.months.find((one) => isoMonth(monthOf(one.month.from)) === pmonth);
  if (month === undefined) return { product, month: null, figures: chosen, where: whereOf(scope, product, null) };
  return { product, month: month.month, figures: month, where: whereOf(scope, product, month.month) };
}

/** The loans of a product and a month, as far as the choice of loans reaches into them. */
export function whereOf({ disbursed, products }: LoanScope, product: string | null, month: Period | null): LoanScope {
  return {
    disbursed: month === null || disbursed === null ? (month ?? disbursed) : (overlap(month, disbursed) ?? month),
    products: product === null ? products : [product],
  };
}

/** A selection as link parameters. */
export function selectChange(product: string | null, month: Period | null): SearchChange {
  return {
    psel: product === null ? undefined : namesToText([product]),
    pmonth: month === null ? undefined : isoMonth(monthOf(month.from)),
  };
}
