import { useMemo } from "react";

import type { DayChange } from "#src/engine/protocol.ts";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import type { Format } from "#src/ui/format.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { strings } from "./strings.ts";

export interface DayTableProps {
  readonly days: readonly DayChange[];
}

type Moved = DayChange["volume"];

/** Every day whose rows change: how many, and what its figures were and would be. */
export function DayTable({ days }: DayTableProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const columns = useMemo(() => dayColumns(words, format), [words, format]);
  return <DataTable name={words.dayTable} columns={columns} rows={days} heightPx={232} />;
}

type Words = (typeof strings)["en"];

function dayColumns(words: Words, format: Format): readonly DataColumn<DayChange>[] {
  const moved = ({ before, after }: Moved): string =>
    before === after
      ? format.moneyExact(after)
      : words.beforeAfter(format.moneyExact(before), format.moneyExact(after));
  const money = (id: "volume" | "exits" | "outstanding"): DataColumn<DayChange> => ({
    id,
    header: words[id],
    cell: (day) => (
      <span className={day[id].before === day[id].after ? "text-ink-3" : undefined}>{moved(day[id])}</span>
    ),
    sortValue: (day) => day[id].after - day[id].before,
    align: "end",
    minWidthPx: 250,
  });
  const rows = ({ rowsAdded, rowsRemoved, rowsChanged }: DayChange): string =>
    [
      format.signedCount(rowsAdded),
      ...(rowsRemoved > 0 ? [format.signedCount(-rowsRemoved)] : []),
      ...(rowsChanged > 0 ? [`±${format.count(rowsChanged)}`] : []),
    ].join(" ");
  return [
    { id: "day", header: words.day, cell: ({ day }) => format.day(day), sortValue: ({ day }) => day, minWidthPx: 110 },
    {
      id: "rows",
      header: words.rowChange,
      cell: rows,
      sortValue: ({ rowsAdded, rowsRemoved }) => rowsAdded + rowsRemoved,
      align: "end",
      minWidthPx: 120,
    },
    money("volume"),
    money("exits"),
    money("outstanding"),
  ];
}
