import { NORMAL_95 } from "./wilson.ts";

/** Subjects by the time that they were followed for, in whole units from 0; what is not there is 0. */
export interface Followed {
  /** To whom it happened at this time. */
  readonly events: ArrayLike<number>;
  /** To whom it had not happened by this time, after which nothing is known of them. */
  readonly censored: ArrayLike<number>;
}

export interface SurvivalStep {
  readonly time: number;
  /** Followed for at least this time. */
  readonly atRisk: number;
  readonly events: number;
  /** Share to whom it has not happened by the end of this time. */
  readonly survival: number;
  /** Greenwood's. */
  readonly standardError: number;
  /** 95 %, by the logarithm of −ln S; where nobody is left, from 0 to the upper end of the step before. */
  readonly interval: { readonly low: number; readonly high: number };
}

/**
 * How many have not had it happen to them as time goes on, when not all are followed to the end (KM1).
 *
 * Whoever is censored at a time was still at risk at it.
 *
 * @returns one step for each time with an event, ascending; none without events
 */
export function kaplanMeier({ events, censored }: Followed): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = sumOf(events) + sumOf(censored);
  let survival = 1;
  let variance = 0;
  for (let time = 0; time < events.length; time++) {
    const happened = events[time]!;
    if (happened > 0) {
      survival *= 1 - happened / atRisk;
      variance += happened / (atRisk * (atRisk - happened));
      const isLast = happened === atRisk;
      const interval = isLast ? { low: 0, high: steps.at(-1)?.interval.high ?? 1 } : logLogInterval(survival, variance);
      const standardError = isLast ? 0 : survival * Math.sqrt(variance);
      steps.push({ time, atRisk, events: happened, survival, standardError, interval });
    }
    atRisk -= happened + (censored[time] ?? 0);
  }
  return steps;
}

/** The first time by which it has happened to a share; null while it has not. */
export function timeUntil(steps: readonly SurvivalStep[], share: number): number | null {
  // Survival is a product of quotients: what should be a quarter may miss it in the last digit.
  return steps.find(({ survival }) => survival <= 1 - share + 1e-12)?.time ?? null;
}

function logLogInterval(survival: number, variance: number): SurvivalStep["interval"] {
  const spread = Math.exp((NORMAL_95 * Math.sqrt(variance)) / Math.log(survival));
  return { low: survival ** (1 / spread), high: survival ** spread };
}

function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let time = 0; time < counts.length; time++) sum += counts[time]!;
  return sum;
}
