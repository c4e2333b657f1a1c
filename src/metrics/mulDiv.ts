export type Rounding = "half_up" | "half_even";

/**
 * `a · b ÷ divisor` in whole units, rounded once, exact whatever the size of the product (MD1).
 *
 * A half goes away from zero, for negatives too; with `half_even`, to the even neighbour.
 *
 * @throws RangeError when an argument is not a whole number, the divisor is zero, or the answer is
 *         beyond 2^53
 */
export function mulDiv(a: number, b: number, by: { readonly divisor: number; readonly rounding: Rounding }): number {
  const product = BigInt(a) * BigInt(b);
  const divisor = BigInt(by.divisor);
  const negative = product < 0n !== divisor < 0n;
  const [dividend, size] = [product < 0n ? -product : product, divisor < 0n ? -divisor : divisor];
  const whole = dividend / size;
  const twice = (dividend % size) * 2n;
  const up = twice > size || (twice === size && (by.rounding === "half_up" || whole % 2n === 1n));
  const rounded = Number(up ? whole + 1n : whole);
  if (!Number.isSafeInteger(rounded)) throw new RangeError("beyond exact whole numbers");
  return negative && rounded !== 0 ? -rounded : rounded;
}
