import { latestAge, oldestAge, type CohortTotals } from "./cohortTotals.ts";

/** Fewer ratios at an age are too few to carry a cohort on by. */
const LEAST_RATIOS = 3;

/** How totals grow from one age to the next (Mack 1993). */
export interface LinkRatio {
  /** The age grown from. */
  readonly age: number;
  /** Cohorts with a total above zero at this age and a total at the next. */
  readonly cohorts: number;
  /** Σ totals at the next age ÷ Σ totals at this one; null without cohorts. */
  readonly factor: number | null;
  /** σ²: spread of single ratios, weighed by totals; null where there is nothing to estimate it from. */
  readonly variance: number | null;
  /** The squared standard error of the factor. */
  readonly factorVariance: number | null;
}

/** Totals of one cohort at an age and the next. */
interface Link {
  readonly from: number;
  readonly to: number;
}

/**
 * Link ratios of every age that some cohort has grown out of (PJ1).
 *
 * A cohort with nothing yet at an age has no ratio there. The spread of a single ratio is not known: it is
 * taken from the two ages before, the least of the two and of their geometric continuation.
 *
 * @param lastDiagonals  only growth into the last so many months; all when undefined
 */
export function linkRatios(cohorts: readonly CohortTotals[], lastDiagonals?: number): LinkRatio[] {
  const ratios: LinkRatio[] = [];
  for (let age = 0; age < oldestAge(cohorts); age++) {
    const links = linksAt(cohorts, age, lastDiagonals);
    const total = links.reduce((sum, { from }) => sum + from, 0);
    const factor = total === 0 ? null : links.reduce((sum, { to }) => sum + to, 0) / total;
    const variance = factor === null ? null : (spread(links, factor) ?? continued(ratios));
    ratios.push({
      age,
      cohorts: links.length,
      factor,
      variance,
      factorVariance: variance === null ? null : variance / total,
    });
  }
  return ratios;
}

/** Whether enough cohorts have grown out of this age for the next to be carried on by them (PJ3). */
export function isDependable({ cohorts }: LinkRatio): boolean {
  return cohorts >= LEAST_RATIOS;
}

/** Whether a cohort's growth out of an age is a ratio, and falls into the last months asked for. */
export function hasLink(cohort: CohortTotals, age: number, lastDiagonals: number | undefined): boolean {
  const monthsAgo = latestAge(cohort) - (age + 1);
  return monthsAgo >= 0 && monthsAgo < (lastDiagonals ?? Infinity) && cohort.totals[age]! > 0;
}

function linksAt(cohorts: readonly CohortTotals[], age: number, lastDiagonals: number | undefined): Link[] {
  return cohorts
    .filter((cohort) => hasLink(cohort, age, lastDiagonals))
    .map(({ totals }) => ({ from: totals[age]!, to: totals[age + 1]! }));
}

function spread(links: readonly Link[], factor: number): number | null {
  if (links.length < 2) return null;
  return links.reduce((sum, { from, to }) => sum + from * (to / from - factor) ** 2, 0) / (links.length - 1);
}

function continued(ratios: readonly LinkRatio[]): number | null {
  const [before, last] = [ratios.at(-2)?.variance ?? null, ratios.at(-1)?.variance ?? null];
  if (before === null || last === null) return null;
  return before === 0 ? 0 : Math.min(last ** 2 / before, before, last);
}
