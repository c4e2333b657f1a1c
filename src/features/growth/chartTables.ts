import type { GrowthRow } from "#src/metrics/growth.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import { CLASSES } from "./chartModel.ts";
import type { GrowthWords } from "./strings.ts";

/** The bars as a table: a line a month, in fen. */
export function accountingTable(rows: readonly GrowthRow[], words: GrowthWords): TableModel {
  return {
    caption: words.accounting,
    columns: [
      { id: "month", label: words.month, type: "month" },
      { id: "open", label: words.open, type: "money" },
      ...CLASSES.map((id) => ({ id, label: words.classes[id], type: "money" as const })),
      { id: "close", label: words.close, type: "money" },
      { id: "net", label: words.net, type: "money" },
    ],
    rows: rows.map((row) => [
      row.month.from,
      row.open,
      ...CLASSES.map((id) => row[id]),
      row.close,
      row.close - row.open,
    ]),
  };
}

export function ratioTable(rows: readonly GrowthRow[], words: GrowthWords): TableModel {
  return {
    caption: words.quick,
    columns: [
      { id: "month", label: words.month, type: "month" },
      { id: "balance", label: words.quickBalance, type: "number" },
      { id: "lenders", label: words.quickLenders, type: "number" },
    ],
    rows: rows.map(({ month, quickRatio, lenderQuickRatio }) => [month.from, quickRatio, lenderQuickRatio]),
  };
}

export function retentionTable(rows: readonly GrowthRow[], words: GrowthWords): TableModel {
  return {
    caption: words.retention,
    columns: [
      { id: "month", label: words.month, type: "month" },
      { id: "gross", label: words.gross, type: "ratio" },
      { id: "net", label: words.netRetention, type: "ratio" },
    ],
    rows: rows.map((row) => [row.month.from, row.grossBalanceRetention, row.netBalanceRetention]),
  };
}
