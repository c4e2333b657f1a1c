import type { CreditRules, LoanScope } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useShowLoans } from "#src/view/loansDrawer.tsx";

import { strings } from "./strings.ts";

export interface LoansOf {
  readonly name: string;
  /** Of these loans, fen; told so that the list can be checked against it. */
  readonly profit: number | null;
  readonly where: LoanScope;
}

/** Leads from a figure to its loans. */
export function useProfitLoans(rules: CreditRules): (asked: LoansOf) => void {
  const showLoans = useShowLoans();
  const words = useStrings(strings);
  const format = useFormat();
  return ({ name, profit, where }) =>
    showLoans({
      title: words.loansTitle(name),
      subtitle: words.loansSubtitle(format.moneyExact(profit)),
      where,
      rules,
    });
}
