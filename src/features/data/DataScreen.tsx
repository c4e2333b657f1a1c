import { useQuery } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";

import type { ImportRecord } from "#src/domain/imports.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { AttemptsPanel } from "./AttemptsPanel.tsx";
import { historyStrings } from "./historyStrings.ts";
import { ImportDrawer } from "./ImportDrawer.tsx";
import { ImportsPanel } from "./ImportsPanel.tsx";
import { QualitySection } from "./QualitySection.tsx";
import { importsQuery } from "./queries.ts";

export interface DataScreenProps {
  /** The device's day in the platform's zone. */
  readonly today: () => EpochDay;
}

export function DataScreen({ today }: DataScreenProps) {
  const words = useStrings(historyStrings);
  const { methods, revision } = useEngine();
  const { data: records = [] } = useQuery(importsQuery(methods, revision));
  const [shown, setShown] = useState<ImportRecord | null>(null);
  const openImport = (id: number) => setShown(records.find(({ importId }) => importId === id) ?? null);
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Part title={words.files}>
        <ImportsPanel today={today} onOpen={setShown} />
        <AttemptsPanel />
      </Part>
      <Part title={words.quality}>
        <QualitySection onOpenImport={openImport} />
      </Part>
      <ImportDrawer record={shown} today={today} onClose={() => setShown(null)} />
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Its heading stands above those of its cards. */
function Part({ title, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
      <h2 id={id} className="text-page font-title">
        {title}
      </h2>
      {children}
    </section>
  );
}
