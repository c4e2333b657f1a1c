import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { EpochDay } from "#src/domain/units.ts";

import { RowBuffer } from "./rowBuffer.ts";
import type { LenderRows } from "./lenderRows.ts";

/** Rows that are gathered at a time: a few tens of megabytes, so that small memories hold it. */
const ROWS_AT_ONCE = 1_000_000;

export interface LenderPassInput {
  /** Any order, any partitioning; dead rows are passed over. */
  readonly parts: readonly LedgerPart[];
  /** Size of the dictionary. */
  readonly lenders: number;
  /** Rows after it enter nothing. */
  readonly asOf: EpochDay;
  /** 1 for the lenders that are wanted, by code; undefined wants all. */
  readonly wanted?: Uint8Array | undefined;
  /** For tests: how many rows to gather at a time. */
  readonly rowsAtOnce?: number;
}

export interface PassProgress {
  /** Rows. */
  readonly done: number;
  readonly total: number;
}

/** How many rows count for each lender, by code, with one place more for their sum. */
export function countLenderRows({ parts, lenders, asOf, wanted }: LenderPassInput): Uint32Array {
  const counts = new Uint32Array(lenders + 1);
  const end = (asOf + 1) * SECONDS_A_DAY;
  for (const { columns, dead } of parts) {
    const { lender, instant, rows } = columns;
    for (let row = 0; row < rows; row++) {
      if ((dead !== undefined && dead[row] === 1) || instant[row]! >= end) continue;
      counts[lender[row]!]!++;
    }
  }
  if (wanted) for (let code = 0; code < lenders; code++) if (wanted[code] !== 1) counts[code] = 0;
  counts[lenders] = counts.reduce((sum, count) => sum + count, 0);
  return counts;
}

/**
 * Hands the rows of every lender to `take`, lender by lender in the order of codes; lenders without rows are left
 * out. Columns stand by rows, not by lenders, so lenders are gathered in ranges of codes: each range reads the column
 * of lenders once and holds the rows of its own lenders only. Between ranges the caller may stop.
 */
export function* lenderPass(
  input: LenderPassInput,
  counts: Uint32Array,
  take: (lender: number, rows: LenderRows) => void,
): Generator<PassProgress, void> {
  const { lenders, rowsAtOnce = ROWS_AT_ONCE } = input;
  const total = counts[lenders]!;
  const buffer = new RowBuffer();
  let done = 0;
  for (let from = 0; from < lenders;) {
    let to = from;
    let rows = 0;
    while (to < lenders && (rows === 0 || rows + counts[to]! <= rowsAtOnce)) rows += counts[to++]!;
    if (rows > 0) {
      buffer.gather(input, counts, { from, to, rows });
      for (let lender = from; lender < to; lender++)
        if (counts[lender]! > 0) take(lender, buffer.rowsOf(lender - from));
      done += rows;
      yield { done, total };
    }
    from = to;
  }
}
