import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checksum, isIntact, sealed, valueChecksum } from "#src/store/checksum.ts";

/** A fixed sequence of whole numbers below `below`. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("checksum of stored bytes", () => {
  const next = numbers(20_240_115);
  const bytes = Uint8Array.from({ length: 100_003 }, () => next(256));
  const whole = checksum(bytes);

  test("ST13 200 single bytes changed are all noticed", () => {
    for (let round = 0; round < 200; round++) {
      const damaged = bytes.slice();
      damaged[next(damaged.length)]! ^= 1 + next(255);
      expect(checksum(damaged)).not.toBe(whole);
    }
  });

  test("ST13 50 truncations are all noticed", () => {
    for (let round = 0; round < 50; round++) expect(checksum(bytes.slice(0, next(bytes.length)))).not.toBe(whole);
  });

  test("ST13 zeros and lost zeros are noticed", () => {
    const sums = Array.from({ length: 70 }, (_, length) => checksum(new Uint8Array(length)));
    expect(new Set(sums).size).toBe(70);
  });

  test("ST13 every byte counts at every length and offset", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 70 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (data, at, flip) => {
          const damaged = data.slice();
          damaged[at % data.length]! ^= flip;
          const shifted = new Uint8Array(data.length + 1);
          shifted.set(data, 1);
          expect(checksum(damaged)).not.toBe(checksum(data));
          expect(checksum(shifted.subarray(1))).toBe(checksum(data));
        },
      ),
    );
  });
});

describe("checksum of stored values", () => {
  const value = {
    text: "甲",
    count: -0.5,
    none: undefined,
    nothing: null,
    days: new Map([[1, Float64Array.of(1, 2)]]),
    list: [true, 2n, new Set(["a"])],
    bytes: new Uint8Array(9).buffer,
  };

  test("ST13 a clone has the same checksum", () => {
    expect(valueChecksum(structuredClone(value))).toBe(valueChecksum(value));
    expect(isIntact(structuredClone(sealed(value)))).toBe(true);
  });

  test.each([
    { ...value, text: "乙" },
    { ...value, count: 0.5 },
    { ...value, none: null },
    { ...value, days: new Map([[1, Float64Array.of(1, 3)]]) },
    { ...value, days: new Map([[2, Float64Array.of(1, 2)]]) },
    { ...value, list: [false, 2n, new Set(["a"])] },
    { ...value, list: [true, 3n, new Set(["a"])] },
    { ...value, list: [true, 2n, new Set(["b"])] },
    { ...value, bytes: new Uint8Array(8).buffer },
    { ...value, more: 1 },
    { ...value, days: new Map([[1, new Uint8Array(Float64Array.of(1, 2).buffer)]]) },
  ])("ST13 any part that changes changes it (%#)", (changed) => {
    expect(valueChecksum(changed)).not.toBe(valueChecksum(value));
    expect(isIntact({ ...changed, seal: sealed(value).seal })).toBe(false);
  });

  test("ST13 what cannot be vouched for is not stored", () => {
    expect(() => valueChecksum({ when: new Date(0) })).toThrow(TypeError);
    expect(() => valueChecksum(() => 0)).toThrow(TypeError);
    const strange = { seal: 1, when: new Date(0) };
    expect(isIntact(strange)).toBe(false);
  });
});
