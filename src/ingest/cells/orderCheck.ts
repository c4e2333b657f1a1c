import { daysInMonth } from "#src/domain/calendar.ts";

const ZERO = 48;
const BLANK = 32;
const DASH = 45;
const SLASH = 47;

/** Of the cells of one order against the other, how many are shown. */
const MOST_EXAMPLES = 3;

/** Which of day and month comes first where the year does not. */
export type DateOrder = "day" | "month";

/** Whether the cells of a column bear out the order of day and month that somebody settled before. */
export class OrderCheck {
  /** Up to three cells that are dates only in the other order. */
  readonly examples: string[] = [];
  readonly order: DateOrder;
  #dated = 0;
  #fitting = 0;
  #unfitting = 0;

  constructor(order: DateOrder) {
    this.order = order;
  }

  /**
   * More than one date in a hundred exists only in the other order, and fewer only in this one: then those that exist
   * in both are most likely read wrong. A few strays say nothing.
   */
  get isDisproved(): boolean {
    return this.#unfitting > this.#fitting && this.#unfitting * 100 > this.#dated;
  }

  /** Looks at one cell; one that begins with its year, or has neither a slash nor a dash, is of no order. */
  weigh(bytes: Uint8Array, from: number, to: number): void {
    let start = from;
    while (start < to && bytes[start] === BLANK) start++;
    const firstEnd = digitsFrom(bytes, start, to);
    if (firstEnd === start) return;
    this.#dated++;
    if (firstEnd > start + 2) return;
    const mark = bytes[firstEnd];
    if (mark !== SLASH && mark !== DASH) return;
    const secondEnd = digitsFrom(bytes, firstEnd + 1, to);
    if (secondEnd >= to || bytes[secondEnd] !== mark) return;
    const first = numberIn(bytes, start, firstEnd);
    const second = numberIn(bytes, firstEnd + 1, secondEnd);
    // Both may be the month.
    if (first <= 12 && second <= 12) return;
    const yearEnd = digitsFrom(bytes, secondEnd + 1, to);
    const year = this.#yearOf(bytes, secondEnd + 1, yearEnd);
    const isDayFirst = isDate(year, second, first);
    if (isDayFirst === isDate(year, first, second)) return;
    if (isDayFirst === (this.order === "day")) {
      this.#fitting++;
      return;
    }
    this.#unfitting++;
    if (this.examples.length < MOST_EXAMPLES) {
      this.examples.push(String.fromCharCode(...bytes.subarray(start, yearEnd)));
    }
  }

  /** NaN for none. Two digits behind are the year only where the day is first: else it may stand in front. */
  #yearOf(bytes: Uint8Array, from: number, to: number): number {
    if (to - from === 4) return numberIn(bytes, from, to);
    return to - from === 2 && this.order === "day" ? 2000 + numberIn(bytes, from, to) : Number.NaN;
  }
}

/** Where a run of digits ends. */
function digitsFrom(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at]! >= ZERO && bytes[at]! <= ZERO + 9) at++;
  return at;
}

function numberIn(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + bytes[at]! - ZERO;
  return value;
}

function isDate(year: number, month: number, date: number): boolean {
  return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}
