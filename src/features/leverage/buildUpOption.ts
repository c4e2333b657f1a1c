import type { BarSeriesOption, EChartsOption } from "echarts";

import { barSeries, chartBase, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { stepName, type BackingStep } from "./buildUpModel.ts";
import type { Spoken } from "./figures.ts";

/** Room for a figure behind the longest bar. */
const LABEL_PX = 78;

/** A waterfall down the page: names of any length stand beside their bars. */
export function buildUpOption(steps: readonly BackingStep[], spoken: Spoken, tokens: ChartTokens): EChartsOption {
  const { words, format } = spoken;
  const most = Math.max(...steps.map(({ before, amount }) => before + amount), 0);
  const hidden: BarSeriesOption = {
    type: "bar",
    id: "before",
    stack: "backing",
    silent: true,
    itemStyle: { color: "transparent" },
    emphasis: { disabled: true },
    data: steps.map(({ before }) => before),
  };
  const shown = barSeries(tokens, {
    id: "amount",
    name: words.amount,
    data: [],
    tone: "outstandingFill",
    stack: "backing",
  });
  const bars: BarSeriesOption = {
    ...shown,
    // A part that comes to nothing keeps a hairline, so that its place is seen.
    barMinHeight: 1,
    label: {
      show: true,
      position: "right",
      color: tokens.ink,
      fontSize: 11,
      fontWeight: 600,
      formatter: ({ dataIndex }) => format.money(steps[dataIndex]?.amount ?? null),
    },
    emphasis: { disabled: true },
    data: steps.map(({ amount, tone }) => ({
      value: amount,
      itemStyle: { color: tokens.series[tone], borderRadius: [0, 3, 3, 0] },
    })),
  };
  return {
    ...chartBase(tokens),
    grid: plotArea({ top: 4, right: LABEL_PX }),
    xAxis: { type: "value", show: false, min: 0, max: most === 0 ? 1 : most },
    yAxis: {
      type: "category",
      inverse: true,
      data: steps.map(({ id }) => stepName(id, words)),
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: tokens.lineStrong } },
      axisLabel: { color: tokens.ink2, fontSize: 11, interval: 0, margin: 8 },
    },
    tooltip: axisTooltip(tokens, (index) => buildUpTooltip(steps, spoken, index), "shadow"),
    series: [hidden, bars],
  };
}

export function buildUpTooltip(
  steps: readonly BackingStep[],
  { words, format }: Spoken,
  index: number,
): TooltipModel | null {
  const step = steps[index];
  if (!step) return null;
  const { id, group, amount, before, tone } = step;
  return {
    title: stepName(id, words),
    rows: [{ name: words.groups[group], value: format.moneyExact(amount), tone }],
    ...(id === "backing" ? {} : { total: { name: words.together, value: format.moneyExact(before + amount) } }),
  };
}
