import { PROFIT_DRIVERS } from "#src/domain/loans.ts";
import type { ProfitDriver, WhatIfArgs } from "#src/engine/protocol.ts";

/** By how many per cent each driver changes; those that stay are left out. */
export type Changes = Readonly<Partial<Record<ProfitDriver, number>>>;

export const LEAST_CHANGE = -50;

/** Bad principal may grow so far that a good product's break-even, many times what went bad, can be tried. */
const MOST_CHANGES: Readonly<Record<ProfitDriver, number>> = {
  interest: 100,
  fees: 100,
  bad: 2000,
  funding: 100,
  marketing: 100,
};

/** Up to here a slider moves by single per cents, beyond it by tens: small changes stay within a hand's reach. */
const FINE_UP_TO = 100;
const COARSE_STEP = 10;

const PPM_A_PERCENT = 10_000;
const UNCHANGED_PPM = 1_000_000;

/** Changes that a link carries: `bad:-10,fees:5`. What is not understood is left out, what is too much is cut. */
export function textToChanges(text: string | undefined): Changes {
  const changes: Partial<Record<ProfitDriver, number>> = {};
  for (const part of (text ?? "").split(",")) {
    const [name, percent] = part.split(":");
    const driver = PROFIT_DRIVERS.find((one) => one === name);
    if (driver === undefined || percent === undefined || !/^-?\d{1,4}$/.test(percent)) continue;
    const change = withinReach(driver, Number(percent));
    if (change !== 0) changes[driver] = change;
  }
  return changes;
}

/** Undefined, so left out of the link, when nothing changes. */
export function changesToText(changes: Changes): string | undefined {
  const parts = PROFIT_DRIVERS.flatMap((driver) => {
    const change = changes[driver] ?? 0;
    return change === 0 ? [] : [`${driver}:${change}`];
  });
  return parts.length === 0 ? undefined : parts.join(",");
}

/** The most that a driver may grow by, whole per cents. */
export function mostChange(driver: ProfitDriver): number {
  return MOST_CHANGES[driver];
}

/** Where a slider stands for a change, in whole steps; of changes up to 100 % it is the change itself. */
export function sliderStep(percent: number): number {
  return percent <= FINE_UP_TO ? percent : FINE_UP_TO + Math.round((percent - FINE_UP_TO) / COARSE_STEP);
}

/** The change that a slider's step stands for. */
export function changeAt(step: number): number {
  return step <= FINE_UP_TO ? step : FINE_UP_TO + (step - FINE_UP_TO) * COARSE_STEP;
}

/** The nearest change that may be tried, whole per cents. */
export function withinReach(driver: ProfitDriver, percent: number): number {
  return Math.min(mostChange(driver), Math.max(LEAST_CHANGE, Math.round(percent)));
}

export function factorsOf(changes: Changes): WhatIfArgs["factors"] {
  const factors: Partial<Record<ProfitDriver, number>> = {};
  for (const driver of PROFIT_DRIVERS) {
    const change = changes[driver] ?? 0;
    if (change !== 0) factors[driver] = UNCHANGED_PPM + change * PPM_A_PERCENT;
  }
  return factors;
}
