import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";

import { resized, roomFor } from "#src/metrics/growable.ts";
import type { LenderRows } from "#src/metrics/lenders/lenderRows.ts";
import { LotQueues, NO_LOT } from "./lotQueues.ts";

const SIGN = Int8Array.from(BALANCE_SIGN);

/**
 * Hears of every part of an exit: the lot it was taken from, −1 where nothing was left (orphan); the row's place in
 * the columns; fen.
 */
export type OnSlice = (lot: number, row: number, amount: number) => void;

/**
 * Which lends the exits of one lender paid back, since exits name no lot. A lot is a lend, a transfer in or an
 * opening; a lend falls due `termDays` after its day, an opening and a row without a term are undated and due last.
 *
 * Within a product, the same day's lots come before its exits, and lots of the exit's own term before others. An
 * exit, a compensation or a write-off takes by maturity, then by start; an early exit or a transfer out takes what is
 * not due yet by start, then the rest. What finds no lot is orphan. Fields hold the last match until the next one.
 */
export class LotMatcher {
  /** Lots by number, in the order of their starts. */
  count = 0;
  /** By lot: the row's place in the columns that were matched. */
  row = new Uint32Array(64);
  /** By lot: epoch day. */
  start = new Int32Array(64);
  /** By lot: epoch day; 0 when it is undated. */
  maturity = new Int32Array(64);
  product = new Uint16Array(64);
  /** By lot: fen it began with. */
  amount = new Float64Array(64);
  /** By lot: fen not paid back yet. */
  open = new Float64Array(64);
  /** Fen of exits that found no lot. */
  orphan = 0;
  private readonly queues = new LotQueues(this);

  match(rows: LenderRows, onSlice?: OnSlice): void {
    this.count = 0;
    this.orphan = 0;
    this.queues.clear();
    for (let from = rows.from; from < rows.to;) {
      const day = rows.day[from]!;
      let to = from;
      for (; to < rows.to && rows.day[to] === day; to++) if (SIGN[rows.type[to]!] === 1) this.begin(rows, to);
      for (let row = from; row < to; row++) if (SIGN[rows.type[row]!] === -1) this.payBack(rows, row, onSlice);
      from = to;
    }
  }

  private begin(rows: LenderRows, row: number): void {
    const lot = this.count++;
    if (lot === this.open.length) this.grow();
    const term = rows.type[row] === TYPE.opening ? 0 : rows.termDays[row]!;
    this.row[lot] = row;
    this.start[lot] = rows.day[row]!;
    this.maturity[lot] = term === 0 ? 0 : rows.day[row]! + term;
    this.product[lot] = rows.product[row]!;
    this.amount[lot] = rows.amount[row]!;
    this.open[lot] = rows.amount[row]!;
    this.queues.push(lot, rows.product[row]!, term);
  }

  private payBack(rows: LenderRows, row: number, onSlice: OnSlice | undefined): void {
    const type = rows.type[row]!;
    const isEarly = type === TYPE.earlyExit || type === TYPE.transferOut;
    const day = rows.day[row]!;
    const product = rows.product[row]!;
    let left = rows.amount[row]!;
    let term = rows.termDays[row]!;
    while (left > 0) {
      const lot = isEarly ? this.queues.earliestStart(product, term, day) : this.queues.earliestDue(product, term);
      if (lot === NO_LOT && term !== 0) {
        term = 0;
        continue;
      }
      if (lot === NO_LOT) break;
      const taken = Math.min(left, this.open[lot]!);
      this.open[lot]! -= taken;
      left -= taken;
      onSlice?.(lot, row, taken);
    }
    if (left === 0) return;
    this.orphan += left;
    onSlice?.(NO_LOT, row, left);
  }

  private grow(): void {
    const room = roomFor(this.count);
    this.row = resized(this.row, room);
    this.start = resized(this.start, room);
    this.maturity = resized(this.maturity, room);
    this.product = resized(this.product, room);
    this.amount = resized(this.amount, room);
    this.open = resized(this.open, room);
  }
}
