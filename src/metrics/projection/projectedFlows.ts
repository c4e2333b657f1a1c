import { AGE, AGE_WIDTH, type AgeCube } from "#src/metrics/lenders/lenderBook.ts";
import { spreadMargin } from "#src/metrics/lifetimeValue.ts";
import type { AgeFlow, CohortFlows } from "./cohortProjection.ts";

/** Cumulative quantities of cohorts that can be carried on. */
export type ProjectedMeasure = "volume" | "balanceYears" | "margin";

/** Sums of a cohort at an age; fen and fen·days. */
export interface AgeSums {
  readonly volume: number;
  readonly balanceDays: number;
  readonly fees: number;
  /** After the month of the first lend. */
  readonly laterSubsidies: number;
}

/**
 * How a measure is read: what is laddered, and what is taken off after (PJ7).
 *
 * @param spreadPpm  only the margin needs it
 */
export function flowOf(measure: ProjectedMeasure, spreadPpm: number): (sums: AgeSums) => AgeFlow {
  switch (measure) {
    case "volume":
      return ({ volume }) => ({ gain: volume, cost: 0 });
    case "balanceYears":
      return ({ balanceDays }) => ({ gain: balanceDays / 365, cost: 0 });
    case "margin":
      return ({ balanceDays, fees, laterSubsidies }) => ({
        gain: spreadMargin(balanceDays, spreadPpm) + fees,
        cost: laterSubsidies,
      });
  }
}

/** Cohorts of an age cube by month, ascending; lenders of before history are in none. */
export function flowsOfCube(cube: AgeCube, flow: (sums: AgeSums) => AgeFlow): CohortFlows[] {
  const byMonth = new Map<number, { size: number; ages: AgeFlow[] }>();
  for (let segment = 0; segment < cube.segments; segment++) {
    const month = cube.cohort[segment]!;
    if (month < 0) continue;
    const cohort = byMonth.get(month) ?? { size: 0, ages: [] };
    byMonth.set(month, cohort);
    cohort.size += cube.size[segment]!;
    const start = cube.start[segment]!;
    for (let cell = start; cell < cube.start[segment + 1]!; cell++) {
      const { gain, cost } = flow(sumsAt(cube, cell));
      const before = cohort.ages[cell - start] ?? { gain: 0, cost: 0 };
      cohort.ages[cell - start] = { gain: before.gain + gain, cost: before.cost + cost };
    }
  }
  return [...byMonth].toSorted(([a], [b]) => a - b).map(([month, cohort]) => ({ month, ...cohort }));
}

function sumsAt({ values }: AgeCube, cell: number): AgeSums {
  const at = (measure: number): number => values[cell * AGE_WIDTH + measure]!;
  return {
    volume: at(AGE.volume),
    balanceDays: at(AGE.balanceDays),
    fees: at(AGE.fees),
    laterSubsidies: at(AGE.laterSubsidies),
  };
}
