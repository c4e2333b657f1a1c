import type { TransfersView } from "#src/domain/switches.ts";

import { COHORT, COHORT_WIDTH, type CohortCube } from "./cohortCube.ts";
import { periodNumber } from "./cohortPeriod.ts";
import type { EpochDay } from "#src/domain/units.ts";

export interface CohortQuery {
  readonly splitBy: "none" | "channel" | "product";
  readonly transfers: TransfersView;
  /** By code, 1 = keep; undefined keeps all. */
  readonly keepChannel: Uint8Array | undefined;
  readonly keepFirstProduct?: Uint8Array | undefined;
  readonly asOf: EpochDay;
}

/** What one cohort did in one period: lenders, fen and fen·days. */
export interface CohortCellSums {
  readonly age: number;
  readonly lenders: number;
  readonly holding: number;
  readonly volume: number;
  /** Σ amount · term, fen·days. */
  readonly volumeTermDays: number;
  readonly balance: number;
  readonly balanceDays: number;
  readonly fees: number;
  /** Subsidies after the month of first lend. */
  readonly subsidies: number;
}

export interface CohortSums {
  /** Number of the period of first lending. */
  readonly cohort: number;
  readonly size: number;
  /** By age from 0, complete periods only; empty for the running cohort. */
  readonly cells: readonly CohortCellSums[];
}

export interface CohortGroupSums {
  /** Code of the channel or first product; null when not split. */
  readonly code: number | null;
  readonly lenders: number;
  /** Ascending; periods in which nobody lent for the first time are left out. */
  readonly cohorts: readonly CohortSums[];
}

/** What every cohort did at every age that is over (CO1 to CO5). Largest group first. */
export function cohortTriangle(cube: CohortCube, query: CohortQuery): CohortGroupSums[] {
  const groups = new Map<number, Map<number, { size: number; sums: Float64Array }>>();
  const lastCohort = periodNumber(query.asOf, cube.grain, cube.weekStart);
  const ages = Math.max(0, cube.lastPeriod - cube.firstPeriod + 1);
  const place: ({ size: number; sums: Float64Array } | undefined)[] = [];
  const { cohort, channel, firstProduct, size } = cube.segments;
  for (let segment = 0; segment < cube.segments.count; segment++) {
    if (cohort[segment]! < 0 || cohort[segment]! > lastCohort || size[segment] === 0) continue;
    if (query.keepChannel !== undefined && query.keepChannel[channel[segment]!] !== 1) continue;
    if (query.keepFirstProduct !== undefined && query.keepFirstProduct[firstProduct[segment]!] !== 1) continue;
    const code =
      query.splitBy === "none" ? -1 : query.splitBy === "channel" ? channel[segment]! : firstProduct[segment]!;
    const cohorts = groups.get(code) ?? new Map<number, { size: number; sums: Float64Array }>();
    groups.set(code, cohorts);
    const observed = Math.min(ages, Math.max(0, cube.lastPeriod - cohort[segment]! + 1));
    const sums = cohorts.get(cohort[segment]!) ?? { size: 0, sums: new Float64Array(observed * COHORT_WIDTH) };
    cohorts.set(cohort[segment]!, sums);
    sums.size += size[segment]!;
    place[segment] = sums;
  }
  for (let cell = 0; cell < cube.cells; cell++) {
    const sums = place[cube.segment[cell]!]?.sums;
    const age = cube.period[cell]! - cohort[cube.segment[cell]!]!;
    if (sums === undefined || age < 0) continue;
    for (let measure = 0; measure < COHORT_WIDTH; measure++)
      sums[age * COHORT_WIDTH + measure]! += cube.values[cell * COHORT_WIDTH + measure]!;
  }
  return [...groups].map(([code, cohorts]) => groupSums(code, cohorts, query.transfers)).toSorted(largestFirst);
}

function largestFirst(a: CohortGroupSums, b: CohortGroupSums): number {
  return b.lenders - a.lenders || (a.code ?? 0) - (b.code ?? 0);
}

function groupSums(
  code: number,
  cohorts: ReadonlyMap<number, { readonly size: number; readonly sums: Float64Array }>,
  transfers: TransfersView,
): CohortGroupSums {
  const rows = [...cohorts].toSorted(([a], [b]) => a - b);
  return {
    code: code < 0 ? null : code,
    lenders: rows.reduce((lenders, [, { size }]) => lenders + size, 0),
    cohorts: rows.map(([cohort, { size, sums }]) => ({ cohort, size, cells: cellSums(sums, transfers) })),
  };
}

function cellSums(sums: Float64Array, transfers: TransfersView): CohortCellSums[] {
  const gross = transfers === "gross";
  return Array.from({ length: sums.length / COHORT_WIDTH }, (_, age) => {
    const at = (measure: number): number => sums[age * COHORT_WIDTH + measure]!;
    return {
      age,
      lenders: at(gross ? COHORT.lendersGross : COHORT.lendersNet),
      holding: at(COHORT.holding),
      volume: at(COHORT.lend) + (gross ? at(COHORT.transferIn) : 0),
      volumeTermDays: at(COHORT.lendTermDays) + (gross ? at(COHORT.transferInTermDays) : 0),
      balance: at(COHORT.balance),
      balanceDays: at(COHORT.balanceDays),
      fees: at(COHORT.fees),
      subsidies: at(COHORT.subsidies),
    };
  });
}
