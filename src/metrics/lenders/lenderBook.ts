import type { MonthNumber } from "#src/domain/calendar.ts";
import type { HunterRules } from "#src/domain/segments.ts";
import type { NewRule, TransfersView } from "#src/domain/switches.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { OpenTerms } from "./openTerms.ts";

/** Raised whenever a stored lender book of the code before would give other answers. */
export const LENDER_BOOK_VERSION = 3;

/** Checkpoints after the first lend, days, by the bit of `LenderFacts.heldAt`. */
export const CHECKPOINT_DAYS = [30, 90, 180] as const;

/** Bits of `LenderFacts.signs`. */
export const SIGN = { shortestTerm: 1, coupon: 2, atThreshold: 4, cashOut: 8, noSecondLend: 16 } as const;

/**
 * What each lender's rows come to at the end of the book's day; arrays by ledger code. Days are epoch days with 0 for
 * none, money is fen. Volume, lends and occasions follow the transfers switch; balances never do. First instants,
 * channels and first products are in the profiles of the day's book.
 */
export interface LenderFacts {
  /** Rows of any type. */
  readonly rows: Uint32Array;
  /** Rows of volume. */
  readonly lends: Uint32Array;
  /** Distinct days with a row of volume. */
  readonly occasions: Uint32Array;
  /** The first of those days after the day of the first lend, which is a transfer in's in both views. */
  readonly secondLendDay: Int32Array;
  readonly lastLendDay: Int32Array;
  readonly volume: Float64Array;
  /** New volume, by the rule in force. */
  readonly firstVolume: Float64Array;
  /** Scheduled, early, compensated; transfers out under the gross view. */
  readonly exits: Float64Array;
  readonly interest: Float64Array;
  readonly fees: Float64Array;
  /** Subsidies up to the end of the month of the first lend. */
  readonly newLenderSubsidies: Float64Array;
  readonly laterSubsidies: Float64Array;
  readonly balance: Float64Array;
  /** The largest balance at the end of a day. */
  readonly peakBalance: Float64Array;
  /** The last day with a row that moved the balance. */
  readonly lastMovedDay: Int32Array;
  /** The first and last maturity after the book's day among open lots; 0 when nothing dated is due. */
  readonly nextDueDay: Int32Array;
  readonly lastDueDay: Int32Array;
  /** 1 where an open lot has no maturity, or is past it: the last payout is not known. */
  readonly isDueUnknown: Uint8Array;
  /** Bit i: a balance above zero at the end of the day `CHECKPOINT_DAYS[i]` after the first lend. */
  readonly heldAt: Uint8Array;
  /** Bits of `SIGN`. */
  readonly signs: Uint8Array;
  /** The last day with a balance above zero at its end; 0 when there never was one. */
  readonly lastHeldDay: Int32Array;
}

/**
 * In which ages a lender did something, as bits: age a is bit a % 32 of word a / 32 of the lender's `words` words.
 * Calendar age 0 is the month of the first lend; a month counts only when it is over. Rolling age a is from a to a + 1
 * months after the day of the first lend, and counts only when it is over by the book's day.
 */
export interface ActivityBits {
  readonly words: number;
  /** At least one row of volume. */
  readonly lent: Uint32Array;
  /** A balance above zero at the end. */
  readonly held: Uint32Array;
}

/** What a cell of an age cube holds, by its place in the cell. */
export const AGE = {
  /** Lenders with at least one row of volume. */
  lent: 0,
  /** Lenders with a balance above zero at the end. */
  held: 1,
  volume: 2,
  /** Σ amount · term, fen·days. */
  volumeTermDays: 3,
  exits: 4,
  /** At the end. */
  balance: 5,
  /** Σ of end-of-day balances, fen·days. */
  balanceDays: 6,
  fees: 7,
  newLenderSubsidies: 8,
  laterSubsidies: 9,
} as const;

export const AGE_WIDTH = 10;

/**
 * Sums by age for all lenders that agree in everything that is fixed at the first lend. The cells of segment s are
 * `start[s] … start[s + 1]`, by age from 0, as far as they are observed: calendar ages up to the last complete month;
 * rolling ages only when they are over for every lender whose first lend is in the month.
 */
export interface AgeCube {
  readonly clock: "calendar" | "rolling";
  readonly segments: number;
  /** Month of the first lend; `COHORT_BEFORE` for lenders of before history. Those who never lent are in none. */
  readonly cohort: Int32Array;
  readonly channel: Uint16Array;
  readonly kind: Uint8Array;
  readonly campaign: Uint16Array;
  readonly firstProduct: Uint16Array;
  /** Bits of `SIGN`. */
  readonly signs: Uint8Array;
  readonly size: Uint32Array;
  readonly start: Uint32Array;
  /** `cells × AGE_WIDTH`. */
  readonly values: Float64Array;
}

/** Everything that lender screens are answered from, as of a day; structured-cloneable. */
export interface LenderBook {
  readonly asOf: EpochDay;
  readonly newRule: NewRule;
  readonly transfers: TransfersView;
  /** The thresholds that `signs` were found with. */
  readonly hunterRules: Pick<HunterRules, "thresholdFen" | "cashOutDays">;
  /** The shortest term of any lend; 0 when no row has a term. */
  readonly shortestTermDays: number;
  /** False when the ledger has no withdrawals: who took money out is not known. */
  readonly hasWithdrawals: boolean;
  /** The last month that is over; below the first month when none is. */
  readonly lastMonth: MonthNumber;
  readonly facts: LenderFacts;
  readonly terms: OpenTerms;
  readonly calendarBits: ActivityBits;
  readonly rollingBits: ActivityBits;
  readonly calendar: AgeCube;
  readonly rolling: AgeCube;
}
