import type { ProjectedCohort, ProjectionResult } from "#src/engine/protocol.ts";

/** Cumulative amounts by age from 0; null where a line is not. */
interface ProjectionLine {
  readonly observed: readonly (number | null)[];
  /** From the last observed age on, so that the lines meet. */
  readonly projected: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** Whose line it is: one cohort's, or that of all of them together. */
export interface ProjectionModel extends ProjectionLine {
  /** Null is all cohorts. */
  readonly cohort: ProjectedCohort | null;
  readonly lenders: number;
  /** Lenders whose age is over, by age. */
  readonly observedLenders: readonly number[];
}

export interface ProjectionChoice {
  /** First day of a cohort; undefined, or one that is not there, is all cohorts. */
  readonly cohortDay: number | undefined;
  readonly per: "lender" | "total";
}

export function projectionModel(result: ProjectionResult, { cohortDay, per }: ProjectionChoice): ProjectionModel {
  const cohort = result.cohorts.find(({ cohort: { from } }) => from === cohortDay) ?? null;
  return cohort === null ? modelOfAll(result, per) : modelOf(cohort, { result, per });
}

function modelOf(
  cohort: ProjectedCohort,
  { result, per }: { readonly result: ProjectionResult; readonly per: ProjectionChoice["per"] },
): ProjectionModel {
  const share = shareOf(cohort.size, per);
  const last = cohort.observed.length - 1;
  const ages = Math.max(cohort.observed.length, (result.horizon ?? 0) + 1);
  const later = (value: (point: ProjectedCohort["projected"][number]) => number | null) =>
    Array.from({ length: ages }, (_, age) => {
      const point = age > last ? cohort.projected[age - last - 1] : undefined;
      const found = point === undefined ? null : value(point);
      const known = age === last && cohort.projected.length > 0 ? (cohort.observed[last] ?? null) : found;
      return known === null ? null : known * share;
    });
  const hasIntervals = cohort.projected.some(({ interval }) => interval !== null);
  const none = Array.from({ length: ages }, () => null);
  return {
    cohort,
    lenders: cohort.size,
    observedLenders: cohort.observed.map(() => cohort.size),
    observed: Array.from({ length: ages }, (_, age) => scaled(cohort.observed[age], share)),
    projected: later(({ value }) => value),
    low: hasIntervals ? later(({ interval }) => interval?.low ?? null) : none,
    high: hasIntervals ? later(({ interval }) => interval?.high ?? null) : none,
  };
}

/** The weighted curve of what is over, and apart from it all cohorts carried to the age, each by what is known of it. */
function modelOfAll({ cohorts, curve, horizon }: ProjectionResult, per: ProjectionChoice["per"]): ProjectionModel {
  const lenders = cohorts.reduce((sum, { size }) => sum + size, 0);
  const share = shareOf(lenders, per);
  const ages = Math.max(curve.length, (horizon ?? -1) + 1);
  const none = Array.from({ length: ages }, () => null);
  return {
    cohort: null,
    lenders,
    observedLenders: curve.map((point) => point.lenders),
    observed: Array.from({ length: ages }, (_, age) =>
      scaled(curve[age]?.value ?? undefined, per === "total" ? lenders : 1),
    ),
    projected: Array.from({ length: ages }, (_, age) => {
      const totals = cohorts.map((cohort) => totalAt(cohort, age));
      const isKnown = horizon !== null && age <= horizon && totals.every((total) => total !== undefined);
      return isKnown ? totals.reduce((sum, total) => sum + (total ?? 0), 0) * share : null;
    }),
    low: none,
    high: none,
  };
}

/** What a cohort has come to at an age, or may come to; undefined where nothing carries it so far. */
function totalAt({ observed, projected }: ProjectedCohort, age: number): number | undefined {
  return observed[age] ?? projected[age - observed.length]?.value;
}

function scaled(value: number | undefined, share: number): number | null {
  return value === undefined ? null : value * share;
}

/** What totals are multiplied by to be shown. */
export function shareOf(lenders: number, per: ProjectionChoice["per"]): number {
  return per === "total" ? 1 : 1 / Math.max(1, lenders);
}

export type ProjectionMethod = "observed" | "ladder" | "additive" | "mixed";

/** How a cohort was carried to the horizon; "mixed" begins with the ladder. */
export function methodOf({ projected }: ProjectedCohort): ProjectionMethod {
  if (projected.length === 0) return "observed";
  if (projected.every(({ method }) => method === "ladder")) return "ladder";
  return projected.some(({ method }) => method === "ladder") ? "mixed" : "additive";
}
