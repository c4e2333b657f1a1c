import type { ReactNode } from "react";

import { Brand } from "#src/app/shell/Brand.tsx";
import { PreferenceButtons } from "#src/app/shell/PreferenceButtons.tsx";

export interface FullPageProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out at once: it stands in the reader's way. */
  readonly alert?: boolean;
}

/** Stands in for the whole app while there is nothing else to draw. */
export function FullPage({ title, children, actions, alert = false }: FullPageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-4 py-3 md:px-6">
        <Brand />
        <div className="flex gap-1">
          <PreferenceButtons />
        </div>
      </header>
      <main className="flex flex-1 flex-col items-center justify-center px-4 pb-24">
        <div role={alert ? "alert" : undefined} className="flex w-full max-w-lg flex-col gap-3">
          <h1 className="text-kpi font-title">{title}</h1>
          <div className="flex flex-col gap-2 text-ink-2">{children}</div>
          {actions !== undefined && <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
        </div>
      </main>
    </div>
  );
}
