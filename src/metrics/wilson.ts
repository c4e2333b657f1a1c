/** The 97.5 % quantile of the normal distribution. */
export const NORMAL_95 = 1.959963984540054;
const Z = NORMAL_95;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Where a share of lenders may truly lie, with 95 % confidence (WI1).
 *
 * Nobody gives exactly 0 as the lower end and everybody exactly 1 as the upper.
 *
 * @returns null when there is nobody to count
 */
export function wilson(count: number, of: number): Interval | null {
  if (of <= 0) return null;
  const share = count / of;
  const shrink = 1 + (Z * Z) / of;
  const centre = (share + (Z * Z) / (2 * of)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return { low: count === 0 ? 0 : centre - half, high: count === of ? 1 : centre + half };
}
