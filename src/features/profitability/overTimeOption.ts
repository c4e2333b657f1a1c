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
}

export function overTimeOption(drawing: OverTimeDrawing) {
  const { model, grain, format } = drawing;
  const scale = format.scaleFor(largest(model.series.flatMap(({ values }) => values)));
  const digits = percentDigits(largest(model.series.flatMap(({ values }) => values)));
  const tick = (value: number) =>
    model.measure === "profit" ? format.axisMoney(value, scale) : format.percent(value, digits);
  return (tokens: ChartTokens): EChartsOption => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: {
      ...bucketAxis(tokens, {
        labels: model.buckets.map((bucket) => format.bucketTick(bucket, grain)),
        boundaryGap: false,
      }),
      // Below zero money is lost.
      axisLine: { show: true, onZero: true, lineStyle: { color: tokens.lineStrong } },
    },
    yAxis: figureAxis(tokens, { format: tick }),
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

function drawnLine(series: ProfitSeries, { words }: OverTimeDrawing, tokens: ChartTokens): LineSeriesOption {
  const { values, tone, mark } = series;
  const line = lineSeries(tokens, { id: seriesId(series), name: seriesName(series, words), data: values, tone });
  return {
    ...line,
    // A point without neighbours has no line to be seen by.
    showSymbol: true,
    symbolSize: (_: unknown, { dataIndex }: { readonly dataIndex: number }) => (isAlone(values, dataIndex) ? 7 : 0),
    lineStyle: { ...line.lineStyle, width: 2, ...(mark === "dash" ? { type: [5, 3] } : {}) },
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
