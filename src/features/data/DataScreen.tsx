import { useState } from "react";

import type { ImportRecord } from "#src/domain/imports.ts";
import type { EpochDay } from "#src/domain/units.ts";

import { ChecksPanel } from "./ChecksPanel.tsx";
import { CoveragePanel } from "./CoveragePanel.tsx";
import { ImportDrawer } from "./ImportDrawer.tsx";
import { ImportsPanel } from "./ImportsPanel.tsx";

export interface DataScreenProps {
  /** The device's day in the platform's zone. */
  readonly today: () => EpochDay;
}

export function DataScreen({ today }: DataScreenProps) {
  const [shown, setShown] = useState<ImportRecord | null>(null);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <ImportsPanel today={today} onOpen={setShown} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <CoveragePanel />
        <ChecksPanel />
      </div>
      <ImportDrawer record={shown} today={today} onClose={() => setShown(null)} />
    </div>
  );
}
