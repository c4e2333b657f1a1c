const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Whole keys below 2^53, low and high 32 bits apart, so that they sort by digits. */
export interface RowKeys {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/**
 * The places of keys in ascending order; equal keys keep the order they came in.
 *
 * Counting digit by digit, because comparing a million rows would be felt.
 */
export function ascendingOrder({ low, high }: RowKeys): Uint32Array {
  let order = Uint32Array.from(low, (_, place) => place);
  let spare = new Uint32Array(order.length);
  for (const digits of [low, high]) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (!spread(order, spare, (place) => (digits[place]! >>> shift) & (DIGITS - 1))) continue;
      [order, spare] = [spare, order];
    }
  }
  return order;
}

/** One stable pass; false, and nothing written, when every key has the same digit. */
function spread(from: Uint32Array, to: Uint32Array, digitOf: (place: number) => number): boolean {
  const starts = new Uint32Array(DIGITS + 1);
  for (const place of from) starts[digitOf(place) + 1]!++;
  if (starts.includes(from.length)) return false;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
  for (const place of from) to[starts[digitOf(place)]!++] = place;
  return true;
}
