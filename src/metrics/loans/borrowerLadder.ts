import { TERM_BUCKETS } from "#src/domain/leverageRules.ts";
import type { EpochDay } from "#src/domain/units.ts";

import type { InstalmentBuffer } from "./instalments.ts";

/** Money by remaining days, in the order of `TERM_BUCKETS`, fen. */
export interface TermSums {
  readonly byBucket: Float64Array;
  /** Was due on the day itself or before it. */
  readonly overdue: number;
}

/** A line of the ladder: a place in `TERM_BUCKETS`, or what was due before them. */
export type TermPlace = number | "overdue";

/** The place in `TERM_BUCKETS` of money due so many days from now. */
export function termBucket(remainingDays: number): number {
  return TERM_BUCKETS.findIndex((last) => remainingDays <= last);
}

/**
 * Adds up what borrowers owe at the end of a day by when the schedule has it due (MT4).
 *
 * Who owes less than the schedule still has due has paid its end: the instalments that come first stand. What is owed
 * beyond all that is still due is overdue. So the buckets and overdue come to what is owed.
 */
export class BorrowerLadder {
  private readonly day: EpochDay;
  private readonly byBucket = new Float64Array(TERM_BUCKETS.length);
  private overdue = 0;

  constructor(day: EpochDay) {
    this.day = day;
  }

  /** @param owed  at the end of the day, fen */
  take(owed: number, { principal, dueDay, count }: InstalmentBuffer): void {
    let left = owed;
    for (let row = 0; row < count && left > 0; row++) {
      const remaining = dueDay[row]! - this.day;
      if (remaining <= 0) continue;
      const due = Math.min(left, principal[row]!);
      this.byBucket[termBucket(remaining)]! += due;
      left -= due;
    }
    this.overdue += left;
  }

  finish(): TermSums {
    return { byBucket: this.byBucket, overdue: this.overdue };
  }
}
