import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { CreditRules, LoanScope } from "#src/engine/protocol.ts";

import type { ViewSearch } from "./search.ts";
import { textToNames } from "./search.ts";
import type { View } from "./view.ts";

/** The rules of schedules that a link asks for. */
export function creditRulesOf({ lround, ldays, lcapital }: ViewSearch): CreditRules {
  return {
    rounding: lround ?? DEFAULT_CREDIT_RULES.rounding,
    dayCount: ldays ?? DEFAULT_CREDIT_RULES.dayCount,
    capital: lcapital ?? DEFAULT_CREDIT_RULES.capital,
  };
}

/** The loans that a link asks for: all, unless it says those of the period. Without a ledger there is none, and all are meant. */
export function loanScopeOf(search: ViewSearch, view: View | null): LoanScope {
  const disbursed = view !== null && search.loansIn === "period" ? view.period : null;
  return { disbursed, products: textToNames(search.lp) };
}
