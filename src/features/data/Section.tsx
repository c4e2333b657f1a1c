import type { ReactNode } from "react";

export interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A part of the drawer of an import. */
export function Section({ title, hint, children }: SectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="text-card font-strong">{title}</h3>
      {hint !== undefined && <p className="-mt-1 text-label text-ink-3">{hint}</p>}
      {children}
    </section>
  );
}
