import { plural } from "#src/ui/language.tsx";
import type { TooltipModel } from "#src/ui/tooltipNode.ts";

import { extremesAt, type CohortLine, type CurvesModel } from "./chartModel.ts";
import { plainText, type Spoken } from "./figures.ts";
import type { HeatArgs } from "./heatModel.ts";

export interface CurveTooltipArgs extends Pick<HeatArgs, "unit" | "grain"> {
  readonly age: number;
}

/** The weighted value at an age, what stands behind it, and how far apart the cohorts are. */
export function curveTooltip(
  model: CurvesModel,
  { unit, grain, age }: CurveTooltipArgs,
  spoken: Spoken,
): TooltipModel | null {
  const { words, format } = spoken;
  const point = model.curve[age];
  if (point === undefined) return null;
  const extremes = extremesAt(model, age);
  const nameOf = ({ cohort }: CohortLine) => (grain === "month" ? format.month(cohort.from) : format.day(cohort.from));
  const valueOf = ({ values }: CohortLine) => plainText(values[age] ?? null, unit, spoken);
  const count = (value: number, forms: typeof words.cohortCount) =>
    plural(format.language, value, forms).replace("#", format.count(value));
  const behind = words.contributing(count(point.cohorts, words.cohortCount), count(point.lenders, words.lenderCount));
  return {
    title: format.age(age, grain),
    rows: [
      {
        name: words.weighted,
        value: plainText(point.value, unit, spoken),
        tone: point.thin ? "other" : "returning",
        mark: point.thin ? "dash" : "line",
      },
      ...(point.interval === null
        ? []
        : [
            {
              name: words.interval,
              value: words.range(format.percent(point.interval.low), format.percent(point.interval.high)),
            },
          ]),
      ...(extremes === null
        ? []
        : [
            { name: words.highest(nameOf(extremes.highest)), value: valueOf(extremes.highest) },
            { name: words.lowest(nameOf(extremes.lowest)), value: valueOf(extremes.lowest) },
          ]),
    ],
    note: point.thin ? `${behind}; ${words.thinNote}` : behind,
  };
}
