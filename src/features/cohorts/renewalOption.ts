import type { EChartsOption } from "echarts";

import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import type { Format } from "#src/ui/format.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { RenewalModel } from "./renewalModel.ts";
import type { RenewalWords } from "./renewalStrings.ts";

export interface RenewalSpoken {
  readonly words: RenewalWords;
  readonly format: Format;
}

/** Observed solid, fitted dashed over it and beyond. */
export function renewalOption(model: RenewalModel, spoken: RenewalSpoken): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea(),
    xAxis: bucketAxis(tokens, {
      labels: model.observed.map((_, t) => format.count(t)),
      boundaryGap: false,
    }),
    yAxis: figureAxis(tokens, { format: (value) => format.percent(value, 0), min: 0, max: 1, ticks: 2 }),
    tooltip: axisTooltip(tokens, (t) => renewalTooltip(model, t, spoken)),
    series: [
      lineSeries(tokens, {
        id: "fitted",
        name: words.fitted,
        data: model.fitted,
        tone: "comparison",
        as: "comparison",
      }),
      lineSeries(tokens, { id: "observed", name: words.observed, data: model.observed, tone: "returning" }),
    ],
  });
}

function renewalTooltip(
  { observed, fitted, steps }: RenewalModel,
  t: number,
  { words, format }: RenewalSpoken,
): TooltipModel | null {
  if (t >= observed.length) return null;
  const [share, expected, step] = [observed[t] ?? null, fitted[t] ?? null, steps[t]];
  return {
    title: words.after(format.count(t)),
    rows: [
      ...(share === null
        ? []
        : [{ name: words.observed, value: format.percent(share), tone: "returning" as const, mark: "line" as const }]),
      ...(step === undefined
        ? []
        : [{ name: words.renewed, value: words.renewedOf(format.count(step.renewed), format.count(step.lenders)) }]),
      ...(expected === null
        ? []
        : [
            {
              name: words.fitted,
              value: format.percent(expected),
              tone: "comparison" as const,
              mark: "dash" as const,
            },
          ]),
    ],
  };
}

export function renewalTable(model: RenewalModel, { words }: RenewalSpoken): TableModel {
  return {
    caption: words.title,
    columns: [
      { id: "maturity", label: words.maturity, type: "count" },
      { id: "lenders", label: words.came, type: "count" },
      { id: "renewed", label: words.renewed, type: "count" },
      { id: "observed", label: words.observed, type: "ratio" },
      { id: "fitted", label: words.fitted, type: "ratio" },
    ],
    rows: model.observed.map((share, t) => [
      t,
      model.steps[t]?.lenders ?? null,
      model.steps[t]?.renewed ?? null,
      share,
      model.fitted[t] ?? null,
    ]),
  };
}
