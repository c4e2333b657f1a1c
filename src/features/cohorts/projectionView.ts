import type { EpochDay } from "#src/domain/units.ts";
import type { ProjectedMeasure, ProjectionArgs } from "#src/engine/protocol.ts";
import type { ViewSearch } from "#src/view/search.ts";
import { filterOf } from "#src/view/view.ts";

import { textToDays } from "./cohortView.ts";

export const PROJECTED = ["volume", "balanceYears", "margin"] as const satisfies readonly ProjectedMeasure[];
export const HORIZONS = [3, 6, 12, 24, 36] as const;

const DEFAULT_HORIZON = 12;
const YEARLY_DISCOUNT_PPM = 100_000;

export interface ProjectionView {
  readonly args: ProjectionArgs;
  readonly per: "lender" | "total";
  /** Undefined is all cohorts. */
  readonly cohortDay: EpochDay | undefined;
}

/** What the link asks to project. */
export function projectionView(search: ViewSearch): ProjectionView {
  const horizon = /^\d{1,3}$/.exec(search.horizon ?? "")?.[0];
  return {
    args: {
      measure: search.projected ?? "volume",
      horizonMonths: horizon === undefined ? DEFAULT_HORIZON : Math.max(1, Number(horizon)),
      lastDiagonalsOnly: search.diagonals === "6",
      discountPpm: search.discount === "10" ? YEARLY_DISCOUNT_PPM : 0,
      filter: filterOf(search),
    },
    per: search.per ?? "lender",
    cohortDay: textToDays(search.projectedCohort)[0],
  };
}
