import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

import { buttonClass } from "./Button.tsx";
import { classes } from "./classes.ts";
import { ITEM } from "./itemClass.ts";

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly SelectOption<Value>[];
  readonly icon?: ReactNode;
  /** Show the label above the control; it is always read out. */
  readonly showLabel?: boolean | undefined;
  readonly variant?: "secondary" | "ghost" | undefined;
  readonly disabled?: boolean | undefined;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, onChange, options, icon, showLabel = false, variant = "secondary", disabled } = props;
  return (
    <Base.Root
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <div className={showLabel ? "flex flex-col items-start gap-1" : "contents"}>
        <Base.Label className={showLabel ? "text-label font-medium text-ink-2" : "sr-only"}>{label}</Base.Label>
        {/* It has its name from the first paint: the label is tied to it only afterwards. */}
        <Base.Trigger aria-label={label} className={classes(buttonClass(variant, "md"), "max-w-full min-w-0 pr-2")}>
          {icon}
          <span className="min-w-0 truncate">
            <Base.Value />
          </span>
          <Base.Icon className="text-ink-3">
            <ChevronDown size={14} aria-hidden />
          </Base.Icon>
        </Base.Trigger>
      </div>
      <Base.Portal>
        {/* Fixed like the dialog that it may be in: a page that settles behind it must not take it along. */}
        <Base.Positioner
          positionMethod="fixed"
          sideOffset={4}
          alignItemWithTrigger={false}
          className="z-50 outline-none"
        >
          <Base.Popup className="popup max-w-[min(480px,calc(100vw-32px))] min-w-(--anchor-width) p-1">
            <Base.List className="max-h-(--available-height) overflow-y-auto outline-none">
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} disabled={option.disabled} className={ITEM}>
                  <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                  <Base.ItemIndicator>
                    <Check size={14} aria-hidden />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
