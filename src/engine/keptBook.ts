import { isoMonth, SECONDS_A_DAY, type MonthNumber, type Weekday } from "#src/domain/calendar.ts";
import { textAt } from "#src/domain/columns.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { StoredTable } from "#src/domain/tables.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { BOOK_VERSION, buildBook, type Book, type BookInput, type RowAddress } from "#src/metrics/book.ts";
import { extendBook } from "#src/metrics/extendBook.ts";
import { ledgerChecks, type LedgerCheck } from "#src/metrics/checks.ts";
import { lentIn, type LenderMonth } from "#src/metrics/lenderMonths.ts";
import type { Summary } from "#src/store/ledgerStore.ts";

import type { Ledger } from "./ledger.ts";
import { lenderRecords } from "./lenders/directories.ts";
import type { OnProgress } from "./protocol.ts";

/** Which rows enter figures: those up to `today`, and figures stand as of `asOf` if it is given. */
export interface BookLimit {
  readonly today: EpochDay;
  readonly asOf: EpochDay | undefined;
  readonly weekStart: Weekday;
  readonly leavesInternalOut: boolean;
}

/** A month of the lender-month table, saved apart so that a later day need not write it again. */
interface SavedMonth {
  readonly month: MonthNumber;
  /** The dataVersion it was saved with. */
  readonly dataVersion: number;
  /** Fen lent in it. */
  readonly lent: number;
}

/** A book with what a screen needs before any dictionary or column is read. */
export interface KeptBook {
  /** Its `lenderMonths` are only those that are not saved yet. */
  readonly book: Book;
  readonly savedMonths: readonly SavedMonth[];
  readonly limit: BookLimit;
  readonly productNames: readonly string[];
  /** The ledger's, then those that only the lenders dataset has. */
  readonly channelNames: readonly string[];
}

const SUMMARY = "book";

function monthSummary(month: MonthNumber): string {
  return `lender-month/${isoMonth(month)}`;
}

/** What to write so that the book need not be made again, and the book as it is once that is written. */
export function toSave(
  kept: KeptBook,
  dataVersion: number,
): { readonly saved: KeptBook; readonly summaries: readonly Summary[] } {
  const fresh = kept.book.lenderMonths;
  const saved: KeptBook = {
    ...kept,
    book: { ...kept.book, lenderMonths: [] },
    savedMonths: [
      ...kept.savedMonths,
      ...fresh.map((table) => ({ month: table.month, dataVersion, lent: lentIn(table) })),
    ],
  };
  const months = fresh.map((table) => ({ name: monthSummary(table.month), metricVersion: BOOK_VERSION, value: table }));
  return { saved, summaries: [{ name: SUMMARY, metricVersion: BOOK_VERSION, value: saved }, ...months] };
}

type ReadSummary = (name: string, metricVersion: number, dataVersion: number) => Promise<unknown>;

/** The book as it was saved, if it still is the one that `limit` asks for. */
export async function savedBook(
  read: ReadSummary,
  dataVersion: number,
  limit: BookLimit,
): Promise<KeptBook | undefined> {
  // Only `toSave` writes this name, and the store checked version and checksum.
  const kept = (await read(SUMMARY, BOOK_VERSION, dataVersion)) as KeptBook | undefined;
  return kept && answers(kept, limit) ? { ...kept, limit } : undefined;
}

/** One month of the lender-month table; undefined for a month that is not over. */
export async function lenderMonth(
  kept: KeptBook,
  read: ReadSummary,
  month: MonthNumber,
): Promise<LenderMonth | undefined> {
  const saved = kept.savedMonths.find((candidate) => candidate.month === month);
  if (!saved) return kept.book.lenderMonths.find((table) => table.month === month);
  // As above.
  return (await read(monthSummary(month), BOOK_VERSION, saved.dataVersion)) as LenderMonth | undefined;
}

function answers(kept: KeptBook, limit: BookLimit): boolean {
  if (kept.limit.weekStart !== limit.weekStart || kept.limit.asOf !== limit.asOf) return false;
  if (kept.limit.leavesInternalOut !== limit.leavesInternalOut) return false;
  if (kept.limit.today === limit.today) return true;
  return kept.book.futureRows === 0 && kept.book.firstDay !== null && kept.book.asOf <= limit.today;
}

const checksByBook = new WeakMap<KeptBook, readonly LedgerCheck[]>();

/** The checks of a book, computed once: every status asks for them. */
export function checksOfBook(kept: KeptBook): readonly LedgerCheck[] {
  const known = checksByBook.get(kept);
  if (known) return known;
  const lentBefore = kept.savedMonths.reduce((sum, { lent }) => sum + lent, 0);
  const checks = ledgerChecks(kept.book, lentBefore);
  checksByBook.set(kept, checks);
  return checks;
}

/** Makes the book from every live row. */
export async function makeBook(
  ledger: Ledger,
  limit: BookLimit,
  options: {
    /** Rows of the lenders dataset, of those waiting to be stored as well. */
    readonly lenderTables: readonly StoredTable[];
    readonly productFilter?: Uint8Array;
    /** By code, 1 = keep: rows of all others are as if they were not there. */
    readonly lenderFilter?: Uint8Array;
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: OnProgress | undefined;
  },
): Promise<KeptBook> {
  const all = await ledger.parts({ signal: options.signal, onProgress: options.onProgress });
  const { people, names, sizes, leftOut } = await lendersOf(ledger, limit, options.lenderTables);
  const figured = withoutLenders(all, leftOut);
  // A book of some lenders begins and ends with that of all.
  const span = spanOf(figured, limit);
  const asOf = limit.asOf ?? span.lastDay ?? limit.today;
  const { lenderFilter } = options;
  const parts = lenderFilter
    ? withoutLenders(
        figured,
        lenderFilter.map((keep) => 1 - keep),
      )
    : figured;
  const records = { ...people, ledgerFrom: span.firstDay ?? asOf };
  const input = { parts, ...sizes, ...names, people: records, asOf, weekStart: limit.weekStart };
  const filtered = options.productFilter ? { ...input, productFilter: options.productFilter } : input;
  const book = await withIds(ledger, 0, (compareIds) => buildBook({ ...filtered, compareIds }));
  return { book, savedMonths: [], limit, ...names };
}

