import type { EChartsOption, LineSeriesOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip } from "#src/ui/tooltipNode.ts";

import type { CohortLine, CurvesModel } from "./chartModel.ts";
import { ageLabel } from "./ageLabel.ts";
import { curveTooltip } from "./curveTooltip.ts";
import type { Spoken } from "./figures.ts";
import type { HeatArgs } from "./heatModel.ts";
import { lineLook } from "./lineLook.ts";

const CURVE_ID = "curve";

type OptionOf = (tokens: ChartTokens) => EChartsOption;

/**
 * Cohorts thin and grey, newer ones darker; the mean over them, dashed where few cohorts stand behind it. Compared
 * cohorts are strong, and the mean is dashed beside them.
 */
export function curvesOption(model: CurvesModel, args: HeatArgs, spoken: Spoken): OptionOf {
  const { lines } = model;
  return (tokens) => ({
    ...frame(model, args, { tokens, spoken }),
    series: model.isComparison
      ? [
          meanSeries(tokens, model, { args, spoken }),
          ...lines.map((line, at) => comparedSeries(tokens, line, lineLook(at, lines.length))),
        ]
      : [
          ...lines.map((line, at) => cohortSeries(tokens, line, (at + 1) / lines.length)),
          ...weightedSeries(tokens, model, { args, spoken }),
        ],
  });
}

function comparedSeries(
  tokens: ChartTokens,
  { id, values }: CohortLine,
  { tone, mark }: ReturnType<typeof lineLook>,
): LineSeriesOption {
  const line = lineSeries(tokens, { id, name: id, data: values, tone });
  return { ...line, lineStyle: { ...line.lineStyle, ...(mark === "dash" ? { type: [6, 4] } : {}) } };
}

/** A small multiple: the group's curve over those of all other groups, on one axis for all. */
export function multipleOption(
  {
    model,
    others,
    top,
  }: { readonly model: CurvesModel; readonly others: readonly CurvesModel[]; readonly top: number },
  args: HeatArgs,
  spoken: Spoken,
): OptionOf {
  return (tokens) => ({
    ...frame(model, args, { tokens, spoken, top, ticks: 2 }),
    series: [
      ...others.map((other, at): LineSeriesOption => ({
        ...quietLine(
          tokens,
          { id: `other ${at}`, name: spoken.words.others, data: other.solid.slice(0, model.ages) },
          0.45,
        ),
        silent: true,
      })),
      ...weightedSeries(tokens, model, { args, spoken }),
    ],
  });
}

interface FrameOptions {
  readonly tokens: ChartTokens;
  readonly spoken: Spoken;
  readonly top?: number;
  readonly ticks?: number;
}

function frame(model: CurvesModel, args: HeatArgs, { tokens, spoken, top, ticks }: FrameOptions): EChartsOption {
  const { format } = spoken;
  const { measure, unit, scale } = args;
  const end = axisTop(measure, top);
  return {
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, {
      labels: Array.from({ length: model.ages }, (_, age) => ageLabel(age, args, format)),
      boundaryGap: false,
    }),
    yAxis: {
      ...figureAxis(tokens, {
        format: (value) => (unit === "ratio" ? format.percent(value, 0) : format.axisMoney(value, scale)),
        max: end,
        ticks,
      }),
      ...(end === undefined ? {} : { interval: end / (ticks ?? 4) }),
    },
    tooltip: axisTooltip(tokens, (age) => curveTooltip(model, { ...args, age }, spoken)),
  };
}

/** Shares of lenders end at 100 %; small multiples end together. */
function axisTop(measure: HeatArgs["measure"], top: number | undefined): number | undefined {
  if (measure === "holding" || measure === "relend") return 1;
  return top === undefined || top === 0 ? undefined : niceTop(top);
}

/** The next 1, 2, 2.5 or 5 times a power of ten. */
function niceTop(top: number): number {
  const power = 10 ** Math.floor(Math.log10(top));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= top) ?? 10;
  return step * power;
}

function cohortSeries(tokens: ChartTokens, line: CohortLine, recency: number): LineSeriesOption {
  return quietLine(tokens, { id: line.id, name: line.id, data: line.values }, 0.2 + 0.5 * recency);
}

interface QuietLine {
  readonly id: string;
  readonly name: string;
  readonly data: readonly (number | null)[];
}

function quietLine(tokens: ChartTokens, line: QuietLine, opacity: number): LineSeriesOption {
  const color = tokens.series.comparison;
  return {
    ...lineSeries(tokens, { ...line, tone: "comparison", as: "comparison" }),
    symbolSize: 5,
    lineStyle: { color, width: 1, opacity },
    itemStyle: { color, borderColor: tokens.surface, borderWidth: 1 },
    z: 2,
  };
}

interface Drawing {
  readonly args: HeatArgs;
  readonly spoken: Spoken;
}

function meanSeries(tokens: ChartTokens, { curve }: CurvesModel, { args, spoken }: Drawing): LineSeriesOption {
  const data = curve.map(({ value }) => value);
  return lineSeries(tokens, {
    id: CURVE_ID,
    name: spoken.words.means[args.mean],
    data,
    tone: "other",
    as: "comparison",
  });
}

function weightedSeries(
  tokens: ChartTokens,
  { solid, thin }: CurvesModel,
  { args, spoken: { words } }: Drawing,
): LineSeriesOption[] {
  const dashed = lineSeries(tokens, { id: "thin", name: words.thin, data: thin, tone: "other", as: "comparison" });
  return [
    { ...dashed, z: 4 },
    lineSeries(tokens, { id: CURVE_ID, name: words.means[args.mean], data: solid, tone: "returning" }),
  ];
}
