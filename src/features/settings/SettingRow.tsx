import type { ReactNode } from "react";

import { useStrings } from "#src/ui/language.tsx";

import { strings } from "./strings.ts";

export interface SettingRowProps {
  readonly title: string;
  readonly hint?: string | undefined;
  /** The figures that it changes; null changes none. */
  readonly changes: string | null;
  readonly children: ReactNode;
}

/** A setting: what it is and does on the left, the choice on the right. */
export function SettingRow({ title, hint, changes, children }: SettingRowProps) {
  const words = useStrings(strings);
  return (
    <div
      role="group"
      aria-label={title}
      className="grid gap-x-8 gap-y-3 px-4 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,300px)]"
    >
      <div className="min-w-0">
        <h3 className="font-strong">{title}</h3>
        {hint !== undefined && <p className="mt-0.5 max-w-prose text-ink-2">{hint}</p>}
        <p className="mt-1.5 text-label text-ink-3">
          {changes === null ? words.changesNothing : `${words.changes}: ${changes}`}
        </p>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-1.5 md:items-end">{children}</div>
    </div>
  );
}

export interface SettingHintProps {
  readonly children: ReactNode;
}

/** What the choice in force means. */
export function SettingHint({ children }: SettingHintProps) {
  return <p className="text-label text-ink-2 md:text-right">{children}</p>;
}
