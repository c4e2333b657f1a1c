import type { LoanScope } from "#src/engine/protocol.ts";
import type { ChartPoint } from "#src/ui/chartPoint.ts";

import { selectionName } from "./figures.ts";
import { seriesId, type OverTimeDrawing } from "./overTimeOption.ts";
import { whereOf } from "./profitView.ts";
import type { LoansOf } from "./useProfitLoans.ts";

/** The loans behind a point: of the line that was chosen, or of all lines where a column was; null beyond the axis. */
export function loansAt(drawing: OverTimeDrawing, point: ChartPoint, scope: LoanScope): LoansOf | null {
  const { model, grain, words, format } = drawing;
  const bucket = model.buckets[point.dataIndex];
  if (bucket === undefined) return null;
  const chosen = model.series.filter((series) => seriesId(series) === point.seriesId);
  const lines = chosen.length > 0 ? chosen : model.series;
  // Those without a line of their own cannot be named: all loans of the time are shown instead.
  const product = lines.length === 1 ? (lines[0]?.product ?? null) : null;
  const shown = product === null ? model.series : lines;
  const profits = shown.filter(({ disbursed }) => (disbursed[point.dataIndex] ?? 0) > 0);
  return {
    name: words.chosen(selectionName({ product, month: null }, { words, format }), format.bucket(bucket, grain)),
    profit: profits.reduce<number | null>((sum, { profit }) => added(sum, profit[point.dataIndex] ?? null), 0),
    where: whereOf(scope, product, bucket),
  };
}

function added(sum: number | null, fen: number | null): number | null {
  return sum === null || fen === null ? null : sum + fen;
}
