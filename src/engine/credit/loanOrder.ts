import { loanProfit } from "#src/metrics/loans/loanProfit.ts";

import { firstInOrder } from "#src/engine/lenders/firstInOrder.ts";
import type { LoanSort, LoansArgs } from "#src/engine/protocol.ts";

import type { LoanSources } from "./loanRow.ts";

/**
 * The first `count` of some loans, rows of the book, in the order of a column. Those without a value come last in either
 * order, and equals stand as in the book: by day of disbursal and then by id.
 */
export function loansInOrder(
  loans: Uint32Array,
  { sort: { by, descending }, count }: { readonly sort: LoansArgs["sort"]; readonly count: number },
  sources: LoanSources,
): Uint32Array {
  const valueOf = columnOf(by, sources);
  const keys = new Float64Array(sources.book.loans);
  for (const loan of loans) {
    const value = valueOf(loan);
    keys[loan] = value === null || Number.isNaN(value) ? Infinity : descending ? -value : value;
  }
  return firstInOrder(loans, count, { keys, ranks: Uint32Array.from(keys, (_, loan) => loan) });
}

/** By loan; null or NaN where there is none. */
function columnOf(by: LoanSort, { book, figures, due }: LoanSources): (loan: number) => number | null {
  switch (by) {
    case "profit":
      return (loan) => loanProfit(book, loan);
    case "owed":
      return (loan) => figures.owed[loan]!;
    case "due":
      return (loan) => due?.[loan] ?? null;
    case "disbursedOn":
    case "principal":
    case "repaid":
    case "bad":
    case "overdueDays":
      return (loan) => book[by][loan]!;
  }
}
