import { dayOf, monthEnd, monthOf, monthStart } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { CohortGroup, CohortResult, CohortRow, CurvePoint, RetentionResult } from "#src/engine/protocol.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

const firstMonth = monthOf(dayOf(2026, 8, 1));

/** Month `at` from August 2026. */
export function month(at: number) {
  return { from: monthStart(firstMonth + at), to: monthEnd(firstMonth + at) };
}

function cohort(at: number, size: number, holding: readonly number[]): CohortRow {
  return {
    cohort: month(at),
    size,
    small: size < 20,
    cells: holding.map((numerator, age) => ({
      age,
      period: month(at + age),
      value: numerator / size,
      numerator,
      interval: { low: 0.25, high: 0.375 },
    })),
  };
}

function point(age: number, cohorts: number, value: number): CurvePoint {
  return { age, value, cohorts, lenders: cohorts * 50, thin: cohorts < 3, interval: null };
}

/** August of 100 lenders, September of 10, October of 40, and November, which is running. */
export const GROUP: CohortGroup = {
  name: null,
  lenders: 230,
  rows: [cohort(0, 100, [100, 80, 50]), cohort(1, 10, [10, 4]), cohort(2, 40, [38]), cohort(3, 80, [])],
  curve: [point(0, 3, 0.99), point(1, 2, 0.75), point(2, 1, 0.5)],
};

export const RESULT: CohortResult = {
  basis: { asOf: AS_OF, dataVersion: 1, sourceRows: 100, rejectedRows: 2, switches: DEFAULT_SETTINGS },
  unit: "ratio",
  groups: [GROUP],
  missing: null,
};

export const SPLIT: CohortResult = {
  ...RESULT,
  groups: [
    { ...GROUP, name: "search" },
    { ...GROUP, name: "", lenders: 30 },
  ],
};

const share = (count: number, of: number) => ({ count, of, value: count / of, interval: { low: 0.25, high: 0.375 } });

/** August of 100 lenders in two brackets, M0 and M1 to M2. */
export const RETENTION: RetentionResult = {
  basis: RESULT.basis,
  columns: [
    { from: 0, to: 0 },
    { from: 1, to: 2 },
  ],
  groups: [
    {
      name: null,
      lenders: 100,
      rows: [
        { cohort: month(0), size: 100, isSmall: false, isHidden: false, cells: [share(100, 100), share(80, 100)] },
      ],
      curve: [
        { value: 1, interval: null, cohorts: 1, lenders: 100, isThin: true },
        { value: 0.8, interval: null, cohorts: 1, lenders: 100, isThin: true },
      ],
    },
  ],
};
