import { useId } from "react";

interface SegmentedOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly title?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly SegmentedOption<Value>[];
}

/** One of a few, all in sight; arrow keys move. With `value` null none is chosen. */
export function Segmented<Value extends string>({ label, value, onChange, options }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex h-[30px] shrink-0 items-center gap-0.5 rounded-control border border-line bg-sunken p-[2px] coarse:h-9"
    >
      {options.map((option) => (
        <label key={option.value} title={option.title} className={SEGMENT}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 m-0 appearance-none rounded-[5px]"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

const SEGMENT =
  "relative inline-flex h-6 items-center rounded-[5px] px-2.5 text-label font-medium whitespace-nowrap text-ink-2 transition-colors select-none hover:text-ink coarse:h-8 has-checked:bg-raised has-checked:font-label has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line),0_1px_2px_rgb(0_0_0/6%)] has-disabled:opacity-50";
