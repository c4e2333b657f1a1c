import type { Finding } from "./protocol.ts";

export type FindingItem = Finding["items"][number];

/** Items that a finding carries; its count tells how many there are. */
export const FINDING_ITEMS = 50;

/** An item with what it does not say. */
export function findingItem(item: Partial<FindingItem> & Pick<FindingItem, "label">): FindingItem {
  return { value: null, expected: null, measure: null, where: null, importId: null, ...item };
}

/** A finding of its items, cut to the first ones; undefined when there is nothing to look at. */
export function findingOf(
  finding: Omit<Finding, "items" | "count"> & { readonly count?: number },
  items: readonly FindingItem[],
): Finding | undefined {
  const count = finding.count ?? items.length;
  return count === 0 ? undefined : { ...finding, count, items: items.slice(0, FINDING_ITEMS) };
}
