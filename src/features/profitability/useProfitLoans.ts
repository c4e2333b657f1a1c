import type { CreditRules, LoanScope } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useShowLoans, type LoansRequest } from "#src/view/loansDrawer.tsx";

import { strings } from "./strings.ts";

export interface LoansOf {
  readonly name: string;
  /** Of these loans, fen; told so that the list can be checked against it. */
  readonly profit: number | null;
  readonly where: LoanScope;
  /** The part of profit that was asked about, where it is a column of the list; profit else. */
  readonly part?: "bad" | undefined;
}

/** Leads from a figure to its loans. */
export function useProfitLoans(rules: CreditRules): (asked: LoansOf) => void {
  const showLoans = useShowLoans();
  const words = useStrings(strings);
  const format = useFormat();
  return ({ name, profit, where, part }) =>
    showLoans({
      title: words.loansTitle(name),
      subtitle: profit === null ? words.loansNoProfit : words.loansSubtitle(format.moneyExact(profit)),
      where,
      rules,
      ...loansOrder(profit, part),
    });
}

/** The loans that made the figure stand first: the worst of a loss, the best of a profit. None without a figure. */
export function loansOrder(profit: number | null, part?: LoansOf["part"]): Pick<LoansRequest, "sort"> {
  if (part !== undefined) return { sort: { by: part, descending: true } };
  return profit === null ? {} : { sort: { by: "profit", descending: profit >= 0 } };
}
