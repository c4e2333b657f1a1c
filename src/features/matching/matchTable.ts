import { isoBucket } from "#src/ui/format.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import type { MatchModel } from "./matchModel.ts";
import type { MatchingWords } from "./strings.ts";

/** The lines as a table: a row a bucket, as it ends. */
export function matchTable({ grain, points }: MatchModel, words: MatchingWords): TableModel {
  return {
    caption: words.overTime,
    columns: [
      { id: "bucket", label: words.bucket[grain], type: grain === "week" ? "text" : grain },
      ...(grain === "day" ? [] : [{ id: "day", label: words.lastDay, type: "day" as const }]),
      { id: "ratio", label: words.ratio, type: "number" },
      { id: "lenders", label: words.lenders, type: "money" },
      { id: "borrowers", label: words.borrowers, type: "money" },
      { id: "idle", label: words.idle, type: "money" },
      { id: "short", label: words.short, type: "money" },
    ],
    rows: points.map(({ bucket, day, ratio, lenders, borrowers, idle, short }) => [
      grain === "week" ? isoBucket(bucket, grain) : bucket.from,
      ...(grain === "day" ? [] : [day]),
      ratio,
      lenders,
      borrowers,
      idle,
      short,
    ]),
  };
}
