import type { Period } from "#src/domain/period.ts";
import type { SegmentRules } from "#src/domain/segments.ts";
import type { AcquisitionArgs, EngineStatus } from "#src/engine/protocol.ts";
import { rulesToText } from "#src/view/lenderRules.ts";
import type { ViewSearch } from "#src/view/search.ts";

import { monthOfName } from "./acquisitionView.ts";

/** How a screen's groups are made. */
export type Grouping = Pick<AcquisitionArgs, "by" | "cohorts">;

/**
 * Which lenders a group counts: those of its name whose first lend lies in the months asked for. The filter of the
 * screen goes along in the link.
 */
export function groupRules(
  name: string | null,
  { by, cohorts }: Grouping,
  { firstDay, asOf }: Pick<EngineStatus, "firstDay" | "asOf">,
): SegmentRules {
  const firstLend = cohorts ?? { from: firstDay, to: asOf };
  if (name === null) return { firstLend };
  switch (by) {
    case "channel":
      return { firstLend, channels: [name] };
    case "kind":
      return { firstLend, kinds: [name] };
    case "campaign":
      return { firstLend, campaigns: [name] };
    case "product":
      return { firstLend, products: [name] };
    case "month":
      return { firstLend: monthOfName(name) ?? firstLend };
  }
}

export function monthRules(month: Period): SegmentRules {
  return { firstLend: month };
}

/** The explorer of lenders with these rules and nothing else that was chosen on it. */
export function lendersSearch(rules: SegmentRules): (search: ViewSearch) => ViewSearch {
  return (search) => ({ ...search, rules: rulesToText(rules), q: undefined });
}
