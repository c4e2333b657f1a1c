import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { useId } from "react";

export interface CheckboxProps {
  readonly label: string;
  /** "some" of the many that it stands for. */
  readonly checked: boolean | "some";
  readonly onChange: (checked: boolean) => void;
  /** Read out, not shown. */
  readonly hideLabel?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export function Checkbox({ label, checked, onChange, hideLabel = false, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="inline-flex min-h-6 min-w-6 items-center gap-2 has-data-disabled:opacity-50 coarse:min-h-9"
    >
      <Base.Root
        id={id}
        checked={checked === true}
        indeterminate={checked === "some"}
        disabled={disabled}
        onCheckedChange={onChange}
        className="flex size-4 shrink-0 items-center justify-center rounded-cell border border-line-strong bg-surface text-on-ink data-checked:border-ink data-checked:bg-ink data-indeterminate:border-ink data-indeterminate:bg-ink"
      >
        <Base.Indicator className="flex data-unchecked:hidden">
          {checked === "some" ? (
            <Minus size={12} strokeWidth={3} aria-hidden />
          ) : (
            <Check size={12} strokeWidth={3} aria-hidden />
          )}
        </Base.Indicator>
      </Base.Root>
      <span className={hideLabel ? "sr-only" : undefined}>{label}</span>
    </label>
  );
}
