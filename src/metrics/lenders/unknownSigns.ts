import { TYPE } from "#src/domain/eventTypes.ts";
import type { HunterRules } from "#src/domain/segments.ts";

import { SIGN, type LenderBook } from "./lenderBook.ts";

export type UnknownSign = "shortestTerm" | "coupon" | "cashOut";

type ShownBy = Pick<LenderBook, "shortestTermDays" | "hasWithdrawals" | "facts">;

/**
 * Signs of a bonus hunter that the data cannot show (HN4): no row has a term, none is a withdrawal; none is a subsidy and no
 * first lend came with a coupon.
 *
 * @param rowsByType  of the ledger, by type code
 */
export function unknownSigns(book: ShownBy, rowsByType: Float64Array): UnknownSign[] {
  const showsCoupons = rowsByType[TYPE.subsidy]! > 0 || book.facts.signs.some((signs) => (signs & SIGN.coupon) !== 0);
  return [
    ...(book.shortestTermDays === 0 ? (["shortestTerm"] as const) : []),
    ...(showsCoupons ? [] : (["coupon"] as const)),
    ...(book.hasWithdrawals ? [] : (["cashOut"] as const)),
  ];
}

/** The rules of the settings less what a ledger cannot show. */
export function rulesInForce(rules: HunterRules, book: ShownBy, rowsByType: Float64Array): HunterRules {
  return rulesAsked(rules, unknownSigns(book, rowsByType));
}

/** The rules less the signs that the data cannot show: what nobody can have is not asked for. */
export function rulesAsked(rules: HunterRules, unknown: readonly UnknownSign[]): HunterRules {
  return { ...rules, ...Object.fromEntries(unknown.map((sign) => [sign, false])) };
}
