import { ratio } from "#src/metrics/ratio.ts";
import { wilson, type Interval } from "#src/metrics/wilson.ts";

/** A share of people with its 95 % interval; null where there is nobody to count. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** `count` of `of` people, with Wilson's interval (WI1). */
export function shareOf(count: number, of: number): Share {
  return { count, of, value: ratio(count, of), interval: wilson(count, of) };
}
