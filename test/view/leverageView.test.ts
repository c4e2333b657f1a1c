import * as fc from "fast-check";
import { expect, test } from "vitest";

import { DEFAULT_LEVERAGE_RULES, type LeverageRules } from "#src/domain/leverageRules.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import { changedRules, leverageRulesOf, leverageRulesToText } from "#src/view/leverageView.ts";
import { parseSearch, stringifySearch } from "#src/view/search.ts";

const share = fc.integer({ min: 0, max: 1_000_000 }).map(partsPerMillion);
const anyRules: fc.Arbitrary<LeverageRules> = fc.record({
  guaranteePpm: share,
  guaranteeBase: fc.constantFrom("outstanding", "ten_times_net_assets"),
  countsRelated: fc.boolean(),
  own: fc.constantFrom("priority", "max3"),
  insuredPpm: share,
  haircutPpm: share,
  mainBusinessPpm: share,
  subsidiaryPpm: share,
  financialPpm: share,
});

test("LV2 LV3 LV4 LV5 any rules survive the link", () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const text = leverageRulesToText(rules);
      expect(leverageRulesOf(text)).toEqual(rules);
      const query = stringifySearch({ lrules: text });
      expect(leverageRulesOf(parseSearch(query)["lrules"])).toEqual(rules);
    }),
  );
});

test("the usual rules are left out of the link, and a link without rules has them", () => {
  expect(leverageRulesToText(DEFAULT_LEVERAGE_RULES)).toBeUndefined();
  expect(leverageRulesOf(undefined)).toEqual(DEFAULT_LEVERAGE_RULES);
  expect(leverageRulesOf("")).toEqual(DEFAULT_LEVERAGE_RULES);
});

test("a link names only what is changed, and says it in words", () => {
  const rules = {
    ...DEFAULT_LEVERAGE_RULES,
    own: "max3",
    countsRelated: true,
    subsidiaryPpm: partsPerMillion(0),
  } as const;
  expect(changedRules(rules)).toEqual(["countsRelated", "own", "subsidiaryPpm"]);
  expect(leverageRulesToText(rules)).toBe("countsRelated:yes,own:max3,subsidiaryPpm:0");
});

test.each([
  "guaranteePpm:1000001",
  "guaranteePpm:-1",
  "guaranteePpm:3%",
  "guaranteePpm:1e4",
  "guaranteePpm:",
  "guaranteePpm",
  "own:largest",
  "countsRelated:true",
  "guaranteeBase:max3",
  "toString:1",
  ":,:,,",
])("what is no rule, or no value of it, is ignored: %s", (text) => {
  expect(leverageRulesOf(text)).toEqual(DEFAULT_LEVERAGE_RULES);
  expect(leverageRulesOf(`${text},own:max3`).own).toBe("max3");
});
