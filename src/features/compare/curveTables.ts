import type { TableModel } from "#src/ui/tableModel.ts";

import type { AgeCurvesModel } from "./ageCurves.ts";
import type { CompareWords } from "./strings.ts";
import type { ValueCurvesModel } from "./valueCurves.ts";

interface Titled {
  readonly title: string;
  readonly names: readonly string[];
}

/** Shares by age, with their intervals and who stands behind them. */
export function ageTable({ ages, curves }: AgeCurvesModel, { title, names }: Titled, words: CompareWords): TableModel {
  return {
    caption: title,
    columns: [
      { id: "age", label: words.age, type: "count" },
      ...names.flatMap((name, place) => [
        { id: `value ${place}`, label: name, type: "ratio" as const },
        { id: `low ${place}`, label: words.low(name), type: "ratio" as const },
        { id: `high ${place}`, label: words.high(name), type: "ratio" as const },
        { id: `lenders ${place}`, label: words.lendersOf(name), type: "count" as const },
        { id: `cohorts ${place}`, label: words.cohortsOf(name), type: "count" as const },
      ]),
    ],
    rows: Array.from({ length: ages }, (_, age) => [
      age,
      ...curves.flatMap(({ values, low, high, behind }) => [
        values[age] ?? null,
        low[age] ?? null,
        high[age] ?? null,
        behind[age]?.lenders ?? null,
        behind[age]?.cohorts ?? null,
      ]),
    ]),
  };
}

/** LTV by month, with what it is set against. */
export function valueTable(
  { months, curves }: ValueCurvesModel,
  { title, names }: Titled,
  words: CompareWords,
): TableModel {
  return {
    caption: title,
    columns: [
      { id: "months", label: words.elapsedHeader, type: "count" },
      ...names.flatMap((name, place) => [
        { id: `value ${place}`, label: name, type: "money" as const },
        { id: `cost ${place}`, label: words.costOf(name), type: "money" as const },
        { id: `lenders ${place}`, label: words.lendersOf(name), type: "count" as const },
        { id: `cohorts ${place}`, label: words.cohortsOf(name), type: "count" as const },
      ]),
    ],
    rows: Array.from({ length: months + 1 }, (_, month) => [
      month,
      ...curves.flatMap(({ values, cost, behind }) => [
        values[month] ?? null,
        cost,
        behind[month]?.lenders ?? null,
        behind[month]?.cohorts ?? null,
      ]),
    ]),
  };
}
