import type { EChartsOption, LineSeriesOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import { faded, type ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { Spoken } from "./figures.ts";
import type { SecondModel } from "./secondModel.ts";

const A_WEEK = 7;
const A_MONTH = 30;

/** The steps of 1 − S(t) over their band. */
export function secondOption(model: SecondModel, spoken: Spoken): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, {
      labels: model.share.map((_, day) => String(day)),
      boundaryGap: false,
      labelAt: (day) => day % (model.share.length > 2 * A_MONTH ? A_MONTH : A_WEEK) === 0,
    }),
    yAxis: {
      ...figureAxis(tokens, { format: (ratio) => format.percent(ratio, 0), min: 0, max: 1 }),
      interval: 0.25,
    },
    tooltip: axisTooltip(tokens, (day) => secondTooltip(model, day, spoken)),
    series: [
      bandEdge(tokens, { id: "low", name: words.low, data: model.low }),
      {
        ...bandEdge(tokens, {
          id: "band",
          name: words.band,
          data: model.high.map((high, day) => high - (model.low[day] ?? 0)),
        }),
        areaStyle: { color: faded(tokens.series.returning, 0.16), origin: "start" },
      },
      {
        ...lineSeries(tokens, { id: "share", name: words.secondLegend, data: model.share, tone: "returning" }),
        step: "end",
        sampling: "none",
      },
    ],
  });
}

interface Edge {
  readonly id: string;
  readonly name: string;
  readonly data: readonly number[];
}

/** An unseen line: the band is stacked on the lower one. */
function bandEdge(tokens: ChartTokens, edge: Edge): LineSeriesOption {
  return {
    ...lineSeries(tokens, { ...edge, tone: "returning", stack: "band" }),
    step: "end",
    sampling: "none",
    silent: true,
    symbol: "none",
    lineStyle: { width: 0, opacity: 0 },
    z: 2,
  };
}

export function secondTooltip(model: SecondModel, day: number, { words, format }: Spoken): TooltipModel | null {
  const [share, low, high] = [model.share[day], model.low[day], model.high[day]];
  if (share === undefined || low === undefined || high === undefined) return null;
  return {
    title: words.dayTitle(format.count(day)),
    rows: [
      { name: words.secondLegend, value: format.percent(share), tone: "returning", mark: "line" },
      { name: words.band, value: `${format.percent(low)} – ${format.percent(high)}` },
      { name: words.events, value: format.count(model.events[day] ?? null) },
      { name: words.atRisk, value: format.count(model.atRisk[day] ?? null) },
    ],
  };
}
