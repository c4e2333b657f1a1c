import { LENDER_BOOK_VERSION, type LenderBook } from "#src/metrics/lenders/lenderBook.ts";

import type { Held } from "#src/engine/held.ts";
import type { Summary } from "#src/store/ledgerStore.ts";

const SUMMARY = "lender-book";

/** Cells of a larger book take longer to store than to make: hundreds of megabytes. */
const MOST_VALUES = 16_000_000;

interface SavedLenderBook {
  /** What it was made by (`bookKey`): another choice needs another book. */
  readonly key: string;
  readonly book: LenderBook;
}

/** Everything but the rows that a lender book depends on. */
export function bookKey({ state, kept }: Held): string {
  const { newRule, transfers, hunterRules, leavesInternalOut } = state.settings;
  const { thresholdFen, cashOutDays } = hunterRules;
  return JSON.stringify([kept.book.asOf, newRule, transfers, thresholdFen, cashOutDays, leavesInternalOut]);
}

/** The book as it was saved, if it still is the one that the settings ask for. */
export async function savedLenderBook(held: Held): Promise<LenderBook | undefined> {
  // Only `saveLenderBook` writes this name, and the store checked version and checksum.
  const saved = (await held.readSummary(SUMMARY, LENDER_BOOK_VERSION, held.state.dataVersion)) as
    | SavedLenderBook
    | undefined;
  return saved?.key === bookKey(held) ? saved.book : undefined;
}

/** The saved book for a commit that changes no figure of it: neither rows of the ledger nor what is known of lenders. */
export async function carriedLenderBook({ state, readSummary }: Held): Promise<readonly Summary[]> {
  const value = await readSummary(SUMMARY, LENDER_BOOK_VERSION, state.dataVersion);
  return value === undefined ? [] : [{ name: SUMMARY, metricVersion: LENDER_BOOK_VERSION, value }];
}

/** Saves the one book in force; where it is too large or the store has moved on, it is made again next time. */
export async function saveLenderBook(held: Held, book: LenderBook): Promise<void> {
  if (book.calendar.values.length + book.rolling.values.length > MOST_VALUES) return;
  const value: SavedLenderBook = { key: bookKey(held), book };
  await held.writeSummaries(held.state.dataVersion, [{ name: SUMMARY, metricVersion: LENDER_BOOK_VERSION, value }]);
}
