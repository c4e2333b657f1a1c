import type { OpenLot, OpenLotSort } from "#src/engine/protocol.ts";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import type { Format } from "#src/ui/format.ts";
import { LenderId } from "#src/ui/LenderId.tsx";

import { strings } from "./strings.ts";

type LotColumn = DataColumn<OpenLot> & { readonly id: OpenLotSort };

const SORTED: readonly string[] = [
  "lender",
  "product",
  "startDay",
  "termDays",
  "maturityDay",
  "amount",
  "open",
] satisfies OpenLotSort[];

export function isLotSort(id: string): id is OpenLotSort {
  return SORTED.includes(id);
}

/** A line a lot; the engine sorts by each of them. Unknown terms are "—", a lot without maturity says so. */
export function lotColumns(format: Format): readonly DataColumn<OpenLot>[] {
  const words = strings[format.language];
  const { columns } = words;
  const quiet = (text: string) => <span className="text-ink-3">{text}</span>;
  const figure = (id: "amount" | "open"): LotColumn => ({
    id,
    header: columns[id],
    cell: (lot) => format.moneyExact(lot[id]),
    align: "end",
    minWidthPx: 124,
  });
  const all: readonly LotColumn[] = [
    {
      id: "lender",
      header: columns.lender,
      cell: ({ lender }) => (
        <span className="underline decoration-line-strong underline-offset-4">
          <LenderId id={lender} />
        </span>
      ),
      minWidthPx: 116,
    },
    {
      id: "product",
      header: columns.product,
      cell: ({ product }) => (product === "" ? quiet(words.none) : product),
      minWidthPx: 104,
    },
    { id: "startDay", header: columns.startDay, cell: (lot) => format.day(lot.startDay), minWidthPx: 136 },
    {
      id: "termDays",
      header: columns.termDays,
      cell: ({ termDays }) => format.count(termDays),
      align: "end",
      minWidthPx: 116,
    },
    {
      id: "maturityDay",
      header: columns.maturityDay,
      cell: ({ maturityDay }) => (maturityDay === null ? quiet(words.undated) : format.day(maturityDay)),
      minWidthPx: 136,
    },
    figure("amount"),
    figure("open"),
  ];
  return all.map((column) => ({ ...column, sortable: true }));
}
