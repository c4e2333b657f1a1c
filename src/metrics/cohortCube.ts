import type { Weekday } from "#src/domain/calendar.ts";

/** Cohorts that are no period: lenders of before history, and those who never lent. */
export const COHORT_BEFORE = -1;
export const COHORT_NONE = -2;

/** What a cell of the cohort cube holds, by its place in the cell. */
export const COHORT = {
  /** Lenders with at least one lend. */
  lendersNet: 0,
  /** Lenders with at least one lend or transfer in. */
  lendersGross: 1,
  /** Lenders with a balance above zero at the end. */
  holding: 2,
  lend: 3,
  transferIn: 4,
  /** Σ amount · term, fen·days. */
  lendTermDays: 5,
  transferInTermDays: 6,
  /** At the end, fen. */
  balance: 7,
  /** Σ of end-of-day balances, fen·days. */
  balanceDays: 8,
  fees: 9,
  /** Subsidies up to the end of the lender's month of first lend: a cost of acquiring. */
  newLenderSubsidies: 10,
  /** Later subsidies: a cost of keeping. */
  subsidies: 11,
} as const;

export const COHORT_WIDTH = 12;

/** Lenders of one cohort, channel and first product. */
interface CohortSegments {
  readonly count: number;
  /** Period number (`cohortPeriod.ts`), COHORT_BEFORE or COHORT_NONE. */
  readonly cohort: Int32Array;
  readonly channel: Uint16Array;
  readonly firstProduct: Uint16Array;
  readonly size: Uint32Array;
}

/** Every segment in every complete week or month in which it had anything; cells in no particular order. */
export interface CohortCube {
  readonly grain: "week" | "month";
  readonly weekStart: Weekday;
  readonly segments: CohortSegments;
  readonly cells: number;
  readonly segment: Uint32Array;
  /** Number of the observed period. */
  readonly period: Int32Array;
  /** `cells × COHORT_WIDTH`, cell by cell. */
  readonly values: Float64Array;
  /** Number of the first period with a row and of the last complete one; none when last < first. */
  readonly firstPeriod: number;
  readonly lastPeriod: number;
}
