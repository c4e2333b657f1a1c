import type { LoansPage } from "#src/engine/protocol.ts";
import { FactList } from "#src/ui/FactList.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { TotalList } from "#src/ui/TotalList.tsx";
import type { LoansRequest } from "#src/view/loansDrawer.tsx";

import { loanFacts, loanTotals } from "./loanFacts.ts";
import { strings } from "./strings.ts";

export interface LoanTotalsProps {
  readonly request: LoansRequest;
  readonly page: LoansPage;
}

/** What was asked and what it comes to, to be held against the number that was clicked. */
export function LoanTotals({ request, page }: LoanTotalsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const facts = loanFacts(request, format);
  return (
    <>
      {facts.length > 0 && <FactList name={words.facts} facts={facts} />}
      <TotalList name={words.totals} totals={loanTotals(page, format)} />
    </>
  );
}
