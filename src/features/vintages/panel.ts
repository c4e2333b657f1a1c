import type { VintagesResult } from "#src/engine/protocol.ts";

import type { VintageModel } from "./vintageModel.ts";
import type { VintagesView } from "./vintagesView.ts";

/** What every panel of the screen draws. */
export interface VintagePanelProps {
  readonly view: VintagesView;
  readonly result: VintagesResult;
}

export interface ModelPanelProps extends VintagePanelProps {
  /** Must keep its identity between renders. */
  readonly model: VintageModel;
}

export const CURVES_PX = 340;
export const TABLE_PX = 420;
