import { BALANCE_SIGN, EVENT_TYPES } from "#src/domain/eventTypes.ts";
import { TERM_BUCKETS } from "#src/domain/leverageRules.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { LoansWhere, LotDue, RowsWhere } from "#src/engine/protocol.ts";

const ALL = { products: [], channels: [] };

/** The rows that move a balance. */
const PRINCIPAL_TYPES = EVENT_TYPES.filter((_, code) => BALANCE_SIGN[code] !== 0);

/** Every balance row up to a day: with their signs they add up to what lenders have outstanding at its end. */
export function balanceWhere(firstDay: EpochDay, day: EpochDay): RowsWhere {
  return { period: { from: firstDay, to: day }, types: PRINCIPAL_TYPES, filter: ALL };
}

/** The interest that the ledger's own yield was taken from: of so many days up to the as-of day. */
export function interestWhere(asOf: EpochDay, days: number): RowsWhere {
  return { period: { from: epochDay(asOf - days + 1), to: asOf }, types: ["interest"], filter: ALL };
}

/** All loans with principal that is neither repaid nor bad. */
export const OWING: LoansWhere = { disbursed: null, products: [], owing: true };

/** The loans with money in a line of the ladder; null for the undated, which borrowers have none of. */
export function dueWhere(place: LotDue): LoansWhere | null {
  if (place.type === "undated") return null;
  const due = place.type === "overdue" ? place.type : TERM_BUCKETS.indexOf(place.to ?? Infinity);
  return { disbursed: null, products: [], due };
}
