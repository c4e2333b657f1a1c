/** What a month did to a lender's balance, in the words of growth accounting. */
export type GrowthClass = "new" | "resurrected" | "expansion" | "contraction" | "churned" | "transient";

/**
 * The class of one lender in one month (GA2); undefined when nothing changed.
 *
 * A balance at or below zero is not held. A change between two such balances counts as expansion or
 * contraction in fen, so that the classes always add up to the change of outstanding.
 *
 * @param open  balance before the month with the openings of the month, fen
 */
export function growthClass(open: number, close: number, firstLendThisMonth: boolean): GrowthClass | undefined {
  if (open <= 0 && close > 0) return firstLendThisMonth ? "new" : "resurrected";
  if (open > 0 && close <= 0) return "churned";
  if (open <= 0 && firstLendThisMonth) return "transient";
  if (close === open) return undefined;
  return close > open ? "expansion" : "contraction";
}
