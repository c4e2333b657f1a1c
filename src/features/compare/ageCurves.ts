import type { ComparedSide } from "#src/engine/protocol.ts";

import { FEW_COHORTS } from "./comparePanel.ts";

export type AgeMeasure = "held" | "lentAgain";

/** One side's share by age. */
interface AgeCurve {
  readonly values: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** The curve where three months of first lending or more stand behind it, or where the side is one month. */
  readonly solid: readonly (number | null)[];
  /** The rest, from the last solid point on, so that the line does not break. */
  readonly thin: readonly (number | null)[];
  readonly behind: readonly { readonly cohorts: number; readonly count: number; readonly lenders: number }[];
}

export interface AgeCurvesModel {
  /** Ages on the axis, from 0. */
  readonly ages: number;
  /** By place of the side. */
  readonly curves: readonly AgeCurve[];
}

export function ageCurves(sides: readonly ComparedSide[], measure: AgeMeasure): AgeCurvesModel {
  const curves = sides.map((side) => ageCurve(side, measure));
  return { ages: Math.max(0, ...curves.map(({ values }) => values.length)), curves };
}

function ageCurve(side: ComparedSide, measure: AgeMeasure): AgeCurve {
  const points = side[measure];
  const lastSolid = lastSolidAge(side, points);
  const values = points.map(({ share }) => share.value);
  return {
    values,
    low: points.map(({ share }) => share.interval?.low ?? null),
    high: points.map(({ share }) => share.interval?.high ?? null),
    solid: values.map((value, age) => (age <= lastSolid ? value : null)),
    thin: values.map((value, age) => (age >= lastSolid ? value : null)),
    behind: points.map(({ share, cohorts }) => ({ cohorts, count: share.count, lenders: share.of })),
  };
}

/**
 * Ages at which a curve steps by more than its interval is wide while fewer cohorts stand behind it than at the age
 * before: the lenders changed there, and perhaps nothing else.
 */
export function stepsOf({ values, low, high, behind }: Omit<AgeCurve, "solid" | "thin">): readonly number[] {
  return values.flatMap((value, age) => {
    const before = values[age - 1] ?? null;
    const [from, to] = [low[age - 1] ?? null, high[age - 1] ?? null];
    if (value === null || before === null || from === null || to === null) return [];
    const isFewer = (behind[age]?.cohorts ?? 0) < (behind[age - 1]?.cohorts ?? 0);
    return isFewer && Math.abs(value - before) > to - from ? [age] : [];
  });
}

/** The last age with enough months of first lending behind it; a month compared has only itself. */
export function lastSolidAge(
  { side }: Pick<ComparedSide, "side">,
  points: readonly { readonly cohorts: number }[],
): number {
  return side.type === "month" ? points.length - 1 : points.findLastIndex(({ cohorts }) => cohorts >= FEW_COHORTS);
}
