import type { Rounding } from "#src/domain/loans.ts";

/**
 * `a · b ÷ divisor` in whole units, rounded once, exact whatever the size of the product (MD1).
 *
 * A half goes away from zero, for negatives too; with `half_even`, to the even neighbour.
 *
 * @throws RangeError when an argument is not a whole number, the divisor is zero, or the answer is
 *         beyond 2^53
 */
export function mulDiv(a: number, b: number, by: { readonly divisor: number; readonly rounding: Rounding }): number {
  return roundedQuotient(BigInt(a) * BigInt(b), BigInt(by.divisor), by.rounding);
}

/**
 * `dividend ÷ divisor` in whole units, rounded as `mulDiv` does.
 *
 * @throws RangeError when the divisor is zero or the answer is beyond 2^53
 */
export function roundedQuotient(dividend: bigint, divisor: bigint, rounding: Rounding): number {
  const negative = dividend < 0n !== divisor < 0n;
  const [above, size] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const whole = above / size;
  const twice = (above % size) * 2n;
  const up = twice > size || (twice === size && (rounding === "half_up" || whole % 2n === 1n));
  const rounded = Number(up ? whole + 1n : whole);
  if (!Number.isSafeInteger(rounded)) throw new RangeError("beyond exact whole numbers");
  return negative && rounded !== 0 ? -rounded : rounded;
}
