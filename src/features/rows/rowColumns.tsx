import type { LedgerRow, RowsColumn } from "#src/engine/protocol.ts";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import type { Format } from "#src/ui/format.ts";
import { LenderId } from "#src/ui/LenderId.tsx";
import { Mark } from "#src/ui/Legend.tsx";

import { strings, type RowsWords } from "./strings.ts";

const SORTED: readonly string[] = [
  "instant",
  "lender",
  "type",
  "amount",
  "product",
  "channel",
  "termDays",
] satisfies RowsColumn[];

export function isRowsColumn(id: string): id is RowsColumn {
  return SORTED.includes(id);
}

export function rowColumns(format: Format): readonly DataColumn<LedgerRow>[] {
  const words = strings[format.language];
  const { columns } = words;
  const named = (name: string) => (name === "" ? <span className="text-ink-3">{words.none}</span> : name);
  const all: readonly DataColumn<LedgerRow>[] = [
    { id: "instant", header: columns.instant, cell: (row) => format.instant(row.instant), widthPx: 196 },
    { id: "lender", header: columns.lender, cell: (row) => <LenderId id={row.lender} />, minWidthPx: 104 },
    { id: "type", header: columns.type, cell: (row) => <TypeCell row={row} words={words} />, minWidthPx: 132 },
    {
      id: "amount",
      header: columns.amount,
      cell: (row) => format.moneyExact(row.amount),
      align: "end",
      minWidthPx: 124,
    },
    { id: "product", header: columns.product, cell: (row) => named(row.product), minWidthPx: 104 },
    {
      id: "channel",
      header: columns.channel,
      headerTitle: words.channelHint,
      cell: (row) => named(row.channel),
      minWidthPx: 104,
    },
    {
      id: "termDays",
      header: columns.termDays,
      headerTitle: words.termHint,
      cell: (row) => (row.termDays === null ? "—" : format.days(row.termDays)),
      align: "end",
      widthPx: 96,
    },
    { id: "txnId", header: columns.txnId, cell: (row) => row.txnId ?? "—", minWidthPx: 136 },
  ];
  return all.map((column) => ({ ...column, sortable: isRowsColumn(column.id) }));
}

function TypeCell({ row, words }: { readonly row: LedgerRow; readonly words: RowsWords }) {
  if (row.isNew === null) return words.types[row.type];
  const newness = row.isNew ? "new" : "returning";
  return (
    <span className="inline-flex items-center gap-1.5" title={words.newness[newness]}>
      {words.types[row.type]}
      <Mark mark="square" tone={newness} />
      <span className="text-label text-ink-3">{words.newness[newness]}</span>
    </span>
  );
}
