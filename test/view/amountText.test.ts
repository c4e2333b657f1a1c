import fc from "fast-check";
import { expect, test } from "vitest";

import { hasMisplacedThousands, parseAmount } from "#src/view/amountText.ts";

test.each([
  ["1234", 123_400],
  ["1,234", 123_400],
  ["1,234,567.89", 123_456_789],
  ["1，234，567．89", 123_456_789],
  ["１２，３４５", 1_234_500],
  ["74 000 000", 7_400_000_000],
  ["74\u00A0000", 7_400_000],
  ["1,234万", 1_234_000_000],
  ["7400 万元", 7_400_000_000],
  ["￥1,234元", 123_400],
  ["-¥1,234", -123_400],
  ["¥ -1,234", -123_400],
  ["－5", -500],
  ["−0", 0],
  ["0.10", 10],
  ["007", 700],
])("%s is read as %d fen", (text, fen) => {
  expect(parseAmount(text, 2)).toBe(fen);
  expect(hasMisplacedThousands(text)).toBe(false);
});

test.each([
  "12,34",
  "12，34",
  "1,2345",
  "1234,567",
  "1,23,456",
  "1,,234",
  "1,234,",
  ",234",
  "0,123",
  "1,234,56.7",
  "1, 234",
  "1,234 567",
  "12 34",
  "１２，３４",
  "12,34万",
  "-12,34",
  "¥12,34",
  "1.234,56",
])("%s has its thousands in the wrong places: no amount, and said why", (text) => {
  expect(parseAmount(text, 2)).toBeNull();
  expect(hasMisplacedThousands(text)).toBe(true);
});

test.each(["", "many", "1.2.3", "1e5", "--1", "¥", "万", "5元6", "1,234.5.6"])(
  "%s is no amount for another reason",
  (text) => {
    expect(parseAmount(text, 2)).toBeNull();
    expect(hasMisplacedThousands(text)).toBe(false);
  },
);

test("any whole number is read with and without its thousands set apart, and never with one digit moved", () => {
  const english = new Intl.NumberFormat("en");
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 1_000_000_000 }), (yuan) => {
      const grouped = english.format(yuan);
      expect(parseAmount(String(yuan), 0)).toBe(yuan);
      expect(parseAmount(grouped, 0)).toBe(yuan);
      expect(parseAmount(grouped.replaceAll(",", "，"), 0)).toBe(yuan);
      expect(parseAmount(grouped.slice(0, -1), 0)).toBeNull();
    }),
  );
});
