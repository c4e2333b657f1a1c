import { monthOf, monthStart } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { Bucket, TargetMetric, TargetsResult } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import type { TrendModel } from "./trendModel.ts";
import type { TrendMeasure } from "./trendSpecs.ts";

export interface TrendTarget {
  readonly measure: TrendMeasure;
  readonly tone: SeriesTone;
  /** By bucket; null where none is set, or the bucket is not of one whole month. */
  readonly values: readonly (number | null)[];
}

const METRICS: Partial<Record<TrendMeasure, TargetMetric>> = {
  outstanding: "outstanding",
  volume: "volume",
  volumeNew: "volume_new",
  volumeReturning: "volume_returning",
  exits: "exits",
  netInflow: "net_inflow",
  newLenders: "new_lenders",
};

/**
 * The targets of what a trend draws. A flow's target is of a month, so that it stands beside months alone; that of the
 * balance holds for every bucket that ends in its month.
 *
 * @param firstDay  the first day of data: the first month begins there
 */
export function trendTargets(
  model: Omit<TrendModel, "targets">,
  { basis, targets }: TargetsResult,
  firstDay: EpochDay,
): readonly TrendTarget[] {
  if (model.rolling !== 0 || model.unit === "ratio") return [];
  return drawnMeasures(model).flatMap(({ measure, tone }) => {
    const metric = METRICS[measure];
    if (metric === undefined || (model.grain !== "month" && measure !== "outstanding")) return [];
    const goals = new Map(
      targets.filter((target) => target.metric === metric).map(({ month, target }) => [monthOf(month.from), target]),
    );
    const values = model.buckets.map((bucket) => {
      if (measure !== "outstanding" && !isWholeMonth(bucket, { firstDay, asOf: basis.asOf })) return null;
      return goals.get(monthOf(bucket.to)) ?? null;
    });
    return values.some((value) => value !== null) ? [{ measure, tone, values }] : [];
  });
}

function drawnMeasures({ draw, spec, lines }: Omit<TrendModel, "targets">): readonly Omit<TrendTarget, "values">[] {
  if (draw !== "stacked" || spec.whole === undefined) return lines;
  return [{ measure: spec.whole, tone: spec.whole === "exits" ? "exits" : "volume" }];
}

/** Whole as far as there is data: the period has cut nothing off. */
function isWholeMonth(
  { from, to, complete }: Bucket,
  { firstDay, asOf }: { readonly firstDay: EpochDay; readonly asOf: EpochDay | null },
): boolean {
  const begins = from === monthStart(monthOf(from)) || from === firstDay;
  return begins && (complete || to === asOf);
}
