import type { AcquisitionArgs, AcquisitionResult, MissingDataset } from "#src/engine/protocol.ts";

export interface AcquisitionPanelProps {
  readonly args: AcquisitionArgs;
  readonly result: AcquisitionResult;
}

/** What a whole panel needs and is not there; undefined when it is all there. */
export function firstMissing(
  missing: readonly MissingDataset[],
  needed: readonly MissingDataset[],
): MissingDataset | undefined {
  return needed.find((dataset) => missing.includes(dataset));
}
