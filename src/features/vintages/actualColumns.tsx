import type { DataColumn } from "#src/ui/dataColumn.ts";
import { Delta } from "#src/ui/Delta.tsx";
import { Money } from "#src/ui/Money.tsx";
import type { TableModel } from "#src/ui/tableModel.ts";

import { bookMonth, shareText, type Spoken } from "./figures.ts";
import type { VintageLine } from "./vintageModel.ts";
import type { VintageMeasure } from "./vintagesView.ts";

/** What a month came to at its oldest month on book against what is expected there. Prepayment is neither good nor bad. */
export function actualColumns(measure: VintageMeasure, { words, format }: Spoken): readonly DataColumn<VintageLine>[] {
  return [
    {
      id: "month",
      header: words.month,
      cell: ({ month }) => <span className="font-medium">{format.month(month.from)}</span>,
      sortValue: ({ month }) => month.from,
      minWidthPx: 112,
    },
    {
      id: "difference",
      header: words.difference,
      cell: ({ difference }) => (
        <Delta change={difference} unit="points" better={measure === "bad" ? "down" : "neutral"} digits={2} />
      ),
      sortValue: ({ difference }) => difference,
      align: "end",
      minWidthPx: 140,
    },
    {
      id: "actual",
      header: words.actual,
      cell: ({ actual }) => shareText(actual, format),
      sortValue: ({ actual }) => actual,
      align: "end",
      minWidthPx: 84,
    },
    {
      id: "expected",
      header: words.expected,
      cell: ({ expected }) => shareText(expected, format),
      sortValue: ({ expected }) => expected,
      align: "end",
      minWidthPx: 104,
    },
    {
      id: "excess",
      header: words.excess,
      headerTitle: words.excessHint,
      cell: ({ excess }) => <Money fen={excess} sign />,
      sortValue: ({ excess }) => excess,
      align: "end",
      minWidthPx: 136,
    },
    {
      id: "age",
      header: words.ageShort,
      headerTitle: words.age,
      cell: ({ age }) => (age < 0 ? words.tooYoungCell : bookMonth(age, format)),
      sortValue: ({ age }) => age,
      align: "end",
      minWidthPx: 96,
    },
    {
      id: "loans",
      header: words.loans,
      cell: ({ loans }) => format.count(loans),
      sortValue: ({ loans }) => loans,
      align: "end",
      minWidthPx: 96,
    },
    {
      id: "disbursed",
      header: words.disbursed,
      cell: ({ disbursed }) => <Money fen={disbursed} />,
      sortValue: ({ disbursed }) => disbursed,
      align: "end",
      minWidthPx: 108,
    },
  ];
}

export function actualFile(
  lines: readonly VintageLine[],
  { words, format }: Spoken,
): Pick<TableModel, "columns" | "rows"> {
  return {
    columns: [
      { id: "month", label: words.month, type: "month" },
      { id: "loans", label: words.loans, type: "count" },
      { id: "disbursed", label: words.disbursed, type: "money" },
      { id: "age", label: words.age, type: "text" },
      { id: "actual", label: words.actual, type: "ratio" },
      { id: "expected", label: words.expected, type: "ratio" },
      { id: "difference", label: words.difference, type: "ratio" },
      { id: "excess", label: words.excess, type: "money" },
    ],
    rows: lines.map(({ month, loans, disbursed, age, actual, expected, difference, excess }) => [
      month.from,
      loans,
      disbursed,
      age < 0 ? null : bookMonth(age, format),
      actual,
      expected,
      difference,
      excess,
    ]),
  };
}
