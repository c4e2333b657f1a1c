import { mulDiv } from "#src/metrics/mulDiv.ts";
import { ratio } from "#src/metrics/ratio.ts";

/** Lenders' money against borrowers' at the end of a day, fen (MT1). */
export interface Match {
  readonly lenders: number;
  readonly borrowers: number;
  /** lenders ÷ borrowers; null where borrowers owe nothing. */
  readonly ratio: number | null;
  /** lenders − borrowers, where it is above zero (MT2). */
  readonly idle: number;
  /** borrowers − lenders, where it is above zero. */
  readonly short: number;
}

export function matchOf(lenders: number, borrowers: number): Match {
  const idle = Math.max(0, lenders - borrowers);
  const short = Math.max(0, borrowers - lenders);
  return { lenders, borrowers, ratio: ratio(lenders, borrowers), idle, short };
}

/** A rate that is kept as a division, so that money is rounded once: paid ÷ fen-days. */
export interface DailyYield {
  readonly paid: number;
  /** Above zero. */
  readonly fenDays: number;
}

export const DAYS_A_YEAR = 365;

/** What a rate of so many ppm a year pays. */
export function enteredYield(ppm: number): DailyYield {
  return { paid: ppm, fenDays: DAYS_A_YEAR * 1_000_000 };
}

/**
 * What lenders were paid of what they had at work (MT3).
 *
 * @param interest  fen paid on each of some days
 * @param balances  at the end of each of them, fen
 * @returns         undefined without interest or without balances
 */
export function paidYield(interest: ArrayLike<number>, balances: ArrayLike<number>): DailyYield | undefined {
  let paid = 0;
  let fenDays = 0;
  for (let day = 0; day < interest.length; day++) {
    paid += interest[day]!;
    fenDays += balances[day]!;
  }
  return paid > 0 && fenDays > 0 ? { paid, fenDays } : undefined;
}

/** A year's yield, of one. */
export function yearlyRate({ paid, fenDays }: DailyYield): number {
  return (paid * DAYS_A_YEAR) / fenDays;
}

/** What idle money costs in a day, or the sum of idle money over days in all of them: fen, rounded once (MT2). */
export function idleCost(idle: number, { paid, fenDays }: DailyYield): number {
  return mulDiv(idle, paid, { divisor: fenDays, rounding: "half_up" });
}
