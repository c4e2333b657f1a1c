import type { Period } from "#src/domain/period.ts";
import type { TargetMetric, TargetProgress } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import { TONES } from "./targetNames.ts";

export interface HistoryModel {
  readonly metric: TargetMetric;
  readonly tone: SeriesTone;
  readonly unit: "fen" | "count";
  /** A balance is drawn as a line, a flow as bars. */
  readonly isBalance: boolean;
  /** Ascending. */
  readonly months: readonly Period[];
  readonly targets: readonly TargetProgress[];
  /** The largest figure drawn, whatever its sign. */
  readonly most: number;
  /** Of the months that are over and have a figure. */
  readonly over: number;
  readonly met: number;
}

/** The metrics of ours that have a target, in their order. */
export function metricsWithTargets(targets: readonly TargetProgress[]): readonly TargetMetric[] {
  return [...new Set(targets.flatMap(({ metric }) => (metric === null ? [] : [metric])))];
}

/** Every month with a target for a metric; undefined without one. */
export function historyModel(targets: readonly TargetProgress[], metric: TargetMetric): HistoryModel | undefined {
  const own = targets.filter((target) => target.metric === metric);
  const [first] = own;
  if (!first) return undefined;
  const judged = own.filter(({ pace }) => pace === "met" || pace === "missed");
  return {
    metric,
    tone: TONES[metric],
    unit: first.unit,
    isBalance: metric === "outstanding",
    months: own.map(({ month }) => month),
    targets: own,
    most: Math.max(...own.flatMap(({ actual, target }) => [Math.abs(actual ?? 0), Math.abs(target)])),
    over: judged.length,
    met: judged.filter(({ pace }) => pace === "met").length,
  };
}
