import { X } from "lucide-react";

import type { CompareSide } from "#src/engine/protocol.ts";
import { IconButton } from "#src/ui/IconButton.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Mark } from "#src/ui/Legend.tsx";
import { MonthRangeFields } from "#src/ui/MonthRangeFields.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { monthRange, monthsOf, rangeChange } from "#src/view/firstLendMonths.ts";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { AddSide } from "./AddSide.tsx";
import { MOST_SIDES, sidesToText, sideText } from "./compareView.ts";
import { sideNames, sideTone } from "./sideLabel.ts";
import { strings } from "./strings.ts";

export interface SidesPickerProps {
  readonly sides: readonly CompareSide[];
}

/** Who is compared, in the link: each side can be taken out, and others put in. */
export function SidesPicker({ sides }: SidesPickerProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const { status } = useEngine();
  const { segments } = status.settings;
  const months = monthRange(useViewSearch(), status);
  const names = sideNames(sides, segments, { words, format });
  const change = (next: readonly CompareSide[]) => setSearch({ sides: sidesToText(next) });
  return (
    <div role="group" aria-label={words.controls} className="no-print flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {sides.length > 0 && (
          <ul aria-label={words.sides} className="flex min-w-0 flex-wrap items-center gap-2">
            {sides.map((side, place) => {
              const name = names[place] ?? "";
              return (
                <li
                  key={sideText(side)}
                  className="flex h-[30px] max-w-full min-w-0 items-center gap-1.5 rounded-control border border-line bg-surface pr-0.5 pl-2.5 coarse:h-9"
                >
                  <Mark mark="line" tone={sideTone(place)} />
                  <span className="min-w-0 truncate font-medium" title={`${words.types[side.type]}: ${name}`}>
                    {name}
                  </span>
                  <IconButton
                    size="sm"
                    label={words.remove(name)}
                    icon={<X size={13} aria-hidden />}
                    onClick={() => change(sides.filter((other) => other !== side))}
                  />
                </li>
              );
            })}
          </ul>
        )}
        {sides.length < MOST_SIDES ? (
          <AddSide sides={sides} onAdd={(side) => change([...sides, side])} />
        ) : (
          <span className="text-label text-ink-3">{words.full}</span>
        )}
      </div>
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
