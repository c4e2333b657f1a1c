import fc from "fast-check";
import { expect, it } from "vitest";

import { kaplanMeier, timeUntil } from "#src/metrics/survival.ts";

const counts = fc.array(fc.nat(3), { maxLength: 12 });

it("KM1 has no step without an event, and ends at zero when it happened to everybody", () => {
  expect(kaplanMeier({ events: [], censored: [0, 5] })).toEqual([]);
  const [first, second] = kaplanMeier({ events: [0, 1, 0, 1], censored: [] });
  expect(first).toMatchObject({ time: 1, atRisk: 2, survival: 0.5 });
  expect(second).toMatchObject({ time: 3, atRisk: 1, survival: 0, standardError: 0, interval: { low: 0 } });
  expect(second!.interval.high).toBe(first!.interval.high);
});

it("KM1 someone censored at a time was still at risk at it", () => {
  expect(kaplanMeier({ events: [0, 1], censored: [1, 3] })).toMatchObject([{ atRisk: 4, survival: 0.75 }]);
});

it("KM1 is the plain share while nobody is censored, whose interval holds it", () => {
  fc.assert(
    fc.property(counts, (events) => {
      const all = events.reduce((sum, count) => sum + count, 0);
      for (const { time, survival, interval } of kaplanMeier({ events, censored: [] })) {
        const left = all - events.slice(0, time + 1).reduce((sum, count) => sum + count, 0);
        expect(survival).toBeCloseTo(left / all, 12);
        expect(interval.low <= survival && survival <= interval.high).toBe(true);
      }
    }),
  );
});

it("KM1 gives the first time by which a share has had it, null while it has not", () => {
  const steps = kaplanMeier({ events: [0, 1, 1, 1], censored: [0, 0, 0, 0, 1] });
  expect([0.25, 0.5, 0.75, 0.9].map((share) => timeUntil(steps, share))).toEqual([1, 2, 3, null]);
  // 1 − 1/3 − 1/3 is not a third to the last digit.
  expect(timeUntil(kaplanMeier({ events: [0, 1, 1, 1], censored: [] }), 2 / 3)).toBe(2);
});
