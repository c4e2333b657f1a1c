import type { Instalment, LoanScheduleResult } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import { strings } from "./strings.ts";

/** The instalments and, under them, what they add up to. */
export function scheduleTable(loanId: string, instalments: readonly Instalment[], format: Format): TableModel {
  const words = strings[format.language];
  const { instalments: names } = words;
  const sumOf = (id: "principal" | "interest" | "payment") => instalments.reduce((sum, row) => sum + row[id], 0);
  return {
    caption: words.schedule(loanId),
    columns: [
      { id: "number", label: names.number, type: "text" },
      { id: "dueDay", label: names.dueDay, type: "day" },
      { id: "principal", label: names.principal, type: "money" },
      { id: "interest", label: names.interest, type: "money" },
      { id: "payment", label: names.payment, type: "money" },
      { id: "balance", label: names.balance, type: "money" },
      { id: "actual", label: names.actual, type: "money" },
    ],
    rows: [
      ...instalments.map((row) => [
        row.number,
        row.dueDay,
        row.principal,
        row.interest,
        row.payment,
        row.balance,
        row.actual,
      ]),
      [words.sum, null, sumOf("principal"), sumOf("interest"), sumOf("payment"), null, null],
    ],
  };
}

/** Where the loan stands against its schedule at the last instalment whose balance is known, and what of it is bad. */
export function standing({ loan, instalments }: LoanScheduleResult, format: Format): string {
  const words = strings[format.language];
  const last = instalments.findLast(({ actual }) => actual !== null);
  const due = last === undefined ? words.noDue : dueSentence(last, format);
  const bad = loan?.bad ?? 0;
  return bad === 0 ? due : due + words.sentenceGap + words.goneBad(format.moneyExact(bad));
}

function dueSentence({ dueDay, balance, actual }: Instalment, format: Format): string {
  const words = strings[format.language];
  const more = (actual ?? balance) - balance;
  if (more === 0) return words.asScheduled(format.day(dueDay));
  return (more > 0 ? words.behind : words.ahead)(format.day(dueDay), format.moneyExact(Math.abs(more)));
}
