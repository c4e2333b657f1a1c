import { addMonths, monthOf } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { WalkedLoan } from "./courseWalk.ts";
import { fillDueDays } from "./dueDays.ts";
import type { LoanBook } from "./loanBook.ts";
import { amountOf } from "./loanProfit.ts";

/**
 * What flowed out and in for the loans of one product that were disbursed on one day: they have their due days in common.
 * The months of a cell are the places `start[cell]` to `start[cell + 1]`, from the month of disbursal, 0, to the last due
 * day that any of its loans has seen.
 */
export interface FlowCells {
  readonly cells: number;
  /** By cell: the first of its loans, row of the book; it tells product and day. Ascending by day. */
  readonly firstLoan: Uint32Array;
  readonly start: Uint32Array;
  /** By place: the day of disbursal, and then the due days. */
  readonly day: Int32Array;
  /** By place: in less out, fen; in fractions, since receipts are spread over months (PF8). */
  readonly flow: Float64Array;
  /** By place: what the snapshot finds of loans whose last due day it is, fen; it counts as if it came in then. */
  readonly standing: Float64Array;
}

/**
 * Adds up the flows of loans by cell (PF8). Out on the day of disbursal: principal and marketing; in on it: fees. Interest,
 * penalties and principal that were received came on the due days up to the last one paid, in proportion to what the
 * schedule has due there; only principal that came early came when it did (LC4). What is still owed stands at face.
 */
export class FlowCellsBuilder {
  private readonly book: LoanBook;
  private readonly cellOf: Uint32Array;
  private readonly result: FlowCells;

  /** @param keep  1 for the loans that count, by row of the book; undefined counts all */
  constructor(book: LoanBook, keep: Uint8Array | undefined) {
    this.book = book;
    const { cellOf, firstLoan, lengths } = cellsOf(book, keep);
    this.cellOf = cellOf;
    const start = new Uint32Array(lengths.length + 1);
    for (const [cell, length] of lengths.entries()) start[cell + 1] = start[cell]! + length;
    const places = start.at(-1) ?? 0;
    const day = new Int32Array(places);
    for (const [cell, loan] of firstLoan.entries()) {
      const disbursedOn = epochDay(book.disbursedOn[loan]!);
      day[start[cell]!] = disbursedOn;
      fillDueDays(disbursedOn, day.subarray(start[cell]! + 1, start[cell + 1]));
    }
    const [flow, standing] = [new Float64Array(places), new Float64Array(places)];
    this.result = { cells: lengths.length, firstLoan: Uint32Array.from(firstLoan), start, day, flow, standing };
  }

  /** Only of loans that are kept. */
  take({ loan, schedule, course }: WalkedLoan): void {
    const { flow, standing, start } = this.result;
    const { book } = this;
    const at = start[this.cellOf[loan]!]!;
    const { elapsed, owed, repaid } = course;
    flow[at]! += amountOf(book.fees[loan]!) - book.principal[loan]! - amountOf(book.marketing[loan]!);
    standing[at + elapsed]! += owed;
    const received = amountOf(book.interest[loan]!) + amountOf(book.penalty[loan]!) + repaid;
    if (received === 0) return;
    // No due day has passed: it came in, but on no day that is known.
    if (elapsed === 0) standing[at]! += received;
    else {
      if (course.prepaid > 0) flow[at + course.prepaidAt]! += course.prepaid;
      const last = course.lastPaid === 0 ? elapsed : course.lastPaid;
      spread(received - course.prepaid, { schedule, last }, flow.subarray(at + 1, at + 1 + last));
    }
  }

  finish(): FlowCells {
    return this.result;
  }
}

function spread(
  received: number,
  { schedule, last }: { readonly schedule: WalkedLoan["schedule"]; readonly last: number },
  flow: Float64Array,
): void {
  const { principal, interest } = schedule;
  let due = 0;
  for (let row = 0; row < last; row++) due += principal[row]! + interest[row]!;
  if (due === 0) {
    flow[last - 1]! += received;
    return;
  }
  const share = received / due;
  for (let row = 0; row < last; row++) flow[row]! += (principal[row]! + interest[row]!) * share;
}

/** Loans of one day and product share a cell, as long as the most due days that any of them has seen. */
function cellsOf(book: LoanBook, keep: Uint8Array | undefined) {
  const cellOf = new Uint32Array(book.loans);
  const firstLoan: number[] = [];
  const lengths: number[] = [];
  const cellOfProduct = new Int32Array(book.productNames.length).fill(-1);
  let dayBegan = 0;
  let passed = 0;
  for (let loan = 0; loan < book.loans; loan++) {
    if (keep !== undefined && keep[loan] !== 1) continue;
    const day = book.disbursedOn[loan]!;
    const before = firstLoan.at(-1);
    if (before === undefined || book.disbursedOn[before] !== day) {
      dayBegan = firstLoan.length;
      passed = monthsPassed(epochDay(day), book.snapshotDay);
    }
    const product = book.product[loan]!;
    if (cellOfProduct[product]! < dayBegan) {
      cellOfProduct[product] = firstLoan.push(loan) - 1;
      lengths.push(1);
    }
    const cell = cellOfProduct[product]!;
    cellOf[loan] = cell;
    lengths[cell] = Math.max(lengths[cell]!, 1 + Math.min(passed, book.periods[loan]!));
  }
  return { cellOf, firstLoan, lengths };
}

/** How many monthly due days of a disbursal have come. */
function monthsPassed(disbursedOn: EpochDay, day: EpochDay): number {
  const months = monthOf(day) - monthOf(disbursedOn);
  return addMonths(disbursedOn, months) <= day ? months : months - 1;
}
