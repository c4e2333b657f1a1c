import { monthStart } from "#src/domain/calendar.ts";
import type { AcquisitionArgs } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { DIMENSIONS, isLocked, monthRange, monthsOf, rangeChange, type MonthRange } from "./acquisitionView.ts";
import { strings } from "./strings.ts";

export interface AcquisitionControlsProps {
  readonly args: AcquisitionArgs;
}

/** How lenders are grouped and when they first lent, in the link. */
export function AcquisitionControls({ args }: AcquisitionControlsProps) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  const { status } = useEngine();
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
      <MonthRangeFields />
    </div>
  );
}

function MonthRangeFields() {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const { status } = useEngine();
  const range = monthRange(useViewSearch(), status);
  if (range === null) return null;
  const months = monthsOf(status);
  const isAll = range.first === months.at(0) && range.last === months.at(-1);
  const options = (fits: (month: number) => boolean) =>
    months.map((month) => ({
      value: String(month),
      label: format.month(monthStart(month)),
      disabled: !fits(month),
    }));
  const change = (next: Partial<MonthRange>) => setSearch(rangeChange({ ...range, ...next }, status));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-label text-ink-2" aria-hidden>
        {words.fromMonth}
      </span>
      <Select
        label={words.fromMonth}
        value={String(range.first)}
        onChange={(first) => change({ first: Number(first) })}
        options={options((month) => month <= range.last)}
      />
      <span className="text-label text-ink-2" aria-hidden>
        {words.toMonth}
      </span>
      <Select
        label={`${words.fromMonth} … ${words.toMonth}`}
        value={String(range.last)}
        onChange={(last) => change({ last: Number(last) })}
        options={options((month) => month >= range.first)}
      />
      {!isAll && (
        <Button variant="ghost" onClick={() => setSearch({ afrom: undefined, ato: undefined })}>
          {words.allMonths}
        </Button>
      )}
    </div>
  );
}
