import type { EChartsOption, LineSeriesOption } from "echarts";

import type { LeverageBand } from "#src/engine/protocol.ts";
import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import { faded, type ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { leverageText, type Spoken } from "./figures.ts";
import type { FundsChange, TrendModel } from "./trendModel.ts";

const ALPHAS: Readonly<Record<LeverageBand, number>> = { low: 0, normal: 0.07, high: 0.09, extreme: 0.12 };

export function trendOption(model: TrendModel, spoken: Spoken, tokens: ChartTokens): EChartsOption {
  const { words, format } = spoken;
  const { points, buckets, grain, top, step } = model;
  return {
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, {
      labels: buckets.map((bucket) => format.bucketTick(bucket, grain)),
      boundaryGap: false,
    }),
    yAxis: {
      ...figureAxis(tokens, { format: (value) => format.ratioX(value, decimals(step)), min: 0, max: top }),
      interval: step,
    },
    tooltip: axisTooltip(tokens, (index) => trendTooltip(model, spoken, index)),
    series: [
      bandAreas(model, spoken, tokens),
      lineSeries(tokens, {
        id: "withoutPartner",
        name: words.withoutPartner,
        data: points.map(({ withoutPartner }) => withoutPartner),
        tone: "comparison",
        as: "comparison",
      }),
      lineSeries(tokens, {
        id: "leverage",
        name: words.withPartner,
        data: points.map(({ leverage }) => leverage),
        tone: "outstanding",
      }),
      changeMarks(model, spoken, tokens),
    ],
  };
}

/** As many as the ticks need. */
function decimals(step: number): number {
  return Number.isInteger(step) ? 0 : step >= 0.1 && Number.isInteger(step * 10) ? 1 : 2;
}

/** A series without points of its own, under the lines. */
function bandAreas({ bands }: TrendModel, { words }: Spoken, tokens: ChartTokens): LineSeriesOption {
  const colours = { low: tokens.ink3, normal: tokens.good, high: tokens.warn, extreme: tokens.bad };
  return {
    type: "line",
    id: "bands",
    data: [],
    silent: true,
    markArea: {
      silent: true,
      animation: false,
      z: 0,
      label: { show: true, position: "insideTopLeft", color: tokens.ink3, fontSize: 11 },
      data: bands.map(({ band, from, to }) => [
        { name: words.bands[band], yAxis: from, itemStyle: { color: faded(colours[band], ALPHAS[band]) } },
        { yAxis: to },
      ]),
    },
  };
}

/** Diamonds on the line where funds changed. */
function changeMarks({ points, changes }: TrendModel, { words }: Spoken, tokens: ChartTokens): LineSeriesOption {
  return {
    type: "line",
    id: "changes",
    name: words.fundsChanged,
    data: points.map(({ leverage }, place) => (changes.has(place) ? leverage : null)),
    symbol: "diamond",
    symbolSize: 10,
    showSymbol: true,
    showAllSymbol: true,
    silent: true,
    lineStyle: { opacity: 0 },
    itemStyle: { color: tokens.surface, borderColor: tokens.ink, borderWidth: 1.5 },
    emphasis: { disabled: true },
    z: 6,
  };
}

export function trendTooltip(model: TrendModel, spoken: Spoken, index: number): TooltipModel | null {
  const point = model.points[index];
  if (!point) return null;
  const { words, format } = spoken;
  const { day, leverage, withoutPartner, band, outstanding, backing } = point;
  const change = model.changes.get(index);
  return {
    title: format.day(day),
    rows: [
      { name: words.withPartner, value: leverageText(leverage, spoken), tone: "outstanding", mark: "line" },
      { name: words.withoutPartner, value: leverageText(withoutPartner, spoken), tone: "comparison", mark: "dash" },
      { name: words.outstanding, value: format.money(outstanding) },
      { name: words.backing, value: format.money(backing) },
    ],
    ...(band === null ? {} : { total: { name: words.band, value: words.bands[band] } }),
    ...(change === undefined ? {} : { note: changeText(change, spoken) }),
  };
}

function changeText({ amount, isGuarantee }: FundsChange, { words, format }: Spoken): string {
  if (isGuarantee) return words.guaranteeChanged;
  return amount === 0 ? words.fundsChanged : words.fundsChangedBy(format.money(amount, { sign: true }));
}
