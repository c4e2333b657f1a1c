import type { Period } from "#src/domain/period.ts";
import type { CohortGroup, CohortRow, CurvePoint } from "#src/engine/protocol.ts";

export interface CohortLine {
  /** First day of the cohort. */
  readonly id: string;
  readonly cohort: Period;
  readonly small: boolean;
  /** By age; null where nothing has been observed. */
  readonly values: readonly (number | null)[];
}

/** Which cohorts are drawn. */
export interface DrawnCohorts {
  readonly hidden: readonly string[];
  readonly compared: readonly string[];
}

export interface CurvesModel {
  /** How many ages have been observed. */
  readonly ages: number;
  /** Cohorts with at least one cell, oldest first: those that are compared, or all that are not hidden. */
  readonly lines: readonly CohortLine[];
  readonly isComparison: boolean;
  readonly curve: readonly CurvePoint[];
  /** The weighted curve where 3 cohorts or more stand behind it. */
  readonly solid: readonly (number | null)[];
  /** The rest, from the last solid point on, so that the line does not break. */
  readonly thin: readonly (number | null)[];
}

export function curvesModel({ rows, curve }: CohortGroup, { hidden, compared }: DrawnCohorts): CurvesModel {
  const lastSolid = curve.findLastIndex(({ thin }) => !thin);
  const observed = rows.filter(({ cells }) => cells.length > 0);
  const chosen = observed.filter(({ cohort }) => compared.includes(String(cohort.from)));
  const drawn = chosen.length > 0 ? chosen : observed.filter(({ cohort }) => !hidden.includes(String(cohort.from)));
  const ages = Math.max(curve.length, ...drawn.map(({ cells }) => cells.length));
  return {
    ages,
    lines: drawn.map((row) => lineOf(row, ages)),
    isComparison: chosen.length > 0,
    curve,
    solid: curve.map(({ value }, age) => (age <= lastSolid ? value : null)),
    thin: curve.map(({ value }, age) => (age >= lastSolid ? value : null)),
  };
}

function lineOf({ cohort, small, cells }: CohortRow, ages: number): CohortLine {
  return {
    id: String(cohort.from),
    cohort,
    small,
    values: Array.from({ length: ages }, (_, age) => cells[age]?.value ?? null),
  };
}

export interface Extremes {
  readonly highest: CohortLine;
  readonly lowest: CohortLine;
}

/** The cohorts that stand highest and lowest at an age, of those large enough; null when they are one or none. */
export function extremesAt({ lines }: CurvesModel, age: number): Extremes | null {
  const observed = lines
    .filter((line) => !line.small && line.values[age] !== null)
    .toSorted((a, b) => (b.values[age] ?? 0) - (a.values[age] ?? 0));
  const [highest, lowest] = [observed.at(0), observed.at(-1)];
  return highest === undefined || lowest === undefined || highest === lowest ? null : { highest, lowest };
}

/** More small multiples than this are no comparison any more. */
const MOST_MULTIPLES = 8;

/** A group of fewer lenders than this says little, and would set the axis for all. */
const FEW_LENDERS = 20;

/** The groups to set side by side, largest first: all when none is large enough. */
export function comparableGroups(groups: readonly CohortGroup[]): readonly CohortGroup[] {
  const observed = groups.filter(({ curve }) => curve.length > 0);
  const large = observed.filter(({ lenders }) => lenders >= FEW_LENDERS);
  return (large.length > 0 ? large : observed).slice(0, MOST_MULTIPLES);
}

/** The largest weighted value of any group at an age that is not thin: where the axis of all ends. */
export function sharedTop(groups: readonly CohortGroup[]): number {
  const points = groups.flatMap(({ curve }) => curve);
  const solid = points.filter(({ thin }) => !thin);
  return Math.max(0, ...(solid.length > 0 ? solid : points).map(({ value }) => value ?? 0));
}
