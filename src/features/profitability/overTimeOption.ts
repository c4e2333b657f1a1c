import type { EChartsOption, LineSeriesOption } from "echarts";

import type { Grain } from "#src/domain/calendar.ts";
import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { largest, productName, ratioOf, rateText, type Spoken } from "./figures.ts";
import type { OverTimeModel, ProfitSeries } from "./overTimeModel.ts";

export interface OverTimeDrawing extends Spoken {
  readonly model: OverTimeModel;
  readonly grain: Grain;
  /** Id of the series that is brought out; the others are pale then. */
  readonly picked?: string | undefined;
  /** Whether there is room for names at the ends of the lines. */
  readonly named?: boolean | undefined;
}

/** Room at the right of the plot for the names, px. */
const NAMES_PX = 84;
/** How far the axis reaches where every figure is nil: 1 %, or 100 yuan in fen. */
const NIL_AXIS = { perDisbursed: 0.01, profit: 10_000 };
/** Strokes and gaps, px. */
const DASHES = {
  line: { type: "solid" as const },
  dash: { type: [9, 5], cap: "butt" as const },
  // A stroke this short with round ends is a dot.
  dots: { type: [0.1, 5], cap: "round" as const },
};
const PALE = 0.16;

export function overTimeOption(drawing: OverTimeDrawing) {
  const { model, grain, format } = drawing;
  const named = hasNames(drawing);
  const most = largest(model.series.flatMap(({ values }) => values)) || NIL_AXIS[model.measure];
  const [scale, digits] = [format.scaleFor(most), percentDigits(most)];
  const isNil = model.series.every(({ values }) => values.every((value) => (value ?? 0) === 0));
  const tick = (value: number) =>
    model.measure === "profit" ? format.axisMoney(value, scale) : format.percent(value, digits);
  return (tokens: ChartTokens): EChartsOption => ({
    ...chartBase(tokens),
    grid: plotArea(named ? { right: NAMES_PX } : {}),
    xAxis: {
      ...bucketAxis(tokens, {
        labels: model.buckets.map((bucket) => format.bucketTick(bucket, grain)),
        // A bucket alone stands in the middle, where its point is seen.
        boundaryGap: model.buckets.length === 1,
      }),
      // Below zero money is lost.
      axisLine: { show: true, onZero: true, lineStyle: { color: tokens.lineStrong } },
    },
    yAxis: figureAxis(tokens, { format: tick, ...(isNil ? { max: most } : {}) }),
    tooltip: axisTooltip(tokens, (at) => overTimeTooltip(drawing, at)),
    series: model.series.map((series) => drawnLine(series, drawing, tokens)),
  });
}

/** So many that neighbouring ticks differ. */
function percentDigits(most: number): number {
  if (most >= 0.1) return 0;
  return most >= 0.02 ? 1 : 2;
}

export function seriesName({ product }: Pick<ProfitSeries, "product">, words: Spoken["words"]): string {
  return product === null ? words.others : productName(product, words);
}

/** A line alone is named by the legend. */
function hasNames({ model, named }: OverTimeDrawing): boolean {
  return named === true && model.series.length > 1;
}

function drawnLine(series: ProfitSeries, drawing: OverTimeDrawing, tokens: ChartTokens): LineSeriesOption {
  const { words, picked } = drawing;
  const { values, tone, mark } = series;
  const id = seriesId(series);
  const line = lineSeries(tokens, { id, name: seriesName(series, words), data: values, tone });
  const isPale = picked !== undefined && picked !== id;
  const opacity = isPale ? PALE : 1;
  return {
    ...line,
    // A point without neighbours has no line to be seen by.
    showSymbol: true,
    symbolSize: (_: unknown, { dataIndex }: { readonly dataIndex: number }) => (isAlone(values, dataIndex) ? 7 : 0),
    lineStyle: { ...line.lineStyle, ...DASHES[mark], width: widthOf(series, picked === id), opacity },
    itemStyle: { ...line.itemStyle, opacity },
    emphasis: { focus: "series", scale: false, lineStyle: { width: widthOf(series, true), opacity: 1 } },
    blur: { lineStyle: { opacity: PALE }, itemStyle: { opacity: PALE }, endLabel: { opacity: PALE } },
    ...(hasNames(drawing) ? nameAtEnd(tokens.series[tone], isPale) : {}),
    ...(picked === id ? { z: 5 } : {}),
  };
}

/** Dots look thinner than a line as wide. */
function widthOf({ mark }: ProfitSeries, isBroughtOut: boolean): number {
  return (mark === "dots" ? 3 : 2) + (isBroughtOut ? 1 : 0);
}

/** The name of the line beside its last point, in its tone; names that would meet are moved apart, long ones cut. */
function nameAtEnd(colour: string, isPale: boolean): Pick<LineSeriesOption, "endLabel" | "labelLayout"> {
  return {
    endLabel: {
      show: true,
      formatter: (line) => line.seriesName ?? "",
      color: colour,
      fontSize: 11,
      fontWeight: 600,
      // Names that were moved apart do not touch.
      lineHeight: 16,
      distance: 7,
      width: NAMES_PX - 14,
      overflow: "truncate",
      opacity: isPale ? PALE : 1,
    },
    labelLayout: { moveOverlap: "shiftY" },
  };
}

export function isAlone(values: readonly (number | null)[], at: number): boolean {
  return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}

/** Of all lines of a chart; a product may have any name. */
export function seriesId({ product }: Pick<ProfitSeries, "product">): string {
  return product === null ? "others" : `product ${product}`;
}

export function overTimeTooltip({ model, grain, words, format }: OverTimeDrawing, at: number): TooltipModel | null {
  const bucket = model.buckets[at];
  if (bucket === undefined) return null;
  const lent = model.series.filter(({ disbursed }) => (disbursed[at] ?? 0) > 0);
  return {
    title: format.bucket(bucket, grain),
    rows: lent.map((series) => {
      const [profit, disbursed] = [series.profit[at] ?? null, series.disbursed[at] ?? 0];
      return {
        name: seriesName(series, words),
        value: `${format.money(profit)} · ${rateText(ratioOf(profit, disbursed), format)}`,
        tone: series.tone,
        mark: series.mark,
      };
    }),
    total: {
      name: words.disbursedAt,
      value: format.money(lent.reduce((sum, { disbursed }) => sum + (disbursed[at] ?? 0), 0)),
    },
  };
}
