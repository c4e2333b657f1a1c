import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { mix } from "#src/ui/chartTokens.ts";

const css = readFileSync("src/ui/theme.css", "utf8");

function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}", 1)[0] ?? "";
  const tokens: Record<string, string> = {};
  for (const [, name = "", value = ""] of block.matchAll(/--([\w-]+):\s*(#[\da-f]{6});/gu)) tokens[name] = value;
  return tokens;
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each([
  ["light", ":root"],
  ["dark", ".dark"],
])("%s", (_name, selector) => {
  const tokens = tokensOf(selector);
  const grounds = ["canvas", "surface", "raised", "hover"];

  test.each(["ink", "ink-2", "ink-3"])("%s can be read on every ground", (ink) => {
    for (const ground of grounds) expect(contrast(tokens[ink]!, tokens[ground]!), ground).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["good", "bad", "warn"])("%s can be read on cards and popovers", (tone) => {
    for (const ground of ["surface", "raised"])
      expect(contrast(tokens[tone]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["outstanding", "volume", "new", "returning", "exits"])("%s is seen on cards", (tone) => {
    expect(contrast(tokens[tone]!, tokens["surface"]!)).toBeGreaterThanOrEqual(3);
  });

  test("the two strongest shades of the ramp are seen on cards", () => {
    const share = Number(/--ramp-2:[^%]* (\d+)%/u.exec(css)?.[1]) / 100;
    const shade = mix(tokens["returning"]!, share, tokens["surface"]!);
    expect(contrast(shade, tokens["surface"]!)).toBeGreaterThanOrEqual(3);
  });

  test("the text of a primary button can be read", () => {
    expect(contrast(tokens["ink"]!, tokens["on-ink"]!)).toBeGreaterThanOrEqual(7);
  });
});
