import type { Period } from "#src/domain/period.ts";
import type { Vintage, VintagesResult } from "#src/engine/protocol.ts";

import type { VintageMeasure } from "./vintagesView.ts";

/** One month of lending against what is expected of it. */
export interface VintageLine {
  /** First day of the month. */
  readonly id: string;
  readonly month: Period;
  readonly loans: number;
  /** Fen, as are the amounts. */
  readonly disbursed: number;
  /** By month on book; null where it is not over. */
  readonly amounts: readonly (number | null)[];
  readonly shares: readonly (number | null)[];
  /** The oldest month on book that is over; −1 while the month of disbursal itself is not. */
  readonly age: number;
  /** Share of what was lent at that age, and what all months together come to there. */
  readonly actual: number | null;
  readonly expected: number | null;
  /** actual − expected, and in fen of what was lent. */
  readonly difference: number | null;
  readonly excess: number | null;
}

export interface VintageModel {
  readonly measure: VintageMeasure;
  /** How many months on book there are, from 0. */
  readonly ages: number;
  /** Ascending by month. */
  readonly lines: readonly VintageLine[];
  readonly expected: readonly (number | null)[];
  /** How many months of lending stand behind each point of it. */
  readonly behind: readonly number[];
  /** Of the months that can be judged, the one furthest above what is expected, in fen; undefined where none is. */
  readonly worst: VintageLine | undefined;
}

/** Fewer loans than this say little: one of them moves the share too far. */
export const FEW_LOANS = 30;

/** Whether a month has a month on book behind it, so that there is something to compare. */
export function isCompared({ age, difference }: VintageLine): boolean {
  return age >= 1 && difference !== null;
}

/** Whether what a month came to says anything: it is compared, and of loans enough. */
export function isJudged(line: VintageLine): boolean {
  return isCompared(line) && line.loans >= FEW_LOANS;
}

export function vintageModel({ vintages, expected }: VintagesResult, measure: VintageMeasure): VintageModel {
  const lines = vintages.map((vintage) => lineOf(vintage, measure, expected[measure]));
  const above = lines.filter((line) => isJudged(line) && (line.excess ?? 0) > 0);
  return {
    measure,
    ages: expected[measure].length,
    lines,
    expected: expected[measure],
    behind: expected.vintages,
    worst: above.toSorted((a, b) => (b.excess ?? 0) - (a.excess ?? 0))[0],
  };
}

function lineOf(vintage: Vintage, measure: VintageMeasure, expected: readonly (number | null)[]): VintageLine {
  const { month, loans, disbursed } = vintage;
  const amounts = vintage[measure];
  const shares = amounts.map((amount) => (amount === null || disbursed === 0 ? null : amount / disbursed));
  const age = shares.findLastIndex((share) => share !== null);
  const [actual, usual] = [shares[age] ?? null, expected[age] ?? null];
  const difference = actual === null || usual === null ? null : actual - usual;
  return {
    id: String(month.from),
    month,
    loans,
    disbursed,
    amounts,
    shares,
    age,
    actual,
    expected: usual,
    difference,
    excess: difference === null ? null : difference * disbursed,
  };
}

/** More lines than this are no picture any more. */
const MOST_LINES = 6;

/** Younger months of lending have hardly a line to draw. */
const OLD_ENOUGH = 3;

/**
 * The months that are drawn strong, ascending: the latest that have been watched for a quarter, or for a month where
 * none has; the worst is always among them.
 */
export function strongLines({ lines, worst }: VintageModel): readonly VintageLine[] {
  const watched = lines.filter(({ age }) => age >= OLD_ENOUGH);
  const candidates = watched.length > 0 ? watched : lines.filter(({ age }) => age >= 1);
  const latest = candidates.slice(-MOST_LINES);
  if (worst === undefined || latest.includes(worst)) return latest;
  return [worst, ...latest.slice(latest.length === MOST_LINES ? 1 : 0)].toSorted((a, b) => a.month.from - b.month.from);
}

/** Whether any month of lending has a month on book behind it: before, there is nothing to compare. */
export function isWatched({ lines }: VintageModel): boolean {
  return lines.some(({ age }) => age >= 1);
}
