import type { EChartsOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import { plural } from "#src/ui/language.tsx";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import { bandSeries } from "#src/ui/bandSeries.ts";
import { plainText, type CohortUnit } from "./figures.ts";
import type { ProjectionModel } from "./projectionModel.ts";
import type { ProjectionWords } from "./projectionStrings.ts";
import type { CohortWords } from "./strings.ts";

export interface ProjectionSpoken {
  readonly words: ProjectionWords;
  readonly common: CohortWords;
  readonly format: Format;
}

export interface ProjectionDrawing {
  readonly unit: CohortUnit;
  readonly scale: MoneyScale;
}

/** Observed solid; projected dashed beside it, in its band. */
export function projectionOption(
  model: ProjectionModel,
  drawing: ProjectionDrawing,
  spoken: ProjectionSpoken,
): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  const ages = model.observed.length;
  return (tokens) => {
    const projected = lineSeries(tokens, {
      id: "projected",
      name: projectedName(model, words),
      data: model.projected,
      tone: "returning",
      as: "comparison",
    });
    return {
      ...chartBase(tokens),
      grid: plotArea(),
      xAxis: bucketAxis(tokens, {
        labels: Array.from({ length: ages }, (_, age) => format.age(age, "month")),
        boundaryGap: false,
      }),
      yAxis: figureAxis(tokens, { format: (value) => format.axisMoney(value, drawing.scale) }),
      tooltip: axisTooltip(tokens, (age) => projectionTooltip(model, { ...drawing, age }, spoken)),
      series: [
        ...bandSeries(tokens, { id: "band", low: model.low, high: model.high, tone: "returning" }),
        { ...projected, lineStyle: { ...projected.lineStyle, width: 1.75, type: [5, 4] }, z: 3 },
        lineSeries(tokens, { id: "observed", name: words.observed, data: model.observed, tone: "returning" }),
      ],
    };
  };
}

export function projectedName({ cohort }: ProjectionModel, words: ProjectionWords): string {
  return cohort === null ? words.allCarried : words.projected;
}

export function projectionTooltip(
  model: ProjectionModel,
  { unit, age }: ProjectionDrawing & { readonly age: number },
  { words, common, format }: ProjectionSpoken,
): TooltipModel | null {
  if (age >= model.observed.length) return null;
  const text = (value: number | null | undefined) => plainText(value ?? null, unit, { words: common, format });
  const [observed, projected] = [model.observed[age] ?? null, model.projected[age] ?? null];
  const [low, high] = [model.low[age] ?? null, model.high[age] ?? null];
  // The last observed point is where the projection begins, not an estimate.
  const isEstimate = projected !== null && (model.cohort === null || observed === null);
  const lenders = model.observedLenders[age] ?? 0;
  return {
    title: format.age(age, "month"),
    rows: [
      ...(observed === null
        ? []
        : [{ name: words.observed, value: text(observed), tone: "returning" as const, mark: "line" as const }]),
      ...(isEstimate
        ? [
            {
              name: projectedName(model, words),
              value: words.estimate(text(projected)),
              tone: "returning" as const,
              mark: "dash" as const,
            },
          ]
        : []),
      ...(isEstimate && low !== null && high !== null
        ? [{ name: words.band, value: words.range(text(low), text(high)) }]
        : []),
    ],
    ...(lenders > 0
      ? {
          note: plural(format.language, lenders, common.lenderCount).replace("#", format.count(lenders)),
        }
      : {}),
  };
}

export function projectionTwin(model: ProjectionModel, { words, format }: ProjectionSpoken): TableModel {
  return {
    caption: words.controls,
    columns: [
      { id: "age", label: words.age, type: "text" },
      { id: "observed", label: words.observed, type: "money" },
      { id: "lenders", label: words.observedLenders, type: "count" },
      { id: "projected", label: projectedName(model, words), type: "money" },
      { id: "low", label: words.low, type: "money" },
      { id: "high", label: words.high, type: "money" },
      { id: "method", label: words.method, type: "text" },
    ],
    rows: model.observed.map((observed, age) => {
      const step = model.cohort?.projected.find((point) => point.age === age);
      return [
        format.age(age, "month"),
        observed,
        model.observedLenders[age] ?? 0,
        model.projected[age] ?? null,
        model.low[age] ?? null,
        model.high[age] ?? null,
        step === undefined ? null : words.stepMethods[step.method],
      ];
    }),
  };
}
