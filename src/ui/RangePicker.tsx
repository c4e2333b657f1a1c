import { CalendarDays } from "lucide-react";
import { lazy, Suspense, useState } from "react";

import type { Weekday } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { EpochDay } from "#src/domain/units.ts";

import { Button } from "./Button.tsx";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";
import { Popover } from "./Popover.tsx";

const RangeCalendar = lazy(async () => ({ default: (await import("./RangeCalendar.tsx")).RangeCalendar }));

const en = { label: "Period" };
const zh: typeof en = { label: "时间段" };
const strings: Catalogue<typeof en> = { en, zh };

export interface RangePickerProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
  readonly min?: EpochDay | undefined;
  readonly max?: EpochDay | undefined;
  readonly weekStart?: Weekday | undefined;
}

export function RangePicker({ period, onChange, ...limits }: RangePickerProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const trigger = (
    <Button icon={<CalendarDays size={14} className="text-ink-3" aria-hidden />}>
      <span className="sr-only">{words.label}: </span>
      {format.period(period)}
    </Button>
  );
  return (
    <Popover label={words.label} trigger={trigger} open={open} onOpenChange={setOpen} padded={false}>
      <Suspense fallback={<div className="h-[370px] w-[min(560px,90vw)]" />}>
        <RangeCalendar
          {...limits}
          period={period}
          onChange={(next) => {
            onChange(next);
            setOpen(false);
          }}
        />
      </Suspense>
    </Popover>
  );
}
