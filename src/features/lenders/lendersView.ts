import type { LendersArgs, LendersColumn } from "#src/engine/protocol.ts";
import { textToRules } from "#src/view/lenderRules.ts";
import type { ViewSearch } from "#src/view/search.ts";
import { filterOf } from "#src/view/view.ts";

const COLUMNS: readonly string[] = [
  "lender",
  "state",
  "channel",
  "campaign",
  "product",
  "registered",
  "firstLend",
  "lastLend",
  "occasions",
  "volume",
  "balance",
  "peakBalance",
  "nextDue",
] satisfies LendersColumn[];

const LARGEST_FIRST: LendersArgs["sort"] = { by: "balance", descending: true };

/** Who is listed and in which order, as the link says. */
export type LendersView = Pick<LendersArgs, "search" | "rules" | "filter" | "sort">;

export function lendersViewOf(search: ViewSearch): LendersView {
  return {
    search: search.q ?? "",
    rules: textToRules(search.rules),
    filter: filterOf(search),
    sort: textToSort(search.sort) ?? LARGEST_FIRST,
  };
}

export function isLendersColumn(id: string): id is LendersColumn {
  return COLUMNS.includes(id);
}

/** A column as the link has it: with a minus where the largest come first. */
export function sortToText({ by, descending }: LendersArgs["sort"]): string {
  return descending ? `-${by}` : by;
}

function textToSort(text = ""): LendersArgs["sort"] | undefined {
  const by = text.replace(/^-/, "");
  return isLendersColumn(by) ? { by, descending: text.startsWith("-") } : undefined;
}
