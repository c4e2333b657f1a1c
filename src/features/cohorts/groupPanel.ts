import { useMemo } from "react";

import type { CohortArgs, CohortGroup, CohortResult } from "#src/engine/protocol.ts";
import { useFormat } from "#src/ui/language.tsx";

import type { HeatArgs } from "./heatModel.ts";

export const CURVES_PX = 280;

export interface GroupPanelProps {
  readonly group: CohortGroup;
  readonly args: CohortArgs;
  readonly result: CohortResult;
  readonly drawing: HeatArgs;
}

/** One unit of money for all figures of a group. */
export function useDrawing({ measure, grain }: CohortArgs, { unit }: CohortResult, largest: number): HeatArgs {
  const format = useFormat();
  return useMemo(
    () => ({ measure, grain, unit, scale: format.scaleFor(largest) }),
    [measure, grain, unit, largest, format],
  );
}
