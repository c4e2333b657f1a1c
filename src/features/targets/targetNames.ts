import type { TargetMetric, TargetProgress } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import type { TargetWords } from "./strings.ts";

export const TONES: Readonly<Record<TargetMetric, SeriesTone>> = {
  outstanding: "outstanding",
  volume: "volume",
  volume_new: "new",
  volume_returning: "returning",
  exits: "exits",
  net_inflow: "volume",
  new_lenders: "new",
};

/** A metric of ours in the reader's language, any other as its file spells it. */
export function nameOf(
  { metric, metricName }: Pick<TargetProgress, "metric" | "metricName">,
  words: TargetWords,
): string {
  return metric === null ? metricName : words.metrics[metric];
}
