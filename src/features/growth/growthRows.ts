import { BALANCE_SIGN, EVENT_TYPES } from "#src/domain/eventTypes.ts";
import type { Period } from "#src/domain/period.ts";
import type { Filter, RowsWhere } from "#src/engine/protocol.ts";

import type { MovingClass } from "./chartModel.ts";

/** The rows that move a balance. */
const PRINCIPAL_TYPES = EVENT_TYPES.filter((_, code) => BALANCE_SIGN[code] !== 0);

/** Balance rows of a month: with their signs they add up to its change of outstanding. */
export function monthWhere(month: Period, filter: Filter): RowsWhere {
  return { period: month, types: PRINCIPAL_TYPES, filter };
}

/** Those of the lenders that a month puts in a class. */
export function classWhere(id: MovingClass | "transient", month: Period, filter: Filter): RowsWhere {
  return { ...monthWhere(month, filter), growth: { month, class: id } };
}
