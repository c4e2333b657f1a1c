import { shareOf, type Share } from "#src/metrics/acquisition/share.ts";
import type { MonthSpan } from "#src/metrics/acquisition/lenderGroups.ts";
import { AGE_WIDTH, type AGE, type AgeCube } from "#src/metrics/lenders/lenderBook.ts";

export interface RetainedQuery {
  /** Months of first lending. */
  readonly months: MonthSpan;
  /** Whether the lenders of a segment of the cube are asked for. */
  readonly keepsSegment: (segment: number) => boolean;
  readonly measure: typeof AGE.held | typeof AGE.lent;
}

export interface RetainedAge {
  readonly age: number;
  readonly share: Share;
  /** Months of first lending that are that old. */
  readonly cohorts: number;
}

/**
 * Share of lenders who hold, or lend, at every age, over the cohorts that are old enough (RT7, weighted): the lenders of
 * all of them together, those who left long ago included. None while no month is over.
 */
export function retainedByAge(cube: AgeCube, { months, keepsSegment, measure }: RetainedQuery): RetainedAge[] {
  const ages: { count: number; of: number; cohorts: Set<number> }[] = [];
  for (let segment = 0; segment < cube.segments; segment++) {
    const cohort = cube.cohort[segment]!;
    if (cohort < months.from || cohort > months.to || cube.size[segment] === 0 || !keepsSegment(segment)) continue;
    const start = cube.start[segment]!;
    const observed = cube.start[segment + 1]! - start;
    for (let age = 0; age < observed; age++) {
      const sums = (ages[age] ??= { count: 0, of: 0, cohorts: new Set<number>() });
      sums.count += cube.values[(start + age) * AGE_WIDTH + measure]!;
      sums.of += cube.size[segment]!;
      sums.cohorts.add(cohort);
    }
  }
  return ages.map(({ count, of, cohorts }, age) => ({ age, share: shareOf(count, of), cohorts: cohorts.size }));
}
