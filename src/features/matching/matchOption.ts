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
const MONEY = 1;

/** The ratio over the two balances that it is made of. */
export function matchOption(model: MatchModel, spoken: Spoken): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  const labels = model.buckets.map((bucket) => format.bucketTick(bucket, model.grain));
  const scale = format.scaleFor(model.maxFen);
  const { interval, min, max } = model.axis;
  return (tokens) => ({
    ...chartBase(tokens),
    grid: [
      plotArea({ labelsPx: LABELS_PX, right: RIGHT_PX, top: 14, height: 146 }),
      plotArea({ labelsPx: LABELS_PX, right: RIGHT_PX, top: 190, height: 160 }),
    ],
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    xAxis: [
      bucketAxis(tokens, { labels, showLabels: false, boundaryGap: false }),
      bucketAxis(tokens, { labels, gridIndex: MONEY, boundaryGap: false }),
    ],
    yAxis: [
      { ...figureAxis(tokens, { format: (ratio) => format.number(ratio, 2), min, max }), interval },
      figureAxis(tokens, {
        format: (fen) => format.axisMoney(fen, scale),
        gridIndex: MONEY,
        fromZero: false,
        ticks: 3,
      }),
    ],
    tooltip: axisTooltip(tokens, (at) => matchTooltip(model, spoken, at)),
    series: [
      {
        ...lineSeries(tokens, { id: "ratio", name: words.ratio, data: model.ratio, tone: "outstanding" }),
        markLine: targetLine(tokens, 1, words.idealLine),
      },
      ...gaps(model).map((area) => gapSeries(tokens, area)),
      lineSeries(tokens, {
        id: "borrowers",
        name: words.borrowers,
        data: model.points.map(({ borrowers }) => borrowers),
        tone: "ramp2",
        plot: MONEY,
      }),
      lineSeries(tokens, {
        id: "lenders",
        name: words.lenders,
        data: model.points.map(({ lenders }) => lenders),
        tone: "outstanding",
        plot: MONEY,
      }),
    ],
  });
}

/** What lies between the two balances, in the tone of the larger. */
function gaps({ points }: MatchModel): readonly GapArea[] {
  const lenders = points.map((point) => point.lenders);
  const borrowers = points.map((point) => point.borrowers);
  return [
    { id: "idle", low: borrowers, high: lenders, tone: "outstanding", plot: MONEY },
    { id: "short", low: lenders, high: borrowers, tone: "ramp2", plot: MONEY },
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
