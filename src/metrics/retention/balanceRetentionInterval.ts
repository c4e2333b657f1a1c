import { NORMAL_95, type Interval } from "#src/metrics/wilson.ts";

import type { BalanceSums } from "./balanceSums.ts";

/**
 * Where Σ later ÷ Σ opening would lie if the same lenders were drawn again, with 95 % confidence (RT10).
 *
 * A ratio of money is no share of lenders, so whole lenders are drawn and the middle 95 % of what they come to is kept.
 * A draw without an opening balance says nothing and is left out.
 *
 * @param opening  fen by draw (`drawnBalances`)
 * @param later    of the same draws
 * @returns null when no draw has an opening balance
 */
export function drawnInterval(opening: Float64Array, later: Float64Array): Interval | null {
  const ratios = new Float64Array(opening.length);
  let told = 0;
  for (let at = 0; at < opening.length; at++) if (opening[at]! > 0) ratios[told++] = later[at]! / opening[at]!;
  const sorted = ratios.subarray(0, told).sort();
  return told === 0 ? null : { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/**
 * The same without drawing, for many lenders: the ratio is taken for linear in their balances, and for normal. Its error
 * is that of whole lenders, √Σ (later − ratio · opening)² ÷ Σ opening.
 *
 * @returns null without an opening balance
 */
export function linearisedInterval(sums: BalanceSums): Interval | null {
  if (sums.opening <= 0) return null;
  const ratio = sums.later / sums.opening;
  const squares = sums.laterSquares - 2 * ratio * sums.products + ratio * ratio * sums.openingSquares;
  const half = (NORMAL_95 * Math.sqrt(Math.max(0, squares))) / sums.opening;
  return { low: Math.max(Math.min(0, ratio), ratio - half), high: ratio + half };
}

/** Between the two nearest, in proportion. @param sorted  ascending, at least one */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
}
