import type { ECharts, EChartsOption } from "echarts";

export interface ChartPoint {
  /** Place on the category axis; of a scatter, place among its points. */
  readonly dataIndex: number;
  /** Undefined when the column was chosen and not a mark in it. */
  readonly seriesId?: string | undefined;
  readonly seriesName?: string | undefined;
  /** Enter on a point that the arrow keys have reached, which is at no mark in it. */
  readonly byKey?: boolean | undefined;
}

function firstOf<Item>(items: Item | readonly Item[] | undefined): Item | undefined {
  return Array.isArray(items) ? (items as readonly Item[])[0] : (items as Item | undefined);
}

/** How many points the category axis has, which lies along x or along y; without one, how many the scatter has. */
export function pointCount(option: EChartsOption): number {
  for (const axis of [firstOf(option.xAxis), firstOf(option.yAxis)]) {
    if (axis !== undefined && "data" in axis && Array.isArray(axis.data)) return axis.data.length;
  }
  const series = Array.isArray(option.series) ? option.series : [option.series];
  const scatter = series.find((one) => one?.type === "scatter");
  return Array.isArray(scatter?.data) ? scatter.data.length : 0;
}

type Typed = readonly { readonly type?: string }[];

/** Where the scatter stands among the series; undefined for a chart with a category axis. */
function scatterPlace(chart: ECharts): number | undefined {
  const { xAxis, yAxis, series } = chart.getOption() as Readonly<Record<string, Typed | undefined>>;
  if ([...(xAxis ?? []), ...(yAxis ?? [])].some(({ type }) => type === "category")) return undefined;
  const place = (series ?? []).findIndex(({ type }) => type === "scatter");
  return place < 0 ? undefined : place;
}

function alongY(chart: ECharts): boolean {
  const axis = firstOf(
    chart.getOption()["yAxis"] as { readonly type?: string } | readonly { readonly type?: string }[] | undefined,
  );
  return axis?.type === "category";
}

/** Places inside the first plot that are tried in turn, as shares of the box. */
const PROBES = [0.3, 0.5, 0.2, 0.4, 0.6, 0.1, 0.8];

/** Moves the axis pointer and the tooltip to a point, as the mouse would. */
export function showPoint(chart: ECharts, dataIndex: number): void {
  const seriesIndex = scatterPlace(chart);
  if (seriesIndex !== undefined) {
    chart.dispatchAction({ type: "showTip", seriesIndex, dataIndex });
    return;
  }
  const vertical = alongY(chart);
  const along: number = chart.convertToPixel(vertical ? { yAxisIndex: 0 } : { xAxisIndex: 0 }, dataIndex);
  const across = vertical ? chart.getWidth() : chart.getHeight();
  for (const share of PROBES) {
    const [x, y] = vertical ? [across * share, along] : [along, across * share];
    if (chart.containPixel({ gridIndex: 0 }, [x, y])) {
      chart.dispatchAction({ type: "showTip", x, y });
      return;
    }
  }
}

/** The column of the plot at a place in the chart's box; a scatter has none. */
export function clickedPoint(chart: ECharts, place: [number, number]): ChartPoint | undefined {
  if (scatterPlace(chart) !== undefined) return undefined;
  const grids = (chart.getOption()["grid"] as readonly unknown[] | undefined)?.length ?? 0;
  for (let gridIndex = 0; gridIndex < grids; gridIndex += 1) {
    if (chart.containPixel({ gridIndex }, place)) {
      const [x = 0, y = 0] = chart.convertFromPixel({ gridIndex }, place);
      return { dataIndex: Math.round(alongY(chart) ? y : x) };
    }
  }
  return undefined;
}
