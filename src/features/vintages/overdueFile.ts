import { OVERDUE_BUCKETS } from "#src/domain/loans.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import { productName } from "./figures.ts";
import type { OverdueModel } from "./overdueModel.ts";
import type { VintageWords } from "./strings.ts";

export function overdueFile({ rows, total }: OverdueModel, words: VintageWords): Pick<TableModel, "columns" | "rows"> {
  return {
    columns: [
      { id: "product", label: words.product, type: "text" },
      { id: "loans", label: words.loans, type: "count" },
      { id: "owed", label: words.owed, type: "money" },
      ...OVERDUE_BUCKETS.map((bucket) => ({ id: bucket, label: words.buckets[bucket], type: "money" as const })),
      { id: "share", label: words.over90Share, type: "ratio" },
    ],
    rows: [...rows, total].map((row) => [
      row.product === undefined ? words.total : productName(row.product, words),
      row.loans,
      row.owed,
      ...OVERDUE_BUCKETS.map((bucket) => row.cells[bucket].owed),
      row.cells.over_90.share,
    ]),
  };
}
