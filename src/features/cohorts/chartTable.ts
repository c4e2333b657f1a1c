import type { TableModel, TwinType } from "#src/ui/tableModel.ts";

import { ageLabel } from "./ageLabel.ts";
import type { CurvesModel } from "./chartModel.ts";
import type { Spoken } from "./figures.ts";
import type { HeatArgs } from "./heatModel.ts";

/** The curves as a table: a line an age, what stands behind it, then a column a cohort. */
export function curvesTable(model: CurvesModel, args: HeatArgs, { words, format }: Spoken): TableModel {
  const { unit, grain, measure } = args;
  const type: TwinType = unit === "ratio" ? "ratio" : "money";
  const hasIntervals = model.curve.some(({ interval }) => interval !== null);
  return {
    caption: `${words.measures[measure].name}, ${words.curves}`,
    columns: [
      { id: "age", label: words.age, type: "text" },
      { id: "weighted", label: words.means[args.mean], type },
      { id: "cohorts", label: words.cohorts, type: "count" },
      { id: "lenders", label: words.lenders, type: "count" },
      ...(hasIntervals
        ? [
            { id: "low", label: words.low, type: "ratio" as const },
            { id: "high", label: words.high, type: "ratio" as const },
          ]
        : []),
      ...model.lines.map(({ id, cohort }) => ({
        id,
        label: grain === "month" ? format.month(cohort.from) : format.day(cohort.from),
        type,
      })),
    ],
    rows: Array.from({ length: model.ages }, (_, age) => {
      const point = model.curve[age];
      return [
        ageLabel(age, args, format),
        point?.value ?? null,
        point?.cohorts ?? 0,
        point?.lenders ?? 0,
        ...(hasIntervals ? [point?.interval?.low ?? null, point?.interval?.high ?? null] : []),
        ...model.lines.map(({ values }) => values[age] ?? null),
      ];
    }),
  };
}
