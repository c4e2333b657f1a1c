import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { Book } from "./book.ts";
import { medianOf } from "./qualityMedian.ts";
import type { ImportLends } from "./qualityUnits.ts";

/** Lends of one import that its median is taken of: its unit shows in the first ones. */
const MEDIAN_LENDS = 100_000;

export interface QualityAsked {
  readonly book: Book;
  /** Rows after it are future-dated. */
  readonly today: EpochDay;
  /** Lender codes whose lowest balance is wanted. */
  readonly lowestOf: Iterable<number>;
}

/** The lowest balance of a lender at the end of a day. */
interface LowestBalance {
  readonly lender: number;
  /** Fen. */
  readonly balance: number;
  /** The first day that ended on it. */
  readonly day: EpochDay;
}

/** Live rows of an import on a day after today. */
interface FutureRows {
  readonly importId: number;
  readonly day: EpochDay;
  readonly rows: number;
}

/** What rows alone can tell, once all are taken. */
export interface QualityRows {
  /** Ascending by importId. */
  readonly lends: readonly ImportLends[];
  /** Lowest first. */
  readonly lowest: readonly LowestBalance[];
  /** Fen by lender code that left before the first lend, transfer in or opening (CK8). */
  readonly earlyExits: Float64Array;
  /** Live rows by lender code, future ones left out. */
  readonly rowsByLender: Uint32Array;
  /** By day from the book's first: the seconds of the day at which its last row stands; 0 without rows. */
  readonly lastSecond: Uint32Array;
  /** In the order of imports, then of days. */
  readonly future: readonly FutureRows[];
}

/**
 * One pass over live rows, block by block, for what the book does not keep. Its memory is by lender and by day, never
 * by row.
 */
export class QualitySweep {
  private readonly book: Book;
  private readonly firstSecond: number;
  /** Rows from here on are after the book. */
  private readonly bookEnd: number;
  private readonly todayEnd: number;
  private readonly earlyExits: Float64Array;
  private readonly rowsByLender: Uint32Array;
  private readonly lastSecond: Uint32Array;
  /** By lender, then day: fen. */
  private readonly changes: ReadonlyMap<number, Map<number, number>>;
  private readonly isWatched: Uint8Array;
  private readonly future = new Map<number, Map<number, number>>();
  private readonly lends: ImportLends[] = [];
  private importId = -1;
  private lendCount = 0;
  private withoutTerm = 0;
  private readonly amounts = new Float64Array(MEDIAN_LENDS);

  constructor({ book, today, lowestOf }: QualityAsked) {
    const lenders = book.profiles.kind.length;
    const days = book.firstDay === null ? 0 : book.asOf - book.firstDay + 1;
    this.book = book;
    this.firstSecond = (book.firstDay ?? 0) * SECONDS_A_DAY;
    this.bookEnd = (book.asOf + 1) * SECONDS_A_DAY;
    this.todayEnd = (today + 1) * SECONDS_A_DAY;
    this.earlyExits = new Float64Array(lenders);
    this.rowsByLender = new Uint32Array(lenders);
    this.lastSecond = new Uint32Array(days);
    this.changes = new Map(Array.from(lowestOf, (lender) => [lender, new Map<number, number>()]));
    this.isWatched = new Uint8Array(lenders);
    for (const lender of this.changes.keys()) this.isWatched[lender] = 1;
  }

  /** Parts of one import must follow each other. */
  take({ columns, dead }: LedgerPart, importId: number): void {
    if (importId !== this.importId) this.turnTo(importId);
    for (let row = 0; row < columns.rows; row++) {
      if (dead !== undefined && dead[row] === 1) continue;
      const instant = columns.instant[row]!;
      if (instant >= this.bookEnd) {
        if (instant >= this.todayEnd) this.takeFuture(Math.floor(instant / SECONDS_A_DAY));
        continue;
      }
      const type = columns.type[row]!;
      const lender = columns.lender[row]!;
      const amount = columns.amount[row]!;
      this.rowsByLender[lender]!++;
      const sign = BALANCE_SIGN[type]!;
      if (sign < 0 && instant < this.book.profiles.firstInstant[lender]!) this.earlyExits[lender]! += amount;
      if (this.isWatched[lender] === 1 && sign !== 0) this.takeChange(lender, instant, sign * amount);
      if (type === TYPE.lend) this.takeLend(amount, columns.termDays[row]!);
      this.takeInstant(instant);
    }
  }

  finish(): QualityRows {
    this.turnTo(-1);
    return {
      lends: this.lends.toSorted((a, b) => a.importId - b.importId),
      lowest: Array.from(this.changes, lowestBalance).toSorted((a, b) => a.balance - b.balance || a.lender - b.lender),
      earlyExits: this.earlyExits,
      rowsByLender: this.rowsByLender,
      lastSecond: this.lastSecond,
      future: [...this.future].flatMap(([importId, days]) =>
        [...days].map(([day, rows]) => ({ importId, day: epochDay(day), rows })).toSorted((a, b) => a.day - b.day),
      ),
    };
  }

  private takeLend(amount: number, termDays: number): void {
    if (this.lendCount < MEDIAN_LENDS) this.amounts[this.lendCount] = amount;
    this.lendCount++;
    if (termDays === 0) this.withoutTerm++;
  }

  private takeChange(lender: number, instant: number, change: number): void {
    const byDay = this.changes.get(lender);
    const day = Math.floor(instant / SECONDS_A_DAY);
    byDay?.set(day, (byDay.get(day) ?? 0) + change);
  }

  private takeInstant(instant: number): void {
    const since = instant - this.firstSecond;
    const place = Math.floor(since / SECONDS_A_DAY);
    const second = since - place * SECONDS_A_DAY;
    if (second > this.lastSecond[place]!) this.lastSecond[place] = second;
  }

  private takeFuture(day: number): void {
    const byDay = this.future.get(this.importId) ?? new Map<number, number>();
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
    this.future.set(this.importId, byDay);
  }

  private turnTo(importId: number): void {
    if (this.importId !== -1) {
      this.lends.push({
        importId: this.importId,
        lends: this.lendCount,
        withoutTerm: this.withoutTerm,
        medianAmount: medianOf(this.amounts.subarray(0, Math.min(this.lendCount, MEDIAN_LENDS))),
      });
    }
    this.importId = importId;
    this.lendCount = 0;
    this.withoutTerm = 0;
  }
}

function lowestBalance([lender, changes]: readonly [number, ReadonlyMap<number, number>]): LowestBalance {
  let balance = 0;
  let lowest = { lender, balance: 0, day: epochDay(0) };
  for (const [day, change] of [...changes].toSorted(([a], [b]) => a - b)) {
    balance += change;
    if (balance < lowest.balance) lowest = { lender, balance, day: epochDay(day) };
  }
  return lowest;
}
