import type { EChartsOption } from "echarts";

import { bucketAxis, barSeries, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import { axisTooltip } from "#src/ui/tooltipNode.ts";

import { cutOpen, type FlowsModel } from "./flowsModel.ts";
import { flowsTooltip } from "./flowsTooltip.ts";
import { axisStep, largestScale } from "./scales.ts";
import type { OverviewWords } from "./strings.ts";

export const FLOWS_HEIGHT_PX = 404;

/** Both plots share their left edge, so that one cursor runs through both. */
const LABELS_PX = 60;
/** Half a label of the last bucket. */
const RIGHT_PX = 20;

export interface FlowsDrawing {
  readonly model: FlowsModel;
  readonly words: OverviewWords;
  readonly format: Format;
}

export function flowsOption(drawing: FlowsDrawing, tokens: ChartTokens): EChartsOption {
  const { model, format } = drawing;
  const labels = model.buckets.map((bucket) => format.bucketTick(bucket, model.grain));
  const stock = largestScale([...model.outstanding, ...(model.before ?? [])], format);
  const { up, down } = heights(model);
  const flow = largestScale([up, down], format);
  const step = axisStep(Math.max(up, down));
  const reach = { min: -Math.ceil(down / step) * step, max: Math.ceil(up / step) * step };
  return {
    ...chartBase(tokens),
    grid: [
      plotArea({ labelsPx: LABELS_PX, right: RIGHT_PX, top: 14, height: 214 }),
      plotArea({ labelsPx: LABELS_PX, right: RIGHT_PX, top: 252, height: 122 }),
    ],
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    xAxis: [bucketAxis(tokens, { labels, showLabels: false }), bucketAxis(tokens, { labels, gridIndex: 1 })],
    yAxis: [
      figureAxis(tokens, { format: (fen) => format.axisMoney(fen, stock), fromZero: false }),
      {
        ...figureAxis(tokens, { format: (fen) => format.axisMoney(Math.abs(fen), flow), gridIndex: 1, ...reach }),
        interval: step,
      },
    ],
    tooltip: axisTooltip(tokens, (index) => flowsTooltip(drawing, index)),
    series: [...lines(drawing, tokens), ...bars(drawing, tokens)],
  };
}

function lines({ model, words }: FlowsDrawing, tokens: ChartTokens) {
  const { settled, open } = cutOpen(model);
  const line = { name: words.balance, tone: "outstanding" } as const;
  const ahead = open && lineSeries(tokens, { ...line, id: "outstanding-open", data: open, as: "comparison" });
  const before =
    model.before &&
    model.comparison !== "none" &&
    lineSeries(tokens, {
      id: "before",
      name: words.comparison[model.comparison],
      data: model.before,
      tone: "comparison",
      as: "comparison",
    });
  return [
    lineSeries(tokens, { ...line, id: "outstanding", data: settled, area: true }),
    ...(ahead ? [{ ...ahead, lineStyle: { ...ahead.lineStyle, width: 2.25 } }] : []),
    ...(before ? [before] : []),
  ];
}

function bars({ model, words }: FlowsDrawing, tokens: ChartTokens) {
  const isOpen = (index: number) => model.buckets[index]?.complete === false;
  const ends = [
    model.bars.findLast(({ term }) => term.of === "volume"),
    model.bars.findLast(({ term }) => term.of === "exits"),
  ];
  return model.bars.map((bar) => {
    const { term, values } = bar;
    const rounded = ends.includes(bar) ? (term.sign > 0 ? "up" : "down") : "none";
    const name = words.terms[term.id];
    return {
      ...barSeries(tokens, {
        id: term.id,
        name,
        data: values,
        tone: term.tone,
        plot: 1,
        stack: "flows",
        isOpen,
        rounded,
      }),
      // An open bar stays an outline under the pointer.
      emphasis: { disabled: true },
    };
  });
}

/** How far the stacks reach above zero and below it. */
function heights({ bars: stacks, buckets }: FlowsModel): { readonly up: number; readonly down: number } {
  const sums = buckets.map((_, index) => stacks.map(({ values }) => values[index] ?? 0));
  const most = (side: 1 | -1) =>
    Math.max(0, ...sums.map((values) => values.reduce((sum, value) => sum + Math.max(0, side * value), 0)));
  return { up: most(1), down: most(-1) };
}
