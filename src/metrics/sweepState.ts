import type { RunningCohorts } from "./cohortCubeBuilder.ts";
import type { LenderMonth } from "./lenderMonths.ts";
import type { PendingRows } from "./pendingRows.ts";

/** Exits before any lend: what is known of a history that begins before the files do. */
interface EarlyExits {
  readonly rows: number;
  /** Ascending codes. */
  readonly lenders: Uint32Array;
  /** Zero without rows. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What the sweep over days carries from one day to the next; columns are by lender code. */
export interface SweepState {
  /** Fen at the end of the day. */
  readonly balance: Float64Array;
  /** The day on which the lender last stopped holding; 0 while it holds and when it never held. */
  readonly zeroSince: Int32Array;
  /** The last day of a lend after a long time without a balance (LS2); 0 for none. */
  readonly resurrectedDay: Int32Array;
  /** The last day with a lend; 0 for none. */
  readonly lastLendDay: Int32Array;
  /** The last day with a lend or a transfer in; 0 for none. */
  readonly lastVolumeDay: Int32Array;
  /** The last day with a row that moves the balance; 0 for none. */
  readonly lastMovedDay: Int32Array;
  /** Lenders whose balance was below zero at the end of some day, ascending. */
  readonly everNegative: Uint32Array;
  readonly earlyExits: EarlyExits;
  /** The longest term of a lend or transfer in, days. */
  readonly longestTerm: number;
  readonly runningMonth: LenderMonth;
  readonly runningMonthCohorts: RunningCohorts;
  readonly runningWeekCohorts: RunningCohorts;
  readonly pending: PendingRows;
}
