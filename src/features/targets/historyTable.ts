import type { TableModel } from "#src/ui/tableModel.ts";

import type { HistoryModel } from "./historyModel.ts";
import type { TargetWords } from "./strings.ts";

/** The chart's figures, a row a month. */
export function historyTable({ metric, unit, targets }: HistoryModel, words: TargetWords): TableModel {
  const type = unit === "fen" ? "money" : "count";
  return {
    caption: `${words.history}, ${words.metrics[metric]}`,
    columns: [
      { id: "month", label: words.month, type: "month" },
      { id: "actual", label: words.actual, type },
      { id: "target", label: words.target, type },
      { id: "share", label: words.share, type: "ratio" },
      { id: "difference", label: words.difference, type },
      { id: "result", label: words.result, type: "text" },
      { id: "owner", label: words.ownerColumn, type: "text" },
    ],
    rows: targets.map(({ month, actual, target, share, pace, owner }) => [
      month.from,
      actual,
      target,
      share,
      actual === null ? null : actual - target,
      pace === null ? null : words.pace[pace],
      owner,
    ]),
  };
}
