import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";
import { resizedColumns, roomFor } from "#src/metrics/growable.ts";
import type { LenderBook } from "#src/metrics/lenders/lenderBook.ts";
import {
  countLenderRows,
  lenderPass,
  type LenderPassInput,
  type PassProgress,
} from "#src/metrics/lenders/lenderPass.ts";

import { LotMatcher } from "./matchLots.ts";

const SIGN = Int8Array.from(BALANCE_SIGN);

/** The maturity of lots without one. */
export const UNDATED = 0;

/** Epoch days, both included; from `UNDATED` to `UNDATED` are lots without a maturity. */
export interface Maturities {
  readonly from: number;
  readonly to: number;
}

/** Lots by place, all columns of one length; those of a lender stand together. */
export interface OpenLotColumns {
  /** Code in the ledger's dictionary. */
  readonly lender: Uint32Array;
  /** 0 when the row names none. */
  readonly product: Uint16Array;
  /** Epoch day. */
  readonly start: Int32Array;
  /** Epoch day; `UNDATED` without one. */
  readonly maturity: Int32Array;
  /** Fen it began with. */
  readonly amount: Float64Array;
  /** Fen not paid back yet; above zero. */
  readonly open: Float64Array;
}

export interface OpenLotsInput extends LenderPassInput {
  readonly maturities: Maturities;
}

/**
 * 1 for lenders who have something open of which the maturity may fit, by code. Nobody whom the book leaves out.
 *
 * @param maturities  all after the book's day, or none
 */
export function lendersWithOpenLots({ facts, asOf }: LenderBook, { from, to }: Maturities): Uint8Array {
  const { nextDueDay, lastDueDay, isDueUnknown } = facts;
  if (from <= asOf) return isDueUnknown;
  return Uint8Array.from(nextDueDay, (next, lender) =>
    next !== 0 && next <= to && lastDueDay[lender]! >= from ? 1 : 0,
  );
}

/**
 * The lots of wanted lenders that are open at the end of `asOf` and fall due on one of some days, by the exits that
 * `LotMatcher` gives them; lender by lender in the order of codes, a lender's in the order of their starts. Only lenders
 * with such a row are gone through. Stops after every range of lenders.
 */
export function* openLots(input: OpenLotsInput): Generator<PassProgress, OpenLotColumns> {
  const passInput = { ...input, wanted: lendersWithLots(input) };
  const matcher = new LotMatcher();
  const found = new FoundLots(input.maturities);
  yield* lenderPass(passInput, countLenderRows(passInput), (lender, rows) => {
    matcher.match(rows);
    found.take(lender, matcher);
  });
  return found.finish();
}

/** 1 for wanted lenders with a row of a lot that would fit if it counted and were open, by code. */
function lendersWithLots({ parts, lenders, wanted, maturities }: OpenLotsInput): Uint8Array {
  const found = new Uint8Array(lenders);
  for (const { columns } of parts) {
    const { lender, type, instant, termDays, rows } = columns;
    for (let row = 0; row < rows; row++) {
      const code = lender[row]!;
      if (SIGN[type[row]!] !== 1 || found[code] === 1 || (wanted && wanted[code] !== 1)) continue;
      const term = type[row] === TYPE.opening ? 0 : termDays[row]!;
      const maturity = term === 0 ? UNDATED : Math.floor(instant[row]! / SECONDS_A_DAY) + term;
      if (maturity >= maturities.from && maturity <= maturities.to) found[code] = 1;
    }
  }
  return found;
}

/** Keeps lots that are open and fall due on one of some days. */
class FoundLots {
  private readonly maturities: Maturities;
  private count = 0;
  private columns: OpenLotColumns = {
    lender: new Uint32Array(64),
    product: new Uint16Array(64),
    start: new Int32Array(64),
    maturity: new Int32Array(64),
    amount: new Float64Array(64),
    open: new Float64Array(64),
  };

  constructor(maturities: Maturities) {
    this.maturities = maturities;
  }

  take(lender: number, lots: LotMatcher): void {
    const { from, to } = this.maturities;
    for (let lot = 0; lot < lots.count; lot++) {
      const maturity = lots.maturity[lot]!;
      if (lots.open[lot]! > 0 && maturity >= from && maturity <= to) this.keep(lender, lots, lot);
    }
  }

  finish(): OpenLotColumns {
    return resized(this.columns, this.count);
  }

  private keep(lender: number, lots: LotMatcher, lot: number): void {
    const place = this.count++;
    if (place === this.columns.open.length) this.columns = resized(this.columns, roomFor(place + 1));
    const { columns } = this;
    columns.lender[place] = lender;
    columns.product[place] = lots.product[lot]!;
    columns.start[place] = lots.start[lot]!;
    columns.maturity[place] = lots.maturity[lot]!;
    columns.amount[place] = lots.amount[lot]!;
    columns.open[place] = lots.open[lot]!;
  }
}

function resized(columns: OpenLotColumns, length: number): OpenLotColumns {
  return resizedColumns({ ...columns }, length);
}
