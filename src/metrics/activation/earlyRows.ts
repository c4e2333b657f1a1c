import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { TYPE } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { TransfersView } from "#src/domain/switches.ts";

/** Which rows are looked at: lends, as the view of transfers has them, and deposits. */
export interface FollowUp {
  readonly transfers: TransfersView;
  /** Days from the first lend, ascending; each below `followUpDays`. A window w is days 0 … w − 1. */
  readonly windows: readonly number[];
  readonly followUpDays: number;
}

/** By lender code. */
export interface FollowedLenders {
  /** Second at which the day of the first lend begins; `NOT_FOLLOWED` for all others. */
  readonly start: Uint32Array;
  /** −1 for all others. */
  readonly place: Int32Array;
}

/** Later than every row. */
export const NOT_FOLLOWED = 0xffff_ffff;

/** How auto-invest stands in its column; 0 is not said. */
export const PLACED_BY_AUTO_INVEST = 2;

/**
 * Rows of the largest window, each lender's together; those of a lender in no order.
 */
export interface EarlyRows {
  /** Days since the day of the first lend. */
  readonly age: Uint16Array;
  readonly isLend: Uint8Array;
  /** 0 not said, 1 no, 2 yes. */
  readonly isAuto: Uint8Array;
  /** Fen. */
  readonly amount: Float64Array;
  /** 0 when the row names none. */
  readonly product: Uint16Array;
  /** 0 when the row names none. */
  readonly termDays: Uint16Array;
}

export function earlyRowsFor(rows: number): EarlyRows {
  return {
    age: new Uint16Array(rows),
    isLend: new Uint8Array(rows),
    isAuto: new Uint8Array(rows),
    amount: new Float64Array(rows),
    product: new Uint16Array(rows),
    termDays: new Uint16Array(rows),
  };
}

/** Counts the rows of the largest window by place, and marks who lent after it and within the follow-up. */
export function countEarlyRows(
  { columns, dead }: LedgerPart,
  { start, place }: FollowedLenders,
  {
    followUp,
    counts,
    stayed,
  }: { readonly followUp: FollowUp; readonly counts: Uint32Array; readonly stayed: Uint8Array },
): void {
  const { instant, lender, type, rows } = columns;
  const early = earlySeconds(followUp);
  const followed = (followUp.followUpDays + 1) * SECONDS_A_DAY;
  const transfer = transferType(followUp);
  for (let row = 0; row < rows; row++) {
    const since = instant[row]! - start[lender[row]!]!;
    if (since < 0 || since >= followed) continue;
    const code = type[row]!;
    const isLend = code === TYPE.lend || code === transfer;
    if (!isLend && code !== TYPE.deposit) continue;
    if (dead !== undefined && dead[row] === 1) continue;
    if (since < early) counts[place[lender[row]!]!]!++;
    else if (isLend) stayed[place[lender[row]!]!] = 1;
  }
}

/** Puts the rows of the largest window of some places where `next` says, and moves that on. */
export function takeEarlyRows(
  { columns, dead }: LedgerPart,
  { start, place }: FollowedLenders,
  {
    followUp,
    from,
    next,
    into,
  }: { readonly followUp: FollowUp; readonly from: number; readonly next: Uint32Array; readonly into: EarlyRows },
): void {
  const { instant, lender, type, rows, isAuto } = columns;
  const early = earlySeconds(followUp);
  const transfer = transferType(followUp);
  for (let row = 0; row < rows; row++) {
    const since = instant[row]! - start[lender[row]!]!;
    if (since < 0 || since >= early) continue;
    const code = type[row]!;
    const isLend = code === TYPE.lend || code === transfer;
    if (!isLend && code !== TYPE.deposit) continue;
    const at = place[lender[row]!]! - from;
    if (at < 0 || at >= next.length || (dead !== undefined && dead[row] === 1)) continue;
    const to = next[at]!++;
    into.age[to] = Math.floor(since / SECONDS_A_DAY);
    into.isLend[to] = isLend ? 1 : 0;
    into.isAuto[to] = isAuto?.[row] ?? 0;
    into.amount[to] = columns.amount[row]!;
    into.product[to] = columns.product[row]!;
    into.termDays[to] = columns.termDays[row]!;
  }
}

function earlySeconds({ windows }: FollowUp): number {
  return (windows.at(-1) ?? 0) * SECONDS_A_DAY;
}

/** A code that no row has while transfers in are no lends. */
function transferType({ transfers }: FollowUp): number {
  return transfers === "gross" ? TYPE.transferIn : -1;
}
