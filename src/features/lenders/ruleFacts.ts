import type { Range, SegmentRules } from "#src/domain/segments.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Format } from "#src/ui/format.ts";
import { lenderStateNames } from "#src/ui/lenderStateNames.ts";
import { effectiveRules } from "#src/view/lenderRules.ts";

import { strings, type LendersWords } from "./strings.ts";

export type RuleId = keyof SegmentRules;

export interface RuleFact {
  readonly id: RuleId;
  readonly name: string;
  readonly value: string;
}

/** Rules in words, in the order in which the filters stand. */
export function ruleFacts(rules: SegmentRules, format: Format): readonly RuleFact[] {
  const words = strings[format.language];
  const facts = factsOf(effectiveRules(rules), format);
  // The record's own keys, which `Object.keys` widens to text.
  const ids = Object.keys(facts) as RuleId[];
  return ids.flatMap((id) => {
    const value = facts[id];
    return value === undefined ? [] : [{ id, name: words.rules[id], value }];
  });
}

function factsOf(rules: SegmentRules, format: Format): Readonly<Record<RuleId, string | undefined>> {
  const words = strings[format.language];
  const money = (fen: number) => format.money(fen);
  const day = (value: number) => format.day(epochDay(value));
  const count = (value: number) => format.count(value);
  const stateNames = lenderStateNames[format.language];
  return {
    states: rules.states && format.list(rules.states.map((state) => stateNames[state])),
    channels: namesText(rules.channels, words.noName.channels, format),
    kinds: rules.kinds && format.list(rules.kinds.map((kind) => kindName(kind, words))),
    campaigns: namesText(rules.campaigns, words.noName.campaigns, format),
    products: namesText(rules.products, words.noName.products, format),
    firstLend: rangeText(rules.firstLend, words, day),
    registered: rangeText(rules.registered, words, day),
    lastLend: rangeText(rules.lastLend, words, day),
    balance: rangeText(rules.balance, words, money),
    volume: rangeText(rules.volume, words, money),
    firstVolume: rangeText(rules.firstVolume, words, money),
    occasions: rangeText(rules.occasions, words, count),
    isHunter: rules.isHunter === undefined ? undefined : yesNo(rules.isHunter, words),
    isInternal: rules.isInternal === undefined ? undefined : yesNo(rules.isInternal, words),
  };
}

/** How a lender came, in words; a kind that is neither online nor offline is not known. */
export function kindName(kind: string, words: LendersWords): string {
  if (kind === "online" || kind === "offline") return words.kinds[kind];
  return words.noName.kinds;
}

function namesText(names: readonly string[] | undefined, noName: string, format: Format): string | undefined {
  return names && format.list(names.map((name) => (name === "" ? noName : name)));
}

function rangeText(range: Range | undefined, words: LendersWords, text: (value: number) => string): string | undefined {
  if (!range) return undefined;
  const { from, to } = range;
  if (from === null) return to === null ? undefined : words.atMost(text(to));
  if (to === null) return words.atLeast(text(from));
  return from === to ? text(from) : words.between(text(from), text(to));
}

function yesNo(is: boolean, words: LendersWords): string {
  return is ? words.yes : words.no;
}
