import type { EChartsOption } from "echarts";

import type { ConcentrationResult } from "#src/engine/protocol.ts";
import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { Spoken } from "./figures.ts";
import type { ConcentrationWords } from "./strings.ts";

export type LorenzPoints = ConcentrationResult["lorenz"];

/** What the smallest lenders up to a share of all hold, between the points in proportion; 0 without points. */
export function heldBySmallest(points: LorenzPoints, share: number): number {
  const after = points.findIndex(({ lenders }) => lenders >= share);
  const [right, left] = [points[after], points[Math.max(0, after - 1)]];
  if (!right || !left) return 0;
  if (right.lenders === left.lenders) return right.balance;
  const way = (share - left.lenders) / (right.lenders - left.lenders);
  return left.balance + way * (right.balance - left.balance);
}

export function lorenzOption(points: LorenzPoints, spoken: Spoken): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  const labels = points.map(({ lenders }) => format.percent(lenders, 0));
  // Both ends are always among them, however many points there are.
  const labelled = new Set([0, 1, 2, 3, 4].map((quarter) => Math.round((quarter * (points.length - 1)) / 4)));
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea({ right: 16 }),
    xAxis: bucketAxis(tokens, { labels, boundaryGap: false, labelAt: (index) => labelled.has(index) }),
    yAxis: { ...figureAxis(tokens, { format: (share) => format.percent(share, 0), min: 0, max: 1 }), interval: 0.25 },
    tooltip: axisTooltip(tokens, (index) => lorenzTooltip(points, spoken, index)),
    series: [
      lineSeries(tokens, {
        id: "equality",
        name: words.equality,
        data: points.map(({ lenders }) => lenders),
        tone: "comparison",
        as: "comparison",
      }),
      lineSeries(tokens, {
        id: "curve",
        name: words.curve,
        data: points.map(({ balance }) => balance),
        tone: "outstanding",
      }),
    ],
  });
}

export function lorenzTooltip(points: LorenzPoints, { words, format }: Spoken, index: number): TooltipModel | null {
  const point = points[index];
  if (!point) return null;
  return {
    title: words.smallest(format.percent(point.lenders, 0)),
    rows: [{ name: words.hold, value: format.percent(point.balance), tone: "outstanding", mark: "line" }],
    total: { name: words.rest(format.percent(1 - point.lenders, 0)), value: format.percent(1 - point.balance) },
  };
}

export function lorenzTable(points: LorenzPoints, words: ConcentrationWords): TableModel {
  return {
    caption: words.lorenz,
    columns: [
      { id: "lenders", label: words.shareOfLenders, type: "ratio" },
      { id: "balance", label: words.shareOfBalance, type: "ratio" },
    ],
    rows: points.map(({ lenders, balance }) => [lenders, balance]),
  };
}
