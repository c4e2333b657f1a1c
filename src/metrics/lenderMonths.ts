import type { MonthNumber } from "#src/domain/calendar.ts";

/** Amounts of the few lenders that have any; by place in the month's columns. */
export interface SparseAmounts {
  readonly entry: Uint32Array;
  readonly amount: Float64Array;
}

/**
 * One complete month of every lender whose principal moved in it. A lender without an entry kept its
 * balance all month.
 */
export interface LenderMonth {
  readonly month: MonthNumber;
  readonly lender: Uint32Array;
  /** Fen, before the month. */
  readonly openBalance: Float64Array;
  /** Fen, at its end. */
  readonly balance: Float64Array;
  /** Fen·days, Σ of end-of-day balances. */
  readonly balanceDays: Float64Array;
  /** Fen; lends without transfers in. */
  readonly lent: Float64Array;
  /** Bit d − 1 is set when the lender lent on date d: its lend occasions. */
  readonly lendDates: Uint32Array;
  readonly transfersIn: SparseAmounts;
  readonly openings: SparseAmounts;
}

/** Fen lent in a month. */
export function lentIn({ lent }: LenderMonth): number {
  return lent.reduce((sum, amount) => sum + amount, 0);
}
