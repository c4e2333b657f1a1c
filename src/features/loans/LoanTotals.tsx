import type { LoansPage } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import type { LoansRequest } from "#src/view/loansDrawer.tsx";

import { FactList } from "./FactList.tsx";
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
      <dl aria-label={words.totals} className="flex flex-wrap gap-x-8 gap-y-3">
        {loanTotals(page, format).map(({ id, name, value, hint }) => (
          <div key={id} title={hint}>
            <dt className="text-label text-ink-2">{name}</dt>
            <dd className="text-leaf font-strong">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