/**
 * Carries a book on with parts just added to the ledger; undefined when history has to be re-read:
 * the new rows reach back, stand over earlier ones, or change what was known of a lender.
 */
export async function carryOn(
  kept: KeptBook,
  ledger: Ledger,
  added: {
    readonly parts: readonly LedgerPart[];
    readonly firstBlock: number;
    /** As they were when the book was made. */
    readonly lenderTables: readonly StoredTable[];
  },
): Promise<KeptBook | undefined> {
  const { book, limit } = kept;
  if (added.parts.length === 0) return kept;
  if (book.firstDay === null || limit.asOf !== undefined || book.futureRows > 0) return undefined;
  const { people, names, sizes, leftOut } = await lendersOf(ledger, limit, added.lenderTables);
  // A name that the ledger gained stands where one of the dataset stood.
  if (kept.channelNames.some((name, code) => names.channelNames[code] !== name)) return undefined;
  const parts = withoutLenders(added.parts, leftOut);
  const { firstDay, lastDay, futureRows } = spanOf(parts, limit);
  if (firstDay === undefined || lastDay === undefined || futureRows > 0) return undefined;
  if (firstDay <= book.asOf) return undefined;
  const records = { ...people, ledgerFrom: book.firstDay };
  const input = { parts, ...sizes, ...names, people: records, asOf: lastDay, weekStart: limit.weekStart };
  const carried = await withIds(ledger, added.firstBlock, (compareIds) => extendBook(book, { ...input, compareIds }));
  return carried ? { book: carried, savedMonths: kept.savedMonths, limit, ...names } : undefined;
}

/** The sizes and names of a ledger beside its lenders dataset, and whom the limit leaves out. */
async function lendersOf(ledger: Ledger, limit: BookLimit, lenderTables: readonly StoredTable[]) {
  const dictionaries = await ledger.dictionaries();
  const { lenders, products } = dictionaries;
  const people = lenderRecords(lenderTables, dictionaries);
  const isAnyoneOut = limit.leavesInternalOut && people.isInternal.includes(1);
  return {
    people,
    names: { productNames: [...products.names], channelNames: people.channelNames },
    sizes: { lenders: lenders.size, products: products.size, channels: people.channelNames.length },
    leftOut: isAnyoneOut ? people.isInternal : undefined,
  };
}

/** The parts with all rows of some lenders dead. @param leftOut  by code, 1 = out; undefined leaves nobody out */
function withoutLenders(parts: readonly LedgerPart[], leftOut: Uint8Array | undefined): readonly LedgerPart[] {
  if (!leftOut) return parts;
  return parts.map(({ columns, dead }) => {
    const { lender, rows } = columns;
    const marks = dead?.slice() ?? new Uint8Array(rows);
    for (let row = 0; row < rows; row++) marks[row]! |= leftOut[lender[row]!] ?? 0;
    return { columns, dead: marks };
  });
}

interface Span {
  readonly firstDay: EpochDay | undefined;
  readonly lastDay: EpochDay | undefined;
  readonly futureRows: number;
}

/** First and last day of the live rows up to the limit, and how many live rows lie after it. */
function spanOf(parts: readonly LedgerPart[], limit: BookLimit): Span {
  const end = ((limit.asOf ?? limit.today) + 1) * SECONDS_A_DAY;
  let first = Infinity;
  let last = -1;
  let futureRows = 0;
  for (const { columns, dead } of parts) {
    const { instant, rows } = columns;
    for (let row = 0; row < rows; row++) {
      if (dead?.[row] === 1) continue;
      const at = instant[row]!;
      if (at >= end) futureRows++;
      else {
        if (at > last) last = at;
        if (at < first) first = at;
      }
    }
  }
  if (last < 0) return { firstDay: undefined, lastDay: undefined, futureRows };
  return {
    firstDay: epochDay(Math.floor(first / SECONDS_A_DAY)),
    lastDay: epochDay(Math.floor(last / SECONDS_A_DAY)),
    futureRows,
  };
}

/**
 * Runs a computation that may have to order rows by txn_id. Texts are not in memory: the first run
 * finds out whose are needed, and only if there are any is there a second.
 */
async function withIds<Value>(
  ledger: Ledger,
  firstBlock: number,
  compute: (compareIds: BookInput["compareIds"]) => Value,
): Promise<Value> {
  const needed = new Set<number>();
  const first = compute((a, b) => {
    needed.add(a.part).add(b.part);
    return 0;
  });
  if (needed.size === 0) return first;
  const texts = new Map<number, Awaited<ReturnType<Ledger["texts"]>>>();
  for (const part of needed) texts.set(part, await ledger.texts(firstBlock + part));
  const idAt = ({ part, row }: RowAddress): string => {
    const ids = texts.get(part)?.ids;
    return ids ? textAt(ids, row) : "";
  };
  return compute((a, b) => compareCodePoints(idAt(a), idAt(b)));
}

/** Plain order of code units; rows without an id come last. */
function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -1 : 1;
}
