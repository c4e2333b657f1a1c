import type { EpochDay } from "#src/domain/units.ts";
import { balanceSeries } from "#src/metrics/balanceSeries.ts";

import type { Held } from "#src/engine/held.ts";

/**
 * What lenders are owed at the end of days, over the whole ledger: no filter enters. Fen; zero before the first row, and
 * after the last one what it left.
 */
export function outstandingOn({ kept, state }: Held, days: readonly EpochDay[]): readonly number[] {
  const { firstDay, asOf, dayCube } = kept.book;
  const { newRule, transfers } = state.settings;
  const all = { keepProduct: undefined, keepChannel: undefined };
  const buckets = days.map((day) => ({ from: day, to: day }));
  const { outstanding } = balanceSeries(dayCube, { newRule, transfers, ...all, firstDay, asOf, buckets });
  return outstanding.map((amount) => amount ?? 0);
}
