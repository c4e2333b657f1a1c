import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { DayPicker } from "react-day-picker";
import type { DateRange } from "react-day-picker";
import { enUS, zhCN } from "react-day-picker/locale";

import { parseIsoDay, SECONDS_A_DAY, isoDay } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import type { EpochDay } from "#src/domain/units.ts";

import { Button } from "./Button.tsx";
import { classes } from "./classes.ts";
import type { Catalogue } from "./language.tsx";
import { useLanguage, useStrings } from "./language.tsx";
import type { RangePickerProps } from "./RangePicker.tsx";
import { FIELD_BOX } from "./TextField.tsx";
import { NARROW, useMediaQuery } from "./useMediaQuery.ts";

const en = { from: "First day", to: "Last day", apply: "Apply" };
const zh: typeof en = { from: "开始日", to: "结束日", apply: "应用" };
const strings: Catalogue<typeof en> = { en, zh };

const MS_A_DAY = SECONDS_A_DAY * 1000;

function dateOf(day: EpochDay): Date {
  return new Date(day * MS_A_DAY);
}

function dayOfDate(date: Date): EpochDay {
  return epochDay(Math.floor(date.getTime() / MS_A_DAY));
}

const CLASSES = {
  root: "relative",
  months: "flex flex-wrap gap-6 max-md:block",
  month: "flex flex-col gap-2",
  month_caption: "flex h-7 items-center px-2",
  caption_label: "text-card font-strong",
  nav: "absolute top-0 right-0 z-10 flex gap-1",
  button_previous: "flex size-7 items-center justify-center rounded-control hover:bg-hover aria-disabled:opacity-40",
  button_next: "flex size-7 items-center justify-center rounded-control hover:bg-hover aria-disabled:opacity-40",
  month_grid: "border-collapse max-md:w-full",
  weekday: "h-7 w-9 text-micro font-regular text-ink-3",
  day: "p-0 text-center data-[today]:[&>button]:text-returning",
  day_button:
    "size-9 rounded-control text-body max-md:h-10 max-md:w-full font-medium transition-colors hover:bg-line dark:hover:bg-line-strong disabled:text-ink-3 disabled:opacity-45 disabled:hover:bg-transparent",
  range_middle: "bg-hover dark:bg-line",
  range_start:
    "rounded-l-control bg-hover dark:bg-line [&>button]:bg-ink [&>button]:text-on-ink! [&>button]:hover:bg-ink",
  range_end:
    "rounded-r-control bg-hover dark:bg-line [&>button]:bg-ink [&>button]:text-on-ink! [&>button]:hover:bg-ink",
  disabled: "",
  outside: "opacity-40",
  hidden: "invisible",
};

function Chevron({ orientation }: { readonly orientation?: "up" | "down" | "left" | "right" | undefined }) {
  return orientation === "left" ? <ChevronLeft size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />;
}

const COMPONENTS = { Chevron };

/** Days in, days out; the calendar itself works in UTC. */
export function RangeCalendar({ period, onChange, min, max, weekStart = 1 }: RangePickerProps) {
  const language = useLanguage();
  const narrow = useMediaQuery(NARROW);
  const [range, setRange] = useState<DateRange>({ from: dateOf(period.from), to: dateOf(period.to) });
  const [shown, setShown] = useState(() => dateOf(epochDay(period.to - (narrow ? 0 : 28))));
  const before = min === undefined ? [] : [{ before: dateOf(min) }];
  const after = max === undefined ? [] : [{ after: dateOf(max) }];
  return (
    <div className="flex flex-col">
      <div className="p-4">
        <DayPicker
          mode="range"
          timeZone="UTC"
          locale={language === "zh" ? zhCN : enUS}
          weekStartsOn={toSundayBased(weekStart)}
          numberOfMonths={narrow ? 1 : 2}
          month={shown}
          onMonthChange={setShown}
          selected={range}
          onSelect={(next) => setRange(next ?? { from: undefined, to: undefined })}
          disabled={[...before, ...after]}
          {...(min === undefined ? {} : { startMonth: dateOf(min) })}
          {...(max === undefined ? {} : { endMonth: dateOf(max), today: dateOf(max) })}
          resetOnSelect
          excludeDisabled={false}
          classNames={CLASSES}
          components={COMPONENTS}
        />
      </div>
      <Ends range={range} limits={{ min, max }} onChange={setRange} onApply={onChange} />
    </div>
  );
}

function toSundayBased(weekStart: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  // The remainder by 7 lies in 0 to 6.
  return (weekStart % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

interface EndsProps {
  readonly range: DateRange;
  readonly limits: { readonly min: EpochDay | undefined; readonly max: EpochDay | undefined };
  readonly onChange: (range: DateRange) => void;
  readonly onApply: (period: Period) => void;
}

/** Both days as text, for those who would rather type. */
function Ends({ range, limits, onChange, onApply }: EndsProps) {
  const words = useStrings(strings);
  const from = range.from === undefined ? undefined : dayOfDate(range.from);
  const to = range.to === undefined ? from : dayOfDate(range.to);
  const change = (end: "from" | "to", text: string) => {
    const day = parseIsoDay(text);
    if (day !== undefined) onChange({ from: range.from, to: range.to, [end]: dateOf(day) });
  };
  return (
    <form
      className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const [first, last] = ["from", "to"].map((end) => {
          const text = typed.get(end);
          return typeof text === "string" ? parseIsoDay(text) : undefined;
        });
        if (first !== undefined && last !== undefined && first <= last) onApply({ from: first, to: last });
      }}
    >
      <DayField name="from" label={words.from} day={from} limits={limits} onLeave={(text) => change("from", text)} />
      <span className="text-ink-3">–</span>
      <DayField name="to" label={words.to} day={to} limits={limits} onLeave={(text) => change("to", text)} />
      <span className="ml-auto" />
      <Button type="submit" variant="primary" disabled={from === undefined || to === undefined || from > to}>
        {words.apply}
      </Button>
    </form>
  );
}

interface DayFieldProps extends Pick<EndsProps, "limits"> {
  readonly name: string;
  readonly label: string;
  readonly day: EpochDay | undefined;
  readonly onLeave: (text: string) => void;
}

function DayField({ name, label, day, limits, onLeave }: DayFieldProps) {
  return (
    <input
      key={day}
      name={name}
      type="date"
      required
      aria-label={label}
      className={classes(FIELD_BOX, "max-md:flex-1")}
      defaultValue={day === undefined ? "" : isoDay(day)}
      min={limits.min === undefined ? undefined : isoDay(limits.min)}
      max={limits.max === undefined ? undefined : isoDay(limits.max)}
      onBlur={(event) => onLeave(event.target.value)}
    />
  );
}
