import fc from "fast-check";
import { expect, it } from "vitest";

import { addMonths, monthEnd, monthOf, parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { walkCourses } from "#src/metrics/loans/courseWalk.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import { loanOutcomes } from "#src/metrics/loans/loanOutcomes.ts";
import { vintageCurves, type Vintages } from "#src/metrics/loans/vintages.ts";

import { bookOfLoans, SNAPSHOT, someLoans, type ToldLoan } from "./booksOfLoans.ts";

const day = (text: string): EpochDay => parseIsoDay(text)!;

function vintagesOf(book: LoanBook, keep?: Uint8Array): Vintages {
  return vintageCurves({ book, outcomes: loanOutcomes(book, DEFAULT_CREDIT_RULES), keep });
}

const MARCH = day("2024-03-31");

/** Of November: one on time, one that never paid. Of February: one that paid half with the first instalment. */
const TWO_VINTAGES: readonly ToldLoan[] = [
  { disbursedOn: day("2023-11-10"), principal: 60_000, ratePpm: 0, periods: 6, repaid: 40_000 },
  {
    disbursedOn: day("2023-11-30"),
    principal: 40_000,
    ratePpm: 120_000,
    periods: 4,
    bad: 40_000,
    repaid: 0,
    overdueDays: 92,
  },
  { disbursedOn: day("2024-02-29"), principal: 50_000, ratePpm: 0, periods: 5, repaid: 25_000 },
];

it("VT1 VT2 bad principal is cumulative by months on book, as far as they are over for the whole month", () => {
  const { vintages } = vintagesOf(bookOfLoans(TWO_VINTAGES, MARCH));
  // The first instalment of the 30th of November was missed on the 30th of December; 90 days later is the 29th of March,
  // the last but one day of month 4.
  expect(vintages).toMatchObject([
    { loans: 2, disbursed: 100_000, bad: [0, 0, 0, 0, 40_000], prepaid: [0, 0, 0, 0, 0] },
    { loans: 1, disbursed: 50_000, bad: [0, 0, null, null, null], prepaid: [0, 15_000, null, null, null] },
  ]);
  expect(vintages.map(({ month }) => month)).toEqual([
    { from: day("2023-11-01"), to: day("2023-11-30") },
    { from: day("2024-02-01"), to: day("2024-02-29") },
  ]);
});

it("VT3 what is expected adds up each month's increments over the vintages that have seen it", () => {
  const { expected } = vintagesOf(bookOfLoans(TWO_VINTAGES, MARCH));
  // Prepaid in month 1: 150 of the 1,500 that both lent; month 4: only November's 1,000 has seen it.
  expect(expected.prepaid).toEqual([0, 0.1, 0.1, 0.1, 0.1]);
  expect(expected.bad).toEqual([0, 0, 0, 0, 0.4]);
  expect(expected.vintages).toEqual([2, 2, 1, 1, 1]);
});

it("VT2 a month that is not over has no point, and alone no curve", () => {
  const book = bookOfLoans([{ disbursedOn: day("2024-03-05"), principal: 1000, periods: 3 }], day("2024-03-20"));
  expect(vintagesOf(book)).toMatchObject({
    vintages: [{ loans: 1, disbursed: 1000, bad: [], prepaid: [] }],
    expected: { bad: [], prepaid: [], vintages: [] },
  });
  expect(vintagesOf(bookOfLoans([], MARCH)).vintages).toEqual([]);
});

it("VT1 VT2 VT3 curves are those of every loan looked at month by month", () => {
  fc.assert(
    fc.property(
      someLoans,
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 25, maxLength: 25 }),
      (loans, kept) => {
        const book = bookOfLoans(loans, SNAPSHOT);
        const keep = Uint8Array.from(loans, (_, loan) => kept[loan]!);
        const got = vintagesOf(book, keep);
        const told = eventsOf(book).filter(({ loan }) => keep[loan] === 1);
        const months = [...new Set(told.map(({ month }) => month))].toSorted((a, b) => a - b);
        expect(got.vintages.map(({ month }) => monthOf(month.from))).toEqual(months);
        const length = got.expected.bad.length;
        const isOver = (month: number, age: number) => addMonths(monthEnd(month), age) <= SNAPSHOT;
        let expected = 0;
        for (let age = 0; age < length; age++) {
          const seen = told.filter(({ month }) => isOver(month, age));
          const until = (events: typeof told) =>
            events.reduce(
              (sum, { disbursedOn, badAt, bad }) => sum + (badAt <= addMonths(disbursedOn, age) ? bad : 0),
              0,
            );
          const before = (events: typeof told) =>
            age === 0
              ? 0
              : events.reduce(
                  (sum, { disbursedOn, badAt, bad }) => sum + (badAt <= addMonths(disbursedOn, age - 1) ? bad : 0),
                  0,
                );
          expected += (until(seen) - before(seen)) / seen.reduce((sum, { principal }) => sum + principal, 0);
          expect(got.expected.bad[age]).toBeCloseTo(expected, 12);
          for (const [place, month] of months.entries()) {
            const own = told.filter((event) => event.month === month);
            const point = isOver(month, age);
            expect(got.vintages[place]!.bad[age]).toBe(point ? until(own) : null);
            const prepaid = own.reduce((sum, { prepaidAt, prepaid: fen }) => sum + (prepaidAt <= age ? fen : 0), 0);
            expect(got.vintages[place]!.prepaid[age]).toBe(point ? prepaid : null);
          }
        }
        // Nothing happens beyond the end of the curves that any vintage has seen.
        const later = told.filter(
          ({ month, disbursedOn, badAt }) => isOver(month, length) && badAt > addMonths(disbursedOn, length),
        );
        expect(later).toEqual([]);
      },
    ),
  );
});

