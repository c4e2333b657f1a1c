import type { CustomSeriesOption, EChartsOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea, targetLine } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { CurveModel } from "./curveModel.ts";
import { axisSteps, largest, type Spoken } from "./figures.ts";

type OptionOf = (tokens: ChartTokens) => EChartsOption;

/** Over the highest point of a plot. */
const ROOM = 1.1;

export interface CurveDrawing {
  readonly model: CurveModel;
  /** Months on the axis, the same for all plots. */
  readonly months: number;
}

/** A group's LTV over its CAC, with a mark where they meet. */
export function curveOption({ model, months }: CurveDrawing, spoken: Spoken): OptionOf {
  const { words, format } = spoken;
  const top = axisSteps(ROOM * largest([...model.values, model.cost]));
  const scale = format.scaleFor(top.max);
  return (tokens) => {
    const curve = lineSeries(tokens, { id: "curve", name: words.value, data: model.solid, tone: "returning" });
    const cost =
      model.cost === null
        ? undefined
        : costLine(tokens, { model, months }, `${words.cost} ${format.money(model.cost)}`);
    return {
      ...chartBase(tokens),
      grid: plotArea({ right: 12 }),
      xAxis: bucketAxis(tokens, {
        labels: Array.from({ length: months + 1 }, (_, month) => (month === 0 ? "0" : words.elapsed(String(month)))),
        boundaryGap: false,
      }),
      yAxis: {
        ...figureAxis(tokens, { format: (fen) => format.axisMoney(fen, scale), ticks: 3 }),
        ...(model.values.some((value) => (value ?? 0) < 0) ? {} : { min: 0, ...top }),
      },
      tooltip: axisTooltip(tokens, (month) => curveTooltip(model, month, spoken)),
      series: [
        lineSeries(tokens, { id: "thin", name: words.thin, data: model.thin, tone: "other", as: "comparison" }),
        cost === undefined ? curve : { ...curve, markLine: cost },
        ...(model.payback === null || model.cost === null
          ? []
          : [paybackMark(tokens, { months: model.payback, cost: model.cost, label: format.number(model.payback, 1) })]),
      ],
    };
  };
}

/** Its label stands at the end where the curve is far away. */
function costLine(tokens: ChartTokens, { model: { cost, payback }, months }: CurveDrawing, label: string) {
  const line = targetLine(tokens, cost ?? 0, label);
  const crossesEarly = payback !== null && payback < months / 2;
  return { ...line, label: { ...line.label, position: crossesEarly ? "insideEndTop" : "insideStartTop" } as const };
}

interface PaybackMark {
  readonly months: number;
  readonly cost: number;
  readonly label: string;
}

/** A dot where the curve meets the cost, and the months under it. */
function paybackMark(tokens: ChartTokens, { months, cost, label }: PaybackMark): CustomSeriesOption {
  return {
    type: "custom",
    id: "payback",
    silent: true,
    data: [[Math.floor(months), cost]],
    encode: { x: 0, y: 1 },
    renderItem: (_, api) => {
      // The axis knows whole months alone.
      const [left = 0, y = 0] = api.coord([Math.floor(months), cost]);
      const [right = 0] = api.coord([Math.floor(months) + 1, cost]);
      const x = left + (right - left) * (months - Math.floor(months));
      const [, floor = 0] = api.coord([0, 0]);
      return {
        type: "group",
        children: [
          {
            type: "line",
            shape: { x1: x, y1: y, x2: x, y2: floor },
            style: { stroke: tokens.ink2, lineWidth: 1, lineDash: [2, 3] },
          },
          {
            type: "circle",
            shape: { cx: x, cy: y, r: 4.5 },
            style: { fill: tokens.ink, stroke: tokens.surface, lineWidth: 2 },
          },
          {
            type: "text",
            style: {
              text: label,
              x: x + 5,
              y: floor - 4,
              verticalAlign: "bottom",
              fill: tokens.ink,
              font: `600 11px ${tokens.font}`,
            },
          },
        ],
      };
    },
    z: 6,
  };
}

export function curveTooltip(model: CurveModel, month: number, { words, format }: Spoken): TooltipModel | null {
  const [value, behind] = [model.values[month], model.behind[month]];
  if (value === undefined || behind === undefined) return null;
  const isThin = (model.solid[month] ?? null) === null;
  return {
    title: month === 0 ? words.elapsedStart : words.elapsedTitle(String(month)),
    rows: [
      {
        name: words.value,
        value: format.money(value),
        tone: isThin ? "other" : "returning",
        mark: isThin ? "dash" : "line",
      },
      { name: words.cost, value: format.money(model.cost) },
    ],
    ...(model.cost === null || model.cost <= 0 || value === null
      ? {}
      : { total: { name: `${words.value} ÷ ${words.cost}`, value: format.ratioX(value / model.cost) } }),
    note: words.behind(format.count(behind.cohorts), format.count(behind.lenders)),
  };
}
