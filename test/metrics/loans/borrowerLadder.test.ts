import fc from "fast-check";
import { expect, it } from "vitest";

import { TERM_BUCKETS } from "#src/domain/leverageRules.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { parseIsoDay } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { BorrowerBalances, owedOn } from "#src/metrics/loans/borrowerBalances.ts";
import { BorrowerLadder, termBucket, type TermSums } from "#src/metrics/loans/borrowerLadder.ts";
import { walkCourses } from "#src/metrics/loans/courseWalk.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";

import { bookOfLoans, SNAPSHOT, someLoans, type ToldLoan } from "./booksOfLoans.ts";

const day = (text: string): EpochDay => parseIsoDay(text)!;

function ladderOf(book: LoanBook, on: EpochDay): TermSums {
  const ladder = new BorrowerLadder(on);
  walkCourses(book, DEFAULT_CREDIT_RULES, (walked) => ladder.take(owedOn(on, walked, book), walked.schedule));
  return ladder.finish();
}

/** 1,200 yuan in twelve equal parts of 100 without interest. On 2024-05-31 four have been due; the next is in 15 days. */
const YEAR: ToldLoan = { disbursedOn: day("2024-01-15"), principal: 120_000, ratePpm: 0, periods: 12 };

function yearLadder(loan: Partial<ToldLoan>): readonly number[] {
  const { byBucket, overdue } = ladderOf(bookOfLoans([{ ...YEAR, ...loan }], day("2024-05-31")), day("2024-05-31"));
  return [...byBucket, overdue].map((fen) => fen / 100);
}

it("MT4 what is owed falls due as the schedule says", () => {
  // Due in 15, 45, 76, 107, 137, 168, 198 and 229 days.
  expect(yearLadder({ repaid: 40_000 })).toEqual([0, 100, 100, 100, 300, 200, 0]);
});

it("MT4 who paid ahead has paid the end of the schedule", () => {
  expect(yearLadder({ repaid: 95_000 })).toEqual([0, 100, 100, 50, 0, 0, 0]);
});

it("MT4 what is owed beyond the schedule is overdue", () => {
  expect(yearLadder({ repaid: 10_000, overdueDays: 77 })).toEqual([0, 100, 100, 100, 300, 200, 300]);
});

it("MT4 a bad loan has the rest due, and nothing when all of it is bad", () => {
  expect(yearLadder({ repaid: 20_000, bad: 100_000, overdueDays: 100 })).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

it.each([
  [1, 0],
  [7, 0],
  [8, 1],
  [30, 1],
  [31, 2],
  [60, 2],
  [61, 3],
  [90, 3],
  [91, 4],
  [180, 4],
  [181, 5],
])("MT4 %d days remaining are in bucket %d", (days, place) => {
  expect(termBucket(days)).toBe(place);
});

it("MT4 on any day the ladder is the schedule's own instalments, the last paid first, and comes to what is owed", () => {
  fc.assert(
    fc.property(someLoans, fc.nat(900), (loans, before) => {
      const on = epochDay(SNAPSHOT - before);
      const book = bookOfLoans(loans, SNAPSHOT);
      const ladder = ladderOf(book, on);
      const balances = new BorrowerBalances(book, { from: on, to: on });
      walkCourses(book, DEFAULT_CREDIT_RULES, (walked) => balances.take(walked));
      expect([...ladder.byBucket, ladder.overdue].reduce((sum, fen) => sum + fen, 0)).toBe(balances.finish()[0]);

      const byHand = TERM_BUCKETS.map(() => 0);
      walkCourses(book, DEFAULT_CREDIT_RULES, (walked) => {
        const { schedule } = walked;
        const dues = [...schedule.principal.subarray(0, schedule.count)].map((amount, row) => ({
          amount,
          remaining: schedule.dueDay[row]! - on,
        }));
        const future = dues.filter(({ remaining }) => remaining > 0);
        const scheduled = future.reduce((sum, { amount }) => sum + amount, 0);
        let paidOfTheEnd = Math.max(0, scheduled - owedOn(on, walked, book));
        for (const { amount, remaining } of future.toReversed()) {
          const paid = Math.min(paidOfTheEnd, amount);
          paidOfTheEnd -= paid;
          byHand[TERM_BUCKETS.findIndex((last) => remaining <= last)]! += amount - paid;
        }
      });
      expect([...ladder.byBucket]).toEqual(byHand);
    }),
  );
});
