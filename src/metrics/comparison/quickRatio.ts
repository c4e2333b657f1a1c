import type { LenderMonth } from "#src/metrics/lenderMonths.ts";
import { ratio } from "#src/metrics/ratio.ts";

/**
 * Quick ratio of some lenders over some months (GA3): what their balances gained from one month's end to the next, new,
 * resurrected and expanded together, for every yuan that was contracted or churned. Openings of a month are held before
 * it. A lender who comes and goes within a month counts zero.
 *
 * @param months   any order
 * @param lenders  1 by ledger code
 * @returns        null when nothing was lost
 */
export function quickRatioOf(months: readonly LenderMonth[], lenders: Uint8Array): number | null {
  let gained = 0;
  let lost = 0;
  for (const { lender, openBalance, balance, openings } of months) {
    const opened = new Map<number, number>();
    openings.entry.forEach((entry, place) => opened.set(entry, openings.amount[place]!));
    for (let entry = 0; entry < lender.length; entry++) {
      if (lenders[lender[entry]!] !== 1) continue;
      const change = balance[entry]! - openBalance[entry]! - (opened.get(entry) ?? 0);
      if (change > 0) gained += change;
      else lost -= change;
    }
  }
  return ratio(gained, lost);
}
