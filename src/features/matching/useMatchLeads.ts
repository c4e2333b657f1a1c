import type { EpochDay } from "#src/domain/units.ts";
import type { MatchingResult } from "#src/engine/protocol.ts";
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
  /** The loans that borrowers owe on now; with a subtitle of one's own where the figure is a part of it. */
  readonly showLoans: (subtitle?: string) => void;
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
    showLoans: (subtitle = words.loansSubtitle) =>
      showLoans({ title: words.loans, subtitle, where: OWING, rules: creditRulesOf(search) }),
  };
}
