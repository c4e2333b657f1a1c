import type { CustomSeriesOption, EChartsOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea, targetLine } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { padded } from "./ageOption.ts";
import { endLabels, LABELS_PX } from "./endLabels.ts";
import { sideTone, type Spoken } from "./sideLabel.ts";
import type { ValueCurve, ValueCurvesModel } from "./valueCurves.ts";

/** LTV by month, a colour a side, each with a dotted line at its CAC and a dot where they meet. */
export function valueOption(
  model: ValueCurvesModel,
  names: readonly string[],
  spoken: Spoken,
): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  const { curves, months } = model;
  const figures = curves.flatMap(({ values, cost }) => [...values, cost]).flatMap((fen) => (fen === null ? [] : [fen]));
  const [bottom, top] = [Math.min(0, ...figures), Math.max(0, ...figures)];
  const scale = format.scaleFor(Math.max(-bottom, top));
  const span = axisSpan(bottom, top * TOP_ROOM);
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea({ right: LABELS_PX }),
    xAxis: bucketAxis(tokens, {
      labels: Array.from({ length: months + 1 }, (_, month) => words.elapsed(String(month))),
      boundaryGap: false,
    }),
    yAxis: { ...figureAxis(tokens, { format: (fen) => format.axisMoney(fen, scale) }), ...span },
    tooltip: axisTooltip(tokens, (month) => valueTooltip(model, { month, names }, spoken)),
    series: [
      ...curves.flatMap((curve, place) => {
        const line = { name: names[place] ?? "", tone: sideTone(place) };
        const solid = lineSeries(tokens, { ...line, id: `side ${place}`, data: padded(curve.solid, months + 1) });
        const thin = { ...line, id: `thin ${place}`, name: words.thin, data: padded(curve.thin, months + 1) };
        return [
          { ...solid, ...costLine(tokens, { curve, place, months }, spoken) },
          { ...lineSeries(tokens, { ...thin, as: "comparison" }), showSymbol: false },
        ];
      }),
      paybackDots(tokens, curves),
      endLabels(
        tokens,
        curves.map(({ values }, place) => ({ name: names[place] ?? "", tone: sideTone(place), values })),
      ),
    ],
  });
}

/** Over the highest line, for its label. */
const TOP_ROOM = 1.08;
const MOST_STEPS = 5;

/** Round ends of an axis around zero: the lines of the CAC are no series and stretch none by themselves. */
export function axisSpan(bottom: number, top: number): { min: number; max: number; interval: number } {
  if (top <= bottom) return { min: 0, max: 1, interval: 1 };
  const power = 10 ** Math.floor(Math.log10((top - bottom) / MOST_STEPS));
  const interval = power * ([1, 2, 2.5, 5, 10].find((step) => step * power * MOST_STEPS >= top - bottom) ?? 10);
  return { min: Math.floor(bottom / interval) * interval, max: Math.ceil(top / interval) * interval, interval };
}

interface Placed {
  readonly curve: ValueCurve;
  readonly place: number;
  /** On the axis. */
  readonly months: number;
}

function costLine(tokens: ChartTokens, { curve: { cost, payback }, place, months }: Placed, { words, format }: Spoken) {
  if (cost === null) return {};
  const line = targetLine(tokens, cost, `${words.cost} ${format.money(cost)}`);
  const color = tokens.series[sideTone(place)];
  // The label stands at the end that its curve is far from.
  const isEarly = payback !== null && payback < months / 2;
  return {
    markLine: {
      ...line,
      lineStyle: { ...line.lineStyle, color, width: 1.25 },
      label: { ...line.label, color, position: isEarly ? "insideEndTop" : "insideStartTop" } as const,
    },
  };
}

/** A dot where each curve meets its cost. */
function paybackDots(tokens: ChartTokens, curves: readonly ValueCurve[]): CustomSeriesOption {
  const dots = curves.flatMap(({ payback, cost }, place) =>
    payback === null || cost === null ? [] : [{ payback, cost, tone: sideTone(place) }],
  );
  return {
    type: "custom",
    id: "payback",
    silent: true,
    tooltip: { show: false },
    data: dots.map(({ payback, cost }) => [Math.floor(payback), cost]),
    encode: { x: 0, y: 1 },
    renderItem: ({ dataIndex }, api) => {
      const { payback, cost, tone } = dots[dataIndex] ?? { payback: 0, cost: 0, tone: "other" as const };
      // The axis knows whole months alone.
      const [left = 0, y = 0] = api.coord([Math.floor(payback), cost]);
      const [right = 0] = api.coord([Math.floor(payback) + 1, cost]);
      const x = left + (right - left) * (payback - Math.floor(payback));
      const style = { fill: tokens.series[tone], stroke: tokens.surface, lineWidth: 2 };
      return { type: "circle", shape: { cx: x, cy: y, r: 5 }, style };
    },
    z: 7,
  };
}

export function valueTooltip(
  { curves, months }: ValueCurvesModel,
  { month, names }: { readonly month: number; readonly names: readonly string[] },
  { words, format }: Spoken,
): TooltipModel | null {
  if (month > months) return null;
  const rows = curves.map(({ values, solid, cost }, place) => {
    const value = values[month] ?? null;
    const against = value === null || cost === null || cost <= 0 ? "" : ` (${format.ratioX(value / cost)})`;
    return {
      name: names[place] ?? "",
      value: `${format.money(value)}${against}`,
      tone: sideTone(place),
      mark: (solid[month] ?? null) === null ? ("dash" as const) : ("line" as const),
    };
  });
  const isThin = curves.some(({ values, solid }) => values[month] !== undefined && (solid[month] ?? null) === null);
  return { title: words.elapsedTitle(String(month)), rows, ...(isThin ? { note: words.thinNote } : {}) };
}
