import { epochDay } from "#src/domain/units.ts";
import type { TargetMetric } from "#src/domain/targetMetrics.ts";
import { balanceSeries } from "#src/metrics/balanceSeries.ts";
import type { DaySeries } from "#src/metrics/targets/daySeries.ts";
import type { Held } from "#src/engine/held.ts";

const MEASURES = {
  outstanding: "outstanding",
  volume: "volume",
  volume_new: "volumeNew",
  volume_returning: "volumeReturning",
  exits: "exits",
  net_inflow: "netInflow",
  new_lenders: "newLenders",
} as const satisfies Record<TargetMetric, string>;

/**
 * The figures that targets are set for, day by day over the whole ledger under the switches in force; undefined while
 * there is no data.
 */
export function dayFigures({ kept, state }: Held): ((metric: TargetMetric) => DaySeries) | undefined {
  const { firstDay, asOf, dayCube } = kept.book;
  if (firstDay === null) return undefined;
  const { newRule, transfers } = state.settings;
  const buckets = Array.from({ length: asOf - firstDay + 1 }, (_, at) => {
    const day = epochDay(firstDay + at);
    return { from: day, to: day };
  });
  const all = { keepProduct: undefined, keepChannel: undefined };
  const points = balanceSeries(dayCube, { newRule, transfers, ...all, firstDay, asOf, buckets });
  return (metric) => ({ firstDay, values: points[MEASURES[metric]].map((value) => value ?? 0) });
}
