import type { DictionaryGrowth, ImportDraft } from "./ledgerStore.ts";

/**
 * Code 0 of products and channels is the empty name from the start, and no lender is nameless.
 *
 * @throws RangeError when a dictionary is to gain the empty name
 */
export function requireNames(growth: DictionaryGrowth): void {
  for (const names of [growth.lenders, growth.products, growth.channels]) {
    if (names.includes("")) throw new RangeError("a dictionary cannot gain the empty name");
  }
}

/** The first content hash that is stored already, or that two imports of one commit share. */
export function repeatedHash(
  imports: readonly ImportDraft[],
  isStored: (sha256: string) => boolean,
): string | undefined {
  const seen = new Set<string>();
  return imports
    .map(({ record }) => record.sha256)
    .find((sha256) => isStored(sha256) || seen.size === seen.add(sha256).size);
}
