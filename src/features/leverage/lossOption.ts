import type { EChartsOption } from "echarts";

import type { LossLine } from "#src/engine/protocol.ts";
import { barSeries, chartBase, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { Spoken } from "./figures.ts";
import { lossName, PAYERS } from "./lossModel.ts";

/** A bar a loss, from left to right who pays it. */
export function lossOption(losses: readonly LossLine[], spoken: Spoken, tokens: ChartTokens): EChartsOption {
  const { words, format } = spoken;
  const scale = format.scaleFor(Math.max(0, ...losses.map(({ loss }) => loss)));
  return {
    ...chartBase(tokens),
    grid: plotArea({ right: 24 }),
    xAxis: {
      type: "value",
      min: 0,
      splitNumber: 4,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: tokens.ink3,
        fontSize: 11,
        hideOverlap: true,
        formatter: (fen: number) => format.axisMoney(fen, scale),
      },
      splitLine: { lineStyle: { color: tokens.line, width: 1 } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: losses.map((line) => lossName(line, format)),
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: tokens.lineStrong } },
      axisLabel: { color: tokens.ink2, fontSize: 11, interval: 0, margin: 8 },
    },
    tooltip: axisTooltip(tokens, (index) => lossTooltip(losses, spoken, index), "shadow"),
    series: PAYERS.map(({ id, tone }) => ({
      ...barSeries(tokens, {
        id,
        name: words.payers[id],
        data: losses.map((line) => line[id]),
        tone,
        stack: "payers",
      }),
      emphasis: { disabled: true },
    })),
  };
}

export function lossTooltip(
  losses: readonly LossLine[],
  { words, format }: Spoken,
  index: number,
): TooltipModel | null {
  const line = losses[index];
  if (!line) return null;
  return {
    title: words.lossOf(lossName(line, format)),
    rows: PAYERS.map(({ id, tone }) => ({ name: words.payers[id], value: format.money(line[id]), tone })),
    total: { name: words.loss, value: format.money(line.loss) },
  };
}
