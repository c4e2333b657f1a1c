import type { LenderState } from "#src/domain/lenderStates.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { Book } from "#src/metrics/book.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { stateOfLender } from "#src/metrics/lenderStates.ts";
import { firstLendDay } from "#src/metrics/newVsReturning.ts";
import type { LenderBook } from "./lenderBook.ts";
import type { LenderDirectory } from "./lenderDirectory.ts";

/** What an entry of the directory is judged by. */
export interface EntrySources {
  readonly book: Pick<Book, "asOf" | "filtered" | "profiles" | "state">;
  readonly lenderBook: Pick<LenderBook, "facts">;
  readonly directory: LenderDirectory;
}

/**
 * The state of an entry of the directory (LS1 to LS5). Who is only in the lenders dataset has never lent, or is lost
 * when the dataset says that there was a first lend. Undefined for entries that are nobody: names of rows that are gone,
 * and people who registered after the book's day.
 */
export function lenderStateOf(entry: number, { book, lenderBook, directory }: EntrySources): LenderState | undefined {
  const { ledgerLenders, isRegistered, registeredDay, firstLendDay: saidDay } = directory;
  const state = entry < ledgerLenders ? stateOfLender(book, entry, lenderBook.facts) : undefined;
  if (state !== undefined || isRegistered[entry] !== 1 || registeredDay[entry]! > book.asOf) return state;
  const said = saidDay[entry]!;
  return said !== 0 && said <= book.asOf ? "lost" : "never_lent";
}

/**
 * The day of an entry's first lend: the ledger's, for those whose history begins in it; else what the lenders dataset
 * says. Null when there was none, or when it lies before history and nobody says when.
 */
export function firstLendDayOf(entry: number, { book, directory }: Omit<EntrySources, "lenderBook">): EpochDay | null {
  const kind = entry < directory.ledgerLenders ? book.profiles.kind[entry] : KIND.absent;
  if (kind === KIND.lent) return firstLendDay(book.profiles, entry);
  const said = directory.firstLendDay[entry]!;
  const lastDay = kind === KIND.before ? firstLendDay(book.profiles, entry) : book.asOf;
  return said !== 0 && said <= lastDay ? epochDay(said) : null;
}
