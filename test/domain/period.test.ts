import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { FIRST_DAY, isoDay, LAST_DAY, parseIsoDay, weekdayOf, type Weekday } from "#src/domain/calendar.ts";
import { bucketsOf, daysIn, lastYearPeriod, overlap, previousPeriod, type Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";

const anyPeriod = fc
  .record({ from: fc.integer({ min: FIRST_DAY, max: LAST_DAY }), days: fc.integer({ min: 1, max: 1200 }) })
  .map(({ from, days }): Period => ({ from: epochDay(from), to: epochDay(from + days - 1) }));

function period(from: string, to: string): Period {
  const [first, last] = [parseIsoDay(from), parseIsoDay(to)];
  if (first === undefined || last === undefined) throw new Error(`no period: ${from} ${to}`);
  return { from: first, to: last };
}

function named({ from, to }: Period): string {
  return `${isoDay(from)} ${isoDay(to)}`;
}

describe("CP1 the previous period", () => {
  test("is as long, ends before this one begins and at most six days earlier, weekday against weekday", () => {
    fc.assert(
      fc.property(anyPeriod, (some) => {
        const previous = previousPeriod(some);
        expect(daysIn(previous)).toBe(daysIn(some));
        expect(weekdayOf(previous.from)).toBe(weekdayOf(some.from));
        expect(weekdayOf(previous.to)).toBe(weekdayOf(some.to));
        const between = some.from - previous.to - 1;
        expect(between).toBeGreaterThanOrEqual(0);
        expect(between).toBeLessThan(7);
      }),
    );
  });

  test("of ninety days lies thirteen weeks back", () => {
    expect(named(previousPeriod(period("2024-04-01", "2024-06-29")))).toBe("2024-01-01 2024-03-30");
  });
});

describe("CP2 the period of last year", () => {
  test.each([
    ["2025-03-01", "2025-03-31", "2024-03-01 2024-03-31"],
    ["2024-02-29", "2024-02-29", "2023-02-28 2023-02-28"],
    ["2024-02-01", "2024-02-29", "2023-02-01 2023-02-28"],
    ["2025-02-01", "2025-02-28", "2024-02-01 2024-02-28"],
    ["2024-02-29", "2025-02-28", "2023-02-28 2024-02-28"],
  ])("of %s to %s is %s", (from, to, expected) => {
    expect(named(lastYearPeriod(period(from, to)))).toBe(expected);
  });

  test("has the same dates but for a leap day", () => {
    fc.assert(
      fc.property(anyPeriod, (some) => {
        const last = lastYearPeriod(some);
        for (const end of ["from", "to"] as const) {
          const [now, then] = [isoDay(some[end]), isoDay(last[end])];
          expect(Number(then.slice(0, 4))).toBe(Number(now.slice(0, 4)) - 1);
          expect(then.slice(5)).toBe(now.slice(5).replace("02-29", "02-28"));
        }
      }),
    );
  });
});

describe("DT4 the buckets of a period", () => {
  test("cover it without a gap, and none lies outside", () => {
    const grain = fc.constantFrom("day" as const, "week" as const, "month" as const);
    const weekStart = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);
    fc.assert(
      fc.property(anyPeriod, grain, weekStart, (some, by, on) => {
        const buckets = bucketsOf(some, by, on);
        expect(buckets.filter((bucket) => overlap(bucket, some) === undefined)).toEqual([]);
        expect(buckets.slice(1).map(({ from }) => from)).toEqual(buckets.slice(0, -1).map(({ to }) => to + 1));
        expect(buckets[0]?.from).toBeLessThanOrEqual(some.from);
        expect(buckets.at(-1)?.to).toBeGreaterThanOrEqual(some.to);
      }),
    );
  });
});

test("what two periods share is the days that lie in both", () => {
  fc.assert(
    fc.property(
      anyPeriod,
      fc.integer({ min: -1300, max: 1300 }),
      fc.integer({ min: 0, max: 1200 }),
      (a, shift, days) => {
        const b = { from: epochDay(a.from + shift), to: epochDay(a.from + shift + days) };
        const shared = Array.from({ length: daysIn(a) }, (_, at) => a.from + at).filter(
          (day) => day >= b.from && day <= b.to,
        );
        const both = overlap(a, b);
        expect(both ? [both.from, both.to] : []).toEqual(shared.length > 0 ? [shared[0], shared.at(-1)] : []);
        expect(overlap(b, a)).toEqual(both);
      },
    ),
  );
});
