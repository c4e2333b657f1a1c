import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mulDiv } from "#src/metrics/mulDiv.ts";
import { payback } from "#src/metrics/payback.ts";
import { wilson } from "#src/metrics/wilson.ts";

describe("numbers", () => {
  it("MD1 mulDiv rounds once, the half away from zero or to the even neighbour", () => {
    expect(mulDiv(-5, 1, { divisor: 2, rounding: "half_even" })).toBe(-2);
    expect(mulDiv(1, 1, { divisor: -3, rounding: "half_up" })).toBe(0);
    expect(mulDiv(9e15, 9e15, { divisor: 9e15, rounding: "half_up" })).toBe(9e15);
    expect(() => mulDiv(9e15, 9, { divisor: 1, rounding: "half_up" })).toThrow(RangeError);
    expect(() => mulDiv(1.5, 1, { divisor: 1, rounding: "half_up" })).toThrow(RangeError);
  });

  it("MD1 mulDiv is the nearest whole number", () => {
    const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 1000 }), (a, b, divisor) => {
        const got = mulDiv(a, b, { divisor, rounding: "half_up" });
        expect(Math.abs(got * divisor - a * b) * 2).toBeLessThanOrEqual(divisor);
      }),
    );
  });

  it("WI1 wilson holds the share, within 0 and 1, and has no answer for nobody", () => {
    expect(wilson(0, 0)).toBeNull();
    const counts = fc.integer({ min: 1, max: 5000 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const { low, high } = wilson(count, of)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low <= count / of && count / of <= high).toBe(true);
      }),
    );
  });

  it("LT6 payback within the first month, exactly at an age, and never", () => {
    expect(payback([10], 5)).toBe(0.5);
    expect(payback([10, 20], 20)).toBe(2);
    expect(payback([10, 20], 21)).toBeNull();
    expect(payback([0, 20], 0)).toBe(0);
    expect(payback([], 5)).toBeNull();
  });
});
