import type { Period } from "#src/domain/period.ts";
import type { CohortCell, CohortResult, CohortRow } from "#src/engine/protocol.ts";

export interface RetentionRow {
  readonly cohort: Period;
  readonly size: number;
  readonly small: boolean;
  /** One a column; null where the month is not over. */
  readonly cells: readonly (CohortCell | null)[];
}

export interface RetentionModel {
  /** Ages in months, from 0. */
  readonly ages: readonly number[];
  /** The youngest cohorts, oldest first. */
  readonly rows: readonly RetentionRow[];
}

const COHORTS = 9;

/** The last cohorts that were observed at all, each as far as it was observed among them. */
export function retentionModel({ groups }: Pick<CohortResult, "groups">): RetentionModel {
  const observed = (groups[0]?.rows ?? []).filter(({ cells, size }) => size > 0 && cells.length > 0);
  const rows = observed.slice(-COHORTS);
  const longest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const ages = Array.from({ length: Math.min(longest, COHORTS) }, (_, age) => age);
  return { ages, rows: rows.map((row) => retentionRow(row, ages)) };
}

function retentionRow({ cohort, size, small, cells }: CohortRow, ages: readonly number[]): RetentionRow {
  return { cohort, size, small, cells: ages.map((age) => cells.find((cell) => cell.age === age) ?? null) };
}
