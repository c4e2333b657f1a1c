import { describe, expect, it } from "vitest";

import { shareDifference } from "#src/metrics/comparison/shareDifference.ts";

describe("shareDifference", () => {
  it.each([
    // Newcombe, Statistics in Medicine 17 (1998), table II, method 10.
    { a: [56, 70], b: [48, 80], difference: 0.2, low: 0.0524, high: 0.3339 },
    { a: [9, 10], b: [3, 10], difference: 0.6, low: 0.1705, high: 0.809 },
    { a: [6, 7], b: [2, 7], difference: 0.5714, low: 0.0582, high: 0.8062 },
    { a: [5, 56], b: [0, 29], difference: 0.0893, low: -0.0381, high: 0.1926 },
    { a: [0, 10], b: [0, 20], difference: 0, low: -0.1611, high: 0.2775 },
    { a: [10, 10], b: [0, 20], difference: 1, low: 0.6791, high: 1 },
    { a: [10, 10], b: [0, 10], difference: 1, low: 0.6075, high: 1 },
  ] as const)("DF1 gives the published interval of $a against $b", ({ a, b, difference, low, high }) => {
    const found = shareDifference({ count: a[0], of: a[1] }, { count: b[0], of: b[1] });
    expect(found.difference).toBeCloseTo(difference, 4);
    expect(found.interval?.low).toBeCloseTo(low, 4);
    expect(found.interval?.high).toBeCloseTo(high, 4);
  });

  it("DF1 turns its sign with the order of the sides", () => {
    const [a, b] = [
      { count: 56, of: 70 },
      { count: 48, of: 80 },
    ];
    const [there, back] = [shareDifference(a, b), shareDifference(b, a)];
    expect(back.difference).toBe(-there.difference!);
    expect(back.interval).toEqual({ low: -there.interval!.high, high: -there.interval!.low });
    expect([there.verdict, back.verdict]).toEqual(["differs", "differs"]);
  });

  it("DF1 says that it may be chance when zero is in the interval", () => {
    expect(shareDifference({ count: 10, of: 20 }, { count: 8, of: 20 }).verdict).toBe("may_be_chance");
  });

  it("DF1 says nothing of fewer than 20 people, however far apart", () => {
    const few = shareDifference({ count: 19, of: 19 }, { count: 0, of: 400 });
    expect(few.verdict).toBe("too_few");
    expect(few.difference).toBe(1);
    expect(shareDifference({ count: 20, of: 20 }, { count: 0, of: 400 }).verdict).toBe("differs");
  });

  it("DF1 has no figure with nobody on a side", () => {
    expect(shareDifference({ count: 0, of: 0 }, { count: 5, of: 40 })).toEqual({
      difference: null,
      interval: null,
      verdict: "too_few",
    });
  });
});
