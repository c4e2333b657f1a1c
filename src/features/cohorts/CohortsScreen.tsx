import { lazy, Suspense } from "react";

import { useStrings } from "#src/ui/language.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { Tabs } from "#src/ui/Tabs.tsx";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { CohortControls } from "./CohortControls.tsx";
import { CohortPanels } from "./CohortPanels.tsx";
import { cohortView } from "./cohortView.ts";
import { CURVES_PX } from "./groupPanel.ts";
import { strings } from "./strings.ts";

const Projection = lazy(async () => ({ default: (await import("./ProjectionPanels.tsx")).ProjectionPanels }));
const Renewal = lazy(async () => ({ default: (await import("./RenewalPanels.tsx")).RenewalPanels }));

const PARTS = ["observed", "projection", "renewal"] as const;

/** What cohorts did, what they may still come to, and how they renew; the part stands in the link. */
export function CohortsScreen() {
  const words = useStrings(strings);
  const search = useViewSearch();
  const setSearch = useSetSearch();
  const part = search.cohortView ?? "observed";
  const view = cohortView(search);
  return (
    <Tabs
      label={words.parts}
      value={part}
      onChange={(next) => setSearch({ cohortView: next === "observed" ? undefined : next })}
      tabs={PARTS.map((value) => ({ value, label: words.partNames[value] }))}
    >
      <div className="flex min-w-0 flex-col gap-4">
        {part === "observed" ? (
          <>
            <CohortControls view={view} />
            <CohortPanels view={view} />
          </>
        ) : (
          <Suspense fallback={<PanelPending title={words.partNames[part]} heightPx={CURVES_PX} />}>
            {part === "projection" ? <Projection /> : <Renewal />}
          </Suspense>
        )}
      </div>
    </Tabs>
  );
}
