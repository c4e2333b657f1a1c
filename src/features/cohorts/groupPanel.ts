import { useMemo } from "react";

import type { CohortGroup } from "#src/engine/protocol.ts";
import { useFormat } from "#src/ui/language.tsx";

import type { CohortView } from "./cohortView.ts";
import type { HeatArgs } from "./heatModel.ts";
import type { ShownCohorts } from "./shownCohorts.ts";

export const CURVES_PX = 280;

export interface GroupPanelProps {
  readonly group: CohortGroup;
  readonly view: CohortView;
  readonly result: ShownCohorts;
  readonly drawing: HeatArgs;
}

/** How all figures of a group are drawn: with one unit of money. */
export function useDrawing(view: CohortView, { unit, columns }: ShownCohorts, largest: number): HeatArgs {
  const format = useFormat();
  const { measure, grain, mode, mean } = view;
  const [hidden, compared] = [view.hidden.join(","), view.compared.join(",")];
  return useMemo(
    () => ({
      measure,
      grain,
      mode,
      mean,
      unit,
      columns,
      scale: format.scaleFor(largest),
      hidden: idsOf(hidden),
      compared: idsOf(compared),
    }),
    [measure, grain, mode, mean, unit, columns, largest, format, hidden, compared],
  );
}

/** Cohorts are named by their first day. */
function idsOf(joined: string): readonly string[] {
  return joined === "" ? [] : joined.split(",");
}
