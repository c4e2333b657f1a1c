import type { EChartsOption } from "echarts";

import { bandSeries } from "#src/ui/bandSeries.ts";
import { bucketAxis, chartBase, figureAxis, lineSeries, plotArea } from "#src/ui/chartTheme.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { axisTooltip, type TooltipModel } from "#src/ui/tooltipNode.ts";

import type { AgeCurvesModel } from "./ageCurves.ts";
import { endLabels, LABELS_PX } from "./endLabels.ts";
import { sideTone, type Spoken } from "./sideLabel.ts";

/** Shares by age, a colour a side, over their bands; dashed where few months of first lending stand behind. */
export function ageOption(
  model: AgeCurvesModel,
  names: readonly string[],
  spoken: Spoken,
): (tokens: ChartTokens) => EChartsOption {
  const { words, format } = spoken;
  return (tokens) => ({
    ...chartBase(tokens),
    grid: plotArea({ right: LABELS_PX }),
    xAxis: bucketAxis(tokens, {
      labels: Array.from({ length: model.ages }, (_, age) => format.age(age, "month")),
      boundaryGap: false,
    }),
    yAxis: {
      ...figureAxis(tokens, { format: (share) => format.percent(share, 0), min: 0, max: 1 }),
      interval: 0.25,
    },
    tooltip: axisTooltip(tokens, (age) => ageTooltip(model, { age, names }, spoken)),
    // The curves come first: the tooltip asks the first series for the age.
    series: [
      ...model.curves.flatMap((curve, place) => {
        const line = { name: names[place] ?? "", tone: sideTone(place) };
        return [
          lineSeries(tokens, { ...line, id: `side ${place}`, data: padded(curve.solid, model.ages) }),
          {
            ...lineSeries(tokens, {
              ...line,
              id: `thin ${place}`,
              name: words.thin,
              data: padded(curve.thin, model.ages),
              as: "comparison" as const,
            }),
            showSymbol: false,
          },
        ];
      }),
      ...model.curves.flatMap(({ low, high }, place) =>
        bandSeries(tokens, { id: `band ${place}`, low, high, tone: sideTone(place) }),
      ),
      endLabels(
        tokens,
        model.curves.map(({ values }, place) => ({ name: names[place] ?? "", tone: sideTone(place), values })),
      ),
    ],
  });
}

/** As long as the axis: an axis longer than its series would point at nothing. */
export function padded(values: readonly (number | null)[], length: number): (number | null)[] {
  return Array.from({ length }, (_, at) => values[at] ?? null);
}

export function ageTooltip(
  model: AgeCurvesModel,
  { age, names }: { readonly age: number; readonly names: readonly string[] },
  { words, format }: Spoken,
): TooltipModel | null {
  if (age >= model.ages) return null;
  const rows = model.curves.map((curve, place) => {
    const value = curve.values[age] ?? null;
    const [low, high] = [curve.low[age] ?? null, curve.high[age] ?? null];
    const range = low === null || high === null ? "" : ` (${words.range(format.percent(low), format.percent(high))})`;
    const isThin = (curve.solid[age] ?? null) === null;
    return {
      name: names[place] ?? "",
      value: `${format.percent(value)}${range}`,
      tone: sideTone(place),
      mark: isThin ? ("dash" as const) : ("line" as const),
    };
  });
  const isThin = model.curves.some(({ values, solid }) => values[age] !== undefined && (solid[age] ?? null) === null);
  return { title: format.age(age, "month"), rows, ...(isThin ? { note: words.thinNote } : {}) };
}
