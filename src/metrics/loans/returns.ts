import { datedFlows, valueAt, type DatedFlows } from "./datedFlows.ts";
import { crossingsWithin, rootWithin } from "./rootWithin.ts";

/** A rate of return, of one, or why there is none. */
export type ReturnRate =
  | { readonly rate: number }
  | { readonly rate: null; readonly reason: "no_sign_change" | "several" | "out_of_reach" | "too_young" };

/** Rates are looked for from losing all but a ten-thousandth to a hundredfold; as ln(1 + rate). */
const LOWEST = Math.log(1e-4);
const HIGHEST = Math.log(101);
const SCAN_STEPS = 1024;
/** Of the sum of all that flows: below it a value cannot be told from nil. */
const NOISE = 1e-13;

/**
 * The rate per period at which flows are worth nothing together (IR1).
 *
 * Flows that never change their sign have none, flows with more than one have no answer (IR3): none of them is the
 * return of anything.
 *
 * @param flows  by period from the first; money in is above zero
 */
export function irr(flows: ArrayLike<number>): ReturnRate {
  const periods = Uint32Array.from({ length: flows.length }, (_, period) => period);
  return returnOf(datedFlows(flows, periods, 1));
}

/**
 * The yearly rate at which dated flows are worth nothing together, a year being 365 days, a leap year too (IR2, IR3).
 *
 * @param days  of the flows, in any order
 */
export function xirr(flows: ArrayLike<number>, days: ArrayLike<number>): ReturnRate {
  return returnOf(datedFlows(flows, days, 365));
}

/** The same of flows that are in the order of time already. */
export function returnOf(flows: DatedFlows): ReturnRate {
  const changes = signChanges(flows.amounts);
  if (changes === 0) return { rate: null, reason: "no_sign_change" };
  const value = (logRate: number): number => valueAt(flows, logRate);
  const between = { low: LOWEST, high: HIGHEST };
  if (value(LOWEST) * value(HIGHEST) < 0) {
    const root = rootWithin(value, between);
    if (changes === 1 || isOneSided(flows, root)) return rateOf(root);
  } else if (changes === 1) return { rate: null, reason: "out_of_reach" };
  return scanned(flows);
}

/** A root is found to 1e-12: what lies closer to nil cannot be told from it, and must not show as a loss. */
const NIL_RATE = 1e-12;

function rateOf(logRate: number): ReturnRate {
  return { rate: Math.abs(logRate) < NIL_RATE ? 0 : Math.expm1(logRate) };
}

function signChanges(amounts: Float64Array): number {
  let changes = 0;
  for (let place = 1; place < amounts.length; place++) if (amounts[place]! > 0 !== amounts[place - 1]! > 0) changes++;
  return changes;
}

/**
 * Whether what is out never changes sides at this rate: then no other rate fits. What is out grows more at every step at
 * a higher rate and less at a lower one, so only this one comes to nil in the end.
 */
function isOneSided({ amounts, gaps, stepsPerRate }: DatedFlows, root: number): boolean {
  let [weight, out, all] = [1, 0, 0];
  let [least, most] = [0, 0];
  // With the last flow it comes to nil, as near as the root is found.
  for (let place = 0; place < amounts.length - 1; place++) {
    weight *= Math.exp((-root * gaps[place]!) / stepsPerRate);
    out += amounts[place]! * weight;
    all += Math.abs(amounts[place]!) * weight;
    least = Math.min(least, out);
    most = Math.max(most, out);
  }
  return -least <= all * NOISE || most <= all * NOISE;
}

function scanned(flows: DatedFlows): ReturnRate {
  const value = (logRate: number): number => valueAt(flows, logRate);
  const all = { ...flows, amounts: flows.amounts.map(Math.abs) };
  const isNil = (depth: number, logRate: number): boolean => depth <= valueAt(all, logRate) * NOISE;
  const { crossings, dips } = crossingsWithin(value, { low: LOWEST, high: HIGHEST, steps: SCAN_STEPS }, isNil);
  if (dips || crossings.length > 1) return { rate: null, reason: "several" };
  const [crossing] = crossings;
  if (crossing === undefined) return { rate: null, reason: "out_of_reach" };
  // Rates near this one may hide in its step and the steps beside it.
  const step = crossing.high - crossing.low;
  const low = Math.max(LOWEST, crossing.low - step);
  const high = Math.min(HIGHEST, crossing.high + step);
  const closer = crossingsWithin(value, { low, high, steps: SCAN_STEPS / 4 }, isNil);
  if (closer.dips || closer.crossings.length > 1) return { rate: null, reason: "several" };
  return rateOf(rootWithin(value, crossing));
}
