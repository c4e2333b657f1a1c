import type { AgeColumn } from "./ageColumns.ts";

/** Tells of a lender whether any of some ages saw activity; with none of them on record, nobody was active. */
export function activeInAges(
  { bits, words }: { readonly bits: Uint32Array; readonly words: number },
  { from, to }: AgeColumn,
): (lender: number) => boolean {
  const last = Math.min(to, words * 32 - 1);
  return (lender) => {
    for (let age = Math.max(0, from); age <= last; age++)
      if ((bits[lender * words + (age >>> 5)]! & (1 << (age & 31))) !== 0) return true;
    return false;
  };
}
