import type { Period } from "#src/domain/period.ts";
import type { CohortGroup } from "#src/engine/protocol.ts";

/** One cohort of the trend. */
interface StepPoint {
  readonly cohort: Period;
  readonly value: number | null;
  readonly count: number;
  readonly size: number;
  readonly small: boolean;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface StepModel {
  /** Place of the age, or bracket, that is shown. */
  readonly step: number;
  /** Cohorts that have it behind them and are not hidden, oldest first. */
  readonly points: readonly StepPoint[];
  /** Over these cohorts; null without one. */
  readonly mean: number | null;
}

/** One age of every cohort, as a trend over cohorts (RT8). An age that nobody has reached gives the oldest one. */
export function stepModel({ rows, curve }: CohortGroup, wanted: number, hidden: readonly string[]): StepModel {
  const ages = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const step = Math.max(0, Math.min(wanted, ages - 1));
  return {
    step,
    points: rows.flatMap(({ cohort, size, small, cells }) => {
      const cell = cells[step];
      if (cell === undefined || hidden.includes(String(cohort.from))) return [];
      return [{ cohort, value: cell.value, count: cell.numerator, size, small, interval: cell.interval }];
    }),
    mean: curve[step]?.value ?? null,
  };
}
