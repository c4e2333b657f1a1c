import { latestAge, type CohortTotals } from "./cohortTotals.ts";
import { isDependable, type LinkRatio } from "./linkRatios.ts";

/** Fewer cohorts say too little for a standard error. */
export const LEAST_COHORTS = 6;

/** A cohort's total at an age that it has not reached. */
interface CarriedTotal {
  readonly age: number;
  readonly total: number;
  /** Mean squared error; null where it is not known. */
  readonly variance: number | null;
  readonly method: "ladder" | "additive";
}

export interface CarriedOn {
  /** By cohort, from the age after its last up to the horizon, or as far as there is something to carry on by. */
  readonly cohorts: readonly (readonly CarriedTotal[])[];
  /** Mean squared error of the sum of all cohorts at the horizon; null where it is not known. */
  readonly totalVariance: number | null;
}

export interface CarryOnBy {
  readonly ratios: readonly LinkRatio[];
  /** Gain per lender by age, for steps that no ratio may take; null takes every ratio there is, and nothing else. */
  readonly gains: readonly (number | null)[] | null;
  /** The age to reach. */
  readonly horizon: number;
}

/**
 * Cohorts carried on age by age: by the link ratio, or by the mean gain where a guard forbids the ratio (PJ2, PJ3).
 *
 * The error follows Mack's recursion (1999); that of the sum carries what cohorts share by using the same
 * ratios. It is not known from the first mean gain on, nor with fewer than six cohorts.
 */
export function carriedOn(cohorts: readonly CohortTotals[], by: CarryOnBy): CarriedOn {
  const knowsErrors = cohorts.length >= LEAST_COHORTS;
  const carried: CarriedTotal[][] = cohorts.map(() => []);
  let totalVariance: number | null = knowsErrors ? 0 : null;
  for (let age = 0; age < by.horizon; age++) {
    const due = cohorts.flatMap((cohort, place) =>
      latestAge(cohort) <= age
        ? [{ cohort, to: carried[place]!, from: reached(cohort, carried[place]!, knowsErrors) }]
        : [],
    );
    const steps = due.flatMap(({ cohort, to, from }) => {
      const next = from.age === age ? nextTotal(cohort, from, by) : null;
      if (next !== null) to.push(next);
      return next === null ? [] : [next];
    });
    const isLadder = steps.length === due.length && steps.every(({ method }) => method === "ladder");
    const total = due.reduce((sum, { from }) => sum + from.total, 0);
    if (due.length > 0) totalVariance = isLadder ? grown({ total, variance: totalVariance }, by.ratios[age]) : null;
  }
  return { cohorts: carried, totalVariance };
}

type Reached = Pick<CarriedTotal, "age" | "total" | "variance">;

function reached(cohort: CohortTotals, carried: readonly CarriedTotal[], knowsErrors: boolean): Reached {
  const age = latestAge(cohort);
  return carried.at(-1) ?? { age, total: cohort.totals[age]!, variance: knowsErrors ? 0 : null };
}

function nextTotal({ size }: CohortTotals, from: Reached, { ratios, gains }: CarryOnBy): CarriedTotal | null {
  const ratio = ratios[from.age];
  const age = from.age + 1;
  const isLadder = gains === null ? from.total >= 0 : from.total > 0 && ratio !== undefined && isDependable(ratio);
  const factor = ratio?.factor ?? null;
  if (isLadder && factor !== null)
    return { age, total: from.total * factor, variance: grown(from, ratio), method: "ladder" };
  const gain = gains?.[age] ?? null;
  return gain === null ? null : { age, total: from.total + size * gain, variance: null, method: "additive" };
}

function grown({ total, variance }: Omit<Reached, "age">, ratio: LinkRatio | undefined): number | null {
  const { factor = null, variance: spread = null, factorVariance = null } = ratio ?? {};
  if (variance === null || spread === null || factorVariance === null || factor === null) return null;
  return total ** 2 * factorVariance + total * spread + factor ** 2 * variance;
}
