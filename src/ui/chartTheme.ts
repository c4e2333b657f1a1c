import type {
  BarSeriesOption,
  EChartsOption,
  GridComponentOption,
  LineSeriesOption,
  XAXisComponentOption,
  YAXisComponentOption,
} from "echarts";

import { faded } from "./chartTokens.ts";
import type { ChartTokens } from "./chartTokens.ts";
import type { SeriesTone } from "./tones.ts";

/** What every option begins with. */
export function chartBase(tokens: ChartTokens): EChartsOption {
  return {
    animation: false,
    textStyle: { fontFamily: tokens.font, fontSize: 11, color: tokens.ink2 },
    // Our own sentence is on the element; ECharts would read out raw numbers.
    aria: { enabled: false },
  };
}

export interface PlotPlace extends Pick<GridComponentOption, "right" | "top" | "bottom" | "height"> {
  /** Room for the figures at the left. Plots one above the other need the same, or their days do not meet. */
  readonly labelsPx?: number | undefined;
}

/** Where a plot lies in its box, px. A plot alone finds the room for its labels by itself. */
export function plotArea({ labelsPx, ...place }: PlotPlace = {}): GridComponentOption {
  if (labelsPx !== undefined)
    return { left: labelsPx, right: 8, top: 12, bottom: 26, outerBoundsMode: "none", ...place };
  return { left: 4, right: 8, top: 12, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel", ...place };
}

export interface BucketAxisOptions {
  readonly labels: readonly string[];
  readonly gridIndex?: number | undefined;
  /** False for the upper of two plots that share their days. */
  readonly showLabels?: boolean | undefined;
  /** Bars need room at both ends; lines do not. */
  readonly boundaryGap?: boolean | undefined;
  /** Which points may have a label, as far as there is room; when left out those at even distances. */
  readonly labelAt?: ((dataIndex: number) => boolean) | undefined;
}

/** Days, weeks, months, ages: one label a point. */
export function bucketAxis(tokens: ChartTokens, options: BucketAxisOptions): XAXisComponentOption {
  const { labels, gridIndex = 0, showLabels = true, boundaryGap = true, labelAt } = options;
  return {
    type: "category",
    gridIndex,
    data: [...labels],
    boundaryGap,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      show: showLabels,
      color: tokens.ink3,
      fontSize: 11,
      margin: 10,
      hideOverlap: true,
      ...(boundaryGap ? {} : { alignMaxLabel: "right" as const }),
      ...(labelAt === undefined ? {} : { interval: labelAt }),
    },
  };
}

export interface FigureAxisOptions {
  /** Short: `format.axisMoney`, `format.percent`. */
  readonly format: (value: number) => string;
  readonly gridIndex?: number | undefined;
  /** Lines only: bars always begin at zero. */
  readonly fromZero?: boolean | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly ticks?: number | undefined;
}

export function figureAxis(tokens: ChartTokens, options: FigureAxisOptions): YAXisComponentOption {
  const { format, gridIndex = 0, fromZero = true, min, max, ticks = 4 } = options;
  return {
    type: "value",
    gridIndex,
    scale: !fromZero,
    splitNumber: ticks,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: tokens.ink3, fontSize: 11, margin: 8, formatter: format },
    splitLine: { lineStyle: { color: tokens.line, width: 1 } },
  };
}

interface Series {
  readonly id: string;
  readonly name: string;
  readonly data: readonly (number | null)[];
  readonly tone: SeriesTone;
  /** Index of the axes of a second plot. */
  readonly plot?: number | undefined;
}

export interface LineOptions extends Series {
  /** "comparison" is thin and dashed, "target" dotted. */
  readonly as?: "metric" | "comparison" | "target" | undefined;
  /** A fading area; only under the north star. */
  readonly area?: boolean | undefined;
  readonly stack?: string | undefined;
}

const STROKES = {
  metric: { width: 2.25, type: "solid" as const },
  comparison: { width: 1.25, type: [3, 3] },
  target: { width: 1, type: [2, 4] },
};

export function lineSeries(tokens: ChartTokens, options: LineOptions): LineSeriesOption {
  const { id, name, data, tone, plot = 0, as = "metric", area = false, stack } = options;
  const color = tokens.series[tone];
  const fade = { offset: 0, color: faded(color, 0.09) };
  const none = { offset: 1, color: faded(color, 0) };
  return {
    type: "line",
    id,
    name,
    data: [...data],
    xAxisIndex: plot,
    yAxisIndex: plot,
    // A long series is thinned to what the pixels can show.
    sampling: "lttb",
    symbol: "circle",
    symbolSize: 7,
    showSymbol: data.filter((value) => value !== null).length === 1,
    itemStyle: { color, borderColor: tokens.surface, borderWidth: 2 },
    lineStyle: { color, cap: "round", join: "round", ...STROKES[as] },
    emphasis: { disabled: false, scale: false, lineStyle: { width: STROKES[as].width } },
    ...(stack === undefined ? {} : { stack }),
    ...(area
      ? {
          areaStyle: { color: { type: "linear", x: 0, y: 0, x2: 0, y2: 1, colorStops: [fade, none] }, origin: "start" },
        }
      : {}),
    z: as === "metric" ? 4 : 3,
  };
}

export interface BarOptions extends Series {
  readonly stack?: string | undefined;
  /** Which points are drawn as outlines: forecasts and periods that are not over. */
  readonly isOpen?: ((dataIndex: number) => boolean) | undefined;
  /** The free end of the bar is rounded; in a stack only the last has one. */
  readonly rounded?: "up" | "down" | "none" | undefined;
}

export function barSeries(tokens: ChartTokens, options: BarOptions): BarSeriesOption {
  const { id, name, data, tone, plot = 0, stack, isOpen, rounded = "none" } = options;
  const color = tokens.series[tone];
  const open = { color: faded(color, 0.2), borderColor: color, borderWidth: 1 };
  const borderRadius = { up: [3, 3, 0, 0], down: [0, 0, 3, 3], none: 0 }[rounded];
  return {
    type: "bar",
    id,
    name,
    data: data.map((value, index) =>
      isOpen?.(index) === true ? { value: value ?? "-", itemStyle: open } : (value ?? "-"),
    ),
    xAxisIndex: plot,
    yAxisIndex: plot,
    barCategoryGap: "26%",
    barMaxWidth: 44,
    itemStyle: { color, borderRadius },
    emphasis: { itemStyle: { color } },
    ...(stack === undefined ? {} : { stack }),
  };
}

/** A dotted line across the plot with its figure, as a part of a series. */
export function targetLine(
  tokens: ChartTokens,
  value: number,
  label: string,
): NonNullable<LineSeriesOption["markLine"]> {
  return {
    silent: true,
    symbol: "none",
    animation: false,
    lineStyle: { color: tokens.ink2, ...STROKES.target },
    label: { formatter: label, position: "insideStartTop", color: tokens.ink2, fontSize: 11 },
    data: [{ yAxis: value }],
  };
}
