import { expect, test } from "vitest";

import type { SegmentRules } from "#src/domain/segments.ts";
import { epochDay } from "#src/domain/units.ts";
import { effectiveRules, isUnderstood, rulesToText, textToRules } from "#src/view/lenderRules.ts";

const EVERY: SegmentRules = {
  states: ["lost", "at_risk"],
  channels: ["", 'Referral, "A"'],
  kinds: ["online"],
  campaigns: ["春节"],
  products: ["M3"],
  firstLend: { from: epochDay(19_000), to: null },
  registered: { from: null, to: epochDay(19_500) },
  lastLend: { from: epochDay(1), to: epochDay(2) },
  balance: { from: 1, to: null },
  volume: { from: null, to: 0 },
  firstVolume: { from: -5, to: 7 },
  occasions: { from: 2, to: 2 },
  isHunter: false,
  isInternal: true,
};

test("every rule survives the link", () => {
  expect(textToRules(rulesToText(EVERY))).toEqual(EVERY);
});

test("rules that keep everybody are left out of the link", () => {
  const empty: SegmentRules = { states: [], balance: { from: null, to: null } };
  expect(rulesToText(empty)).toBeUndefined();
  expect(effectiveRules({ ...empty, isHunter: false })).toEqual({ isHunter: false });
});

test("a rule that is not understood is left away, and breaks nothing", () => {
  expect(textToRules(`{"states":["gone"],"balance":{"from":"1"},"kinds":["online"],"other":1}`)).toEqual({
    kinds: ["online"],
  });
  for (const text of [undefined, "", "{", "null", "[]", "7", `"lost"`]) expect(textToRules(text)).toEqual({});
});

test("a link whose rules are not all in force is known", () => {
  expect(isUnderstood(undefined)).toBe(true);
  expect(isUnderstood(rulesToText(EVERY))).toBe(true);
  for (const text of ['{"balance', "", "3", "null", "[]", '{"states":["gone"]}', '{"channels":["app"],"other":1}']) {
    expect(isUnderstood(text), text).toBe(false);
  }
});
