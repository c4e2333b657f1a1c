import type { CustomSeriesOption, EChartsOption, LineSeriesOption, ScatterSeriesOption } from "echarts";

import type { AcquisitionDimension } from "#src/engine/protocol.ts";
import { chartBase, figureAxis, plotArea } from "#src/ui/chartTheme.ts";
import { faded, type ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { Spoken } from "./figures.ts";
import { groupLabel } from "./groupLabel.ts";
import { labelPlaces, type Box } from "./labelPlaces.ts";
import { lineEnd, type ScatterModel } from "./scatterModel.ts";

type OptionOf = (tokens: ChartTokens) => EChartsOption;

export const CIRCLES_ID = "circles";

/** Circles over the lines of what is worth its cost, and of what is worth three times as much. */
export function scatterOption(model: ScatterModel, by: AcquisitionDimension, spoken: Spoken): OptionOf {
  const { words, format } = spoken;
  const [costScale, valueScale] = [format.scaleFor(model.right.max), format.scaleFor(model.top.max)];
  const lines: readonly Diagonal[] = [
    { id: "even", factor: 1, label: words.evenLine },
    { id: "three", factor: 3, label: words.threeLine },
  ];
  return (tokens) => ({
    ...chartBase(tokens),
    grid: { ...plotArea({ top: 22, right: 16 }), outerBoundsContain: "all" },
    xAxis: {
      type: "value",
      min: 0,
      ...model.right,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: tokens.ink3,
        fontSize: 11,
        margin: 8,
        hideOverlap: true,
        formatter: (fen: number) => format.axisMoney(fen, costScale),
      },
      ...axisName(tokens, words.axisCost),
    },
    yAxis: {
      ...figureAxis(tokens, {
        format: (fen) => format.axisMoney(fen, valueScale),
        min: model.bottom,
      }),
      ...model.top,
      ...axisName(tokens, words.axisValue),
    },
    tooltip: { ...axisTooltip(tokens, (at) => scatterTooltip(model, { by, at }, spoken)), trigger: "item" },
    series: [
      ...lines.map((line) => diagonal(tokens, model, line)),
      stems(tokens, model),
      circles(tokens, model),
      names(tokens, model, { labels: model.points.map(({ name }) => groupLabel(name, by, spoken)), lines }),
    ],
  });
}

function axisName(tokens: ChartTokens, name: string) {
  return { name, nameLocation: "middle" as const, nameTextStyle: { color: tokens.ink3, fontSize: 11 } };
}

interface Diagonal {
  readonly id: string;
  readonly factor: number;
  readonly label: string;
}

function diagonal(tokens: ChartTokens, model: ScatterModel, { id, factor, label }: Diagonal): LineSeriesOption {
  const end = lineEnd(model, factor);
  const leavesAbove = end[1] >= model.top.max;
  return {
    type: "line",
    id,
    name: label,
    silent: true,
    showSymbol: true,
    symbol: "none",
    lineStyle: { color: tokens.ink3, width: 1.25, type: factor === 1 ? "solid" : [3, 3] },
    tooltip: { show: false },
    data: [
      [0, 0],
      {
        value: [...end],
        symbol: "circle",
        symbolSize: 1,
        itemStyle: { color: tokens.ink3 },
        label: {
          show: true,
          formatter: label,
          color: tokens.ink2,
          fontSize: 11,
          position: leavesAbove ? "top" : "left",
          ...(leavesAbove ? {} : { offset: [0, -LINE_LABEL_UP_PX] }),
        },
      },
    ],
    z: 2,
  };
}

function circles(tokens: ChartTokens, { points }: ScatterModel): ScatterSeriesOption {
  const color = tokens.series.returning;
  return {
    type: "scatter",
    id: CIRCLES_ID,
    data: points.map(({ cost, value, diameterPx }) => ({ value: [cost, value], symbolSize: diameterPx })),
    itemStyle: { color: faded(color, 0.55), borderColor: color, borderWidth: 1 },
    emphasis: { itemStyle: { color: faded(color, 0.8) } },
    z: 4,
  };
}

