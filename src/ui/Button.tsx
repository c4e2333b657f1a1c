import type { ReactNode, Ref } from "react";

import { classes } from "./classes.ts";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: (() => void) | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: "md" | "sm" | undefined;
  readonly icon?: ReactNode;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly type?: "button" | "submit" | undefined;
  readonly title?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: "bg-ink text-on-ink hover:bg-outstanding-fill",
  secondary: "border border-line bg-surface text-ink hover:border-line-strong hover:bg-hover data-popup-open:bg-hover",
  ghost: "text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-hover",
  danger: "border border-line bg-surface text-bad hover:border-bad",
};

const CONTROL =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control text-body font-medium whitespace-nowrap select-none transition-colors disabled:opacity-50 disabled:pointer-events-none";

export function buttonClass(variant: ButtonVariant, size: "md" | "sm"): string {
  return classes(CONTROL, VARIANTS[variant], size === "sm" ? "h-6 px-2 text-label" : "h-[30px] px-2.5 coarse:h-9");
}

/** Other props are passed on, so that it can be the trigger of a menu or popover. */
export function Button({
  children,
  variant = "secondary",
  size = "md",
  icon,
  pressed,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type} aria-pressed={pressed} className={buttonClass(variant, size)}>
      {icon}
      {children}
    </button>
  );
}
