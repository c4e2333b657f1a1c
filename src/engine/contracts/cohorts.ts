import type { LenderState } from "#src/domain/lenderStates.ts";
import type { Period } from "#src/domain/period.ts";
import type { CohortMeasure } from "#src/metrics/cohorts.ts";
import type { GrowthRow } from "#src/metrics/growth.ts";

import type { Basis, Filter, OnProgress } from "#src/engine/protocol.ts";

export interface CohortArgs {
  readonly grain: "week" | "month";
  readonly measure: CohortMeasure;
  /** Per acquired lender or the cohort's total; ratios ignore it. */
  readonly per: "lender" | "total";
  readonly splitBy: "none" | "channel" | "product";
  readonly filter: Filter;
  /** Cohorts that enter no curve, by their first day; they keep their rows. */
  readonly hidden?: readonly number[];
}

export interface CohortCell {
  readonly age: number;
  /** The calendar week or month that the cell observes. */
  readonly period: Period;
  readonly value: number | null;
  /** What the value was divided from: lenders or fen. */
  readonly numerator: number;
  /** 95 %: Wilson for shares of lenders, by drawing lenders for monthly ratios of balance; null for all else. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface CohortRow {
  /** First and last day of the period of first lending. */
  readonly cohort: Period;
  readonly size: number;
  /** Fewer than 20 lenders: shown grey. */
  readonly small: boolean;
  /** By age from 0; only periods that are over. */
  readonly cells: readonly CohortCell[];
}

/** The weighted curve at one age: Σ numerators ÷ Σ denominators over the cohorts observed at it. */
export interface CurvePoint {
  readonly age: number;
  readonly value: number | null;
  readonly cohorts: number;
  readonly lenders: number;
  /** Fewer than 3 cohorts: shown grey. */
  readonly thin: boolean;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface CohortGroup {
  /** Name of the first channel or product; null when not split. */
  readonly name: string | null;
  readonly lenders: number;
  readonly rows: readonly CohortRow[];
  readonly curve: readonly CurvePoint[];
}

export interface CohortResult {
  readonly basis: Basis;
  /** "ratio" prints as a percentage, "fen" as money, "fenYears" as money · years. */
  readonly unit: "ratio" | "fen" | "fenYears";
  /** Largest group first. */
  readonly groups: readonly CohortGroup[];
  /** Set when the measure needs something that is not there. */
  readonly missing: "spread" | null;
}

/** What one cohort came to in one period, before it is divided by anything. */
export interface CohortSums {
  readonly cohort: Period;
  readonly size: number;
  readonly cells: readonly {
    readonly age: number;
    /** Members with at least one lend. */
    readonly lenders: number;
    /** Members with a balance above zero at the end. */
    readonly holding: number;
    /** Fen. */
    readonly volume: number;
    /** Fen, at the end. */
    readonly balance: number;
    /** Fen·days. */
    readonly balanceDays: number;
  }[];
}

export interface GrowthResult {
  readonly basis: Basis;
  /** Complete months only, ascending. */
  readonly rows: readonly GrowthRow[];
}

export interface LenderStatesResult {
  readonly basis: Basis;
  /** In the order new, holding, at risk, resurrected, grace, lost, never lent. */
  readonly states: readonly { readonly state: LenderState; readonly lenders: number; readonly balance: number }[];
}

export interface CohortMethods {
  cohorts(args: CohortArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<CohortResult>;
  /** The whole numbers that cohort measures are made of; ascending by cohort. */
  cohortSums(
    args: { readonly grain: "week" | "month"; readonly filter: Filter },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<readonly CohortSums[]>;
  growth(args: { readonly filter: Filter }, signal?: AbortSignal, onProgress?: OnProgress): Promise<GrowthResult>;
  lenderStates(
    args: { readonly filter: Filter },
    signal?: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<LenderStatesResult>;
}
