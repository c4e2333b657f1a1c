import { BarInCell } from "#src/ui/BarInCell.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import { Money } from "#src/ui/Money.tsx";

import { FIGURES, figureText, type FigureId, type Spoken } from "./figures.ts";
import { groupName, type GroupLine } from "./groupTable.ts";

const BAR_PX = 56;
const MIN_WIDTHS_PX: Readonly<Record<FigureId, number>> = {
  topTenShare: 124,
  topPercentShare: 124,
  herfindahl: 84,
  gini: 84,
  effectiveLenders: 148,
};

export function groupColumns(by: "channel" | "product", spoken: Spoken): readonly DataColumn<GroupLine>[] {
  const { words, format } = spoken;
  return [
    {
      id: "name",
      header: words.group[by],
      cell: (line) => <span className="font-medium">{groupName(line, by, words)}</span>,
      sortValue: (line) => line.name,
      minWidthPx: 112,
      grow: 2,
    },
    {
      id: "balance",
      header: words.balance,
      cell: (line) => <Money fen={line.balance} />,
      sortValue: (line) => line.balance,
      align: "end",
      minWidthPx: 124,
    },
    {
      id: "share",
      header: words.share,
      cell: (line) => (
        <span className="inline-flex items-center justify-end gap-2">
          <BarInCell share={line.share} tone="outstandingFill" widthPx={BAR_PX} />
          <span className="w-12">{format.percent(line.share)}</span>
        </span>
      ),
      sortValue: (line) => line.share,
      align: "end",
      minWidthPx: 144,
    },
    {
      id: "lenders",
      header: words.lendersHolding,
      headerTitle: words.lenders,
      cell: (line) => format.count(line.lenders),
      sortValue: (line) => line.lenders,
      align: "end",
      minWidthPx: 92,
    },
    ...FIGURES.map((id): DataColumn<GroupLine> => ({
      id,
      header: words.names[id],
      headerTitle: words.formulas[id],
      cell: (line) => figureText(id, line, format),
      sortValue: (line) => line[id],
      align: "end",
      minWidthPx: MIN_WIDTHS_PX[id],
    })),
  ];
}
