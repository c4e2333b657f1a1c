import { SMALL_COHORT, THIN_COHORTS } from "#src/metrics/cohorts.ts";
import { ratio } from "#src/metrics/ratio.ts";
import { wilson, type Interval } from "#src/metrics/wilson.ts";

import { ageColumns, type AgeColumn, type ColumnsQuery } from "./ageColumns.ts";
import { retainedCounts, type CohortCount, type RetainedInput } from "./retainedCounts.ts";

export interface RetentionQuery extends ColumnsQuery {
  readonly mean: "weighted" | "simple";
  /** Months of first lending that enter no mean. */
  readonly hidden: ReadonlySet<number>;
}

interface RetainedShare {
  readonly count: number;
  readonly of: number;
  readonly value: number | null;
  readonly interval: Interval | null;
}

export interface RetainedCohort {
  /** Month of the first lend. */
  readonly cohort: number;
  readonly size: number;
  readonly isSmall: boolean;
  readonly isHidden: boolean;
  /** By column, as far as all its ages are over. */
  readonly cells: readonly RetainedShare[];
}

interface MeanPoint {
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly cohorts: number;
  readonly lenders: number;
  readonly isThin: boolean;
}

export interface RetentionTable {
  readonly columns: readonly AgeColumn[];
  /** Largest first. */
  readonly groups: readonly {
    /** Of the split; 0 when not split. */
    readonly code: number;
    readonly lenders: number;
    readonly rows: readonly RetainedCohort[];
    readonly curve: readonly MeanPoint[];
  }[];
}

/**
 * Shares of every cohort that are retained at its ages, and the mean over cohorts (RT5 to RT7).
 *
 * The ages of a cohort are those that are over for all of its lenders, so that every cell has the whole cohort under
 * it. A cohort of which nobody stays is 0 at every age; one without lenders is not there.
 */
export function retentionTable(input: RetainedInput, query: RetentionQuery): RetentionTable {
  const columns = ageColumns(query, oldestAge(input));
  const counted = retainedCounts(input, { mode: query.mode, columns });
  const groups = [...counted].map(([code, cohorts]) => {
    const rows = cohorts.map((cohort) => retainedCohort(cohort, query.hidden));
    return {
      code,
      lenders: cohorts.reduce((lenders, { size }) => lenders + size, 0),
      rows,
      curve: meanCurve(rows, query.mean),
    };
  });
  return { columns, groups: groups.toSorted((a, b) => b.lenders - a.lenders || a.code - b.code) };
}

/** Ages of the oldest cohort with a lender that is kept. */
function oldestAge({ cohort, kept, observed }: RetainedInput): number {
  let ages = 0;
  for (let lender = 0; lender < cohort.length; lender++) {
    if (cohort[lender]! < 0 || (kept !== undefined && kept[lender] !== 1)) continue;
    ages = Math.max(ages, observed.get(cohort[lender]!) ?? 0);
  }
  return ages;
}

function retainedCohort({ cohort, size, counts }: CohortCount, hidden: ReadonlySet<number>): RetainedCohort {
  return {
    cohort,
    size,
    isSmall: size < SMALL_COHORT,
    isHidden: hidden.has(cohort),
    cells: Array.from(counts, (count) => ({
      count,
      of: size,
      value: ratio(count, size),
      interval: wilson(count, size),
    })),
  };
}

/**
 * The mean over the cohorts that are eligible at a column: observed there, with lenders, and not hidden (RT7). Weighted
 * pools their lenders; simple gives every cohort one voice, and has no interval. Null where no cohort is eligible.
 */
export function meanCurve(rows: readonly RetainedCohort[], mean: RetentionQuery["mean"]): MeanPoint[] {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: columns }, (_, column) => {
    const eligible = rows.filter(({ size, isHidden, cells }) => size > 0 && !isHidden && cells.length > column);
    const cells = eligible.map((row) => row.cells[column]!);
    const lenders = cells.reduce((sum, { of }) => sum + of, 0);
    const behind = { cohorts: cells.length, lenders, isThin: cells.length < THIN_COHORTS };
    if (mean === "weighted") {
      const count = cells.reduce((sum, cell) => sum + cell.count, 0);
      return { value: ratio(count, lenders), interval: wilson(count, lenders), ...behind };
    }
    const shares = cells.reduce((sum, { count, of }) => sum + count / of, 0);
    return { value: ratio(shares, cells.length), interval: null, ...behind };
  });
}
