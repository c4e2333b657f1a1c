import { isoBucket } from "#src/ui/format.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import { seriesId, seriesName, type OverTimeDrawing } from "./overTimeOption.ts";

/** The lines as columns: profit of each product and what it lent, so that either measure can be made from it. All times, drawn or not. */
export function overTimeTable({ model, grain, words }: OverTimeDrawing): TableModel {
  return {
    caption: words.overTime,
    columns: [
      { id: "bucket", label: words.overTimeSubtitle[grain], type: "text" },
      ...model.whole.lines.flatMap((series) => [
        {
          id: `${seriesId(series)} profit`,
          label: words.chosen(seriesName(series, words), words.profit),
          type: "money" as const,
        },
        {
          id: `${seriesId(series)} disbursed`,
          label: words.chosen(seriesName(series, words), words.disbursedAt),
          type: "money" as const,
        },
      ]),
    ],
    rows: model.whole.buckets.map((bucket, at) => [
      isoBucket(bucket, grain),
      ...model.whole.lines.flatMap(({ profit, disbursed }) => [profit[at] ?? null, disbursed[at] ?? 0]),
    ]),
  };
}
