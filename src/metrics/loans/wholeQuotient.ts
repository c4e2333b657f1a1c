import type { Rounding } from "#src/domain/loans.ts";
import { mulDiv } from "#src/metrics/mulDiv.ts";

/** What a product of fen and yearly ppm is divided by for a month's interest. */
export const TWELFTHS_OF_PPM = 12_000_000;

/** Below it the floor of a quotient of floats is the whole quotient: a float cannot round over the gap to the next. */
const SURE = 2 ** 52;

/**
 * `mulDiv` of numbers that are not negative, without big integers while floats are exact: it is worked out for every
 * instalment of every loan.
 */
export function wholeQuotient(
  a: number,
  b: number,
  by: { readonly divisor: number; readonly rounding: Rounding },
): number {
  const product = a * b;
  const { divisor, rounding } = by;
  if (product + divisor > SURE) return mulDiv(a, b, by);
  const whole = Math.floor(product / divisor);
  const twice = (product - whole * divisor) * 2;
  if (twice === divisor) return rounding === "half_up" || whole % 2 === 1 ? whole + 1 : whole;
  return twice > divisor ? whole + 1 : whole;
}
