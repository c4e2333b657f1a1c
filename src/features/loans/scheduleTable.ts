import type { Instalment, LoanRow, LoanScheduleResult } from "#src/engine/protocol.ts";
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

/** What of the loan went bad, then where it stands against its schedule at the last instalment whose balance is known. */
export function standing({ loan, instalments }: LoanScheduleResult, format: Format): string {
  const words = strings[format.language];
  const last = instalments.findLast(({ actual }) => actual !== null);
  if (loan !== null && (loan.bad ?? 0) > 0) return badSentences(loan, instalments, format).join(words.sentenceGap);
  return last === undefined ? words.noDue : dueSentence(last, format);
}

/** Bad principal leaves the balance but is not repaid, so the loan is held against its schedule with it. */
function badSentences(loan: LoanRow, instalments: readonly Instalment[], format: Format): readonly string[] {
  const words = strings[format.language];
  const bad = loan.bad ?? 0;
  const first = (loan.owed === 0 ? words.goneBad : words.partBad)(format.moneyExact(bad));
  const last = instalments.findLast(({ actual }) => actual !== null);
  if (last === undefined) return [first];
  const left = instalments.find(({ actual }, at) => {
    const before = instalments[at - 1]?.actual ?? loan.principal;
    return actual !== null && before - actual >= bad;
  });
  const more = (last.actual ?? 0) + (left === undefined ? 0 : bad) - last.balance;
  return [
    first,
    ...(left === undefined ? [] : [words.leftAt(format.day(left.dueDay))]),
    ...(more > 0 ? [words.moreUnpaid(format.day(last.dueDay), format.moneyExact(more))] : []),
  ];
}

function dueSentence({ dueDay, balance, actual }: Instalment, format: Format): string {
  const words = strings[format.language];
  const more = (actual ?? balance) - balance;
  if (more === 0) return words.asScheduled(format.day(dueDay));
  return (more > 0 ? words.behind : words.ahead)(format.day(dueDay), format.moneyExact(Math.abs(more)));
}
