import type { EventType } from "#src/domain/eventTypes.ts";
import type { LenderState } from "#src/domain/lenderStates.ts";
import type { Period } from "#src/domain/period.ts";

import type { Basis, Filter, OnProgress } from "#src/engine/protocol.ts";

/** Rows after `asOf` are found only by a period that begins after it. */
export interface RowsWhere {
  readonly period?: Period;
  readonly types?: readonly EventType[];
  /** Keeps the rows of volume that are new, or returning, under the switches in force. */
  readonly newness?: "new" | "returning";
  readonly filter?: Filter;
  /** Lenders whose first lend lies in the period; with the split value that the screen shows. */
  readonly cohort?: Period;
  readonly firstChannel?: string;
  readonly firstProduct?: string;
  /** How they came and for which campaign, as the lenders dataset says. */
  readonly kind?: string;
  readonly campaign?: string;
  /** Lenders whom a cell of a retention table counts: active in one of its ages, the last one included. */
  readonly retained?: {
    readonly measure: "holding" | "relend";
    readonly clock: "calendar" | "rolling";
    readonly ages: { readonly from: number; readonly to: number };
  };
  readonly lenderState?: LenderState;
  /** Lenders that growth accounting puts in a class in a month. */
  readonly growth?: {
    readonly month: Period;
    readonly class: "new" | "resurrected" | "expansion" | "contraction" | "churned" | "transient";
  };
  readonly lender?: string;
  readonly importId?: number;
}

export type RowsColumn = "instant" | "lender" | "type" | "amount" | "product" | "channel" | "termDays";

export interface RowsArgs {
  readonly where: RowsWhere;
  readonly sort: { readonly by: RowsColumn; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
}

export interface LedgerRow {
  readonly txnId: string | null;
  readonly lender: string;
  /** Seconds since 1970-01-01T00:00 on the platform's clock. */
  readonly instant: number;
  readonly type: EventType;
  readonly amount: number;
  readonly product: string;
  readonly channel: string;
  readonly termDays: number | null;
  readonly importId: number;
  /** Null for rows that are no volume. */
  readonly isNew: boolean | null;
}

export interface RowsPage {
  readonly basis: Basis;
  readonly total: number;
  readonly lenders: number;
  /** Σ amounts of all rows found, by type. */
  readonly amountByType: Readonly<Partial<Record<EventType, number>>>;
  readonly rows: readonly LedgerRow[];
}

export interface RowMethods {
  rows(args: RowsArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<RowsPage>;
}
