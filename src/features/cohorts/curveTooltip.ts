import { plural } from "#src/ui/language.tsx";
import type { TooltipModel, TooltipRow } from "#src/ui/tooltipNode.ts";

import { ageLabel } from "./ageLabel.ts";
import { extremesAt, type CohortLine, type CurvesModel } from "./chartModel.ts";
import { plainText, type Spoken } from "./figures.ts";
import type { HeatArgs } from "./heatModel.ts";
import { lineLook } from "./lineLook.ts";

export interface CurveTooltipArgs extends Pick<HeatArgs, "unit" | "grain" | "mode" | "mean" | "columns"> {
  readonly age: number;
}

/** The mean at an age, what stands behind it, and how far apart the cohorts are, or what each compared one comes to. */
export function curveTooltip(model: CurvesModel, args: CurveTooltipArgs, spoken: Spoken): TooltipModel | null {
  const { words, format } = spoken;
  const { unit, age } = args;
  if (age >= model.ages) return null;
  const point = model.curve[age];
  const count = (value: number, forms: typeof words.cohortCount) =>
    plural(format.language, value, forms).replace("#", format.count(value));
  const behind = words.contributing(
    count(point?.cohorts ?? 0, words.cohortCount),
    count(point?.lenders ?? 0, words.lenderCount),
  );
  const isThin = point?.thin ?? true;
  const isQuiet = isThin || model.isComparison;
  return {
    title: ageLabel(age, args, format),
    rows: [
      {
        name: words.means[args.mean],
        value: plainText(point?.value ?? null, unit, spoken),
        tone: isQuiet ? "other" : "returning",
        mark: isQuiet ? "dash" : "line",
      },
      ...intervalRow(point?.interval ?? null, spoken),
      ...(model.isComparison ? comparedRows : extremeRows)(model, args, spoken),
    ],
    note: isThin ? `${behind}; ${words.thinNote}` : behind,
  };
}

function intervalRow(
  interval: { readonly low: number; readonly high: number } | null,
  { words, format }: Spoken,
): readonly TooltipRow[] {
  if (interval === null) return [];
  return [{ name: words.interval, value: words.range(format.percent(interval.low), format.percent(interval.high)) }];
}

function comparedRows({ lines }: CurvesModel, { unit, grain, age }: CurveTooltipArgs, spoken: Spoken): TooltipRow[] {
  return lines.map((line, at) => {
    const { tone, mark } = lineLook(at, lines.length);
    return {
      name: cohortName(line, grain, spoken),
      value: plainText(line.values[age] ?? null, unit, spoken),
      tone,
      mark: mark === "dash" ? "dash" : "line",
    };
  });
}

function extremeRows(model: CurvesModel, { unit, grain, age }: CurveTooltipArgs, spoken: Spoken): TooltipRow[] {
  const extremes = extremesAt(model, age);
  if (extremes === null) return [];
  const { highest, lowest } = extremes;
  const valueOf = ({ values }: CohortLine) => plainText(values[age] ?? null, unit, spoken);
  return [
    { name: spoken.words.highest(cohortName(highest, grain, spoken)), value: valueOf(highest) },
    { name: spoken.words.lowest(cohortName(lowest, grain, spoken)), value: valueOf(lowest) },
  ];
}

/** A cohort as the panels name it. */
export function cohortName(
  { cohort }: Pick<CohortLine, "cohort">,
  grain: HeatArgs["grain"],
  { format }: Spoken,
): string {
  return grain === "month" ? format.month(cohort.from) : format.day(cohort.from);
}
