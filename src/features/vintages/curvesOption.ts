import type { EChartsOption, LineSeriesOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { LegendItem } from "#src/ui/Legend.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";
import type { SeriesTone } from "#src/ui/tones.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { bookMonth, shareText, type Spoken } from "./figures.ts";
import { EXPECTED_ID } from "./heatModel.ts";
import { strongLines, type VintageLine, type VintageModel } from "./vintageModel.ts";

const RAMP = ["ramp1", "ramp2", "ramp3", "ramp4", "ramp5", "ramp6"] as const;

interface StrongLine extends VintageLine {
  readonly tone: SeriesTone;
}

/** The newest is strongest; of bad principal the worst month has a colour of its own. */
function tonedLines(model: VintageModel): readonly StrongLine[] {
  const lines = strongLines(model);
  return lines.map((line, at) => ({
    ...line,
    tone: model.measure === "bad" && line.id === model.worst?.id ? "exits" : (RAMP[lines.length - 1 - at] ?? "ramp6"),
  }));
}

/** Months of lending by months on book, a few strong and the others thin, and dashed what all come to together. */
export function curvesOption(model: VintageModel, spoken: Spoken): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  const strong = tonedLines(model);
  const quiet = model.lines.filter(({ id, age }) => age >= 0 && !strong.some((line) => line.id === id));
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea({ right: 16 }),
    xAxis: bucketAxis(tokens, {
      labels: Array.from({ length: model.ages }, (_, age) => bookMonth(age, format)),
      boundaryGap: false,
    }),
    yAxis: figureAxis(tokens, {
      format: (share) => axisShare(share, spoken),
      max: isFlat(model) ? FLAT_MAX : undefined,
    }),
    tooltip: axisTooltip(tokens, (age) => curvesTooltip(model, age, spoken)),
    series: [
      ...quiet.map((line) => quietSeries(tokens, line)),
      ...strong.map(({ id, month, shares, tone }) =>
        lineSeries(tokens, { id, name: format.month(month.from), data: shares, tone }),
      ),
      {
        ...lineSeries(tokens, {
          id: EXPECTED_ID,
          name: words.expected,
          data: model.expected,
          tone: "other",
          as: "comparison",
        }),
        z: 6,
      },
    ],
  });
}

/** Where the axis ends when every line lies on zero, so that it does not reach as far as all that was lent. */
const FLAT_MAX = 0.01;

function isFlat({ lines, expected }: VintageModel): boolean {
  return [expected, ...lines.map(({ shares }) => shares)].every((shares) => shares.every((share) => !share));
}

function axisShare(share: number, { format }: Spoken): string {
  const digits = Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1;
  return format.percent(share, digits);
}

function quietSeries(tokens: ChartTokens, { id, shares }: VintageLine): LineSeriesOption {
  const color = tokens.series.comparison;
  return {
    ...lineSeries(tokens, { id, name: id, data: shares, tone: "comparison", as: "comparison" }),
    symbolSize: 5,
    lineStyle: { color, width: 1, opacity: 0.35 },
    itemStyle: { color, borderColor: tokens.surface, borderWidth: 1 },
    z: 2,
  };
}

/** What is expected at an age, how much stands behind it, and each strong month. */
export function curvesTooltip(model: VintageModel, age: number, { words, format }: Spoken): TooltipModel | null {
  if (age >= model.ages) return null;
  const worst = tonedLines(model);
  return {
    title: words.onBook(bookMonth(age, format)),
    rows: [
      {
        name: words.expected,
        value: shareText(model.expected[age] ?? null, format),
        tone: "other",
        mark: "dash",
      },
      ...worst
        .filter(({ shares }) => shares[age] !== undefined && shares[age] !== null)
        .map(({ month, shares, tone }) => ({
          name: format.month(month.from),
          value: shareText(shares[age] ?? null, format),
          tone,
          mark: "line" as const,
        })),
    ],
    note: words.behindNote(format.count(model.behind[age] ?? 0)),
  };
}

export function curvesLegend(model: VintageModel, { words, format }: Spoken): readonly LegendItem[] {
  const strong = tonedLines(model);
  const quiet = model.lines.filter(({ age }) => age >= 0).length - strong.length;
  return [
    ...strong.map(({ month, tone }) => ({ name: format.month(month.from), mark: "line" as const, tone })),
    { name: words.expected, mark: "dash", tone: "other" },
    ...(quiet > 0 ? [{ name: words.otherMonths, mark: "line" as const, tone: "comparison" as const }] : []),
  ];
}

/** A line a month on book: what is expected, how many months stand behind it, then every month of lending. */
export function curvesTable(model: VintageModel, { words, format }: Spoken): TableModel {
  return {
    caption: words.measures[model.measure].title,
    columns: [
      { id: "age", label: words.monthsOnBook, type: "text" },
      { id: EXPECTED_ID, label: words.expected, type: "ratio" },
      { id: "behind", label: words.behind, type: "count" },
      ...model.lines.map(({ id, month }) => ({ id, label: format.month(month.from), type: "ratio" as const })),
    ],
    rows: Array.from({ length: model.ages }, (_, age) => [
      bookMonth(age, format),
      model.expected[age] ?? null,
      model.behind[age] ?? 0,
      ...model.lines.map(({ shares }) => shares[age] ?? null),
    ]),
  };
}
