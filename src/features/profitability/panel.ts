import type { ProfitabilityArgs, ProfitabilityResult } from "#src/engine/protocol.ts";

import type { Selection } from "./profitView.ts";

/** What every panel of the screen draws. */
export interface ProfitPanelProps {
  readonly args: ProfitabilityArgs;
  readonly result: ProfitabilityResult;
}

export interface SelectionPanelProps extends ProfitPanelProps {
  readonly selection: Selection;
}

export const TABLE_PX = 300;
export const CHART_PX = 360;
