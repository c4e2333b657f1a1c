import type { MonthNumber } from "#src/domain/calendar.ts";

import { resized, roomFor } from "./growable.ts";
import type { LenderMonth, SparseAmounts } from "./lenderMonths.ts";

/** What an entry of the running month holds, by its place in the entry: all in one line of the cache. */
export const ENTRY = {
  openBalance: 0,
  balance: 1,
  balanceDays: 2,
  lent: 3,
  lendDates: 4,
  transferIn: 5,
  opening: 6,
} as const;

export const ENTRY_WIDTH = 8;

/** Gathers the lenders whose principal moves in the running month. */
export class LenderMonthBuilder {
  entries: number;
  lender: Uint32Array;
  /** `entries × ENTRY_WIDTH`. */
  values: Float64Array;

  constructor(running: LenderMonth | undefined) {
    this.entries = running?.lender.length ?? 0;
    this.lender = resized(running?.lender ?? new Uint32Array(0), roomFor(this.entries));
    this.values = new Float64Array(this.lender.length * ENTRY_WIDTH);
    if (running === undefined) return;
    const dense = [running.openBalance, running.balance, running.balanceDays, running.lent, running.lendDates];
    for (const [place, column] of dense.entries())
      column.forEach((amount, entry) => (this.values[entry * ENTRY_WIDTH + place] = amount));
    const { transfersIn, openings } = running;
    transfersIn.entry.forEach(
      (entry, place) => (this.values[entry * ENTRY_WIDTH + ENTRY.transferIn] = transfersIn.amount[place]!),
    );
    openings.entry.forEach(
      (entry, place) => (this.values[entry * ENTRY_WIDTH + ENTRY.opening] = openings.amount[place]!),
    );
  }

  /** A lender who moves for the first time this month; read `values` anew after it. */
  add(lender: number, balance: number, monthDays: number): number {
    const entry = this.entries++;
    if (entry === this.lender.length) {
      this.lender = resized(this.lender, roomFor(this.entries));
      this.values = resized(this.values, this.lender.length * ENTRY_WIDTH);
    }
    this.lender[entry] = lender;
    this.values[entry * ENTRY_WIDTH + ENTRY.openBalance] = balance;
    this.values[entry * ENTRY_WIDTH + ENTRY.balanceDays] = balance * monthDays;
    return entry;
  }

  /** The month so far. */
  read(month: MonthNumber): LenderMonth {
    const { entries, values } = this;
    const column = (place: number): Float64Array => {
      const amounts = new Float64Array(entries);
      for (let entry = 0; entry < entries; entry++) amounts[entry] = values[entry * ENTRY_WIDTH + place]!;
      return amounts;
    };
    return {
      month,
      lender: resized(this.lender, entries),
      openBalance: column(ENTRY.openBalance),
      balance: column(ENTRY.balance),
      balanceDays: column(ENTRY.balanceDays),
      lent: column(ENTRY.lent),
      lendDates: Uint32Array.from(column(ENTRY.lendDates)),
      transfersIn: this.sparse(ENTRY.transferIn),
      openings: this.sparse(ENTRY.opening),
    };
  }

  /** Forgets the month; memory is used again. */
  clear(): void {
    this.values.fill(0, 0, this.entries * ENTRY_WIDTH);
    this.entries = 0;
  }

  private sparse(place: number): SparseAmounts {
    const entries: number[] = [];
    for (let entry = 0; entry < this.entries; entry++)
      if (this.values[entry * ENTRY_WIDTH + place] !== 0) entries.push(entry);
    const amounts = entries.map((entry) => this.values[entry * ENTRY_WIDTH + place]!);
    return { entry: Uint32Array.from(entries), amount: Float64Array.from(amounts) };
  }
}
