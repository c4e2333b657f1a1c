import { resizedColumns, roomFor } from "./growable.ts";

/**
 * Rows of lenders who have not lent yet. What they enter depends on the lender's channel and first
 * lend, which are still to come, so they may have to move.
 */
export interface PendingRows {
  readonly lender: Uint32Array;
  readonly day: Int32Array;
  readonly type: Uint8Array;
  readonly product: Uint16Array;
  readonly amount: Float64Array;
}

export interface PendingRow {
  readonly lender: number;
  readonly day: number;
  readonly type: number;
  readonly product: number;
  readonly amount: number;
}

export class PendingRowsBuilder {
  private rows: number;
  private columns: PendingRows;

  constructor(pending: PendingRows | undefined) {
    this.rows = pending?.lender.length ?? 0;
    const columns = pending ?? {
      lender: new Uint32Array(0),
      day: new Int32Array(0),
      type: new Uint8Array(0),
      product: new Uint16Array(0),
      amount: new Float64Array(0),
    };
    this.columns = resizedColumns({ ...columns }, roomFor(this.rows));
  }

  add({ lender, day, type, product, amount }: PendingRow): void {
    const row = this.rows++;
    if (row === this.columns.lender.length) this.columns = resizedColumns({ ...this.columns }, roomFor(this.rows));
    this.columns.lender[row] = lender;
    this.columns.day[row] = day;
    this.columns.type[row] = type;
    this.columns.product[row] = product;
    this.columns.amount[row] = amount;
  }

  finish(): PendingRows {
    return resizedColumns({ ...this.columns }, this.rows);
  }
}

/** The rows of lenders that `keep` says yes to. */
export function pendingOf(pending: PendingRows, keep: (lender: number) => boolean): PendingRows {
  const kept = new PendingRowsBuilder(undefined);
  const { lender, day, type, product, amount } = pending;
  for (let row = 0; row < lender.length; row++)
    if (keep(lender[row]!))
      kept.add({
        lender: lender[row]!,
        day: day[row]!,
        type: type[row]!,
        product: product[row]!,
        amount: amount[row]!,
      });
  return kept.finish();
}
