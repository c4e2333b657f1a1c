import type { ProfitabilityArgs, ProfitabilityResult } from "#src/engine/protocol.ts";
import { plural, useFormat, useStrings } from "#src/ui/language.tsx";
import { LoanFilters } from "#src/ui/LoanFilters.tsx";
import { namesToText } from "#src/view/search.ts";
import { useSetSearch, useView, useViewSearch } from "#src/view/view.ts";

import { RulesPopover } from "./RulesPopover.tsx";
import { strings } from "./strings.ts";

export interface ProfitControlsProps {
  readonly args: ProfitabilityArgs;
  /** Undefined until it is known. */
  readonly result: ProfitabilityResult | undefined;
}

/** Which loans, and the rules they are computed by; it stands in the link. */
export function ProfitControls({ args, result }: ProfitControlsProps) {
  const words = useStrings(strings);
  const { loansIn } = useViewSearch();
  const period = useView()?.period ?? null;
  const setSearch = useSetSearch();
  return (
    <div className="no-print flex flex-col gap-1.5">
      <div role="group" aria-label={words.controls} className="flex flex-wrap items-center gap-2">
        <LoanFilters
          period={period}
          isWithin={loansIn === "period"}
          onWithin={(isWithin) => setSearch({ loansIn: isWithin ? "period" : undefined })}
          products={result?.allProducts ?? []}
          selected={args.products}
          onSelect={(selected) => setSearch({ lp: namesToText(selected) })}
        />
        <RulesPopover rules={args.rules} hasRepaid={result?.hasRepaid ?? true} />
      </div>
      {result !== undefined && result.outside.loans > 0 && <Outside {...result.outside} />}
    </div>
  );
}

function Outside({ loans, disbursed }: ProfitabilityResult["outside"]) {
  const words = useStrings(strings);
  const format = useFormat();
  const count = plural(format.language, loans, words.loanCount).replace("#", format.count(loans));
  return <p className="text-label text-ink-2">{words.outside(count, format.money(disbursed))}</p>;
}
