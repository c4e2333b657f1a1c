import { expect, test } from "vitest";

import { faded, longHex, mix } from "#src/ui/chartTokens.ts";

test("colours are mixed as color-mix in srgb does", () => {
  expect(mix("#e65a0c", 0.55, "#ffffff")).toBe("#f1a479");
  expect(mix("#e65a0c", 1, "#12161d")).toBe("#e65a0c");
});

test("the short form that the build writes is read", () => {
  expect(longHex("#fff")).toBe("#ffffff");
  expect(longHex("#12161d")).toBe("#12161d");
});

test("a faded colour has an alpha channel", () => {
  expect(faded("#10182b", 0.09)).toBe("#10182b17");
  expect(faded("#10182b", 0)).toBe("#10182b00");
});
