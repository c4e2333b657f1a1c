import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { useView } from "#src/view/view.ts";

import { BridgePanel } from "./BridgePanel.tsx";
import { FlowsPanel } from "./FlowsPanel.tsx";
import { RetentionPanel } from "./RetentionPanel.tsx";
import { strings } from "./strings.ts";
import { TreePanel } from "./TreePanel.tsx";

/** In the order of the questions: where is it, how did it go, what moved it, who stays. */
export function OverviewScreen() {
  const view = useView();
  const words = useStrings(strings);
  if (!view) return <PanelEmpty message={words.noData} hint={words.noDataHint} heightPx={320} />;
  return (
    <div className="flex flex-col gap-4">
      <TreePanel view={view} />
      <div className="grid gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <FlowsPanel view={view} />
        <BridgePanel view={view} />
      </div>
      <RetentionPanel filter={view.filter} />
    </div>
  );
}
