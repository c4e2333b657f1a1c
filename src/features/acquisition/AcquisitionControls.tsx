import type { AcquisitionArgs } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { MonthRangeFields } from "#src/ui/MonthRangeFields.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { monthRange, monthsOf, rangeChange } from "#src/view/firstLendMonths.ts";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { DIMENSIONS, isLocked } from "./acquisitionView.ts";
import { strings } from "./strings.ts";

export interface AcquisitionControlsProps {
  readonly args: AcquisitionArgs;
}

/** How lenders are grouped and when they first lent, in the link. */
export function AcquisitionControls({ args }: AcquisitionControlsProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const { status } = useEngine();
  const months = monthRange(useViewSearch(), status);
  return (
    <div role="group" aria-label={words.controls} className="no-print flex flex-wrap items-center gap-2">
      <Select
        label={words.by}
        value={args.by}
        onChange={(aby) => setSearch({ aby: aby === "channel" ? undefined : aby })}
        options={DIMENSIONS.map((value) => {
          const locked = isLocked(value, status);
          const label = words.dimensions[value];
          return { value, label: locked ? `${label} · ${words.needsLenders}` : label, disabled: locked };
        })}
      />
      {months !== null && (
        <MonthRangeFields
          label={words.fromMonth}
          months={monthsOf(status)}
          range={months}
          onChange={(range) => setSearch(rangeChange(range, status))}
        />
      )}
    </div>
  );
}
