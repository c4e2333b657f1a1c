import type { AcquisitionGroup, LifetimeCurve } from "#src/engine/protocol.ts";

import { isSmall } from "./figures.ts";

export interface CurveModel {
  readonly name: string | null;
  /** Months from the start of the month of first lending, from 0, where nothing has been earned. */
  readonly values: readonly (number | null)[];
  /** The curve where three cohorts or more stand behind it, or where the group is one month. */
  readonly solid: readonly (number | null)[];
  /** The rest, from the last solid point on, so that the line does not break. */
  readonly thin: readonly (number | null)[];
  /** What stands behind each value, by months from 0. */
  readonly behind: readonly { readonly cohorts: number; readonly lenders: number }[];
  /** Fen a lender; null when it is not known. */
  readonly cost: number | null;
  /** Where the curve meets the cost; null when it does not, or the cost is not known. */
  readonly payback: number | null;
  /** How many months are drawn. */
  readonly months: number;
}

const FEW_COHORTS = 3;

/** A group's LTV at the end of every month; the value of age k is that after k + 1 months. */
export function curveModel(
  { name, curve, acquisitionCost, payback, newLenders }: AcquisitionGroup,
  isMonth: boolean,
): CurveModel {
  const observed = untilUnknown(curve);
  const values = [0, ...observed.map(({ value }) => value)];
  const behind = [{ cohorts: observed[0]?.cohorts ?? 0, lenders: newLenders }, ...observed];
  const lastSolid = isMonth ? values.length - 1 : behind.findLastIndex(({ cohorts }) => cohorts >= FEW_COHORTS);
  return {
    name,
    values,
    solid: values.map((value, at) => (at <= lastSolid ? value : null)),
    thin: values.map((value, at) => (at >= lastSolid ? value : null)),
    behind,
    cost: acquisitionCost,
    payback: payback?.months ?? null,
    months: values.length - 1,
  };
}

function untilUnknown({ points }: LifetimeCurve): LifetimeCurve["points"] {
  const end = points.findIndex(({ value }) => value === null);
  return end < 0 ? points : points.slice(0, end);
}

/** More plots than this are no comparison any more. */
const MOST_PLOTS = 6;

/** The groups with most new lenders that have a curve, in the order given; small ones only where there are no larger. */
export function drawnGroups(groups: readonly AcquisitionGroup[]): readonly AcquisitionGroup[] {
  const withCurve = groups.filter(({ curve }) => (curve.points[0]?.value ?? null) !== null);
  const large = withCurve.filter((group) => !isSmall(group));
  const comparable = large.length > 0 ? large : withCurve;
  const largest = new Set(comparable.toSorted((a, b) => b.newLenders - a.newLenders).slice(0, MOST_PLOTS));
  return withCurve.filter((group) => largest.has(group));
}
