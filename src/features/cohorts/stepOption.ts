import type { EChartsOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea, targetLine } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { bandSeries } from "#src/ui/bandSeries.ts";
import { cohortName } from "./curveTooltip.ts";
import type { Spoken } from "./figures.ts";
import type { HeatArgs } from "./heatModel.ts";
import type { StepModel } from "./stepModel.ts";

/** One age over the cohorts, in the band of its intervals; the mean across. */
export function stepOption(
  { points, mean }: StepModel,
  args: HeatArgs,
  spoken: Spoken,
): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  const isCounted = args.measure !== "balance";
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, {
      labels: points.map(({ cohort }) => format.bucketTick(cohort, args.grain)),
      boundaryGap: false,
    }),
    yAxis: figureAxis(tokens, {
      format: (value) => format.percent(value, 0),
      ...(isCounted ? { min: 0, max: 1 } : {}),
    }),
    tooltip: axisTooltip(tokens, (at) => stepTooltip(points[at], args, spoken)),
    series: [
      ...bandSeries(tokens, {
        id: "band",
        low: points.map(({ interval }) => interval?.low ?? null),
        high: points.map(({ interval }) => interval?.high ?? null),
        tone: "returning",
      }),
      {
        ...lineSeries(tokens, {
          id: "step",
          name: words.measures[args.measure].name,
          data: points.map(({ value }) => value),
          tone: "returning",
        }),
        ...(mean === null
          ? {}
          : { markLine: targetLine(tokens, mean, words.meanLine(words.means[args.mean], format.percent(mean))) ?? {} }),
      },
    ],
  });
}

function stepTooltip(
  point: StepModel["points"][number] | undefined,
  args: HeatArgs,
  spoken: Spoken,
): TooltipModel | null {
  if (point === undefined) return null;
  const { words, format } = spoken;
  const { interval } = point;
  const isCounted = args.measure !== "balance";
  return {
    title: cohortName(point, args.grain, spoken),
    rows: [
      { name: words.measures[args.measure].name, value: format.percent(point.value), tone: "returning", mark: "line" },
      ...(interval === null
        ? []
        : [{ name: words.interval, value: words.range(format.percent(interval.low), format.percent(interval.high)) }]),
      ...(isCounted ? [{ name: words.numerator.lenders, value: format.count(point.count) }] : []),
      { name: words.size, value: format.count(point.size) },
    ],
    ...(point.small ? { note: words.smallNote } : {}),
  };
}

export function stepTable({ points }: StepModel, args: HeatArgs, spoken: Spoken): TableModel {
  const { words } = spoken;
  return {
    caption: words.step,
    columns: [
      { id: "cohort", label: words.firstLend, type: "text" },
      { id: "value", label: words.measures[args.measure].name, type: "ratio" },
      { id: "low", label: words.low, type: "ratio" },
      { id: "high", label: words.high, type: "ratio" },
      { id: "size", label: words.size, type: "count" },
    ],
    rows: points.map((point) => [
      cohortName(point, args.grain, spoken),
      point.value,
      point.interval?.low ?? null,
      point.interval?.high ?? null,
      point.size,
    ]),
  };
}
