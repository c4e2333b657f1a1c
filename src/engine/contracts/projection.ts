import type { Period } from "#src/domain/period.ts";

import type { Basis, Filter, OnProgress } from "#src/engine/protocol.ts";

/** Cumulative quantities of cohorts that can be carried on; the margin is laddered gross, later subsidies are taken off after. */
export type ProjectedMeasure = "volume" | "balanceYears" | "margin";

export interface ProjectionArgs {
  readonly measure: ProjectedMeasure;
  /** The age that the projection reaches, months after the month of the first lend; beyond the oldest observed age it ends there. */
  readonly horizonMonths: number;
  /** Ladder over the last six diagonals only. */
  readonly lastDiagonalsOnly: boolean;
  /** A year, 0 leaves amounts as they are. */
  readonly discountPpm: number;
  readonly filter: Filter;
}

export interface ProjectedCohort {
  readonly cohort: Period;
  readonly size: number;
  /** Fewer than 100 lenders: shown as indicative. */
  readonly isIndicative: boolean;
  /** Cumulative totals by age from 0, fen (fen·years for balance-years). */
  readonly observed: readonly number[];
  /** By age from `observed.length` to the horizon, cumulative totals with the 80 % log-normal interval; null without a standard error. */
  readonly projected: readonly {
    readonly age: number;
    readonly value: number;
    readonly method: "ladder" | "additive";
    readonly interval: { readonly low: number; readonly high: number } | null;
  }[];
  /** The cohort's total at the horizon; an older cohort's observed one. */
  readonly ultimate: number;
  /** Of the ultimate: 0 where it is observed, null from the first additive step on and below six cohorts. */
  readonly standardError: number | null;
  /** At the oldest observed age by link ratios alone, guards aside, as actuarial software prints it; null where an age has no ratio. */
  readonly ladder: { readonly ultimate: number; readonly standardError: number | null } | null;
}

export interface ProjectionResult {
  readonly basis: Basis;
  readonly unit: "fen" | "fenYears";
  readonly missing: "spread" | null;
  /** Ascending; cohorts without lenders, without a month that is over, and of before history are left out. */
  readonly cohorts: readonly ProjectedCohort[];
  /** The age that the projection reaches: the horizon, or the oldest observed age if that is less; null without cohorts. */
  readonly horizon: number | null;
  /** The age up to which every step of the projection is a ladder's: a horizon that has intervals. */
  readonly ladderAge: number | null;
  /** The weighted curve per lender: what is gained at an age, and the sum of it up to there; observed ages only. */
  readonly curve: readonly {
    readonly age: number;
    readonly gain: number | null;
    readonly value: number | null;
    readonly cohorts: number;
    readonly lenders: number;
    readonly isThin: boolean;
  }[];
  /** Link ratios from an age to the next: f, its standard error, cohorts; `isUsed` is false where a guard puts the additive step in its place. */
  readonly factors: readonly {
    readonly age: number;
    readonly factor: number | null;
    readonly standardError: number | null;
    readonly cohorts: number;
    readonly isUsed: boolean;
  }[];
  /** Standard error of the sum of all ultimates; null without. */
  readonly totalStandardError: number | null;
  /** The same of the ladders alone, guards aside. */
  readonly ladderTotalStandardError: number | null;
  /** Mean standardised residual by calendar diagonal, ascending; `isFlagged` when |mean| > 2/√count. */
  readonly diagonals: readonly {
    readonly month: Period;
    readonly mean: number;
    readonly count: number;
    readonly isFlagged: boolean;
  }[];
  /** How the ladder would have done from four earlier months, on what was gained over the next three; null where no such month had six cohorts. */
  readonly backtest: {
    readonly origins: number;
    readonly cells: number;
    readonly wape: { readonly ladder: number | null; readonly additive: number | null };
    /** Of cells with an interval, the share inside it (80 % are meant to be). */
    readonly coverage: number | null;
  } | null;
}

/** Renewal at successive maturities, fitted by the shifted beta-geometric model. */
export interface RenewalFitResult {
  readonly basis: Basis;
  readonly groups: readonly {
    /** A term in days. */
    readonly termDays: number;
    /** By maturity from the first: lenders who renewed at every one before and whose window is over, and how many of them renewed. */
    readonly maturities: readonly { readonly lenders: number; readonly renewed: number }[];
    /** Share still renewing after t maturities, from t = 0: the product of the shares that renewed. */
    readonly observed: readonly number[];
    readonly alpha: number | null;
    readonly beta: number | null;
    readonly logLikelihood: number | null;
    /** Fitted survival S(t) for t = 0 … twice the observed length. */
    readonly survival: readonly number[];
    /** Why there is no fit. */
    readonly refusal: "too_few" | "too_short" | "degenerate" | null;
  }[];
}

export interface ProjectionMethods {
  cohortProjection(args: ProjectionArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<ProjectionResult>;
  renewalFit(
    args: { readonly filter: Filter },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<RenewalFitResult>;
}
