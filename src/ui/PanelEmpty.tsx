import type { ReactNode } from "react";

import { Card } from "./Card.tsx";

export interface PanelEmptyProps {
  /** Draws the whole card; without it, the inside of one. */
  readonly title?: string | undefined;
  readonly message: string;
  /** What to change so that there is something to see. */
  readonly hint?: string | undefined;
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
  readonly heightPx?: number | undefined;
}

export function PanelEmpty({ title, message, hint, action, icon, heightPx = 160 }: PanelEmptyProps) {
  const inside = (
    <div style={{ minHeight: heightPx }} className="flex flex-col items-center justify-center gap-1 py-4 text-center">
      {icon !== undefined && <span className="pb-2 text-ink-3">{icon}</span>}
      <p className="font-label text-ink">{message}</p>
      {hint !== undefined && <p className="max-w-md text-ink-2">{hint}</p>}
      {action !== undefined && <div className="pt-2">{action}</div>}
    </div>
  );
  return title === undefined ? inside : <Card title={title}>{inside}</Card>;
}
