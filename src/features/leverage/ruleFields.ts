import { DEFAULT_LEVERAGE_RULES } from "#src/domain/leverageRules.ts";
import type { LeverageRules } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import { changedRules } from "#src/view/leverageView.ts";

import type { RuleWords } from "./ruleStrings.ts";

export type RuleName = keyof LeverageRules;

/** Every rule, in the order in which the parts of backing are shown. */
export const RULES: readonly RuleName[] = [
  "guaranteePpm",
  "guaranteeBase",
  "countsRelated",
  "insuredPpm",
  "own",
  "haircutPpm",
  "mainBusinessPpm",
  "subsidiaryPpm",
  "financialPpm",
];

/** Parts per million in one per cent. */
export const PPM_A_PERCENT = 10_000;

interface Spoken {
  readonly words: RuleWords;
  readonly format: Format;
}

/** 3%, 2.5%: as many decimals as it has. */
export function shareText(ppm: number, format: Format): string {
  const decimals = String(ppm / PPM_A_PERCENT).split(".")[1] ?? "";
  return format.percent(ppm / 1_000_000, decimals.length);
}

export function ruleText(name: RuleName, rules: LeverageRules, { words, format }: Spoken): string {
  switch (name) {
    case "guaranteeBase":
      return words.bases[rules.guaranteeBase];
    case "own":
      return words.owns[rules.own];
    case "countsRelated":
      return rules.countsRelated ? words.yes : words.no;
    case "guaranteePpm":
    case "insuredPpm":
    case "haircutPpm":
    case "mainBusinessPpm":
    case "subsidiaryPpm":
    case "financialPpm":
      return shareText(rules[name], format);
  }
}

export function usualText(name: RuleName, spoken: Spoken): string {
  return spoken.words.usual(ruleText(name, DEFAULT_LEVERAGE_RULES, spoken));
}

/** Which rules are not as usual, and what they say instead; undefined when all are. */
export function changedText(rules: LeverageRules, spoken: Spoken): string | undefined {
  const changed = changedRules(rules);
  if (changed.length === 0) return undefined;
  return spoken.format.list(changed.map((name) => `${spoken.words.names[name]} ${ruleText(name, rules, spoken)}`));
}
