import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import { balanceSeries } from "#src/metrics/balanceSeries.ts";

import type { Held } from "#src/engine/held.ts";

/** The whole ledger by day, from its first to the as-of day; fen. */
export interface LenderDays {
  readonly days: Period;
  /** At the end of each day. */
  readonly outstanding: Float64Array;
  /** Paid on each day. */
  readonly interest: Float64Array;
}

/** Undefined while there is no data. */
export function lenderDays({ kept, state }: Held): LenderDays | undefined {
  const { firstDay, asOf, dayCube } = kept.book;
  if (firstDay === null) return undefined;
  const { newRule, transfers } = state.settings;
  const buckets = Array.from({ length: asOf - firstDay + 1 }, (_, at) => {
    const day = epochDay(firstDay + at);
    return { from: day, to: day };
  });
  const all = { keepProduct: undefined, keepChannel: undefined };
  const { outstanding, interest } = balanceSeries(dayCube, { newRule, transfers, ...all, firstDay, asOf, buckets });
  return {
    days: { from: firstDay, to: asOf },
    outstanding: Float64Array.from(outstanding, (value) => value ?? 0),
    interest: Float64Array.from(interest, (value) => value ?? 0),
  };
}
