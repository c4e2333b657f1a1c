import type { LoanRow, LoanSort } from "#src/engine/protocol.ts";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import type { Format } from "#src/ui/format.ts";
import { LenderId } from "#src/ui/LenderId.tsx";
import { loanStatusName } from "#src/ui/loanStatusNames.ts";

import { strings } from "./strings.ts";

/** Columns that the engine sorts by. */
const SORTED: readonly string[] = [
  "disbursedOn",
  "principal",
  "profit",
  "repaid",
  "bad",
  "overdueDays",
  "owed",
  "due",
] satisfies LoanSort[];

export function isLoanSort(id: string): id is LoanSort {
  return SORTED.includes(id);
}

/** Of a digit of a table, and of a cell's padding. */
const DIGIT_PX = 6.7;
const PADDING_PX = 24;

/** The largest amount of some loans, whatever its sign, fen; 0 of none. */
export function largestAmount(rows: readonly LoanRow[]): number {
  return rows.reduce((most, { principal, profit }) => Math.max(most, principal, Math.abs(profit ?? 0)), 0);
}

/**
 * A line a loan, the figures that are asked for first; all others are in the file.
 *
 * @param hasDue  whether a line of the term ladder was asked for
 * @param largestFen  of the loans that are there so far: amounts are written in full, and columns are as wide as it needs
 */
export function loanColumns(format: Format, hasDue: boolean, largestFen = 0): readonly DataColumn<LoanRow>[] {
  const words = strings[format.language];
  const { columns } = words;
  const neededPx = Math.ceil(format.moneyExact(-largestFen).length * DIGIT_PX) + PADDING_PX;
  const figure = (
    id: "principal" | "profit" | "repaid" | "bad" | "owed" | "due",
    minWidthPx: number,
  ): DataColumn<LoanRow> => ({
    id,
    header: columns[id],
    cell: (row) => format.moneyExact(row[id]),
    align: "end",
    minWidthPx: Math.max(minWidthPx, neededPx),
  });
  const all: readonly DataColumn<LoanRow>[] = [
    {
      id: "loanId",
      header: columns.loanId,
      cell: (row) => (
        <span className="font-medium underline decoration-line-strong underline-offset-4">{row.loanId}</span>
      ),
      minWidthPx: 116,
    },
    { id: "disbursedOn", header: columns.disbursedOn, cell: (row) => format.day(row.disbursedOn), minWidthPx: 128 },
    ...(hasDue ? [{ ...figure("due", 116), headerTitle: words.dueHint }] : []),
    figure("principal", 124),
    figure("profit", 112),
    figure("repaid", 124),
    figure("owed", 116),
    {
      id: "overdueDays",
      header: columns.overdueDays,
      cell: (row) => (row.overdueDays === null ? "—" : format.days(row.overdueDays)),
      align: "end",
      minWidthPx: 92,
    },
    figure("bad", 116),
    { id: "product", header: columns.product, cell: (row) => row.product || words.none, minWidthPx: 92 },
    {
      id: "status",
      header: columns.status,
      cell: (row) => loanStatusName(row.status, format.language) || "—",
      minWidthPx: 88,
    },
    {
      id: "rate",
      header: columns.rate,
      headerTitle: words.rateHint,
      cell: (row) => format.percent(row.rate, 2),
      align: "end",
      widthPx: 80,
    },
    { id: "periods", header: columns.periods, cell: (row) => format.count(row.periods), align: "end", widthPx: 76 },
    { id: "method", header: columns.method, cell: (row) => words.methods[row.method], minWidthPx: 116 },
    {
      id: "borrower",
      header: columns.borrower,
      cell: (row) => (row.borrower === "" ? "—" : <LenderId id={row.borrower} />),
      minWidthPx: 104,
    },
  ];
  return all.map((column) => ({ ...column, sortable: isLoanSort(column.id) }));
}
