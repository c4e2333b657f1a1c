import { monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";

import type { LoanBook } from "./loanBook.ts";
import type { LoanOutcomes } from "./loanOutcomes.ts";
import { lastMonthOver } from "./monthsOnBook.ts";

/** Cumulative fen by month on book from 0; null where the month is not over for every loan. */
type Curve = readonly (number | null)[];

/** Loans disbursed in one month. */
interface VintageCurves {
  readonly month: Period;
  readonly loans: number;
  /** Fen. */
  readonly disbursed: number;
  readonly bad: Curve;
  readonly prepaid: Curve;
}

export interface Vintages {
  /** Ascending by month; the curves are of one length. */
  readonly vintages: readonly VintageCurves[];
  /** What they came to together, of one fen lent (VT3). */
  readonly expected: { readonly bad: Curve; readonly prepaid: Curve; readonly vintages: readonly number[] };
}

export interface VintageInput {
  readonly book: LoanBook;
  readonly outcomes: LoanOutcomes;
  /** 1 for the loans that count, by row of the book; undefined counts all. */
  readonly keep: Uint8Array | undefined;
}

/**
 * Bad and prepaid principal of each month's loans by months on book (VT1 to VT3).
 *
 * Curves go on to the oldest month on book that any vintage has seen, but not past the longest loan and the last event:
 * there they are flat.
 */
export function vintageCurves({ book, outcomes, keep }: VintageInput): Vintages {
  const sums = sumsByMonth({ book, outcomes, keep });
  const oldest = sums[0] ? lastMonthOver(sums[0].month, book.snapshotDay) : -1;
  const longest = sums.reduce((most, { lastMonth }) => Math.max(most, lastMonth), 0);
  const length = Math.min(oldest, longest) + 1;
  const ages = sums.map(({ month }) => lastMonthOver(month, book.snapshotDay));
  const olderThan = (age: number) => sums.filter((_, place) => ages[place]! >= age);
  return {
    vintages: sums.map((sum, place) => curvesOf(sum, ages[place]!, length)),
    expected: {
      bad: expectedShares((sum) => sum.bad, olderThan, length),
      prepaid: expectedShares((sum) => sum.prepaid, olderThan, length),
      vintages: Array.from({ length }, (_, age) => olderThan(age).length),
    },
  };
}

interface MonthSums {
  readonly month: MonthNumber;
  loans: number;
  disbursed: number;
  /** The longest term in months, or the month on book of the last event where that is later. */
  lastMonth: number;
  /** Fen by month on book; what is beyond its end is none. */
  readonly bad: number[];
  readonly prepaid: number[];
}

function sumsByMonth({ book, outcomes, keep }: VintageInput): readonly MonthSums[] {
  const { loans, disbursedOn, principal, periods } = book;
  const sums: MonthSums[] = [];
  let monthTo = -Infinity;
  for (let loan = 0; loan < loans; loan++) {
    if (keep !== undefined && keep[loan] !== 1) continue;
    const day = epochDay(disbursedOn[loan]!);
    if (day > monthTo) {
      const month = monthOf(day);
      monthTo = monthEnd(month);
      sums.push({ month, loans: 0, disbursed: 0, lastMonth: 0, bad: [], prepaid: [] });
    }
    const sum = sums[sums.length - 1]!;
    sum.loans++;
    sum.disbursed += principal[loan]!;
    sum.lastMonth = Math.max(sum.lastMonth, periods[loan]!);
    addIn(sum, sum.bad, { month: outcomes.badMonth[loan]!, amount: outcomes.bad[loan]! });
    addIn(sum, sum.prepaid, { month: outcomes.prepaidMonth[loan]!, amount: outcomes.prepaid[loan]! });
  }
  return sums;
}

function addIn(
  sum: MonthSums,
  amounts: number[],
  { month, amount }: { readonly month: number; readonly amount: number },
): void {
  if (amount === 0) return;
  while (amounts.length <= month) amounts.push(0);
  amounts[month]! += amount;
  sum.lastMonth = Math.max(sum.lastMonth, month);
}

function curvesOf({ month, loans, disbursed, bad, prepaid }: MonthSums, age: number, length: number): VintageCurves {
  return {
    month: { from: monthStart(month), to: monthEnd(month) },
    loans,
    disbursed,
    bad: cumulative(bad, age, length),
    prepaid: cumulative(prepaid, age, length),
  };
}

function cumulative(amounts: readonly number[], age: number, length: number): Curve {
  let sum = 0;
  return Array.from({ length }, (_, month) => {
    sum += amounts[month] ?? 0;
    return month <= age ? sum : null;
  });
}

/** Each month's increments over what the vintages that have seen it lent, added up; a vintage of any age counts where it can. */
function expectedShares(
  amountsOf: (sum: MonthSums) => readonly number[],
  olderThan: (age: number) => readonly MonthSums[],
  length: number,
): Curve {
  let share = 0;
  return Array.from({ length }, (_, month) => {
    const seen = olderThan(month);
    const lent = seen.reduce((total, { disbursed }) => total + disbursed, 0);
    if (lent === 0) return null;
    share += seen.reduce((total, sum) => total + (amountsOf(sum)[month] ?? 0), 0) / lent;
    return share;
  });
}
