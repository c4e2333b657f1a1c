import type { Period } from "#src/domain/period.ts";

import type { CohortCube } from "./cohortCube.ts";
import { periodOfNumber } from "./cohortPeriod.ts";
import {
  cohortTriangle,
  type CohortCellSums,
  type CohortGroupSums,
  type CohortQuery,
  type CohortSums,
} from "./cohortTriangle.ts";
import { spreadMargin, weightedCurve } from "./lifetimeValue.ts";
import { ratio } from "./ratio.ts";
import { wilson, type Interval } from "./wilson.ts";

export type CohortMeasure =
  /** Share of the cohort with a balance above zero at the end of the period. */
  | "holding"
  /** Share of the cohort with at least one lend in the period. */
  | "relend"
  /** The cohort's balance against its balance at the end of age 0. */
  | "balance"
  /** Lend volume of the period, fen. */
  | "volume"
  /** Lifetime values, cumulative from age 0: fen, but balance-years in fen·years. */
  | "lifetimeVolume"
  | "lifetimeAnnualisedVolume"
  | "lifetimeBalanceYears"
  | "lifetimeMargin";

export interface CohortTableQuery extends CohortQuery {
  readonly measure: CohortMeasure;
  readonly per: "lender" | "total";
  /** Net spread a year; the margin is unknown without one. */
  readonly spreadPpm: number | null;
  /** Numbers of the cohorts that enter no curve; they keep their rows. */
  readonly hidden?: ReadonlySet<number>;
}

interface CohortCell {
  readonly age: number;
  readonly period: Period;
  readonly value: number | null;
  readonly numerator: number;
  readonly interval: Interval | null;
}

interface CohortRow {
  readonly cohort: Period;
  readonly size: number;
  readonly small: boolean;
  readonly cells: readonly CohortCell[];
}

interface CurvePoint {
  readonly age: number;
  readonly value: number | null;
  readonly cohorts: number;
  readonly lenders: number;
  readonly thin: boolean;
  readonly interval: Interval | null;
}

interface CohortGroup {
  /** Code of the channel or first product; null when not split. */
  readonly code: number | null;
  readonly lenders: number;
  readonly rows: readonly CohortRow[];
  readonly curve: readonly CurvePoint[];
}

export interface CohortTable {
  readonly unit: "ratio" | "fen" | "fenYears";
  readonly missing: "spread" | null;
  /** Largest first. */
  readonly groups: readonly CohortGroup[];
}

/** Fewer lenders make a cohort's shares too loose to read (RT4). */
export const SMALL_COHORT = 20;
/** Fewer cohorts make a point of the curve too loose to read (LT5). */
export const THIN_COHORTS = 3;

/** How a measure is read from a cohort. */
interface Reading {
  readonly unit: CohortTable["unit"];
  /** Lenders are counted: shares, with intervals. */
  readonly share: boolean;
  readonly cumulative: boolean;
  readonly numerator: (cell: CohortCellSums) => number;
  readonly denominator: (cohort: CohortSums) => number;
}

/**
 * Cohorts by age with the weighted curve over them (RT1 to RT4, LT1 to LT5).
 *
 * The margin without a spread has no groups, and says what is missing.
 */
export function cohortTable(cube: CohortCube, query: CohortTableQuery): CohortTable {
  const reading = readingOf(query);
  if (query.measure === "lifetimeMargin" && query.spreadPpm === null)
    return { unit: reading.unit, missing: "spread", groups: [] };
  const groups = cohortTriangle(cube, query).map((group) => ({
    code: group.code,
    lenders: group.lenders,
    rows: group.cohorts.map((cohort) => cohortRow(cube, cohort, reading)),
    curve: curveOf(group, reading, query.hidden),
  }));
  return { unit: reading.unit, missing: null, groups };
}

function readingOf({ measure, per, spreadPpm }: CohortTableQuery): Reading {
  const size = ({ size: lenders }: CohortSums): number => lenders;
  const shares = { unit: "ratio", share: true, cumulative: false, denominator: size } as const;
  const money = {
    unit: "fen",
    share: false,
    cumulative: true,
    denominator: per === "lender" ? size : () => 1,
  } as const;
  switch (measure) {
    case "holding":
      return { ...shares, numerator: ({ holding }) => holding };
    case "relend":
      return { ...shares, numerator: ({ lenders }) => lenders };
    case "balance":
      return { ...shares, share: false, numerator: ({ balance }) => balance, denominator: openingBalance };
    case "volume":
      return { ...money, cumulative: false, numerator: ({ volume }) => volume };
    case "lifetimeVolume":
      return { ...money, numerator: ({ volume }) => volume };
    case "lifetimeAnnualisedVolume":
      return { ...money, numerator: ({ volumeTermDays }) => volumeTermDays / 365 };
    case "lifetimeBalanceYears":
      return { ...money, unit: "fenYears", numerator: ({ balanceDays }) => balanceDays / 365 };
    case "lifetimeMargin":
      return {
        ...money,
        numerator: ({ balanceDays, fees, subsidies }) => spreadMargin(balanceDays, spreadPpm ?? 0) + fees - subsidies,
      };
  }
}

/** The cohort's balance at the end of age 0; a balance at or below zero is nothing to compare with. */
function openingBalance({ cells }: CohortSums): number {
  return Math.max(0, cells[0]?.balance ?? 0);
}

function cohortRow(cube: CohortCube, cohort: CohortSums, reading: Reading): CohortRow {
  const of = reading.denominator(cohort);
  let sum = 0;
  const cells = cohort.cells.map((cell) => {
    const numerator = reading.numerator(cell) + (reading.cumulative ? sum : 0);
    sum = numerator;
    return {
      age: cell.age,
      period: periodOfNumber(cohort.cohort + cell.age, cube.grain, cube.weekStart),
      value: ratio(numerator, of),
      numerator,
      interval: reading.share ? wilson(numerator, of) : null,
    };
  });
  return {
    cohort: periodOfNumber(cohort.cohort, cube.grain, cube.weekStart),
    size: cohort.size,
    small: cohort.size < SMALL_COHORT,
    cells,
  };
}

function curveOf({ cohorts }: CohortGroupSums, reading: Reading, hidden?: ReadonlySet<number>): CurvePoint[] {
  const weighed = cohorts
    .filter(({ cohort }) => hidden?.has(cohort) !== true)
    .map((cohort) => ({
      gains: cohort.cells.map(reading.numerator),
      weight: reading.denominator(cohort),
      size: cohort.size,
    }));
  // A cohort without a balance to compare with stays out on both sides.
  const curve = weightedCurve(weighed.filter(({ weight }) => weight > 0));
  return curve.map(({ age, numerator, denominator, gain, cumulative, cohorts: observed, lenders }) => ({
    age,
    value: reading.cumulative ? cumulative : gain,
    cohorts: observed,
    lenders,
    thin: observed < THIN_COHORTS,
    interval: reading.share ? wilson(numerator, denominator) : null,
  }));
}
