import type { ComparedSide } from "#src/engine/protocol.ts";

import { lastSolidAge } from "./ageCurves.ts";

/** One side's LTV by months from the start of the month of first lending, from 0, where nothing has been earned. */
export interface ValueCurve {
  readonly values: readonly (number | null)[];
  readonly solid: readonly (number | null)[];
  readonly thin: readonly (number | null)[];
  /** What stands behind each value. */
  readonly behind: readonly { readonly cohorts: number; readonly lenders: number }[];
  /** Fen a lender; null when it is not known. */
  readonly cost: number | null;
  /** Where the curve meets the cost; null when it does not, or the cost is not known. */
  readonly payback: number | null;
}

export interface ValueCurvesModel {
  /** Months on the axis after the start; 0 when no side has a value. */
  readonly months: number;
  readonly curves: readonly ValueCurve[];
}

/** The value of age k is that after k + 1 months. */
export function valueCurves(sides: readonly ComparedSide[]): ValueCurvesModel {
  const curves = sides.map(valueCurve);
  return { months: Math.max(0, ...curves.map(({ values }) => values.length - 1)), curves };
}

function valueCurve(side: ComparedSide): ValueCurve {
  const { points } = side.curve;
  const end = points.findIndex(({ value }) => value === null);
  const observed = end < 0 ? points : points.slice(0, end);
  if (observed.length === 0) return { values: [], solid: [], thin: [], behind: [], cost: null, payback: null };
  const values = [0, ...observed.map(({ value }) => value)];
  const lastSolid = lastSolidAge(side, observed) + 1;
  return {
    values,
    solid: values.map((value, month) => (month <= lastSolid ? value : null)),
    thin: values.map((value, month) => (month >= lastSolid ? value : null)),
    behind: [{ cohorts: observed[0]?.cohorts ?? 0, lenders: side.newLenders }, ...observed],
    cost: side.acquisitionCost,
    payback: side.payback?.months ?? null,
  };
}
