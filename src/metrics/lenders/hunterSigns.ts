import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { TYPE } from "#src/domain/eventTypes.ts";
import type { HunterRules } from "#src/domain/segments.ts";
import type { TransfersView } from "#src/domain/switches.ts";

import { SIGN } from "./lenderBook.ts";
import type { LenderRows } from "./lenderRows.ts";

export interface SignRules extends Pick<HunterRules, "thresholdFen" | "cashOutDays"> {
  readonly transfers: TransfersView;
  /** 0 when no row has a term: nobody then has the sign. */
  readonly shortestTermDays: number;
}

/**
 * Which signs of a bonus hunter a lender shows, but for the second lend; bits of `SIGN`. The first lend is the rows of
 * volume at the first instant. A subsidy belongs to it when it is paid on its day or the day after.
 */
export function hunterSigns(rows: LenderRows, firstInstant: number, rules: SignRules): number {
  const firstDay = Math.floor(firstInstant / SECONDS_A_DAY);
  let amount = 0;
  let signs = 0;
  let firstLot = -1;
  for (let row = rows.from; row < rows.to && rows.day[row]! <= firstDay + 1; row++) {
    const type = rows.type[row]!;
    if (type === TYPE.subsidy && rows.day[row]! >= firstDay) signs |= SIGN.coupon;
    if (rows.instant[row] !== firstInstant || !isVolume(type, rules.transfers)) continue;
    amount += rows.amount[row]!;
    if (rows.couponAmount[row]! > 0) signs |= SIGN.coupon;
    const term = rows.termDays[row]!;
    if (term === 0) continue;
    if (term === rules.shortestTermDays) signs |= SIGN.shortestTerm;
    if (firstLot < 0 || term < rows.termDays[firstLot]!) firstLot = row;
  }
  if (amount > 0 && amount === rules.thresholdFen) signs |= SIGN.atThreshold;
  if (firstLot >= 0 && isCashedOut(rows, firstLot, rules.cashOutDays)) signs |= SIGN.cashOut;
  return signs;
}

/** Whether a row of a type is volume under a view of transfers. */
export function isVolume(type: number, transfers: TransfersView): boolean {
  return type === TYPE.lend || (type === TYPE.transferIn && transfers === "gross");
}

/**
 * Whether money was withdrawn from the day on which a lot was paid out, and up to some days after: the day of the
 * first exit of its product on or after its maturity, or the maturity itself when there is none.
 */
function isCashedOut(rows: LenderRows, lot: number, days: number): boolean {
  const maturity = rows.day[lot]! + rows.termDays[lot]!;
  let paid = maturity;
  for (let row = lot; row < rows.to; row++) {
    if (rows.type[row] !== TYPE.exit || rows.day[row]! < maturity || rows.product[row] !== rows.product[lot]) continue;
    paid = rows.day[row]!;
    break;
  }
  for (let row = lot; row < rows.to; row++)
    if (rows.type[row] === TYPE.withdraw && rows.day[row]! >= paid && rows.day[row]! <= paid + days) return true;
  return false;
}
