import type { EpochDay } from "#src/domain/units.ts";

import type { Basis, OnProgress } from "#src/engine/protocol.ts";

/** Where an open lot stands in the lenders' ladder at the end of the as-of day (MT4). */
export type LotDue =
  /** Due on the as-of day or before it, and not paid back. */
  | { readonly type: "overdue" }
  /** Without a maturity. */
  | { readonly type: "undated" }
  /** Due after the as-of day, in so many days, both included; null is without end. */
  | { readonly type: "term"; readonly from: number; readonly to: number | null };

/** A lend, bought claim or opening balance that is not paid back in full. */
export interface OpenLot {
  readonly lender: string;
  /** "" when the row names none. */
  readonly product: string;
  readonly startDay: EpochDay;
  /** Null when it is undated. */
  readonly termDays: number | null;
  readonly maturityDay: EpochDay | null;
  /** Fen it began with. */
  readonly amount: number;
  /** Fen not paid back yet; above zero. */
  readonly open: number;
}

export type OpenLotSort = "lender" | "product" | "startDay" | "termDays" | "maturityDay" | "amount" | "open";

export interface OpenLotsArgs {
  readonly due: LotDue;
  /** What has no value comes last either way; among equals the earlier lend and then the lender's name decide. */
  readonly sort: { readonly by: OpenLotSort; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export interface OpenLotsPage {
  readonly basis: Basis;
  /** Of all that fit, not of the page. */
  readonly total: number;
  readonly lenders: number;
  /** Σ fen, of all that fit; `open` is the line of the ladder. */
  readonly amount: number;
  readonly open: number;
  readonly rows: readonly OpenLot[];
}

export interface LotMethods {
  /** What lenders have open, lot by lot; which lot an exit paid back is decided as in the ladder (LO2). */
  openLots(args: OpenLotsArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<OpenLotsPage>;
}
