import type { ReactNode } from "react";

import { isoDay, parseIsoDay } from "#src/domain/calendar.ts";
import type { Range } from "#src/domain/segments.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { useStrings } from "#src/ui/language.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

import { strings } from "./strings.ts";
import { useLinkText } from "./useLinkText.ts";

const FEN = 100;

interface RangeProps<Value extends Range> {
  readonly label: string;
  readonly range: Value | undefined;
  readonly onChange: (range: Value) => void;
}

/** From and to in yuan; kept as fen. */
export function MoneyRange({ label, range, onChange }: RangeProps<Range>) {
  const words = useStrings(strings);
  return <NumberRange label={label} range={range} onChange={onChange} unit={FEN} suffix={words.yuan} />;
}

export function CountRange(props: RangeProps<Range>) {
  return <NumberRange {...props} unit={1} suffix={undefined} />;
}

interface NumberRangeProps extends RangeProps<Range> {
  /** What one of the number entered is kept as. */
  readonly unit: number;
  readonly suffix: string | undefined;
}

function NumberRange({ label, range, onChange, unit, suffix }: NumberRangeProps) {
  const words = useStrings(strings);
  const { from, to } = range ?? { from: null, to: null };
  const field = { suffix, digits: unit === 1 ? 0 : 2 };
  const shown = (kept: number | null) => (kept === null ? null : kept / unit);
  const kept = (entered: number | null) => (entered === null ? null : Math.round(entered * unit));
  return (
    <Fields label={label}>
      <NumberField
        {...field}
        label={words.least}
        value={shown(from)}
        onChange={(value) => onChange({ from: kept(value), to })}
      />
      <NumberField
        {...field}
        label={words.most}
        value={shown(to)}
        onChange={(value) => onChange({ from, to: kept(value) })}
      />
    </Fields>
  );
}

interface Days {
  readonly from: EpochDay | null;
  readonly to: EpochDay | null;
}

export function DayRange({ label, range, onChange }: RangeProps<Days>) {
  const words = useStrings(strings);
  const { from, to } = range ?? { from: null, to: null };
  return (
    <Fields label={label}>
      <DayField label={words.from} day={from} onChange={(day) => onChange({ from: day, to })} />
      <DayField label={words.to} day={to} onChange={(day) => onChange({ from, to: day })} />
    </Fields>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly day: EpochDay | null;
  readonly onChange: (day: EpochDay | null) => void;
}

/** A day as it is written in files; what is no day yet changes nothing. */
function DayField({ label, day, onChange }: DayFieldProps) {
  const words = useStrings(strings);
  const written = day === null ? "" : isoDay(epochDay(day));
  const typed = useLinkText(written);
  const text = typed.text.trim();
  const isDay = text === "" || parseIsoDay(text) !== undefined;

  function take(next: string) {
    const trimmed = next.trim();
    const parsed = trimmed === "" ? null : parseIsoDay(trimmed);
    typed.type(next);
    if (parsed === undefined || parsed === day) return;
    typed.send(parsed === null ? "" : isoDay(parsed));
    onChange(parsed);
  }

  return (
    <TextField
      label={label}
      value={typed.text}
      onChange={take}
      placeholder={words.dayPlaceholder}
      error={isDay || text.length < words.dayPlaceholder.length ? undefined : words.notADay}
    />
  );
}

function Fields({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-label font-medium text-ink-2">{label}</legend>
      <div className="grid grid-cols-2 items-start gap-3">{children}</div>
    </fieldset>
  );
}
