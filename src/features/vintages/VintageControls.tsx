import { useStrings } from "#src/ui/language.tsx";
import { LoanFilters } from "#src/ui/LoanFilters.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { namesToText } from "#src/view/search.ts";
import { useSetSearch, useView, useViewSearch } from "#src/view/view.ts";

import { strings } from "./strings.ts";
import type { VintagesView } from "./vintagesView.ts";

export interface VintageControlsProps {
  readonly view: VintagesView;
  /** Empty until they are known. */
  readonly products: readonly string[];
}

/** Which loans, and what of them; it stands in the link, and loans mean the same on the screen of profit. */
export function VintageControls({ view, products }: VintageControlsProps) {
  const words = useStrings(strings);
  const { loansIn } = useViewSearch();
  const period = useView()?.period ?? null;
  const setSearch = useSetSearch();
  return (
    <div role="group" aria-label={words.controls} className="no-print flex flex-wrap items-center gap-2">
      <Segmented
        label={words.measure}
        value={view.measure}
        onChange={(measure) => setSearch({ vmeasure: measure === "bad" ? undefined : measure })}
        options={(["bad", "prepaid"] as const).map((value) => ({ value, label: words.measures[value].name }))}
      />
      <LoanFilters
        period={period}
        isWithin={loansIn === "period"}
        onWithin={(isWithin) => setSearch({ loansIn: isWithin ? "period" : undefined })}
        products={products}
        selected={view.args.products}
        onSelect={(selected) => setSearch({ lp: namesToText(selected) })}
      />
    </div>
  );
}