/** From what has come in so far up to the circle: the part that is projected. */
function stems(tokens: ChartTokens, { points }: ScatterModel): CustomSeriesOption {
  return {
    type: "custom",
    id: "stems",
    silent: true,
    tooltip: { show: false },
    data: points.map(({ cost, value }) => [cost, value]),
    renderItem: ({ dataIndex }, api) => {
      const point = points[dataIndex];
      if (point === undefined || point.observed === null) return null;
      const [x = 0, top = 0] = api.coord([point.cost, point.value]);
      const [, foot = 0] = api.coord([point.cost, point.observed]);
      const style = { stroke: tokens.series.returning, lineWidth: 1.25 };
      return {
        type: "group",
        children: [
          { type: "line", shape: { x1: x, y1: top, x2: x, y2: foot }, style: { ...style, lineDash: [3, 3] } },
          { type: "line", shape: { x1: x - 5, y1: foot, x2: x + 5, y2: foot }, style: { ...style, lineWidth: 2.25 } },
        ],
      };
    },
    z: 3,
  };
}

const LINE_LABEL_UP_PX = 10;

/** Left of the line's end and a little above it; of a line that leaves above, the label is outside of the plot. */
function diagonalLabelBox(x: number, y: number, widthPx: number): Box {
  return { left: x - widthPx - 10, right: x, top: y - LINE_LABEL_UP_PX - 8, bottom: y - LINE_LABEL_UP_PX + 8 };
}

const CHARACTER_PX = 6.6;
const WIDE_CHARACTER_PX = 11.5;

/** Of a text at 11 px; Chinese characters are wider. */
function widthOf(text: string): number {
  const wide = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return wide * WIDE_CHARACTER_PX + (text.length - wide) * CHARACTER_PX;
}

/** All names at once, placed so that they do not meet. */
interface Names {
  readonly labels: readonly string[];
  readonly lines: readonly Diagonal[];
}

function names(tokens: ChartTokens, model: ScatterModel, { labels, lines }: Names): CustomSeriesOption {
  const { points } = model;
  return {
    type: "custom",
    id: "names",
    silent: true,
    tooltip: { show: false },
    data: [[0, 0]],
    renderItem: ({ coordSys }, api) => {
      // Of a plot with two axes: its box.
      const plot = coordSys as unknown as { x: number; y: number; width: number; height: number };
      const items = points.map(({ cost, value, diameterPx }, at) => {
        const [x = 0, y = 0] = api.coord([cost, value]);
        return { x, y, radius: diameterPx / 2, widthPx: widthOf(labels[at] ?? "") };
      });
      const reserved = lines.map((line) => {
        const [x = 0, y = 0] = api.coord([...lineEnd(model, line.factor)]);
        return diagonalLabelBox(x, y, widthOf(line.label));
      });
      const box = { left: plot.x, right: plot.x + plot.width, top: plot.y, bottom: plot.y + plot.height };
      const places = labelPlaces(items, box, reserved);
      const children = places.flatMap((place, at) =>
        place === null
          ? []
          : [
              {
                type: "text" as const,
                silent: true,
                style: {
                  ...place,
                  text: labels[at] ?? "",
                  fill: tokens.ink,
                  stroke: tokens.surface,
                  lineWidth: 3,
                  font: `540 11px ${tokens.font}`,
                  verticalAlign: "middle" as const,
                },
              },
            ],
      );
      return { type: "group", children };
    },
    z: 5,
  };
}

export interface PlaceAmongGroups {
  readonly by: AcquisitionDimension;
  readonly at: number;
}

export function scatterTooltip(model: ScatterModel, { by, at }: PlaceAmongGroups, spoken: Spoken): TooltipModel | null {
  const { words, format } = spoken;
  const point = model.points[at];
  if (point === undefined) return null;
  return {
    title: groupLabel(point.name, by, spoken),
    rows: [
      { name: words.axisValue, value: words.estimated(format.money(point.value)), tone: "returning" },
      { name: words.observedValue, value: format.money(point.observed) },
      { name: words.axisCost, value: format.money(point.cost), tone: "exits" },
      { name: words.lenders, value: format.count(point.lenders) },
    ],
    total: { name: words.ratio, value: format.ratioX(point.ratio) },
  };
}
