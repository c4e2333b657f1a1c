import type { ReactNode, Ref } from "react";

import type { ButtonVariant } from "./Button.tsx";
import { classes } from "./classes.ts";
import { Tooltip } from "./Tooltip.tsx";

export interface IconButtonProps {
  /** Read by screen readers and shown as the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick?: (() => void) | undefined;
  readonly variant?: Extract<ButtonVariant, "secondary" | "ghost"> | undefined;
  readonly size?: "md" | "sm" | undefined;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function IconButton({ label, icon, variant = "ghost", size = "md", pressed, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        {...rest}
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={classes(
          "inline-flex shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors hover:bg-hover hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink data-popup-open:bg-hover data-popup-open:text-ink disabled:pointer-events-none disabled:opacity-50",
          variant === "secondary" && "border border-line bg-surface hover:border-line-strong",
          size === "sm" ? "size-6 coarse:size-8" : "size-7 coarse:size-9",
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
