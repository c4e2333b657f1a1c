import { useMemo } from "react";

import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { useView, useViewSearch } from "#src/view/view.ts";

import { choicesOf } from "./choices.ts";
import { strings } from "./strings.ts";
import { TrendControls } from "./TrendControls.tsx";
import { TrendPanel } from "./TrendPanel.tsx";
import { TRENDS } from "./trendSpecs.ts";

export function TrendsScreen() {
  const view = useView();
  const words = useStrings(strings);
  const { draw, scale, rolling } = useViewSearch();
  // Charts are drawn anew when it changes.
  const choices = useMemo(() => choicesOf({ draw, scale, rolling }), [draw, scale, rolling]);
  if (!view) return <PanelEmpty message={words.noData} hint={words.noDataHint} heightPx={320} />;
  return (
    <div className="flex flex-col gap-4">
      <TrendControls choices={choices} />
      <div className="grid gap-4 lg:grid-cols-2">
        {TRENDS.map((spec) => (
          <TrendPanel key={spec.id} spec={spec} view={view} choices={choices} />
        ))}
      </div>
    </div>
  );
}
