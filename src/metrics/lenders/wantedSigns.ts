import type { HunterRules } from "#src/domain/segments.ts";

import { SIGN } from "./lenderBook.ts";

/** The bits of `SIGN` that the rules ask for; 0 when they ask for none, which makes nobody a bonus hunter. */
export function wantedSigns(rules: HunterRules): number {
  return (
    (rules.shortestTerm ? SIGN.shortestTerm : 0) |
    (rules.coupon ? SIGN.coupon : 0) |
    (rules.atThreshold ? SIGN.atThreshold : 0) |
    (rules.cashOut ? SIGN.cashOut : 0) |
    (rules.noSecondLend ? SIGN.noSecondLend : 0)
  );
}

/** Whether a lender shows every sign that is asked for. */
export function isHunter(signs: number, wanted: number): boolean {
  return wanted !== 0 && (signs & wanted) === wanted;
}
