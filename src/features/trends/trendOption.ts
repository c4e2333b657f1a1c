import type { EChartsOption, LineSeriesOption } from "echarts";

import { barSeries, bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import { axisTooltip } from "#src/ui/tooltipNode.ts";

import { measureName, type TrendWords } from "./strings.ts";
import { targetName, trendFigures } from "./trendFigures.ts";
import { cutOpen, type TrendLine, type TrendModel } from "./trendModel.ts";
import { trendTooltip } from "./trendTooltip.ts";

export interface TrendDrawing {
  readonly model: TrendModel;
  readonly words: TrendWords;
  readonly format: Format;
}

export function trendOption(drawing: TrendDrawing, tokens: ChartTokens): EChartsOption {
  const { model, format } = drawing;
  const { tick, leastStep } = trendFigures(model, format);
  const lines = model.draw === "lines";
  return {
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, { labels: model.buckets.map((bucket) => format.bucketTick(bucket, model.grain)) }),
    yAxis: {
      ...figureAxis(tokens, {
        format: tick,
        fromZero: !lines || model.spec.fromZero || model.unit === "ratio",
        ...(model.unit === "ratio" ? { min: 0, max: 1, interval: 0.25 } : {}),
      }),
      minInterval: leastStep,
    },
    tooltip: axisTooltip(tokens, (index) => trendTooltip(drawing, index), lines ? "line" : "shadow"),
    series: [
      ...(lines ? metricLines(drawing, tokens) : metricBars(drawing, tokens)),
      ...comparisonLines(drawing, tokens),
      ...targetLines(drawing, tokens),
    ],
  };
}

function metricBars({ model, words }: TrendDrawing, tokens: ChartTokens) {
  const last = model.lines.length - 1;
  return model.lines.map(({ measure, tone, values }, index) => ({
    ...barSeries(tokens, {
      id: measure,
      name: measureName(measure, words),
      data: values,
      tone,
      isOpen: model.isOpen,
      rounded: index === last && model.draw === "stacked" ? "up" : "none",
      ...(model.draw === "stacked" ? { stack: "parts" } : {}),
    }),
    // An open bar stays an outline under the pointer.
    emphasis: { disabled: true },
  }));
}

function metricLines({ model, words }: TrendDrawing, tokens: ChartTokens): LineSeriesOption[] {
  return model.lines.flatMap(({ measure, tone, values }) => {
    const { settled, open } = cutOpen(values, model.isOpen);
    const line = { name: measureName(measure, words), tone };
    const area = measure === "outstanding";
    return [
      lineSeries(tokens, { ...line, id: measure, data: settled, area }),
      ...(open ? [openLine(lineSeries(tokens, { ...line, id: `${measure}-open`, data: open, as: "comparison" }))] : []),
    ];
  });
}

/** As heavy as the line that it goes on from, but broken. */
function openLine(line: LineSeriesOption): LineSeriesOption {
  return { ...line, lineStyle: { ...line.lineStyle, width: 2.25 } };
}

function targetLines({ model, words }: TrendDrawing, tokens: ChartTokens): LineSeriesOption[] {
  return model.targets.map(({ measure, tone, values }) => ({
    ...lineSeries(tokens, {
      id: `${measure}-target`,
      name: targetName(measure, model, words),
      data: values,
      tone,
      as: "target",
    }),
    step: "middle",
  }));
}

function comparisonLines({ model, words }: TrendDrawing, tokens: ChartTokens): LineSeriesOption[] {
  if (model.comparison === "none") return [];
  const period = words.comparison[model.comparison];
  const drawn = (id: string, name: string, line: Pick<TrendLine, "before" | "tone">) =>
    line.before
      ? [
          lineSeries(tokens, {
            id: `${id}-before`,
            name: words.withComparison(name, period),
            data: line.before,
            tone: line.tone,
            as: "comparison",
          }),
        ]
      : [];
  if (model.draw === "stacked") {
    return model.whole
      ? drawn("whole", measureName(model.spec.id, words), { before: model.whole.before, tone: "comparison" })
      : [];
  }
  const alone = model.lines.length === 1;
  return model.lines.flatMap(({ measure, tone, before }) =>
    drawn(measure, measureName(measure, words), { before, tone: alone ? "comparison" : tone }),
  );
}
