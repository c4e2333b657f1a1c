import type { ActivationCandidate } from "#src/engine/protocol.ts";
import { BarInCell } from "#src/ui/BarInCell.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import type { Format } from "#src/ui/format.ts";

import { scoreText } from "./figures.ts";
import type { ActivationWords } from "./strings.ts";

const FIGURE_PX = 104;

/** The columns of the table of rules. */
export function candidateColumns(words: ActivationWords, format: Format): DataColumn<ActivationCandidate>[] {
  const ratio = (id: "precision" | "recall" | "coverage"): DataColumn<ActivationCandidate> => ({
    id,
    header: words.columns[id],
    headerTitle: words.hints[id],
    cell: ({ figures }) => format.percent(figures[id]),
    sortValue: ({ figures }) => figures[id],
    align: "end",
    widthPx: FIGURE_PX,
  });
  return [
    {
      id: "action",
      header: words.columns.action,
      cell: ({ action }) => words.actionNames[action],
      sortValue: ({ action }) => words.actionNames[action],
      minWidthPx: 140,
    },
    {
      id: "threshold",
      header: words.columns.threshold,
      cell: ({ threshold }) => format.count(threshold),
      sortValue: ({ threshold }) => threshold,
      align: "end",
      widthPx: FIGURE_PX,
    },
    {
      id: "window",
      header: words.window,
      cell: ({ windowDays }) => format.days(windowDays),
      sortValue: ({ windowDays }) => windowDays,
      align: "end",
      widthPx: FIGURE_PX,
    },
    {
      id: "mcc",
      header: words.columns.mcc,
      headerTitle: words.hints.mcc,
      cell: ({ figures: { mcc } }) => (
        <span className="inline-flex items-center gap-2">
          <BarInCell share={mcc} tone="returning" widthPx={56} />
          {scoreText(mcc, format)}
        </span>
      ),
      sortValue: ({ figures }) => figures.mcc,
      align: "end",
      widthPx: 132,
    },
    ratio("precision"),
    ratio("recall"),
    {
      id: "lift",
      header: words.columns.lift,
      headerTitle: words.hints.lift,
      cell: ({ figures }) => format.ratioX(figures.lift),
      sortValue: ({ figures }) => figures.lift,
      align: "end",
      widthPx: FIGURE_PX,
    },
    ratio("coverage"),
  ];
}
