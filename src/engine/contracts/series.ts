import type { Grain } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { LenderPoints } from "#src/metrics/lenderSeries.ts";

import type { Basis, Comparison, Filter, OnProgress } from "#src/engine/protocol.ts";

export type { LenderPoints };

/** Flows of a bucket in fen, or counts; every one adds up over buckets. */
export type FlowMeasure =
  | "volume"
  | "volumeNew"
  | "volumeReturning"
  | "exits"
  | "exitsScheduled"
  | "exitsEarly"
  | "exitsCompensated"
  /** Transfers out as exits; zero in the net view. */
  | "exitsTransferred"
  | "transfersIn"
  | "transfersOut"
  /** transfersIn − transfersOut in the net view, zero in the gross view, where both are flows. */
  | "transfersNet"
  | "writeOffs"
  | "openings"
  /** volume − exits */
  | "netInflow"
  | "interest"
  | "fees"
  | "subsidies"
  | "deposits"
  | "withdrawals"
  /** deposits − withdrawals */
  | "cashNetInflow"
  /** Σ amount · term / 365, fen; rows without a term are left out. */
  | "annualisedVolume"
  /** Rows that volume was made of. */
  | "lends"
  | "newLenders"
  /** Ledger rows of every type. */
  | "rows";

/** Stocks at the end of a bucket, fen. */
type StockMeasure = "outstanding";

export interface Bucket extends Period {
  /** False while the day, week or month is cut by the period or not over at `asOf`. */
  readonly complete: boolean;
}

/** One value a bucket; null where nothing was observed: before the first day of data. */
export type Points = Readonly<Record<FlowMeasure | StockMeasure, readonly (number | null)[]>>;

export interface PeriodTotals {
  readonly period: Period;
  readonly flows: Readonly<Record<FlowMeasure, number>>;
  /** Outstanding at the end of the day before the period. */
  readonly opening: number;
  readonly closing: number;
  /** volume ÷ lends; null without lends. */
  readonly averageLend: number | null;
}

export interface SeriesArgs {
  readonly period: Period;
  readonly grain: Grain;
  readonly filter: Filter;
  readonly comparison: Comparison;
}

/**
 * The balance and its flows over a period. Comparison bucket `i` is bucket `i` moved back (CP1, CP2).
 */
export interface SeriesResult {
  readonly basis: Basis;
  readonly buckets: readonly Bucket[];
  readonly points: Points;
  readonly total: PeriodTotals;
  readonly comparison: {
    readonly buckets: readonly Bucket[];
    readonly points: Points;
    /** Null when the comparison period begins before the data does: nothing to set against. */
    readonly total: PeriodTotals | null;
  } | null;
}

/** Counts of distinct lenders; never sums of shorter periods. */
export interface LenderSeriesResult {
  readonly basis: Basis;
  readonly buckets: readonly Bucket[];
  readonly points: LenderPoints;
  readonly comparison: { readonly buckets: readonly Bucket[]; readonly points: LenderPoints } | null;
}

export interface SeriesMethods {
  series(args: SeriesArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<SeriesResult>;
  lenderSeries(args: SeriesArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<LenderSeriesResult>;
}
