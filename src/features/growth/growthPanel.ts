import type { Filter, GrowthResult } from "#src/engine/protocol.ts";

export interface GrowthPanelProps {
  readonly result: GrowthResult;
  readonly filter: Filter;
  readonly heightPx: number;
}
