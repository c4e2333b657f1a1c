import { useStrings } from "#src/ui/language.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useViewSearch } from "#src/view/view.ts";

import { ActivationControls } from "./ActivationControls.tsx";
import { ActivationPanels } from "./ActivationPanels.tsx";
import { activationView } from "./activationView.ts";
import { ScanBar } from "./ScanBar.tsx";
import { strings } from "./strings.ts";
import { useScan, type Scan } from "./useScan.ts";

const BEST_PX = 220;
const HEAT_PX = 420;

/** Which early behaviour goes with staying, and how far to believe it. */
export function ActivationScreen() {
  const view = activationView(useViewSearch());
  const scan = useScan(view.args);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <ActivationControls view={view} />
      <ScanBar scan={scan} />
      <Answered scan={scan} />
    </div>
  );
}

function Answered({ scan }: { readonly scan: Scan }) {
  const words = useStrings(strings);
  if (scan.error !== null) return <PanelFailed title={words.title} error={scan.error} onRetry={scan.start} />;
  if (scan.result !== undefined) return <ActivationPanels result={scan.result} />;
  if (scan.isStopped) return undefined;
  return (
    <>
      <PanelPending title={words.best} heightPx={BEST_PX} />
      <PanelPending title={words.heats} heightPx={HEAT_PX} />
    </>
  );
}
