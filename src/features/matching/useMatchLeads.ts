import type { EpochDay } from "#src/domain/units.ts";
import type { LoansWhere, MatchingResult } from "#src/engine/protocol.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { creditRulesOf } from "#src/view/creditView.ts";
import { useEngine } from "#src/view/engine.tsx";
import { useShowLoans } from "#src/view/loansDrawer.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";
import { useViewSearch } from "#src/view/view.ts";

import { balanceWhere, interestWhere, OWING } from "./matchRows.ts";
import { strings } from "./strings.ts";

export interface MatchLeads {
  /** The rows of the ledger behind lenders' outstanding at the end of a day. */
  readonly showBalance: (day: EpochDay) => void;
  /** The interest rows behind the ledger's yield. */
  readonly showInterest: () => void;
  /** The loans that borrowers owe on now; or those of a part of it, with words of its own. */
  readonly showLoans: (part?: LoansPart) => void;
}

interface LoansPart {
  readonly title?: string;
  readonly subtitle: string;
  readonly where?: LoansWhere;
}

export function useMatchLeads({ basis, lenderYield }: Pick<MatchingResult, "basis" | "lenderYield">): MatchLeads {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const search = useViewSearch();
  const showRows = useShowRows();
  const showLoans = useShowLoans();
  return {
    showBalance: (day) =>
      showRows({
        title: words.rowsTo(format.day(day)),
        subtitle: words.rowsToSubtitle,
        where: balanceWhere(status.firstDay ?? day, day),
      }),
    showInterest: () => {
      if (basis.asOf === null || lenderYield?.from !== "ledger") return;
      showRows({
        title: words.interestRows,
        subtitle: words.interestRowsSubtitle,
        where: interestWhere(basis.asOf, lenderYield.days),
      });
    },
    showLoans: ({ title = words.loans, subtitle, where = OWING } = { subtitle: words.loansSubtitle }) =>
      showLoans({ title, subtitle, where, rules: creditRulesOf(search) }),
  };
}
