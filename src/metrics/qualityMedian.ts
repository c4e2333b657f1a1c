/**
 * The middle of some numbers, so that one of them great or small does not move it. Of an even count it is the lower of
 * the two in the middle: it is always one of the numbers, and nothing is rounded.
 *
 * @returns  null without numbers
 */
export function medianOf(numbers: Float64Array | readonly number[]): number | null {
  const ascending = Float64Array.from(numbers).sort();
  return ascending[(ascending.length - 1) >> 1] ?? null;
}
