/** When a lender counts as retained at an age (RT5). */
export type RetentionMode = "on" | "on_or_after" | "brackets";

/** Ages that stand in one column, first and last. */
export interface AgeColumn {
  readonly from: number;
  readonly to: number;
}

export interface ColumnsQuery {
  readonly mode: RetentionMode;
  /** First ages of the brackets; only whole ages from 0 that somebody has reached make one. */
  readonly brackets: readonly number[];
}

/**
 * The columns of a retention table (RT5): an age each, or brackets that run to before the next and, the last, to the
 * oldest age. Ages before the first bracket have one of their own. None while no age is over.
 *
 * @param ages  how many ages the oldest cohort has behind it
 */
export function ageColumns({ mode, brackets }: ColumnsQuery, ages: number): AgeColumn[] {
  if (mode !== "brackets") return Array.from({ length: ages }, (_, age) => ({ from: age, to: age }));
  const asked = brackets.filter((age) => Number.isInteger(age) && age > 0 && age < ages);
  const starts = ages === 0 ? [] : [...new Set([0, ...asked])].toSorted((a, b) => a - b);
  return starts.map((from, at) => ({ from, to: (starts[at + 1] ?? ages) - 1 }));
}
