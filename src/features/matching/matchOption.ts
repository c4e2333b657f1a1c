import type { EChartsOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea, targetLine } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { gapSeries, type GapArea } from "./gapArea.ts";
import type { Spoken } from "./matchInfo.ts";
import type { MatchModel } from "./matchModel.ts";

export const MATCH_HEIGHT_PX = 380;

/** Both plots share their left edge, so that one cursor runs through both. */
const LABELS_PX = 60;
/** Half a label of the last bucket. */
const RIGHT_PX = 20;
const SIDES = { labelsPx: LABELS_PX, right: RIGHT_PX };

/** The ratio over the two balances that it is made of; where there is no ratio at all, the balances in its place too. */
export function matchOption(model: MatchModel, spoken: Spoken): (tokens: ChartTokens) => EChartsOption {
  const { format } = spoken;
  const labels = model.buckets.map((bucket) => format.bucketTick(bucket, model.grain));
  const scale = format.scaleFor(model.maxFen);
  const hasRatio = model.ratio.some((ratio) => ratio !== null);
  const money = hasRatio ? 1 : 0;
  return (tokens) => {
    const upper = hasRatio ? ratioPlot(model, { spoken, labels }, tokens) : undefined;
    return {
      ...chartBase(tokens),
      grid: [
        ...(upper ? [upper.grid] : []),
        plotArea(upper ? { ...SIDES, top: 190, height: 160 } : { ...SIDES, top: 14, height: 336 }),
      ],
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      xAxis: [...(upper ? [upper.xAxis] : []), bucketAxis(tokens, { labels, gridIndex: money, boundaryGap: false })],
      yAxis: [
        ...(upper ? [upper.yAxis] : []),
        figureAxis(tokens, {
          format: (fen) => format.axisMoney(fen, scale),
          gridIndex: money,
          fromZero: false,
          ticks: 3,
        }),
      ],
      tooltip: axisTooltip(tokens, (at) => matchTooltip(model, spoken, at)),
      series: [...(upper ? [upper.series] : []), ...balanceSeries(model, { spoken, money }, tokens)],
    };
  };
}

function ratioPlot(
  { ratio, axis: { interval, min, max } }: MatchModel,
  { spoken: { words, format }, labels }: { readonly spoken: Spoken; readonly labels: readonly string[] },
  tokens: ChartTokens,
) {
  return {
    grid: plotArea({ ...SIDES, top: 14, height: 146 }),
    xAxis: bucketAxis(tokens, { labels, showLabels: false, boundaryGap: false }),
    yAxis: { ...figureAxis(tokens, { format: (value) => format.number(value, 2), min, max }), interval },
    series: {
      ...lineSeries(tokens, { id: "ratio", name: words.ratio, data: ratio, tone: "outstanding" }),
      markLine: targetLine(tokens, 1, words.idealLine),
    },
  };
}

function balanceSeries(
  model: MatchModel,
  { spoken: { words }, money }: { readonly spoken: Spoken; readonly money: number },
  tokens: ChartTokens,
) {
  const { points } = model;
  return [
    ...gaps(model, money).map((area) => gapSeries(tokens, area)),
    lineSeries(tokens, {
      id: "borrowers",
      name: words.borrowers,
      data: points.map(({ borrowers }) => borrowers),
      tone: "ramp2",
      plot: money,
    }),
    lineSeries(tokens, {
      id: "lenders",
      name: words.lenders,
      data: points.map(({ lenders }) => lenders),
      tone: "outstanding",
      plot: money,
    }),
  ];
}

/** What lies between the two balances, in the tone of the larger. */
function gaps({ points }: MatchModel, plot: number): readonly GapArea[] {
  const lenders = points.map((point) => point.lenders);
  const borrowers = points.map((point) => point.borrowers);
  return [
    { id: "idle", low: borrowers, high: lenders, tone: "outstanding", plot },
    { id: "short", low: lenders, high: borrowers, tone: "ramp2", plot },
  ];
}

export function matchTooltip(model: MatchModel, { words, format }: Spoken, at: number): TooltipModel | null {
  const point = model.points[at];
  if (point === undefined) return null;
  const scale = format.scaleFor(Math.max(point.lenders, point.borrowers));
  return {
    title: format.bucket(point.bucket, model.grain),
    rows: [
      { name: words.lenders, value: format.money(point.lenders, { scale }), tone: "outstanding", mark: "line" },
      { name: words.borrowers, value: format.money(point.borrowers, { scale }), tone: "ramp2", mark: "line" },
      point.short > 0
        ? { name: words.short, value: format.money(point.short, { scale }) }
        : { name: words.idle, value: format.money(point.idle, { scale }) },
    ],
    total: { name: words.ratio, value: format.number(point.ratio, 2) },
    ...(model.grain === "day" ? {} : { note: words.atEndOf(format.day(point.day)) }),
  };
}
