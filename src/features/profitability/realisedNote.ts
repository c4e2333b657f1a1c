import type { ProfitabilityResult } from "#src/engine/protocol.ts";

import { isBeyondDay, productName, type Spoken } from "./figures.ts";

/** More names than this are counted. */
const MOST_NAMED = 4;

/**
 * Of which products more interest came than the day of the figures allows for, and what that may mean; null where of
 * none. Where no product alone is so, yet all together are, it is said of all.
 */
export function realisedNote(
  { products, total, snapshotDay }: Pick<ProfitabilityResult, "products" | "total" | "snapshotDay">,
  { words, format }: Spoken,
): string | null {
  const beyond = products.filter(isBeyondDay).map(({ product }) => productName(product, words));
  if (snapshotDay === null || (beyond.length === 0 && !isBeyondDay(total))) return null;
  const day = format.day(snapshotDay);
  if (beyond.length === 0) return words.realisedNote(words.allProducts, day);
  const named = beyond.length > MOST_NAMED ? words.productCount(format.count(beyond.length)) : format.list(beyond);
  return words.realisedNote(named, day);
}
