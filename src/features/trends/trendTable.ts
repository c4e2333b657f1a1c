import { isoBucket, type Format } from "#src/ui/format.ts";
import type { TableModel, TwinCell, TwinColumn, TwinType } from "#src/ui/tableModel.ts";

import { measureName, type TrendWords } from "./strings.ts";
import { targetName } from "./trendFigures.ts";
import type { TrendModel } from "./trendModel.ts";

/** The chart's figures, a row a bucket, each series beside its comparison. */
export function trendTable(model: TrendModel, words: TrendWords, format: Format): TableModel {
  const { grain, buckets, lines, whole, comparison, rolling } = model;
  const type: TwinType = model.unit === "count" && rolling > 0 ? "number" : model.unit;
  const period = comparison === "none" ? undefined : words.comparison[comparison];
  const series = [
    ...lines.map((line) => ({ id: line.measure, ...line })),
    ...(whole && lines.length > 1 ? [{ id: "whole", measure: model.spec.id, ...whole }] : []),
  ].flatMap(
    ({
      id,
      measure,
      values,
      before,
    }): { readonly column: TwinColumn; readonly values: readonly (number | null)[] }[] => {
      const label = measureName(measure, words);
      const now = { column: { id, label, type }, values };
      if (!before || period === undefined) return [now];
      return [
        now,
        { column: { id: `${id}-before`, label: words.withComparison(label, period), type }, values: before },
      ];
    },
  );
  const goals = model.targets.map(({ measure, values }) => ({
    column: { id: `${measure}-target`, label: targetName(measure, model, words), type } as const,
    values,
  }));
  const noted = buckets.some((_, index) => model.isOpen(index));
  const [first, last] = [buckets[0], buckets.at(-1)];
  const title = words.titles[model.spec.id];
  return {
    caption: first && last ? `${title}, ${format.period({ from: first.from, to: last.to })}` : title,
    columns: [
      { id: "bucket", label: words.bucket[grain], type: grain === "week" ? "text" : grain },
      ...[...series, ...goals].map(({ column }) => column),
      ...(noted ? [{ id: "partial", label: words.partial, type: "text" } as const] : []),
    ],
    rows: buckets.map((bucket, index): TwinCell[] => [
      grain === "week" ? isoBucket(bucket, grain) : bucket.from,
      ...[...series, ...goals].map(({ values }) => values[index] ?? null),
      ...(noted ? [model.isOpen(index) ? words.open : ""] : []),
    ]),
  };
}
