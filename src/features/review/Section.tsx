import type { ReactNode } from "react";

import type { GroupOutcome } from "./outcome.ts";

/** What every section of an outcome is drawn from. */
export interface OutcomeProps {
  readonly outcome: GroupOutcome;
}

export interface SectionProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

export function Section({ title, hint, children }: SectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h4 className="text-card font-strong">{title}</h4>
      {hint !== undefined && <p className="-mt-1 max-w-prose text-label text-ink-3">{hint}</p>}
      {children}
    </section>
  );
}
