import fc from "fast-check";

import type { CohortTotals } from "#src/metrics/projection/cohortTotals.ts";

/** Rows of a published or hand-made triangle; the size only matters to mean gains. */
export function triangleOf(rows: readonly (readonly (number | null)[])[]): CohortTotals[] {
  return rows.map((row) => ({ size: 10, totals: row.filter((total) => total !== null) }));
}

/** Cohorts of a few lenders each, oldest first, some months without any; totals never fall. */
export const arbitraryTriangle: fc.Arbitrary<CohortTotals[]> = fc
  .array(
    fc.record({
      isThere: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      size: fc.integer({ min: 1, max: 300 }),
      gains: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000 })), { minLength: 15, maxLength: 15 }),
      first: fc.integer({ min: 0, max: 50_000 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((months) =>
    months.flatMap(({ isThere, size, gains, first }, month) => {
      if (!isThere) return [];
      let total = first;
      const totals = gains.slice(0, months.length - month).map((gain, age) => (total += age === 0 ? 0 : gain));
      return [{ size, totals }];
    }),
  )
  .filter((cohorts) => cohorts.length > 0);
