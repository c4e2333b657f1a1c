import fc from "fast-check";
import { expect, it } from "vitest";

import { addMonths, monthEnd, monthOf, monthStart, parseIsoDay } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { lastMonthOver, monthOnBook } from "#src/metrics/loans/monthsOnBook.ts";

const day = (text: string): EpochDay => parseIsoDay(text)!;
const someDay = fc.integer({ min: 10_000, max: 25_000 }).map(epochDay);

it.each([
  ["2024-01-31", "2024-01-31", 0],
  ["2024-01-31", "2024-02-29", 1],
  ["2024-01-31", "2024-03-01", 2],
  ["2024-01-31", "2024-03-31", 2],
  ["2024-01-15", "2024-02-15", 1],
  ["2024-01-15", "2024-02-16", 2],
])("VT1 a loan of %s is on %s in month on book %d", (from, on, month) => {
  expect(monthOnBook(day(from), day(on))).toBe(month);
});

it("VT1 a month on book is the first whose due day has not passed, counted one by one", () => {
  fc.assert(
    fc.property(someDay, fc.nat(2000), (from, later) => {
      let month = 0;
      while (addMonths(from, month) < from + later) month++;
      expect(monthOnBook(from, epochDay(from + later))).toBe(month);
    }),
  );
});

it("VT2 a month on book of a vintage is over on the day when it is over for its last loan", () => {
  expect(lastMonthOver(monthOf(day("2024-01-01")), day("2024-03-30"))).toBe(1);
  expect(lastMonthOver(monthOf(day("2024-01-01")), day("2024-03-31"))).toBe(2);
  expect(lastMonthOver(monthOf(day("2024-03-01")), day("2024-03-30"))).toBe(-1);
  expect(lastMonthOver(monthOf(day("2024-03-01")), day("2024-03-31"))).toBe(0);
});

it("VT2 no loan of a vintage is younger than the last month that is over for it", () => {
  fc.assert(
    fc.property(someDay, fc.nat(2000), (from, later) => {
      const month = monthOf(from);
      const over = lastMonthOver(month, epochDay(from + later));
      // While it is −1 this says no more than that a month before the disbursal is over.
      for (let loan = monthStart(month); loan <= monthEnd(month); loan = epochDay(loan + 1))
        expect(addMonths(loan, over)).toBeLessThanOrEqual(from + later);
      expect(addMonths(monthEnd(month), over + 1)).toBeGreaterThan(from + later);
    }),
  );
});
