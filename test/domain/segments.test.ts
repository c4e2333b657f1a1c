import { expect, test } from "vitest";

import { looksBack, type SegmentRules } from "#src/domain/segments.ts";
import { epochDay } from "#src/domain/units.ts";

const bounded = { from: 1, to: null };
const days = { from: epochDay(20_000), to: null };

test.each<[string, SegmentRules]>([
  ["states", { states: ["holding"] }],
  ["balance", { balance: bounded }],
  ["volume", { volume: bounded }],
  ["occasions", { occasions: bounded }],
  ["lastLend", { lastLend: days }],
  ["isHunter", { isHunter: false }],
])("SG1 a rule on %s looks back from today", (_, rules) => {
  expect(looksBack({ ...rules, channels: ["feed"] })).toBe(true);
});

test("SG1 rules on what was known at the first lend do not, nor do open ranges", () => {
  const early: SegmentRules = {
    ...{ channels: ["feed"], kinds: ["online"], campaigns: ["x"], products: ["p"], isInternal: false },
    ...{ firstLend: days, registered: days, firstVolume: bounded },
  };
  expect(looksBack(early)).toBe(false);
  expect(looksBack({ balance: { from: null, to: null } })).toBe(false);
  expect(looksBack({})).toBe(false);
});
