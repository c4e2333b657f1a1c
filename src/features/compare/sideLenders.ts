import type { Segment, SegmentRules } from "#src/domain/segments.ts";
import type { CompareArgs, CompareSide, EngineStatus } from "#src/engine/protocol.ts";
import { rulesToText } from "#src/view/lenderRules.ts";
import type { ViewSearch } from "#src/view/search.ts";

/** Which lenders a side counts: those whose first lend lies in the months asked for, by what they have in common. */
export function sideRules(
  side: CompareSide,
  cohorts: CompareArgs["cohorts"],
  {
    status,
    segments,
  }: { readonly status: Pick<EngineStatus, "firstDay" | "asOf">; readonly segments: readonly Segment[] },
): SegmentRules {
  const firstLend = cohorts ?? { from: status.firstDay, to: status.asOf };
  switch (side.type) {
    case "all":
      return { firstLend };
    case "channel":
      return { firstLend, channels: [side.name] };
    case "kind":
      return { firstLend, kinds: [side.name] };
    case "campaign":
      return { firstLend, campaigns: [side.name] };
    case "product":
      return { firstLend, products: [side.name] };
    case "month":
      return { firstLend: side.month };
    case "segment":
      return { firstLend, ...segments.find(({ id }) => id === side.id)?.rules };
  }
}

/** The explorer of lenders with these rules and nothing else that was chosen on it. */
export function lendersSearch(rules: SegmentRules): (search: ViewSearch) => ViewSearch {
  return (search) => ({ ...search, rules: rulesToText(rules), q: undefined });
}
