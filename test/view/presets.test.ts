import fc from "fast-check";
import { expect, test } from "vitest";

import { FIRST_DAY, isoDay, LAST_DAY, parseIsoDay } from "#src/domain/calendar.ts";
import { daysIn } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { presetPeriod } from "#src/view/presets.ts";
import { PRESETS, type Preset } from "#src/view/search.ts";

function day(text: string): EpochDay {
  const found = parseIsoDay(text);
  if (found === undefined) throw new Error(`no day: ${text}`);
  return found;
}

const STARTS: Readonly<Record<Preset, Readonly<Record<string, string>>>> = {
  "7d": { "2024-05-15": "2024-05-09", "2024-01-03": "2023-12-28" },
  "30d": { "2024-05-15": "2024-04-16" },
  "90d": { "2024-05-15": "2024-02-16" },
  "12m": { "2024-05-15": "2023-05-16", "2024-02-29": "2023-03-01", "2024-12-31": "2024-01-01" },
  mtd: { "2024-05-15": "2024-05-01", "2024-05-01": "2024-05-01", "2024-02-29": "2024-02-01" },
  qtd: {
    "2024-05-15": "2024-04-01",
    "2024-03-31": "2024-01-01",
    "2024-10-01": "2024-10-01",
    "2024-12-31": "2024-10-01",
  },
  ytd: { "2024-05-15": "2024-01-01", "2024-01-01": "2024-01-01" },
  all: { "2024-05-15": "2020-01-17" },
};

const cases = PRESETS.flatMap((preset) =>
  Object.entries(STARTS[preset]).map(([asOf, start]) => ({ preset, asOf, start })),
);

test.each(cases)("$preset on $asOf begins on $start", ({ preset, asOf, start }) => {
  const { from, to } = presetPeriod(preset, day("2020-01-17"), day(asOf));
  expect([isoDay(from), isoDay(to)]).toEqual([start, asOf]);
});

test("a preset ends on the last day of data and never begins before the first", () => {
  const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
  fc.assert(
    fc.property(fc.constantFrom(...PRESETS), days, fc.nat(5000), (preset, first, more) => {
      const [firstDay, asOf] = [epochDay(first), epochDay(first + more)];
      const period = presetPeriod(preset, firstDay, asOf);
      expect(period.to).toBe(asOf);
      expect(period.from).toBeGreaterThanOrEqual(firstDay);
      expect(daysIn(period)).toBeGreaterThanOrEqual(1);
      expect(daysIn(period)).toBeLessThanOrEqual(daysIn(presetPeriod("all", firstDay, asOf)));
    }),
  );
});
