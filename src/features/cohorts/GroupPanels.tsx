import type { CohortGroup } from "#src/engine/protocol.ts";
import { useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import type { CohortView } from "./cohortView.ts";
import { CurvesPanel } from "./CurvesPanel.tsx";
import { largestValue } from "./figures.ts";
import { useDrawing } from "./groupPanel.ts";
import { HeatPanel } from "./HeatPanel.tsx";
import type { ShownCohorts } from "./shownCohorts.ts";
import { StepPanel } from "./StepPanel.tsx";
import { strings } from "./strings.ts";

export interface GroupPanelsProps {
  readonly group: CohortGroup;
  readonly view: CohortView;
  readonly result: ShownCohorts;
}

/** The curves of a group, below them its cohorts, and one age over the cohorts. */
export function GroupPanels({ group, view, result }: GroupPanelsProps) {
  const words = useStrings(strings);
  const drawing = useDrawing(view, result, largestValue(group));
  const isObserved = group.rows.some(({ cells }) => cells.length > 0);
  return (
    <>
      {isObserved ? (
        <CurvesPanel group={group} view={view} result={result} drawing={drawing} />
      ) : (
        <PanelEmpty title={words.curves} message={words.running1} hint={words.running1Hint} />
      )}
      <HeatPanel group={group} view={view} result={result} drawing={drawing} />
      {isObserved && result.unit === "ratio" && (
        <StepPanel group={group} view={view} result={result} drawing={drawing} />
      )}
    </>
  );
}
