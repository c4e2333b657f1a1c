/** Distinct lending lenders by day, week or month and channel; sparse, in no particular order. */
export interface LendingCounts {
  readonly cells: number;
  /** The first day of the day, week or month. */
  readonly start: Int32Array;
  readonly channel: Uint16Array;
  readonly net: Uint32Array;
  readonly gross: Uint32Array;
}

/** What the ends of days changed, by day and channel; days without a change have no cell. */
export interface ClosingChanges {
  readonly cells: number;
  readonly day: Int32Array;
  readonly channel: Uint16Array;
  /** Lenders who began to hold less those who stopped. */
  readonly holding: Int32Array;
  /** Fen; Σ over lenders of balance at the end of this day less the day before. */
  readonly balance: Float64Array;
}

export interface LenderCounts {
  readonly day: LendingCounts;
  readonly week: LendingCounts;
  readonly month: LendingCounts;
  readonly closing: ClosingChanges;
}
