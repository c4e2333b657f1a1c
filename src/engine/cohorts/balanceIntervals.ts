import { channelCodes } from "#src/engine/codes.ts";
import type { Held } from "#src/engine/held.ts";
import { lenderMonth } from "#src/engine/keptBook.ts";
import type { CohortArgs } from "#src/engine/protocol.ts";
import type { Book } from "#src/metrics/book.ts";
import type { CohortTable } from "#src/metrics/cohorts.ts";
import type { LenderMonth } from "#src/metrics/lenderMonths.ts";
import { withBalanceIntervals } from "#src/metrics/retention/balanceIntervals.ts";
import { cohortBalances, type CohortBalances } from "#src/metrics/retention/cohortBalances.ts";

const REMEMBERED = 6;

type BalancesByQuery = Map<string, readonly CohortBalances[]>;

const rememberedByBook = new WeakMap<Book, BalancesByQuery>();

export interface TableOfBook {
  readonly book: Book;
  readonly table: CohortTable;
  /** Numbers of the cohorts that enter no curve. */
  readonly hidden: ReadonlySet<number>;
}

/**
 * The table with the 95 % intervals of its ratios of balance (RT10); any other table as it is.
 *
 * Balances of lenders are kept at the ends of months alone, so weekly cohorts have no intervals.
 */
export async function tableWithIntervals(held: Held, args: CohortArgs, made: TableOfBook): Promise<CohortTable> {
  if (args.measure !== "balance" || args.grain !== "month") return made.table;
  return withBalanceIntervals(made.table, await balancesOf(held, made.book, args), made.hidden);
}

/** Remembered for a book by split and channels: which cohorts are hidden changes nothing in them. */
async function balancesOf(held: Held, book: Book, { splitBy, filter }: CohortArgs): Promise<readonly CohortBalances[]> {
  const remembered: BalancesByQuery = rememberedByBook.get(book) ?? new Map();
  rememberedByBook.set(book, remembered);
  const key = JSON.stringify([splitBy, filter.channels.toSorted()]);
  const known = remembered.get(key);
  if (known) return known;
  const keepChannel = channelCodes(held, filter.channels);
  const balances = cohortBalances(await monthsOf(held, book), { profiles: book.profiles, splitBy, keepChannel });
  remembered.set(key, balances);
  const oldest = remembered.keys().next().value;
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return balances;
}

/** All complete months; a book of some rows only has its own tables. */
async function monthsOf({ kept, readSummary }: Held, book: Book): Promise<readonly LenderMonth[]> {
  if (book !== kept.book) return book.lenderMonths;
  const { firstPeriod, lastPeriod } = book.monthCohorts;
  const months: LenderMonth[] = [];
  for (let month = firstPeriod; month <= lastPeriod; month++) {
    const table = await lenderMonth(kept, readSummary, month);
    // Without one month all later balances would be wrong.
    if (!table) return [];
    months.push(table);
  }
  return months;
}
