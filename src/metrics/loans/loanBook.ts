import type { ProfitPart } from "#src/domain/loans.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { UnreadLoans } from "./unreadLoans.ts";

/**
 * The loans in force, as columns of one length, ascending by day of disbursal and then by id. Money is whole fen, days
 * are epoch days, and NaN is a cell that the file leaves blank.
 */
export interface LoanBook extends UnreadLoans {
  readonly loans: number;
  /** The day whose state the file tells: the last day of the ledger, or of a disbursal where that is later; without either, `latest`. */
  readonly snapshotDay: EpochDay;
  /** Names behind `product`, in the order of names. */
  readonly productNames: readonly string[];
  readonly ids: readonly string[];
  /** "" where the file names none. */
  readonly borrowers: readonly string[];
  /** As the file has it, in our own word where it is one; "" where it says none. */
  readonly statuses: readonly string[];
  readonly product: Uint16Array;
  readonly disbursedOn: Int32Array;
  readonly principal: Float64Array;
  readonly ratePpm: Float64Array;
  /** Months. */
  readonly periods: Uint16Array;
  /** Place in `LOAN_METHODS`. */
  readonly method: Uint8Array;
  readonly interest: Float64Array;
  readonly penalty: Float64Array;
  readonly fees: Float64Array;
  readonly bad: Float64Array;
  readonly funding: Float64Array;
  readonly marketing: Float64Array;
  readonly repaid: Float64Array;
  readonly overdueDays: Float64Array;
  /** Parts that no loan has a value of: what they come to is not known. */
  readonly missing: readonly ProfitPart[];
  /** By product: the parts that none of its loans has a value of, as a set (`partSet`). */
  readonly unknown: Uint8Array;
  /** False when no loan says what has been repaid. */
  readonly hasRepaid: boolean;
  /** False when no loan says for how long it is overdue. */
  readonly hasOverdue: boolean;
  /** Loans that are disbursed after `latest`, which enter nothing. */
  readonly later: number;
  /** The as-of day that is set, else the device's day. */
  readonly latest: EpochDay;
  /** Whether the snapshot is the last disbursal of the file: no day of the ledger is as late. */
  readonly isDisbursal: boolean;
}
