import { useRef, useState, type KeyboardEvent } from "react";

import { civilDate } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { dayColour, partialColour } from "./coverageColour.ts";
import { dayBeside, intensityOf, type CoverageDay, type CoverageKey, type CoverageModel } from "./coverageModel.ts";
import { coverageStrings } from "./coverageStrings.ts";
import { useCounted } from "./useCounted.ts";

const DATES = Array.from({ length: 31 }, (_, at) => at + 1);
const KEYS: readonly string[] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

export interface CoverageGridProps {
  readonly model: CoverageModel;
  /** The day under the pointer or the focus; null when neither is on one. */
  readonly onRead: (day: CoverageDay | null) => void;
  readonly onChoose: (day: CoverageDay) => void;
}

/** Months by dates. One day is in the tab order; the arrow keys move to the others. */
export function CoverageGrid({ model, onRead, onChoose }: CoverageGridProps) {
  const words = useStrings(coverageStrings);
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<EpochDay | null>(null);
  const cells = model.months.flatMap((month) => month.cells.filter((cell) => cell !== null));
  const reachable = cells.some(({ day }) => day === current) ? current : (cells[0]?.day ?? null);

  function onKeyDown(event: KeyboardEvent, from: EpochDay) {
    if (!KEYS.includes(event.key)) return;
    event.preventDefault();
    // One of the keys above.
    const to = dayBeside(model, from, event.key as CoverageKey);
    table.current?.querySelector<HTMLButtonElement>(`[data-day="${to}"]`)?.focus();
  }

  return (
    <div className="relative -mx-4 overflow-x-auto px-4" onPointerLeave={() => onRead(null)}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table to read, a grid to move in
        role="grid"
        aria-label={`${words.title}. ${words.help}`}
        className="w-full min-w-[640px] table-fixed"
      >
        <thead className="text-micro text-ink-3">
          <tr>
            <th scope="col" className="sticky left-0 w-16 bg-surface text-left font-regular">
              <span className="sr-only">{words.month}</span>
            </th>
            {DATES.map((date) => (
              <th key={date} scope="col" className="pb-1 font-regular">
                <span className={date % 5 === 0 || date === 1 ? undefined : "sr-only"}>{date}</span>
              </th>
            ))}
            <th scope="col" className="w-14 pb-1 pl-2 text-right font-regular">
              {words.monthRows}
            </th>
          </tr>
        </thead>
        <tbody>
          {model.months.map((month) => (
            <tr key={month.month}>
              <th
                scope="row"
                className="sticky left-0 bg-surface pr-2 text-left text-label font-medium whitespace-nowrap text-ink-2"
              >
                {format.monthShort(month.month)}
              </th>
              {month.cells.map((cell, at) => (
                <td key={DATES[at]} className="p-px">
                  {cell !== null && (
                    <Day
                      cell={cell}
                      strength={intensityOf(cell.rows, model.fullRows)}
                      inTabOrder={cell.day === reachable}
                      onKeyDown={onKeyDown}
                      onRead={(day) => onRead(day)}
                      onFocus={() => setCurrent(cell.day)}
                      onChoose={onChoose}
                    />
                  )}
                </td>
              ))}
              <td className="pl-2 text-right text-label text-ink-2">{format.count(month.rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProps {
  readonly cell: CoverageDay;
  readonly strength: number;
  readonly inTabOrder: boolean;
  readonly onKeyDown: (event: KeyboardEvent, from: EpochDay) => void;
  readonly onRead: (day: CoverageDay) => void;
  readonly onFocus: () => void;
  readonly onChoose: (day: CoverageDay) => void;
}

function Day({ cell, strength, inTabOrder, onKeyDown, onRead, onFocus, onChoose }: DayProps) {
  const words = useStrings(coverageStrings);
  const format = useFormat();
  const counted = useCounted();
  const day = format.day(cell.day, "long");
  const missing = cell.rows === 0;
  const { expectedRows } = cell;
  const rows = counted(cell.rows, words.rows);
  const name =
    expectedRows === undefined ? words.day(day, rows) : words.partialDay(day, rows, counted(expectedRows, words.rows));
  const background = expectedRows === undefined ? dayColour(strength) : partialColour(strength);
  return (
    <button
      type="button"
      data-day={cell.day}
      tabIndex={inTabOrder ? 0 : -1}
      aria-label={missing ? words.missingDay(day) : name}
      onClick={() => onChoose(cell)}
      onFocus={() => {
        onFocus();
        onRead(cell);
      }}
      onPointerEnter={() => onRead(cell)}
      onKeyDown={(event) => onKeyDown(event, cell.day)}
      className={
        missing
          ? "block h-6 w-full rounded-cell border border-dashed border-warn bg-warn/10"
          : "keeps-colour block h-6 w-full rounded-cell hover:outline-1 hover:outline-ink"
      }
      style={missing ? undefined : { background }}
    >
      <span className="sr-only">{civilDate(cell.day).date}</span>
    </button>
  );
}
