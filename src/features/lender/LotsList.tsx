import { useMemo } from "react";

import type { Lot } from "#src/engine/protocol.ts";
import { Card, type CardProps } from "#src/ui/Card.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import type { Format } from "#src/ui/format.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { CsvButton } from "./CsvButton.tsx";
import type { Spoken } from "./lenderInfo.ts";
import { leftEarly, lotsTable, productName } from "./lotsModel.ts";
import { strings } from "./strings.ts";

const NEWEST_FIRST = { by: "start", descending: true };

export interface LotsListProps extends Pick<CardProps, "title" | "subtitle" | "info" | "footer" | "actions"> {
  readonly lots: readonly Lot[];
}

/** Every lot, however many. */
export function LotsList({ lots, actions, ...head }: LotsListProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const columns = useMemo(() => lotColumns({ words, format }), [words, format]);
  return (
    <Card
      {...head}
      actions={
        <>
          {actions}
          <CsvButton fileName="lender-lots" table={lotsTable(lots, words)} />
        </>
      }
    >
      <DataTable name={words.lots} columns={columns} rows={lots} initialSort={NEWEST_FIRST} />
    </Card>
  );
}

function lotColumns({ words, format }: Spoken): readonly DataColumn<Lot>[] {
  return [
    {
      id: "start",
      header: words.start,
      cell: (lot) => format.day(lot.startDay),
      sortValue: (lot) => lot.startDay,
      minWidthPx: 116,
    },
    {
      id: "product",
      header: words.product,
      cell: (lot) => productName(lot.product, words),
      sortValue: (lot) => lot.product,
      minWidthPx: 104,
    },
    {
      id: "maturity",
      header: words.maturity,
      cell: (lot) => (lot.maturityDay === null ? words.undated : format.day(lot.maturityDay)),
      sortValue: (lot) => lot.maturityDay,
      minWidthPx: 116,
    },
    money("amount", words.amount, (lot) => lot.amount, format),
    money("open", words.open, (lot) => lot.open, format),
    money("early", words.leftEarly, leftEarly, format),
    {
      id: "lastExit",
      header: words.lastExit,
      cell: (lot) => format.day(lot.exits.at(-1)?.day ?? null),
      sortValue: (lot) => lot.exits.at(-1)?.day ?? null,
      minWidthPx: 116,
    },
  ];
}

// oxlint-disable-next-line max-params -- one column a line
function money(id: string, header: string, amount: (lot: Lot) => number, format: Format): DataColumn<Lot> {
  return {
    id,
    header,
    cell: (lot) => format.moneyExact(amount(lot)),
    sortValue: amount,
    align: "end",
    minWidthPx: 124,
  };
}
