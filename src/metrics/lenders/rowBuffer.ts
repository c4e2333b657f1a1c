import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import { roomFor } from "#src/metrics/growable.ts";

import type { LenderPassInput } from "./lenderPass.ts";
import type { LenderRows } from "./lenderRows.ts";

/** Lender codes `from` (inclusive) to `to` (exclusive), and how many rows they have. */
interface LenderRange {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

function columnsFor(rows: number): Mutable<LenderRows> {
  return {
    from: 0,
    to: 0,
    day: new Int32Array(rows),
    instant: new Uint32Array(rows),
    type: new Uint8Array(rows),
    amount: new Float64Array(rows),
    product: new Uint16Array(rows),
    termDays: new Uint16Array(rows),
    couponAmount: new Float64Array(rows),
  };
}

/** The rows of a range of lenders, each lender's together and in the order of instants. */
export class RowBuffer {
  private columns = columnsFor(0);
  private sorted = columnsFor(0);
  /** By lender of the range: where its rows begin; one place more for the end. */
  private starts = new Uint32Array(1);

  /** Takes up a range; what was gathered before is gone. */
  gather(input: LenderPassInput, counts: Uint32Array, range: LenderRange): void {
    if (range.rows > this.columns.day.length) this.columns = columnsFor(range.rows);
    const size = range.to - range.from;
    this.starts = new Uint32Array(size + 1);
    for (let place = 0; place < size; place++)
      this.starts[place + 1] = this.starts[place]! + counts[range.from + place]!;
    const next = this.starts.slice();
    const end = (input.asOf + 1) * SECONDS_A_DAY;
    for (const part of input.parts) this.takePart(part, range, { next, end, wanted: input.wanted });
  }

  /** By place in the range; good until the next call. */
  rowsOf(place: number): LenderRows {
    const { columns } = this;
    const from = this.starts[place]!;
    const to = this.starts[place + 1]!;
    const { instant } = columns;
    for (let row = from + 1; row < to; row++) if (instant[row]! < instant[row - 1]!) return this.inOrder(from, to);
    columns.from = from;
    columns.to = to;
    return columns;
  }

  private takePart({ columns, dead }: LedgerPart, range: LenderRange, options: TakeOptions): void {
    const { next, end, wanted } = options;
    const { from } = range;
    const size = range.to - from;
    const { day, instant, type, amount, product, termDays, couponAmount } = this.columns;
    const coupons = columns.couponAmount;
    const { lender, rows } = columns;
    for (let row = 0; row < rows; row++) {
      const place = lender[row]! - from;
      if (place < 0 || place >= size || (wanted !== undefined && wanted[place + from] !== 1)) continue;
      const at = columns.instant[row]!;
      if ((dead !== undefined && dead[row] === 1) || at >= end) continue;
      const to = next[place]!++;
      day[to] = Math.floor(at / SECONDS_A_DAY);
      instant[to] = at;
      type[to] = columns.type[row]!;
      amount[to] = columns.amount[row]!;
      product[to] = columns.product[row]!;
      termDays[to] = columns.termDays[row]!;
      couponAmount[to] = coupons === undefined ? -1 : coupons[row]!;
    }
  }

  /** A lender's rows by instant; those of one instant stay in their order. */
  private inOrder(from: number, to: number): LenderRows {
    const { columns } = this;
    const rows = to - from;
    let first = Infinity;
    for (let row = from; row < to; row++) first = Math.min(first, columns.instant[row]!);
    // Ten years are below 2^29 seconds: the product is exact for millions of rows of one lender.
    const keys = new Float64Array(rows);
    for (let row = 0; row < rows; row++) keys[row] = (columns.instant[from + row]! - first) * rows + row;
    keys.sort();
    if (rows > this.sorted.day.length) this.sorted = columnsFor(roomFor(rows));
    const { sorted } = this;
    for (let row = 0; row < rows; row++) {
      const source = from + (keys[row]! % rows);
      sorted.day[row] = columns.day[source]!;
      sorted.instant[row] = columns.instant[source]!;
      sorted.type[row] = columns.type[source]!;
      sorted.amount[row] = columns.amount[source]!;
      sorted.product[row] = columns.product[source]!;
      sorted.termDays[row] = columns.termDays[source]!;
      sorted.couponAmount[row] = columns.couponAmount[source]!;
    }
    sorted.from = 0;
    sorted.to = rows;
    return sorted;
  }
}

interface TakeOptions {
  /** By place in the range: where the next row goes. */
  readonly next: Uint32Array;
  /** Seconds; rows from it on enter nothing. */
  readonly end: number;
  readonly wanted: Uint8Array | undefined;
}
