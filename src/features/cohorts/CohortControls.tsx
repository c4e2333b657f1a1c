import type { CohortArgs } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useSetSearch } from "#src/view/view.ts";

import { isShare, MEASURES } from "./cohortView.ts";
import { strings } from "./strings.ts";

export interface CohortControlsProps {
  readonly args: CohortArgs;
}

/** What is shown, in the link. */
export function CohortControls({ args }: CohortControlsProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  return (
    <div role="group" aria-label={words.controls} className="no-print flex flex-wrap items-center gap-2">
      <Select
        label={words.measure}
        value={args.measure}
        onChange={(measure) => setSearch({ measure })}
        options={MEASURES.map((measure) => ({ value: measure, label: words.measures[measure].name }))}
      />
      {!isShare(args.measure) && (
        <Segmented
          label={words.per}
          value={args.per}
          onChange={(per) => setSearch({ per })}
          options={[
            { value: "lender", label: words.perLender },
            { value: "total", label: words.perTotal },
          ]}
        />
      )}
      <Segmented
        label={words.by}
        value={args.grain}
        onChange={(by) => setSearch({ by })}
        options={[
          { value: "month", label: words.month },
          { value: "week", label: words.week },
        ]}
      />
      <Segmented
        label={words.split}
        value={args.splitBy}
        onChange={(split) => setSearch({ split: split === "none" ? undefined : split })}
        options={[
          { value: "none", label: words.splitNone },
          { value: "channel", label: words.channel },
          { value: "product", label: words.product },
        ]}
      />
    </div>
  );
}
