import { SECONDS_A_DAY, type Weekday } from "#src/domain/calendar.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { CohortCube } from "./cohortCube.ts";
import type { DayCube } from "./dayCube.ts";
import { dayRuns } from "./dayRuns.ts";
import type { GrowthCube } from "./growthCube.ts";
import type { LenderCounts } from "./lenderCounts.ts";
import type { LenderMonth } from "./lenderMonths.ts";
import { KIND, NO_INSTANT, readProfiles, type LenderProfiles, type ReadProfiles } from "./lenderProfiles.ts";
import { Sweep } from "./sweep.ts";
import type { SweepState } from "./sweepState.ts";

/** Raised whenever a stored book of the code before would give other answers. */
export const BOOK_VERSION = 2;

/** A row by the place of its part in `BookInput.parts`. */
export interface RowAddress {
  readonly part: number;
  readonly row: number;
}

/** What a platform's own list of lenders says, by lender code; it stands over the rows. */
export interface LenderRecords {
  /** 0 where it names none. */
  readonly channel: Uint16Array;
  /** Epoch day of the first lend, 0 where it does not say; it counts only where it lies before `ledgerFrom`. */
  readonly firstLendDay: Int32Array;
  /** The ledger's first day. */
  readonly ledgerFrom: EpochDay;
}

export interface BookInput {
  /** Any order of days, any partitioning; dead rows are passed over. */
  readonly parts: readonly LedgerPart[];
  /** Sizes of the dictionaries; products and channels count code 0. */
  readonly lenders: number;
  readonly products: number;
  readonly channels: number;
  /** Rows after it enter nothing. */
  readonly asOf: EpochDay;
  readonly weekStart: Weekday;
  readonly productNames: readonly string[];
  readonly channelNames: readonly string[];
  /** Negative when the txn_id of `a` is the smaller; asked only for lenders whose first rows disagree (DM3). */
  readonly compareIds: (a: RowAddress, b: RowAddress) => number;
  /** What is known of lenders besides their rows. */
  readonly people?: LenderRecords;
  /** Keeps rows of these products (by code, 1 = keep) in flows and balances; profiles stay those of all rows. */
  readonly productFilter?: Uint8Array;
}

/** Everything that is materialised from a ledger, as of a day; structured-cloneable. */
export interface Book {
  readonly asOf: EpochDay;
  readonly weekStart: Weekday;
  /** Made with a product filter. */
  readonly filtered: boolean;
  /** The first day with a row that counts; null without rows. */
  readonly firstDay: EpochDay | null;
  /** Rows that count, up to `asOf`. */
  readonly rows: number;
  /** Live rows after `asOf`. */
  readonly futureRows: number;
  /** Lenders with at least one row, whatever the product filter. */
  readonly lenders: number;
  /** Fen and rows by type code. */
  readonly amountByType: Float64Array;
  readonly rowsByType: Float64Array;
  readonly profiles: LenderProfiles;
  readonly dayCube: DayCube;
  readonly lenderCounts: LenderCounts;
  /** Complete months, ascending, from that of `firstDay`. */
  readonly lenderMonths: readonly LenderMonth[];
  readonly monthCohorts: CohortCube;
  readonly weekCohorts: CohortCube;
  readonly growth: GrowthCube;
  readonly state: SweepState;
}

/** Makes the book of a ledger from its rows. */
export function buildBook(input: BookInput): Book {
  const read = readProfiles(input, undefined);
  const { profiles } = read;
  const sweep = new Sweep({ ...input, profiles, keepProduct: input.productFilter, book: undefined });
  profiles.kind.forEach((kind, lender) => {
    if (kind !== KIND.absent) sweep.assign(lender, false);
  });
  const firstDay = read.firstInstant === NO_INSTANT ? null : epochDay(Math.floor(read.firstInstant / SECONDS_A_DAY));
  return finishBook(input, sweep, { ...read, firstDay });
}

/** Takes the rows in the order of days and puts the book together. */
export function finishBook(
  input: BookInput,
  sweep: Sweep,
  read: ReadProfiles & { readonly firstDay: EpochDay | null },
): Book {
  const { firstDay } = read;
  if (firstDay !== null) {
    sweep.begin(firstDay);
    const { runs, orders } = dayRuns(input.parts, input.asOf);
    for (const run of runs) {
      // Dead rows alone may stand before the first day that counts.
      if (run.day < firstDay) continue;
      sweep.advanceTo(run.day);
      sweep.takeRows(input.parts[run.part]!, orders[run.part], run);
    }
    sweep.advanceTo(input.asOf + 1);
  }
  return {
    asOf: input.asOf,
    weekStart: input.weekStart,
    filtered: input.productFilter !== undefined,
    firstDay,
    rows: sweep.rowsByType.reduce((sum, rows) => sum + rows, 0),
    futureRows: read.futureRows,
    lenders: read.profiles.kind.reduce((sum, kind) => sum + (kind === KIND.absent ? 0 : 1), 0),
    profiles: read.profiles,
    ...sweep.finish(),
  };
}
