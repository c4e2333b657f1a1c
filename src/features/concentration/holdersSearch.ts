import type { Filter } from "#src/engine/protocol.ts";
import { rulesToText } from "#src/view/lenderRules.ts";
import { filterChange, type SearchChange } from "#src/view/view.ts";

const LARGEST_FIRST = "-balance";

/** The list of lenders with the largest balances first. */
export function largestSearch(filter: Filter): SearchChange {
  return { ...filterChange(filter), rules: undefined, q: undefined, sort: LARGEST_FIRST };
}

/** The list of lenders as a line of the channels counts them: who holds something, largest first. */
export function holdersSearch(channel: string, filter: Filter): SearchChange {
  return {
    ...filterChange(filter),
    rules: rulesToText({ channels: [channel], balance: { from: 1, to: null } }),
    q: undefined,
    sort: LARGEST_FIRST,
  };
}
