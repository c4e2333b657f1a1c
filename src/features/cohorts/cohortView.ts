import type { CohortArgs } from "#src/engine/protocol.ts";
import type { CohortMeasure } from "#src/metrics/cohorts.ts";
import type { ViewSearch } from "#src/view/search.ts";
import { filterOf } from "#src/view/view.ts";

export const MEASURES = [
  "holding",
  "relend",
  "balance",
  "volume",
  "lifetimeVolume",
  "lifetimeAnnualisedVolume",
  "lifetimeBalanceYears",
  "lifetimeMargin",
] as const satisfies readonly CohortMeasure[];

/** Shares, which are the same per lender and in total. */
export function isShare(measure: CohortMeasure): boolean {
  return measure === "holding" || measure === "relend" || measure === "balance";
}

/** What the link asks for. */
export function cohortArgs(search: ViewSearch): CohortArgs {
  const measure = search.measure ?? "holding";
  return {
    measure,
    grain: search.by ?? "month",
    per: isShare(measure) ? "lender" : (search.per ?? "lender"),
    splitBy: search.split ?? "none",
    filter: filterOf(search),
  };
}
