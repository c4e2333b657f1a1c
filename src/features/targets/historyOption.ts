import type { EChartsOption } from "echarts";

import { barSeries, bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { HistoryModel } from "./historyModel.ts";
import type { TargetWords } from "./strings.ts";

export interface HistoryDrawing {
  readonly model: HistoryModel;
  readonly words: TargetWords;
  readonly format: Format;
}

/** Actual figures with their targets as dotted steps. */
export function historyOption(drawing: HistoryDrawing, tokens: ChartTokens): EChartsOption {
  const { model, words, format } = drawing;
  const { targets, tone, isBalance } = model;
  const scale = format.scaleFor(model.most);
  const actual = { id: "actual", name: words.actual, data: targets.map((target) => target.actual), tone };
  return {
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, { labels: model.months.map(({ from }) => format.monthShort(from)) }),
    yAxis: figureAxis(tokens, {
      format: (value) => (model.unit === "fen" ? format.axisMoney(value, scale) : format.compactCount(value)),
    }),
    tooltip: axisTooltip(tokens, (index) => historyTooltip(drawing, index), isBalance ? "line" : "shadow"),
    series: [
      isBalance
        ? lineSeries(tokens, { ...actual, area: true })
        : barSeries(tokens, { ...actual, isOpen: (index) => targets[index]?.isOver === false, rounded: "up" }),
      {
        ...lineSeries(tokens, {
          id: "target",
          name: words.target,
          data: targets.map(({ target }) => target),
          tone: "outstanding",
          as: "target",
        }),
        step: "middle",
      },
    ],
  };
}

function historyTooltip({ model, words, format }: HistoryDrawing, index: number): TooltipModel | null {
  const target = model.targets[index];
  if (!target) return null;
  const { actual, pace } = target;
  const figure = figureOf(model, format);
  return {
    title: format.month(target.month.from),
    rows: [
      { name: words.actual, value: figure(actual), tone: model.tone, mark: model.isBalance ? "line" : "square" },
      { name: words.target, value: figure(target.target), tone: "outstanding", mark: "dash" },
    ],
    total: { name: words.share, value: format.percent(target.share) },
    ...(pace === null ? {} : { note: words.pace[pace] }),
  };
}

function figureOf({ unit, most }: HistoryModel, format: Format): (value: number | null) => string {
  const scale = format.scaleFor(most);
  return (value) => (unit === "fen" ? format.money(value, { scale }) : format.count(value));
}
