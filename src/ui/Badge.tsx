import type { ReactNode } from "react";

import { classes } from "./classes.ts";

type BadgeTone = "neutral" | "warn" | "bad" | "good";

const TONES: Readonly<Record<BadgeTone, string>> = {
  neutral: "bg-sunken text-ink-2",
  warn: "bg-[color-mix(in_srgb,var(--warn)_14%,var(--surface))] text-warn",
  bad: "bg-[color-mix(in_srgb,var(--bad)_8%,var(--surface))] text-bad",
  good: "bg-[color-mix(in_srgb,var(--good)_8%,var(--surface))] text-good",
};

export interface BadgeProps {
  readonly tone?: BadgeTone | undefined;
  readonly children: ReactNode;
}

export function Badge({ tone = "neutral", children }: BadgeProps) {
  return (
    <span
      className={classes(
        "inline-flex h-[18px] min-w-[18px] shrink-0 items-center justify-center rounded-full px-1.5 text-micro font-label whitespace-nowrap",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
