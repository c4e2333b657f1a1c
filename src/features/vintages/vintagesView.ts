import type { Period } from "#src/domain/period.ts";
import type { LoansWhere, VintagesArgs } from "#src/engine/protocol.ts";
import { creditRulesOf, loanScopeOf } from "#src/view/creditView.ts";
import type { ViewSearch } from "#src/view/search.ts";
import type { View } from "#src/view/view.ts";

/** What is drawn: principal that went bad, or that came back before it was due. */
export type VintageMeasure = "bad" | "prepaid";

export interface VintagesView {
  readonly measure: VintageMeasure;
  readonly args: VintagesArgs;
}

/** What the link asks for. */
export function vintagesView(search: ViewSearch, view: View | null): VintagesView {
  return {
    measure: search.vmeasure ?? "bad",
    args: { ...loanScopeOf(search, view), rules: creditRulesOf(search) },
  };
}

/** The loans of one month of disbursal, as far as the choice reaches into it. */
export function monthWhere({ args }: VintagesView, month: Period): LoansWhere {
  const { disbursed, products } = args;
  if (disbursed === null) return { disbursed: month, products };
  return {
    disbursed: {
      from: disbursed.from > month.from ? disbursed.from : month.from,
      to: disbursed.to < month.to ? disbursed.to : month.to,
    },
    products,
  };
}
