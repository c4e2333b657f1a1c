import type { DayChange, Restatement } from "#src/engine/protocol.ts";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import type { Format } from "#src/ui/format.ts";
import type { TableModel, TwinColumn } from "#src/ui/tableModel.ts";

import type { historyStrings } from "./historyStrings.ts";

type Words = (typeof historyStrings)["en"];

const MEASURES = ["volume", "exits", "outstanding"] as const;
const ROWS = ["rowsAdded", "rowsRemoved", "rowsChanged"] as const;
const SHORT = { rowsAdded: "added", rowsRemoved: "removed", rowsChanged: "altered" } as const;

export function isChange({ days }: Restatement): boolean {
  return days.length > 0;
}

export function changeTable(days: readonly DayChange[], words: Words): Pick<TableModel, "columns" | "rows"> {
  const columns: TwinColumn[] = [
    { id: "day", label: words.day, type: "day" },
    ...ROWS.map((id): TwinColumn => ({ id, label: words[id], type: "count" })),
    ...MEASURES.flatMap((id): TwinColumn[] => [
      { id: `${id}Before`, label: words.before(words[id]), type: "money" },
      { id: `${id}After`, label: words.after(words[id]), type: "money" },
    ]),
  ];
  const rows = days.map((change) => [
    change.day,
    ...ROWS.map((id) => change[id]),
    ...MEASURES.flatMap((id) => [change[id].before, change[id].after]),
  ]);
  return { columns, rows };
}

export function changeColumns(words: Words, format: Format): readonly DataColumn<DayChange>[] {
  return [
    { id: "day", header: words.day, widthPx: 116, sortValue: ({ day }) => day, cell: ({ day }) => format.day(day) },
    ...ROWS.map((id): DataColumn<DayChange> => ({
      id,
      header: words[SHORT[id]],
      headerTitle: words[id],
      widthPx: 88,
      align: "end",
      sortValue: (change) => change[id],
      cell: (change) => format.count(change[id]),
    })),
    ...MEASURES.map((id): DataColumn<DayChange> => ({
      id,
      header: words[id],
      minWidthPx: 236,
      align: "end",
      sortValue: (change) => change[id].after - change[id].before,
      cell: (change) => beforeAfter(change[id], format),
    })),
  ];
}

/** One figure where nothing changed. */
export function beforeAfter({ before, after }: DayChange["volume"], format: Format): string {
  if (before === after) return format.moneyExact(after);
  return `${format.moneyExact(before)} → ${format.moneyExact(after)}`;
}
