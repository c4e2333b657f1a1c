import fc from "fast-check";
import { expect, test } from "vitest";

import {
  addMonths,
  bucketEnd,
  bucketStart,
  civilDate,
  dayInZone,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  isoDay,
  isoMonth,
  LAST_DAY,
  monthEnd,
  monthOf,
  monthStart,
  parseIsoDay,
  SECONDS_A_DAY,
  weekdayOf,
  weekStartOf,
  zoneOffsetSeconds,
  type Weekday,
} from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";

const MS_A_DAY = SECONDS_A_DAY * 1000;

/** From the year 1000 to the year 9999. */
const anyDay = fc.integer({ min: -354_285, max: 2_932_896 }).map(epochDay);
const weekday = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);

/** A day by its name, which must be one. */
function day(text: string) {
  return epochDay(Date.parse(text) / MS_A_DAY);
}

test("DT1 a day and its date are those of UTC, and lead to each other", () => {
  fc.assert(
    fc.property(anyDay, (some) => {
      const utc = new Date(some * MS_A_DAY);
      const { year, month, date } = civilDate(some);
      expect([year, month, date]).toEqual([utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate()]);
      expect(dayOf(year, month, date)).toBe(some);
      expect(isoDay(some)).toBe(utc.toISOString().slice(0, 10));
      expect(parseIsoDay(isoDay(some))).toBe(some);
    }),
  );
});

test("DT1 a month begins, ends and is named as UTC has it", () => {
  fc.assert(
    fc.property(anyDay, (some) => {
      const { year, month } = civilDate(some);
      const iso = isoDay(some).slice(0, 7);
      expect(isoMonth(monthOf(some))).toBe(iso);
      expect(isoDay(monthStart(monthOf(some)))).toBe(`${iso}-01`);
      expect(isoDay(monthEnd(monthOf(some)))).toBe(`${iso}-${daysInMonth(year, month)}`);
      expect(monthEnd(monthOf(some)) + 1).toBe(monthStart(monthOf(some) + 1));
    }),
  );
});

test("DT1 a week begins on the last day before, or the same day, that the settings name", () => {
  fc.assert(
    fc.property(anyDay, weekday, (some, startsOn) => {
      expect(weekdayOf(some) % 7).toBe(new Date(some * MS_A_DAY).getUTCDay());
      const start = weekStartOf(some, startsOn);
      expect(weekdayOf(start)).toBe(startsOn);
      expect(some - start).toBeGreaterThanOrEqual(0);
      expect(some - start).toBeLessThan(7);
    }),
  );
});

test("DT4 days, weeks and months follow each other without a gap", () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom("day" as const, "week" as const, "month" as const),
      weekday,
      (some, grain, on) => {
        const start = bucketStart(some, grain, on);
        const end = bucketEnd(start, grain);
        expect(start).toBeLessThanOrEqual(some);
        expect(end).toBeGreaterThanOrEqual(some);
        expect(bucketStart(end, grain, on)).toBe(start);
        expect(bucketStart(epochDay(end + 1), grain, on)).toBe(end + 1);
      },
    ),
  );
});

test("CP2 months later is the same date, or the last one where the month is shorter", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (some, months) => {
      const { date } = civilDate(some);
      const later = addMonths(some, months);
      expect(monthOf(later)).toBe(monthOf(some) + months);
      expect(civilDate(later).date === date || (civilDate(later).date < date && isLastOfMonth(later))).toBe(true);
    }),
  );
  const moved = [
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2024-12-31", 2, "2025-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
  ] as const;
  for (const [from, months, to] of moved) expect(isoDay(addMonths(day(from), months))).toBe(to);
});

function isLastOfMonth(some: ReturnType<typeof epochDay>): boolean {
  return monthOf(epochDay(some + 1)) !== monthOf(some);
}

test.each([
  "",
  "2024-02-30",
  "2023-02-29",
  "1900-02-29",
  "2024-13-01",
  "2024-00-10",
  "2024-04-00",
  "2024-04-31",
  "2024-4-01",
  "24-04-01",
  "12024-04-01",
  "2024/04/01",
  "20240401",
  " 2024-04-01",
  "2024-04-01\n",
  "2024-04-01T00:00",
  "-024-04-01",
  "２０２４-04-01",
])("DT1 %j names no day", (text) => {
  expect(parseIsoDay(text)).toBeUndefined();
});

/** What the browser itself says of a zone: its clock at an instant, read as if it were UTC. */
function offsetByIntl(zone: string, utcSeconds: number): number {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = format.formatToParts(new Date(utcSeconds * 1000));
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return shown / 1000 - utcSeconds;
}

test.each(["Asia/Shanghai", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Europe/London", "UTC"])(
  "DT3 the clock of %s is as far ahead as the browser says",
  (zone) => {
    // China has had one clock all year since 1992.
    const first = zone === "Asia/Shanghai" ? day("1992-01-01") : FIRST_DAY;
    fc.assert(
      fc.property(fc.integer({ min: first * SECONDS_A_DAY, max: LAST_DAY * SECONDS_A_DAY }), (utcSeconds) => {
        expect(zoneOffsetSeconds(zone, utcSeconds)).toBe(offsetByIntl(zone, utcSeconds));
      }),
    );
  },
);

test("DT3 clocks that change do so to the second", () => {
  const change = Date.UTC(2024, 2, 10, 7) / 1000;
  const offsets = [change - 1, change].map((utcSeconds) => zoneOffsetSeconds("America/New_York", utcSeconds) / 3600);
  expect(offsets).toEqual([-5, -4]);
});

test.each([
  ["2024-05-01T15:59:59.999Z", "Asia/Shanghai", "2024-05-01"],
  ["2024-05-01T16:30Z", "Asia/Shanghai", "2024-05-02"],
  ["2024-05-01T03:59:59Z", "America/New_York", "2024-04-30"],
  ["2024-05-01T02:59:59Z", "America/Sao_Paulo", "2024-04-30"],
  ["2024-05-01T03:00Z", "America/Sao_Paulo", "2024-05-01"],
])("DT3 %s in %s is on %s", (instant, zone, expected) => {
  expect(isoDay(dayInZone(Date.parse(instant), zone))).toBe(expected);
});
