import { LEVERAGE_BANDS, type LeverageBand } from "#src/domain/leverageRules.ts";

import type { Backing } from "./backing.ts";
import type { LeverageFigures } from "./leverage.ts";

/** How far it is to the next band. Fen. */
export interface BandRoom {
  readonly band: LeverageBand;
  /** Where it begins. */
  readonly at: number;
  /** Outstanding that can still be added until then; null when the guarantee grows along so that it is never reached. */
  readonly outstanding: number | null;
  /** Backing that can be lost until then, with outstanding as it is. */
  readonly backing: number;
}

const NEXT_BAND = { low: "normal", normal: "high", high: "extreme" } as const;

const MILLION = 1_000_000;

/**
 * Room before the next band (LV7): the most that can be added or lost, in whole fen, until leverage is where that band
 * begins. The guarantee counts unrounded in it, as it grows along with what is added.
 *
 * @returns  null in the last band, and without backing
 */
export function bandRoom(figures: LeverageFigures, funds: Backing): BandRoom | null {
  const { band, outstanding, backing } = figures;
  if (band === null || band === "extreme") return null;
  const next = NEXT_BAND[band];
  const at = LEVERAGE_BANDS[next];
  const reached = outstandingAt(at, backing - figures.guarantee, funds);
  return {
    band: next,
    at,
    outstanding: reached === null ? null : Math.max(0, reached - outstanding),
    backing: Math.min(backing, Math.max(0, backing - quotientUp(outstanding, at))),
  };
}

/**
 * The outstanding at which leverage is `at`, rounded down: at · fixed ÷ (1 − at · guarantee) while the guarantee grows,
 * and at · (fixed + guarantee) once it has reached its limit. Null when a guarantee without a limit keeps up with it.
 *
 * @param fixed  backing other than the guarantee
 */
function outstandingAt(
  at: number,
  fixed: number,
  { guaranteePpm, guaranteeUpTo }: Pick<Backing, "guaranteePpm" | "guaranteeUpTo">,
): number | null {
  const unguaranteedPpm = MILLION - at * guaranteePpm;
  if (unguaranteedPpm > 0) {
    const growing = (BigInt(at) * BigInt(fixed) * BigInt(MILLION)) / BigInt(unguaranteedPpm);
    if (growing <= guaranteeUpTo) return Number(growing);
  }
  if (guaranteeUpTo === Infinity) return null;
  const guarantee = (BigInt(at) * BigInt(guaranteePpm) * BigInt(guaranteeUpTo)) / BigInt(MILLION);
  return Number(BigInt(at) * BigInt(fixed) + guarantee);
}

function quotientUp(dividend: number, divisor: number): number {
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest > 0 ? 1 : 0);
}
