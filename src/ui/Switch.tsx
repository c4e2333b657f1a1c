import { Switch as Base } from "@base-ui/react/switch";
import { useId } from "react";

export interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export function Switch({ label, checked, onChange, hint, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Base.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="relative h-6 w-10 shrink-0 rounded-full bg-line-strong p-[3px] transition-colors data-checked:bg-ink data-disabled:opacity-50"
      >
        <Base.Thumb className="block size-[18px] rounded-full bg-surface transition-[translate] data-checked:translate-x-4" />
      </Base.Root>
      <div className="min-w-0 pt-[2px]">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-label text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
