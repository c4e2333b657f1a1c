import { monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import { tableNumbers, tableTexts } from "#src/domain/tableReader.ts";
import { currentRows, currentSources, type RowSource } from "#src/domain/tableRows.ts";
import type { StoredTable } from "#src/domain/tables.ts";
import { TARGET_METRICS, targetMetricOf, type TargetMetric } from "#src/domain/targetMetrics.ts";
import { epochDay } from "#src/domain/units.ts";
import { goalProgress, NO_PROGRESS } from "#src/metrics/targets/targetProgress.ts";
import type { DaySeries } from "#src/metrics/targets/daySeries.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { TargetProgress, TargetsResult } from "#src/engine/protocol.ts";
import { valueOf } from "#src/engine/storeFault.ts";

import { dayFigures } from "./dayFigures.ts";

/** Values are kept in millionths of the metric's own unit: yuan for money, lenders for counts. */
const MILLIONTHS_A_FEN = 10_000;
const MILLIONTHS_A_LENDER = 1_000_000;

/** How far every target in force is, of the whole ledger under the switches in force. */
export async function targetsAnswer({ held }: Analysis, _args: Record<never, never>): Promise<TargetsResult> {
  const targets = targetsInForce(valueOf(await held.readTables("targets")));
  const figures = targets.length > 0 ? dayFigures(held) : undefined;
  const days = new Map<TargetMetric, DaySeries>();
  const daysOf = (metric: TargetMetric): DaySeries | undefined => {
    const known = days.get(metric) ?? figures?.(metric);
    if (known) days.set(metric, known);
    return known;
  };
  return {
    basis: basisOf(held, held.kept.book.rows),
    targets: targets.map((target) => progressOf(target, daysOf)).toSorted(byMonthThenMetric),
  };
}

interface TargetInForce extends RowSource {
  readonly month: MonthNumber;
  readonly metricName: string;
  readonly millionths: number;
  readonly owner: string;
}

/** One for each month and metric: the last, by import and then by row, whatever day of the month a row names. */
function targetsInForce(stored: readonly StoredTable[]): readonly TargetInForce[] {
  const rows = currentRows("targets", stored);
  const sources = currentSources("targets", stored);
  const months = tableNumbers("targets", rows, "month");
  const metrics = tableTexts("targets", rows, "metric");
  const values = tableNumbers("targets", rows, "value");
  const owners = tableTexts("targets", rows, "owner");
  const inForce = new Map<string, TargetInForce>();
  for (const [place, source] of sources.entries()) {
    const month = monthOf(epochDay(months[place]!));
    const metricName = metrics[place]!;
    const key = `${month} ${metricName}`;
    const earlier = inForce.get(key);
    if (earlier && !isLater(source, earlier)) continue;
    inForce.set(key, { ...source, month, metricName, millionths: values[place]!, owner: owners[place]! });
  }
  return [...inForce.values()];
}

function isLater(a: RowSource, b: RowSource): boolean {
  return a.importId === b.importId ? a.row > b.row : a.importId > b.importId;
}

function progressOf(
  { month, metricName, millionths, owner, importId }: TargetInForce,
  daysOf: (metric: TargetMetric) => DaySeries | undefined,
): TargetProgress {
  const metric = targetMetricOf(metricName);
  const unit = metric === undefined || metric === "new_lenders" ? "count" : "fen";
  const target = millionths / (unit === "fen" ? MILLIONTHS_A_FEN : MILLIONTHS_A_LENDER);
  const days = metric && daysOf(metric);
  return {
    month: { from: monthStart(month), to: monthEnd(month) },
    metric: metric ?? null,
    metricName,
    owner,
    unit,
    target,
    ...(metric && days ? goalProgress({ month, metric, target }, days) : NO_PROGRESS),
    importId,
  };
}

function byMonthThenMetric(a: TargetProgress, b: TargetProgress): number {
  return (
    a.month.from - b.month.from ||
    placeOf(a.metric) - placeOf(b.metric) ||
    (a.metricName < b.metricName ? -1 : a.metricName > b.metricName ? 1 : 0)
  );
}

/** Metrics that are none of ours come last. */
function placeOf(metric: TargetMetric | null): number {
  return metric === null ? TARGET_METRICS.length : TARGET_METRICS.indexOf(metric);
}
