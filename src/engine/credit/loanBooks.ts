import { currentRows } from "#src/domain/tableRows.ts";
import { buildLoanBook, type LoanBookLimit } from "#src/metrics/loans/buildLoanBook.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";

import type { Held } from "#src/engine/held.ts";
import { valueOf } from "#src/engine/storeFault.ts";

/** The loans in force; undefined while there are none. */
export type LoanBooks = (held: Held) => Promise<LoanBook | undefined>;

/** Books of loans; the last one is remembered while the data and the days it is of stay as they are. */
export function createLoanBooks(): LoanBooks {
  let last: { readonly key: string; readonly book: Promise<LoanBook | undefined> } | undefined;
  return (held) => {
    const limit = limitOf(held);
    const key = JSON.stringify([held.state.dataVersion, limit]);
    if (last?.key === key) return last.book;
    const made = { key, book: makeLoanBook(held, limit) };
    last = made;
    // A store that could not be read may be readable when it is asked again.
    made.book.catch(() => {
      if (last === made) last = undefined;
    });
    return made.book;
  };
}

/** A ledger without a row has no day; the loans alone then say how far they go. */
function limitOf({ kept: { book, limit } }: Held): LoanBookLimit {
  const ledgerDay = book.firstDay === null ? undefined : book.asOf;
  return { latest: limit.asOf ?? limit.today, today: limit.today, asOf: limit.asOf ?? ledgerDay };
}

async function makeLoanBook(held: Held, limit: LoanBookLimit): Promise<LoanBook | undefined> {
  const rows = currentRows("loans", valueOf(await held.readTables("loans")));
  return rows.rows === 0 ? undefined : buildLoanBook(rows, limit);
}
