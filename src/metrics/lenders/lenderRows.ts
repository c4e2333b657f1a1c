/**
 * The rows of one lender, `from` (inclusive) to `to` (exclusive) of columns that other lenders share; ascending by
 * instant, rows of one instant in the order of the ledger. Within a day the order has no meaning for balances. The
 * columns may be used again for the next lender: whoever keeps something of them copies it.
 */
export interface LenderRows {
  readonly from: number;
  readonly to: number;
  /** Epoch days. */
  readonly day: Int32Array;
  /** Seconds, as in the ledger. */
  readonly instant: Uint32Array;
  /** Place in `EVENT_TYPES`. */
  readonly type: Uint8Array;
  /** Whole fen, always positive. */
  readonly amount: Float64Array;
  /** 0 when the row names none. */
  readonly product: Uint16Array;
  /** 0 when the row names none. */
  readonly termDays: Uint16Array;
  /** Whole fen; −1 when the row has none. */
  readonly couponAmount: Float64Array;
}
