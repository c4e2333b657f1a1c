import type { Basis, ConcentrationGroup } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import type { ConcentrationWords } from "./strings.ts";

/** The measures in the order of the screen. */
export const FIGURES = ["topTenShare", "topPercentShare", "herfindahl", "gini", "effectiveLenders"] as const;
export type FigureId = (typeof FIGURES)[number];

const RULES: Readonly<Record<FigureId, string>> = {
  topTenShare: "KN1",
  topPercentShare: "KN1",
  herfindahl: "KN2",
  gini: "KN3",
  effectiveLenders: "KN4",
};

/** The index is shown in ten-thousandths, as everybody quotes it. */
export const HHI_SCALE = 10_000;

export function figureText(id: FigureId, group: ConcentrationGroup, format: Format): string {
  switch (id) {
    case "topTenShare":
    case "topPercentShare":
      return format.percent(group[id]);
    case "herfindahl":
      return format.count(group.herfindahl === null ? null : group.herfindahl * HHI_SCALE);
    case "gini":
      return format.number(group.gini, 3);
    case "effectiveLenders":
      return format.number(group.effectiveLenders, 1);
  }
}

/** Whose share it is, or of whom. */
export function figureNote(id: FigureId, lenders: number, { words, format }: Spoken): string {
  const count = format.count(lenders);
  if (id === "topPercentShare") return words.topOf(format.count(Math.ceil(lenders / 100)), count);
  if (id === "topTenShare") return words.topOf(format.count(Math.min(10, lenders)), count);
  return words.ofLenders(count);
}

export interface Spoken {
  readonly words: ConcentrationWords;
  readonly format: Format;
}

export function figureInfo(id: FigureId, total: ConcentrationGroup, { words, format, basis }: Spoken & Sourced) {
  return sourced(basis, {
    name: words.names[id],
    sentence: words.sentences[id],
    formula: words.formulas[id],
    rule: RULES[id],
    inputs: [
      { name: words.lenders, value: format.count(total.lenders) },
      { name: words.balance, value: format.money(total.balance), title: format.moneyExact(total.balance) },
    ],
  });
}

interface Sourced {
  readonly basis: Basis;
}

/** A definition with what its figure was made of. */
export function sourced({ asOf, sourceRows, rejectedRows }: Basis, definition: Definition): Definition {
  return { ...definition, asOf, sourceRows, rejectedRows };
}
