import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { bucketEnd, bucketStart, isoDay, parseIsoDay, weekdayOf, type Weekday } from "#src/domain/calendar.ts";
import { lastYearPeriod, overlap, previousPeriod, type Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { comparisonBuckets, observedBuckets, pointsInRuns, type Observed } from "#src/engine/periods.ts";
import type { Bucket } from "#src/engine/protocol.ts";

function day(text: string): EpochDay {
  const found = parseIsoDay(text);
  if (found === undefined) throw new Error(`no day: ${text}`);
  return found;
}

function period(from: string, to: string): Period {
  return { from: day(from), to: day(to) };
}

/** `from to` and `+` for a complete bucket, `-` for one that is cut. */
function named(buckets: readonly Bucket[]): string[] {
  return buckets.map(({ from, to, complete }) => `${isoDay(from)} ${isoDay(to)} ${complete ? "+" : "-"}`);
}

const OBSERVED: Observed = { firstDay: day("2024-01-17"), asOf: day("2024-04-10"), weekStart: 1 };

/** Around a leap day, so that each of its kinds of bucket comes up. */
const anyCase = fc
  .record({
    grain: fc.constantFrom("day" as const, "week" as const, "month" as const),
    weekStart: fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7),
    firstDay: fc.integer({ min: day("2023-11-01"), max: day("2024-03-02") }),
    observedDays: fc.nat(500),
    from: fc.integer({ min: day("2023-10-01"), max: day("2024-03-05") }),
    days: fc.nat(500),
  })
  .map(({ grain, weekStart, firstDay, observedDays, from, days }) => ({
    grain,
    observed: { firstDay: epochDay(firstDay), asOf: epochDay(firstDay + observedDays), weekStart },
    period: { from: epochDay(from), to: epochDay(from + days) },
  }));

describe("DT4 the buckets of a period", () => {
  test("the first month counts from its first row, the last is complete when it is over", () => {
    const all = period("2020-01-01", "2030-12-31");
    const untilApril10 = ["2024-01-17 2024-01-31 +", "2024-02-01 2024-02-29 +", "2024-03-01 2024-03-31 +"];
    expect(named(observedBuckets(all, "month", OBSERVED))).toEqual([...untilApril10, "2024-04-01 2024-04-10 -"]);
    const over = { ...OBSERVED, asOf: day("2024-04-30") };
    expect(named(observedBuckets(all, "month", over))).toEqual([...untilApril10, "2024-04-01 2024-04-30 +"]);
  });

  test("a week or month that the period cuts is not complete", () => {
    expect(named(observedBuckets(period("2024-01-18", "2024-03-30"), "month", OBSERVED))).toEqual([
      "2024-01-18 2024-01-31 -",
      "2024-02-01 2024-02-29 +",
      "2024-03-01 2024-03-30 -",
    ]);
    expect(named(observedBuckets(period("2024-01-16", "2024-01-30"), "week", OBSERVED))).toEqual([
      "2024-01-17 2024-01-21 +",
      "2024-01-22 2024-01-28 +",
      "2024-01-29 2024-01-30 -",
    ]);
  });

  test("a period without an observed day has none", () => {
    expect(observedBuckets(period("2024-01-01", "2024-01-16"), "day", OBSERVED)).toEqual([]);
    expect(observedBuckets(period("2024-04-11", "2024-06-16"), "month", OBSERVED)).toEqual([]);
  });

  test("are its observed days without a gap, complete where all observed days of the whole are in", () => {
    fc.assert(
      fc.property(anyCase, ({ grain, observed, period: asked }) => {
        const known = { from: observed.firstDay, to: observed.asOf };
        const buckets = observedBuckets(asked, grain, observed);
        const cut = overlap(asked, known);
        expect(buckets[0]?.from).toBe(cut?.from);
        expect(buckets.at(-1)?.to).toBe(cut?.to);
        expect(buckets.slice(1).map(({ from }) => from)).toEqual(buckets.slice(0, -1).map(({ to }) => to + 1));
        for (const { from, to, complete } of buckets) {
          const start = bucketStart(from, grain, observed.weekStart);
          const whole = { from: epochDay(Math.max(start, observed.firstDay)), to: bucketEnd(start, grain) };
          expect(complete).toBe(from === whole.from && to === whole.to);
        }
      }),
    );
  });
});

describe("the buckets to compare with", () => {
  test("CP1 each lies as many whole weeks back as the period", () => {
    fc.assert(
      fc.property(anyCase, ({ grain, observed, period: asked }) => {
        const buckets = observedBuckets(asked, grain, observed);
        const shifted = comparisonBuckets(buckets, asked, "previous");
        const shift = asked.from - previousPeriod(asked).from;
        expect(shifted.map(({ from, to }) => [from + shift, to + shift])).toEqual(
          buckets.map(({ from, to }) => [from, to]),
        );
        expect(shifted.map(({ from }) => weekdayOf(from))).toEqual(buckets.map(({ from }) => weekdayOf(from)));
        expect(shifted.map(({ complete }) => complete)).toEqual(buckets.map(({ complete }) => complete));
      }),
    );
  });

  test("CP2 each has the dates of its own bucket a year earlier", () => {
    fc.assert(
      fc.property(anyCase, ({ grain, observed, period: asked }) => {
        const buckets = observedBuckets(asked, grain, observed);
        const shifted = comparisonBuckets(buckets, asked, "last_year");
        expect(shifted).toEqual(buckets.map((bucket) => ({ ...lastYearPeriod(bucket), complete: bucket.complete })));
      }),
    );
  });

  test("CP2 a leap day is set against the 28th, like the day before it", () => {
    const leap = period("2024-02-28", "2024-03-01");
    const shifted = comparisonBuckets(observedBuckets(leap, "day", OBSERVED), leap, "last_year");
    expect(named(shifted)).toEqual(["2023-02-28 2023-02-28 +", "2023-02-28 2023-02-28 +", "2023-03-01 2023-03-01 +"]);
  });
});

/** Sums over the days of each bucket; like the metrics, it takes no buckets with a gap between them. */
function sums(run: readonly Bucket[]): { readonly days: number[]; readonly firsts: (number | null)[] } {
  for (const [place, { from }] of run.slice(1).entries()) {
    if (from !== run[place]!.to + 1) throw new Error("buckets with a gap");
  }
  return {
    days: run.map(({ from, to }) => ((from + to) * (to - from + 1)) / 2),
    firsts: run.map(({ from }) => (from % 3 === 0 ? null : from)),
  };
}

describe("CP2 points of buckets that need not adjoin", () => {
  test("are those of each bucket asked alone", () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom("previous" as const, "last_year" as const), (some, comparison) => {
        const buckets = observedBuckets(some.period, some.grain, some.observed);
        const shifted = comparisonBuckets(buckets, some.period, comparison);
        const alone = shifted.map((bucket) => sums([bucket]));
        expect(pointsInRuns(shifted, sums)).toEqual({
          days: alone.flatMap(({ days }) => days),
          firsts: alone.flatMap(({ firsts }) => firsts),
        });
      }),
    );
  });

  test("are asked in one run where no leap day parts them", () => {
    const spring = period("2024-03-01", "2024-04-10");
    const buckets = observedBuckets(spring, "day", OBSERVED);
    const runs: number[] = [];
    pointsInRuns(buckets, (run) => {
      runs.push(run.length);
      return sums(run);
    });
    expect(runs).toEqual([41]);
  });

  test("have every measure, also of no bucket", () => {
    expect(pointsInRuns([], sums)).toEqual({ days: [], firsts: [] });
  });
});
