import { monthStart, type MonthNumber } from "#src/domain/calendar.ts";

import { Button } from "./Button.tsx";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";
import { Select } from "./Select.tsx";

const en = { toMonth: "to", allMonths: "All months" };
const zh: typeof en = { toMonth: "至", allMonths: "全部月份" };
const strings: Catalogue<typeof en> = { en, zh };

interface MonthRange {
  readonly first: MonthNumber;
  readonly last: MonthNumber;
}

export interface MonthRangeFieldsProps {
  /** Stands before the first month: "First lend from". */
  readonly label: string;
  /** Those to choose from, ascending. */
  readonly months: readonly MonthNumber[];
  readonly range: MonthRange;
  readonly onChange: (range: MonthRange) => void;
}

/** The first and the last of some months; the last is never before the first. */
export function MonthRangeFields({ label, months, range, onChange }: MonthRangeFieldsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const all = { first: months.at(0) ?? range.first, last: months.at(-1) ?? range.last };
  const isAll = range.first === all.first && range.last === all.last;
  const options = (fits: (month: MonthNumber) => boolean) =>
    months.map((month) => ({
      value: String(month),
      label: format.month(monthStart(month)),
      disabled: !fits(month),
    }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-label text-ink-2" aria-hidden>
        {label}
      </span>
      <Select
        label={label}
        value={String(range.first)}
        onChange={(first) => onChange({ ...range, first: Number(first) })}
        options={options((month) => month <= range.last)}
      />
      <span className="text-label text-ink-2" aria-hidden>
        {words.toMonth}
      </span>
      <Select
        label={`${label} … ${words.toMonth}`}
        value={String(range.last)}
        onChange={(last) => onChange({ ...range, last: Number(last) })}
        options={options((month) => month >= range.first)}
      />
      {!isAll && (
        <Button variant="ghost" onClick={() => onChange(all)}>
          {words.allMonths}
        </Button>
      )}
    </div>
  );
}
