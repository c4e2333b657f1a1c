import type { CohortArgs, CohortGroup, CohortResult } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { CurvesPanel } from "./CurvesPanel.tsx";
import { largestValue } from "./figures.ts";
import { useDrawing } from "./groupPanel.ts";
import { HeatPanel } from "./HeatPanel.tsx";
import { strings } from "./strings.ts";

export interface GroupPanelsProps {
  readonly group: CohortGroup;
  readonly args: CohortArgs;
  readonly result: CohortResult;
}

/** The curves of a group, and below them its cohorts. */
export function GroupPanels({ group, args, result }: GroupPanelsProps) {
  const words = useStrings(strings);
  const drawing = useDrawing(args, result, largestValue(group));
  return (
    <>
      {group.curve.length === 0 ? (
        <PanelEmpty title={words.curves} message={words.running1} hint={words.running1Hint} />
      ) : (
        <CurvesPanel group={group} args={args} result={result} drawing={drawing} />
      )}
      <HeatPanel group={group} args={args} result={result} drawing={drawing} />
    </>
  );
}
