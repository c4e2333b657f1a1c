import { addMonths, monthEnd, monthOf, monthStart } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import type { CohortResult, RetentionResult } from "#src/engine/protocol.ts";

import type { CohortView } from "./cohortView.ts";

/** Ages that stand in one column, first and last. */
export interface AgeColumn {
  readonly from: number;
  readonly to: number;
}

/** Cohorts as the panels show them, whoever answered. */
export interface ShownCohorts extends CohortResult {
  /** By place of the cell; an age each where nothing is said. */
  readonly columns: readonly AgeColumn[] | undefined;
}

type Ages = Pick<CohortView, "mode" | "clock">;

export function shownRetention({ basis, columns, groups }: RetentionResult, ages: Ages): ShownCohorts {
  return {
    basis,
    unit: "ratio",
    missing: null,
    columns,
    groups: groups.map(({ name, lenders, rows, curve }) => ({
      name,
      lenders,
      rows: rows.map((row) => ({
        cohort: row.cohort,
        size: row.size,
        small: row.isSmall,
        cells: row.cells.map(({ count, value, interval }, at) => ({
          age: at,
          period: observedIn(row.cohort, observedAges(row, at, { columns, ...ages }), ages.clock),
          value,
          numerator: count,
          interval,
        })),
      })),
      curve: curve.map(({ value, interval, cohorts, lenders: behind, isThin }, at) => ({
        age: at,
        value,
        cohorts,
        lenders: behind,
        thin: isThin,
        interval,
      })),
    })),
  };
}

interface Columns extends Ages {
  readonly columns: readonly AgeColumn[] | undefined;
}

/** The ages that a cell looks at; on or after an age, those up to the last one that is over for the cohort. */
export function observedAges(
  { cells }: { readonly cells: readonly unknown[] },
  at: number,
  { columns, mode }: Columns,
): AgeColumn {
  const column = columns?.[at] ?? { from: at, to: at };
  return mode === "on_or_after" ? { from: column.from, to: cells.length - 1 } : column;
}

/** From the first day on which a member of the cohort can be at the first age to the last of the last age. */
function observedIn(cohort: Period, { from, to }: AgeColumn, clock: CohortView["clock"]): Period {
  if (clock === "rolling")
    return { from: addMonths(cohort.from, from), to: epochDay(addMonths(cohort.to, to + 1) - 1) };
  const month = monthOf(cohort.from);
  return { from: monthStart(month + from), to: monthEnd(month + to) };
}
