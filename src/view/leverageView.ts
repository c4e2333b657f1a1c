import { DEFAULT_LEVERAGE_RULES, type LeverageRules } from "#src/domain/leverageRules.ts";
import { partsPerMillion } from "#src/domain/units.ts";

/** A rule that is a share, in ppm from none to all. */
export type ShareRule = {
  readonly [Name in keyof LeverageRules]: LeverageRules[Name] extends number ? Name : never;
}[keyof LeverageRules];

export const SHARE_RULES: readonly ShareRule[] = [
  "guaranteePpm",
  "insuredPpm",
  "haircutPpm",
  "mainBusinessPpm",
  "subsidiaryPpm",
  "financialPpm",
];

const WHOLE_PPM = 1_000_000;

const BASES = ["outstanding", "ten_times_net_assets"] as const;
const OWN = ["priority", "max3"] as const;
const YES = "yes";

/** The names of the rules that are not as usual, in the order of the rules. */
export function changedRules(rules: LeverageRules): readonly (keyof LeverageRules)[] {
  // The defaults have every rule as a key.
  const names = Object.keys(DEFAULT_LEVERAGE_RULES) as (keyof LeverageRules)[];
  return names.filter((name) => rules[name] !== DEFAULT_LEVERAGE_RULES[name]);
}

/** Rules as a link has them, `name:value` joined by commas; undefined when all are as usual. */
export function leverageRulesToText(rules: LeverageRules): string | undefined {
  const parts = changedRules(rules).map((name) => `${name}:${valueText(rules[name])}`);
  return parts.length === 0 ? undefined : parts.join(",");
}

function valueText(value: LeverageRules[keyof LeverageRules]): string {
  if (typeof value === "boolean") return value ? YES : "no";
  return String(value);
}

/** The rules that a link asks for: what it does not name, and what is no value of a rule, is as usual. */
export function leverageRulesOf(text: string | undefined): LeverageRules {
  let rules = DEFAULT_LEVERAGE_RULES;
  for (const part of text?.split(",") ?? []) {
    const at = part.indexOf(":");
    rules = { ...rules, ...ruleOf(part.slice(0, Math.max(0, at)), part.slice(at + 1)) };
  }
  return rules;
}

function ruleOf(name: string, text: string): Partial<LeverageRules> {
  const share = SHARE_RULES.find((rule) => rule === name);
  if (share !== undefined) return shareOf(share, text);
  switch (name) {
    case "guaranteeBase": {
      const base = BASES.find((each) => each === text);
      return base === undefined ? {} : { guaranteeBase: base };
    }
    case "own": {
      const own = OWN.find((each) => each === text);
      return own === undefined ? {} : { own };
    }
    case "countsRelated":
      return text === YES || text === "no" ? { countsRelated: text === YES } : {};
    default:
      return {};
  }
}

function shareOf(rule: ShareRule, text: string): Partial<LeverageRules> {
  const ppm = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return ppm <= WHOLE_PPM ? { [rule]: partsPerMillion(ppm) } : {};
}
