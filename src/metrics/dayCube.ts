import type { EpochDay } from "#src/domain/units.ts";

/**
 * What a cell of the day cube adds up, by its place in the cell. Places 0 to 12 are the amounts of the
 * event types by their codes; at `lend` and `transferIn` stand only those after the lender's first day.
 */
export const CUBE = {
  lendAtFirstInstant: 13,
  lendLaterOnFirstDay: 14,
  transferInAtFirstInstant: 15,
  transferInLaterOnFirstDay: 16,
  /** Σ amount · term in days, fen·days. */
  lendTermDays: 17,
  transferInTermDays: 18,
  lendRows: 19,
  transferInRows: 20,
  /** Rows of every type. */
  rows: 21,
  /** Lenders whose first lend is on this day, of this product, through this channel. */
  newLenders: 22,
} as const;

export const CUBE_WIDTH = 23;

/**
 * Every flow by day, product of the row and channel of the lender. Cells are in no particular order;
 * those of one day, product and channel add up.
 */
export interface DayCube {
  readonly cells: number;
  readonly day: Int32Array;
  readonly product: Uint16Array;
  readonly channel: Uint16Array;
  /** `cells × CUBE_WIDTH`, cell by cell: fen, fen·days, rows or lenders. */
  readonly values: Float64Array;
}

/** The switches and filters that every answer from the cube depends on. */
export interface CubeQuery {
  readonly newRule: "first_instant" | "first_day";
  readonly transfers: "net" | "gross";
  /** By code, 1 = keep; undefined keeps all. */
  readonly keepProduct: Uint8Array | undefined;
  readonly keepChannel: Uint8Array | undefined;
  /** The first day with a row; null while there is none. */
  readonly firstDay: EpochDay | null;
  readonly asOf: EpochDay;
}