it("VT1 LC5 the last point known is no more than the file's bad principal, and all of it once every day is seen", () => {
  fc.assert(
    fc.property(someLoans, (loans) => {
      const told = loans.map((loan) => {
        const repaid = loan.repaid ?? 0;
        return { ...loan, repaid, bad: Math.min(loan.bad ?? 0, loan.principal - repaid) };
      });
      const book = bookOfLoans(told, SNAPSHOT);
      for (const { month, bad } of vintagesOf(book).vintages) {
        const own = told.filter(({ disbursedOn }) => disbursedOn >= month.from && disbursedOn <= month.to);
        const inFile = own.reduce((sum, loan) => sum + loan.bad, 0);
        const known = bad.filter((point) => point !== null);
        const last = known.at(-1) ?? 0;
        expect(last).toBeLessThanOrEqual(inFile);
        expect(known).toEqual(known.toSorted((a, b) => a - b));
        const isAllSeen = own.every(
          ({ disbursedOn }) => addMonths(epochDay(disbursedOn), known.length - 1) >= SNAPSHOT,
        );
        const isOld = own.every(
          ({ disbursedOn, periods }) => addMonths(epochDay(disbursedOn), periods + 1) < SNAPSHOT - 31,
        );
        expect(isAllSeen || isOld ? last : inFile).toBe(inFile);
      }
    }),
  );
});

function eventsOf(book: LoanBook) {
  const events: {
    loan: number;
    month: number;
    disbursedOn: EpochDay;
    principal: number;
    bad: number;
    badAt: number;
    prepaid: number;
    prepaidAt: number;
  }[] = [];
  walkCourses(book, DEFAULT_CREDIT_RULES, ({ loan, course }) => {
    const disbursedOn = epochDay(book.disbursedOn[loan]!);
    const { bad, badAt, prepaid, prepaidAt } = course;
    const principal = book.principal[loan]!;
    events.push({ loan, month: monthOf(disbursedOn), disbursedOn, principal, bad, badAt, prepaid, prepaidAt });
  });
  return events;
}
