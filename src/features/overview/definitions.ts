import type { Switches } from "#src/domain/switches.ts";
import type { Format } from "#src/ui/format.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import { definitionStrings, type DefinitionId } from "./definitionStrings.ts";
import type { SeriesAnswer } from "./queries.ts";
import { totalsScale } from "./scales.ts";
import { strings, type OverviewWords } from "./strings.ts";
import { isTermId, TERMS, termsOf, type Term } from "./terms.ts";

/** The rule of METRICS.md that decides a figure. */
function ruleOf(id: DefinitionId, { newRule, transfers }: Switches): string {
  switch (id) {
    case "new":
    case "returning":
      return newRule === "first_instant" ? "NR1" : "NR2";
    case "volume":
      return "VO1";
    case "netTransfers":
    case "transferred":
      return transfers === "net" ? "TR1" : "TR2";
    case "exits":
    case "scheduled":
    case "early":
    case "compensated":
      return "EX1";
    case "outstanding":
    case "opening":
    case "bridge":
    case "flows":
    case "openings":
      return "OB1";
    case "writeOffs":
      return "EX2";
  }
}

export function figureName(id: DefinitionId, words: OverviewWords): string {
  if (isTermId(id)) return words.terms[id];
  return id === "outstanding" ? words.balance : words[id];
}

/** What a figure of the overview means, with the figures it was made of. */
export function definitionOf(id: DefinitionId, answer: SeriesAnswer, format: Format): Definition {
  const words = strings[format.language];
  const { basis } = answer;
  return {
    name: figureName(id, words),
    ...definitionStrings[format.language][id],
    rule: ruleOf(id, basis.switches),
    inputs: inputsOf(id, answer, format),
    switches: basis.switches,
    sourceRows: basis.sourceRows,
    rejectedRows: basis.rejectedRows,
    asOf: basis.asOf,
  };
}

type Input = NonNullable<Definition["inputs"]>[number];

function inputsOf(id: DefinitionId, answer: SeriesAnswer, format: Format): readonly Input[] {
  const { total } = answer;
  const words = strings[format.language];
  const scale = totalsScale(total, format);
  const input = (name: string, fen: number, sign = false): Input => ({
    name,
    value: format.money(fen, { scale, sign }),
    title: format.moneyExact(fen, { sign }),
  });
  const part = (term: Term, signed: boolean): Input =>
    input(words.terms[term.id], (signed ? term.sign : 1) * total.flows[term.measure], signed);
  const parts = termsOf(total);
  if (id === "new" || id === "returning") return inputsOf("volume", answer, format);
  if (isTermId(id)) return TERMS.filter((term) => term.id === id).map((term) => part(term, false));

  switch (id) {
    case "outstanding":
      return [
        input(words.opening, total.opening),
        input(words.volume, total.flows.volume, true),
        input(words.exits, -total.flows.exits, true),
        ...parts.filter(({ of }) => of === null).map((term) => part(term, true)),
        input(words.closing, total.closing),
      ];
    case "bridge":
    case "flows":
      return [
        input(words.opening, total.opening),
        ...parts.map((term) => part(term, true)),
        input(words.closing, total.closing),
      ];
    case "opening":
      return [input(words.opening, total.opening)];
    case "volume":
    case "exits":
      return [
        ...parts.filter(({ of }) => of === id).map((term) => part(term, false)),
        input(words[id], total.flows[id]),
      ];
  }
}
