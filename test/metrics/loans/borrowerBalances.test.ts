import fc from "fast-check";
import { expect, it } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { parseIsoDay } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { BorrowerBalances, owedOn } from "#src/metrics/loans/borrowerBalances.ts";
import { walkCourses } from "#src/metrics/loans/courseWalk.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";

import { bookOfLoans, SNAPSHOT, someLoans, type ToldLoan } from "./booksOfLoans.ts";

const day = (text: string): EpochDay => parseIsoDay(text)!;

function balancesOf(book: LoanBook, from: EpochDay, to: EpochDay): readonly number[] {
  const balances = new BorrowerBalances(book, { from, to });
  walkCourses(book, DEFAULT_CREDIT_RULES, (walked) => balances.take(walked));
  return [...balances.finish()];
}

/** 1,200 yuan in twelve equal parts, without interest; the 15th of May 2024 is the fourth due day. */
const YEAR: ToldLoan = { disbursedOn: day("2024-01-15"), principal: 120_000, ratePpm: 0, periods: 12 };

function owedOnDays(loan: Partial<ToldLoan>, ...days: readonly string[]): readonly number[] {
  const book = bookOfLoans([{ ...YEAR, ...loan }], day("2024-05-31"));
  return days.map((text) => balancesOf(book, day(text), day(text))[0]!);
}

it("MT1 a loan counts from the end of its day and falls on its due days", () => {
  const days = ["2024-01-14", "2024-01-15", "2024-02-14", "2024-02-15", "2024-05-31"];
  expect(owedOnDays({ repaid: 40_000 }, ...days)).toEqual([0, 120_000, 120_000, 110_000, 80_000]);
  expect(owedOnDays({}, ...days)).toEqual([0, 120_000, 120_000, 110_000, 80_000]);
});

it("MT1 LC2 LC5 an overdue loan stands still, and what is bad leaves on its day", () => {
  // Missed from 2024-02-15 on: 106 days overdue, bad after 90 of them, on the 15th of May.
  const missed = { repaid: 0, bad: 120_000, overdueDays: 106 };
  expect(owedOnDays(missed, "2024-02-15", "2024-05-14", "2024-05-15")).toEqual([120_000, 120_000, 0]);
});

it("MT1 what came in before any due day came on no day that is known: it counts from the snapshot on", () => {
  const book = bookOfLoans([{ ...YEAR, repaid: 30_000 }], day("2024-02-10"));
  expect(balancesOf(book, day("2024-02-08"), day("2024-02-10"))).toEqual([120_000, 120_000, 90_000]);
});

it("MT1 balances of days are those of every loan walked day by day", () => {
  const spans = fc.record({ from: fc.integer({ min: SNAPSHOT - 950, max: SNAPSHOT }), days: fc.nat(300) });
  fc.assert(
    fc.property(someLoans, spans, (loans, { from, days }) => {
      const book = bookOfLoans(loans, SNAPSHOT);
      const to = Math.min(SNAPSHOT, from + days);
      const walked = Array.from({ length: to - from + 1 }, () => 0);
      walkCourses(book, DEFAULT_CREDIT_RULES, (each) => {
        const { elapsed, paid, bad, badAt, owed } = each.course;
        for (let on = from; on <= to; on++) {
          if (on < book.disbursedOn[each.loan]!) continue;
          let open = book.principal[each.loan]!;
          for (let row = 0; row < elapsed; row++) if (each.schedule.dueDay[row]! <= on) open -= paid[row]!;
          if (bad > 0 && badAt <= on) open -= bad;
          if (on === SNAPSHOT) open = owed;
          walked[on - from]! += open;
          expect(owedOn(epochDay(on), each, book)).toBe(open);
        }
        for (let row = 0; row < elapsed; row++)
          expect(owedOn(epochDay(each.schedule.dueDay[row]!), each, book)).toBe(each.course.balance[row]);
      });
      expect(balancesOf(book, epochDay(from), epochDay(to))).toEqual(walked);
    }),
  );
});

it("MT1 LC6 at the snapshot borrowers owe what the file says: principal less repaid and bad", () => {
  const told = someLoans.map((loans) =>
    loans.map((loan) => {
      const repaid = loan.repaid ?? 0;
      return { ...loan, repaid, bad: Math.min(loan.bad ?? 0, loan.principal - repaid) };
    }),
  );
  fc.assert(
    fc.property(told, (loans) => {
      const owed = loans.reduce((sum, { principal, repaid, bad }) => sum + principal - repaid - bad, 0);
      const book = bookOfLoans(loans, SNAPSHOT);
      expect(balancesOf(book, book.snapshotDay, book.snapshotDay)).toEqual([owed]);
    }),
  );
});
