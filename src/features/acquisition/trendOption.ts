import type { EChartsOption } from "echarts";

import type { AcquisitionTrendPoint, Payback } from "#src/engine/protocol.ts";
import { barSeries, bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { largest, paybackText, type Spoken } from "./figures.ts";

type Trend = readonly AcquisitionTrendPoint[];
type OptionOf = (tokens: ChartTokens) => EChartsOption;

export function costTrendOption(trend: Trend, spoken: Spoken): OptionOf {
  const { words, format } = spoken;
  const costs = trend.map(({ acquisitionCost }) => acquisitionCost);
  const scale = format.scaleFor(largest(costs));
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, { labels: monthLabels(trend, spoken), boundaryGap: false }),
    yAxis: figureAxis(tokens, { format: (fen) => format.axisMoney(fen, scale), ticks: 3 }),
    tooltip: axisTooltip(tokens, (at) => trendTooltip(trend, at, spoken)),
    series: [lineSeries(tokens, { id: "cost", name: words.cost, data: costs, tone: "exits" })],
  });
}

/** Months to payback as bars; one that is not paid back is an outline as high as it is old. */
export function paybackTrendOption(trend: Trend, spoken: Spoken): OptionOf {
  const { words, format } = spoken;
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea({ top: 20 }),
    xAxis: bucketAxis(tokens, { labels: monthLabels(trend, spoken) }),
    yAxis: figureAxis(tokens, { format: (months) => format.number(months, 0), ticks: 3 }),
    tooltip: axisTooltip(tokens, (at) => trendTooltip(trend, at, spoken), "shadow"),
    series: [
      {
        ...barSeries(tokens, {
          id: "payback",
          name: words.payback,
          data: trend.map(({ payback }) => (payback === null ? null : (payback.months ?? payback.observedMonths))),
          tone: "returning",
          isOpen: (at) => trend[at]?.payback?.months === null,
          rounded: "up",
        }),
        label: {
          show: trend.length <= MOST_LABELS,
          position: "top",
          color: tokens.ink2,
          fontSize: 10,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
            barLabel(trend[dataIndex]?.payback ?? null, spoken),
        },
      },
    ],
  });
}

/** More bars than this leave no room for their figures. */
const MOST_LABELS = 24;

/** Short: "6", ">14". */
function barLabel(payback: Payback | null, { format }: Spoken): string {
  if (payback === null) return "";
  return payback.months === null ? `>${payback.observedMonths}` : format.number(payback.months, 0);
}

function monthLabels(trend: Trend, { format }: Spoken): string[] {
  return trend.map(({ month }) => format.monthShort(month.from));
}

export function trendTooltip(trend: Trend, at: number, { words, format }: Spoken): TooltipModel | null {
  const point = trend[at];
  if (point === undefined) return null;
  return {
    title: format.month(point.month.from),
    rows: [
      { name: words.cost, value: format.money(point.acquisitionCost), tone: "exits", mark: "line" },
      { name: words.payback, value: paybackText(point.payback, format), tone: "returning" },
      { name: words.lenders, value: format.count(point.newLenders) },
    ],
  };
}
