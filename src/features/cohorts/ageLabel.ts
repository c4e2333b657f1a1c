import type { Format } from "#src/ui/format.ts";

import type { CohortView } from "./cohortView.ts";
import type { AgeColumn } from "./shownCohorts.ts";

export interface AgeNaming extends Pick<CohortView, "grain" | "mode"> {
  readonly columns: readonly AgeColumn[] | undefined;
}

/** The ages of a column as its heading: M3, M3+ for that age or later, M3–M5 for a bracket. */
export function ageLabel(at: number, { grain, mode, columns }: AgeNaming, format: Format): string {
  const { from, to } = columns?.[at] ?? { from: at, to: at };
  if (to > from) return `${format.age(from, grain)}–${format.age(to, grain)}`;
  return mode === "on_or_after" ? `${format.age(from, grain)}+` : format.age(from, grain);
}
