import { PROFIT_DRIVERS } from "#src/domain/loans.ts";
import type { ProfitDriver, WhatIfArgs } from "#src/engine/protocol.ts";

/** By how many per cent each driver changes; those that stay are left out. */
export type Changes = Readonly<Partial<Record<ProfitDriver, number>>>;

export const LEAST_CHANGE = -50;
export const MOST_CHANGE = 100;

const PPM_A_PERCENT = 10_000;
const UNCHANGED_PPM = 1_000_000;

/** Changes that a link carries: `bad:-10,fees:5`. What is not understood is left out, what is too much is cut. */
export function textToChanges(text: string | undefined): Changes {
  const changes: Partial<Record<ProfitDriver, number>> = {};
  for (const part of (text ?? "").split(",")) {
    const [name, percent] = part.split(":");
    const driver = PROFIT_DRIVERS.find((one) => one === name);
    if (driver === undefined || percent === undefined || !/^-?\d{1,4}$/.test(percent)) continue;
    const change = withinReach(Number(percent));
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

/** Whole per cents that the sliders reach. */
export function withinReach(percent: number): number {
  return Math.min(MOST_CHANGE, Math.max(LEAST_CHANGE, Math.round(percent)));
}

export function factorsOf(changes: Changes): WhatIfArgs["factors"] {
  const factors: Partial<Record<ProfitDriver, number>> = {};
  for (const driver of PROFIT_DRIVERS) {
    const change = changes[driver] ?? 0;
    if (change !== 0) factors[driver] = UNCHANGED_PPM + change * PPM_A_PERCENT;
  }
  return factors;
}
