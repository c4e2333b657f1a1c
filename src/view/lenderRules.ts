import {
  array,
  boolean,
  fallback,
  integer,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  safeParse,
  string,
} from "valibot";

import { LENDER_STATES } from "#src/domain/lenderStates.ts";
import type { SegmentRules } from "#src/domain/segments.ts";

const names = fallback(optional(array(string())), undefined);
const bound = nullable(pipe(number(), integer()));
const range = fallback(optional(object({ from: bound, to: bound })), undefined);
const flag = fallback(optional(boolean()), undefined);

const rulesShape = object({
  states: fallback(optional(array(picklist(LENDER_STATES))), undefined),
  channels: names,
  kinds: names,
  campaigns: names,
  products: names,
  firstLend: range,
  registered: range,
  lastLend: range,
  balance: range,
  volume: range,
  firstVolume: range,
  occasions: range,
  isHunter: flag,
  isInternal: flag,
});

/** Rules on their way: one that is taken away may stand as undefined. */
export type RuleChange = { readonly [Rule in keyof SegmentRules]?: SegmentRules[Rule] | undefined };

/** Rules that keep something out; a rule without a name or a bound keeps all and is left away. */
export function effectiveRules(rules: RuleChange): SegmentRules {
  const entries = Object.entries(rules as Readonly<Record<string, unknown>>).filter(([, rule]) => isEffective(rule));
  // A subset of the same keys with the same values.
  return Object.fromEntries(entries) as SegmentRules;
}

function isEffective(rule: unknown): boolean {
  if (rule === undefined || rule === null) return false;
  if (Array.isArray(rule)) return rule.length > 0;
  if (typeof rule !== "object") return true;
  return Object.values(rule).some((limit) => limit !== null);
}

/** Rules as one search parameter; undefined, so left out of the link, when there are none. */
export function rulesToText(rules: RuleChange): string | undefined {
  const effective = effectiveRules(rules);
  return Object.keys(effective).length === 0 ? undefined : JSON.stringify(effective);
}

/** The rules of a link; one that is not understood is left away. */
export function textToRules(text: string | undefined): SegmentRules {
  const parsed = safeParse(rulesShape, text === undefined ? {} : fromJson(text));
  // Epoch days are whole numbers, and every day that a link can hold is judged like any other.
  return parsed.success ? effectiveRules(parsed.output as RuleChange) : {};
}

/** Whether a link's rules are all in force; false where one of them, or the whole text, says nothing to us. */
export function isUnderstood(text: string | undefined): boolean {
  if (text === undefined) return true;
  const written = fromJson(text);
  if (typeof written !== "object" || written === null || Array.isArray(written)) return false;
  const parsed = safeParse(rulesShape, written);
  if (!parsed.success) return false;
  const rules: Readonly<Record<string, unknown>> = parsed.output;
  return Object.keys(written).every((rule) => rules[rule] !== undefined);
}

/** Undefined where it is no JSON. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
