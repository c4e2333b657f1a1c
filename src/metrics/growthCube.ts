/** What a cell of the growth cube holds, by its place in the cell: fen, then lenders. */
export const GROWTH = {
  open: 0,
  new: 1,
  resurrected: 2,
  expansion: 3,
  contraction: 4,
  churned: 5,
  close: 6,
  lendersOpen: 7,
  lendersNew: 8,
  lendersResurrected: 9,
  lendersChurned: 10,
  lendersRetained: 11,
  lendersClose: 12,
  lendersTransient: 13,
} as const;

export const GROWTH_WIDTH = 14;

/** Growth accounting of complete months by channel and first product; ascending by month. */
export interface GrowthCube {
  /** Numbers of the first and last complete month; none when last < first. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly cells: number;
  readonly month: Int32Array;
  readonly channel: Uint16Array;
  readonly firstProduct: Uint16Array;
  /** `cells × GROWTH_WIDTH`, cell by cell. */
  readonly values: Float64Array;
}
