import fc from "fast-check";
import { expect, test } from "vitest";

import { epochDay, minorUnits, partsPerMillion } from "#src/domain/units.ts";

const units = { minorUnits, epochDay, partsPerMillion };

test.each(Object.entries(units))("%s is made of whole numbers only", (_, unit) => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.double({ noInteger: true }), (whole, broken) => {
      expect(unit(whole)).toBe(whole);
      expect(() => unit(broken)).toThrow(RangeError);
    }),
    {
      examples: [
        [-0, Number.NaN],
        [0, Number.POSITIVE_INFINITY],
        [-1, Number.NEGATIVE_INFINITY],
        [1, 0.5],
      ],
    },
  );
});

test("money is exact: amounts that arithmetic would round are refused", () => {
  expect(minorUnits(Number.MAX_SAFE_INTEGER)).toBe(2 ** 53 - 1);
  expect(minorUnits(Number.MIN_SAFE_INTEGER)).toBe(1 - 2 ** 53);
  expect(() => minorUnits(2 ** 53)).toThrow(RangeError);
  expect(() => minorUnits(-(2 ** 53))).toThrow(RangeError);
});
