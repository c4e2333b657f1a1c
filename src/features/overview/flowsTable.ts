import { isoBucket, type Format } from "#src/ui/format.ts";
import type { TableModel, TwinCell, TwinColumn } from "#src/ui/tableModel.ts";

import type { FlowsModel } from "./flowsModel.ts";
import type { OverviewWords } from "./strings.ts";

/** The chart's figures, a row a bucket. */
export function flowsTable(model: FlowsModel, words: OverviewWords, format: Format): TableModel {
  const { grain, buckets, bars, before, comparison } = model;
  const money = (id: string, label: string): TwinColumn => ({ id, label, type: "money" });
  const compared = before && comparison !== "none" ? { label: words.comparison[comparison], before } : undefined;
  const cut = buckets.some(({ complete }) => !complete);
  const [first, last] = [buckets[0], buckets.at(-1)];
  return {
    caption: first && last ? `${words.flows}, ${format.period({ from: first.from, to: last.to })}` : words.flows,
    columns: [
      { id: "bucket", label: words.bucket[grain], type: grain === "week" ? "text" : grain },
      money("outstanding", words.balance),
      ...(compared ? [money("before", compared.label)] : []),
      ...bars.map(({ term }) => money(term.id, words.terms[term.id])),
      money("netChange", words.netChange),
      ...(cut ? [{ id: "partial", label: words.partial, type: "text" } as const] : []),
    ],
    rows: buckets.map((bucket, index): TwinCell[] => [
      grain === "week" ? isoBucket(bucket, grain) : bucket.from,
      model.outstanding[index] ?? null,
      ...(compared ? [compared.before[index] ?? null] : []),
      ...bars.map(({ values }) => values[index] ?? null),
      model.netChange[index] ?? null,
      ...(cut ? [bucket.complete ? "" : words.unfinished] : []),
    ]),
  };
}
