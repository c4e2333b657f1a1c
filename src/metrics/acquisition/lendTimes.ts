import { kaplanMeier, timeUntil, type SurvivalStep } from "#src/metrics/survival.ts";
import { eachNewLender, type AcquisitionSources } from "./lenderGroups.ts";

export interface Quartiles {
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
}

/** How long until the second lend occasion. */
export interface TimeToSecond {
  readonly lenders: number;
  /** Lenders who have had it. */
  readonly events: number;
  /** Shares who have had it, ascending in days. */
  readonly points: readonly {
    readonly day: number;
    readonly atRisk: number;
    readonly events: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly quantiles: Quartiles;
}

/** Days from the first lend to the next lend occasion (KM2); who has had none is followed to the book's day. */
export function timeToSecond(sources: AcquisitionSources): TimeToSecond {
  const { facts, asOf } = sources.book;
  const events: number[] = [];
  const censored: number[] = [];
  let lenders = 0;
  let happened = 0;
  eachNewLender(sources, (lender, firstDay) => {
    const second = facts.secondLendDay[lender]!;
    lenders++;
    if (second > 0) happened++;
    countAt(second > 0 ? events : censored, (second || asOf) - firstDay);
  });
  const steps = kaplanMeier({ events, censored });
  const points = steps.map(({ time, atRisk, events: now, survival, interval }) => ({
    day: time,
    atRisk,
    events: now,
    share: 1 - survival,
    low: 1 - interval.high,
    high: 1 - interval.low,
  }));
  return { lenders, events: happened, points, quantiles: quartiles(steps) };
}

/**
 * Days from registration to the first lend of those who lent (AQ2); lenders who are not registered, or only after their first
 * lend, are left out.
 *
 * @returns null without a lenders dataset
 */
export function timeToFirst(sources: AcquisitionSources): (Quartiles & { readonly lenders: number }) | null {
  const { directory } = sources;
  if (!directory.isKnown) return null;
  const events: number[] = [];
  let lenders = 0;
  eachNewLender(sources, (lender, firstDay) => {
    const registered = directory.registeredDay[lender]!;
    if (registered === 0 || registered > firstDay) return;
    lenders++;
    countAt(events, firstDay - registered);
  });
  return { lenders, ...quartiles(kaplanMeier({ events, censored: [] })) };
}

function countAt(counts: number[], time: number): void {
  while (counts.length <= time) counts.push(0);
  counts[time]!++;
}

function quartiles(steps: readonly SurvivalStep[]): Quartiles {
  return { p25: timeUntil(steps, 0.25), p50: timeUntil(steps, 0.5), p75: timeUntil(steps, 0.75) };
}
