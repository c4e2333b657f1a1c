import { lazy, Suspense } from "react";

import { useEnginePhase, useEngineStore } from "#src/view/engine.tsx";
import { ErrorBoundary } from "#src/ui/ErrorBoundary.tsx";
import { UiProviders } from "#src/ui/UiProviders.tsx";
import { usePrintInLight } from "#src/ui/usePrintInLight.ts";
import { usePreferences } from "#src/view/preferences.ts";

import { Notices } from "./shell/Notices.tsx";
import { Shell } from "./shell/Shell.tsx";
import { useDocumentPreferences } from "./shell/useDocumentPreferences.ts";
import type { AppEngineStore } from "./start/engineStore.ts";

const OpeningScreen = lazy(async () => ({ default: (await import("./states/OpeningScreen.tsx")).OpeningScreen }));
const RefusedScreen = lazy(async () => ({ default: (await import("./states/RefusedScreen.tsx")).RefusedScreen }));
const FailedScreen = lazy(async () => ({ default: (await import("./states/FailedScreen.tsx")).FailedScreen }));

/** The root route: language and theme of the link, then what the engine's phase allows. */
export function Root() {
  const preferences = usePreferences();
  useDocumentPreferences(preferences);
  usePrintInLight();
  return (
    <UiProviders language={preferences.language}>
      <ErrorBoundary>
        <Notices />
        <Suspense>
          <Gate />
        </Suspense>
      </ErrorBoundary>
    </UiProviders>
  );
}

function Gate() {
  // The context is filled once, in main.tsx, with the whole store.
  const store = useEngineStore() as AppEngineStore;
  const phase = useEnginePhase();
  switch (phase.type) {
    case "opening":
      return <OpeningScreen progress={phase.progress} />;
    case "refused":
      return <RefusedScreen refusal={phase.refusal} store={store} />;
    case "failed":
      return <FailedScreen error={phase.error} />;
    case "ready":
      return <Shell />;
  }
}
