import type { LeverageFigures } from "#src/engine/protocol.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import type { LeverageWords } from "./strings.ts";

export type BackingPart = "guarantee" | "insurance" | "ownFunds" | "collateral" | "shareholders";

/** What backing is made of, in the order in which it is added up, with the group that each part is of. */
export const BACKING_PARTS: readonly {
  readonly id: BackingPart;
  readonly group: "partner" | "own" | "shareholders";
}[] = [
  { id: "guarantee", group: "partner" },
  { id: "insurance", group: "partner" },
  { id: "ownFunds", group: "own" },
  { id: "collateral", group: "own" },
  { id: "shareholders", group: "shareholders" },
];

export interface BackingStep {
  readonly id: BackingPart | "backing";
  readonly group: "partner" | "own" | "shareholders" | "backing";
  readonly amount: number;
  /** What the parts before it come to; 0 for the total. */
  readonly before: number;
  readonly tone: SeriesTone;
}

const TONES: Readonly<Record<BackingStep["group"], SeriesTone>> = {
  partner: "ramp4",
  own: "ramp1",
  shareholders: "ramp2",
  backing: "outstandingFill",
};

/** Each part on top of the ones before it, and last what they come to. */
export function backingSteps(figures: LeverageFigures): readonly BackingStep[] {
  let before = 0;
  const parts = BACKING_PARTS.map(({ id, group }): BackingStep => {
    const step = { id, group, amount: figures[id], before, tone: TONES[group] };
    before += figures[id];
    return step;
  });
  return [...parts, { id: "backing", group: "backing", amount: figures.backing, before: 0, tone: TONES.backing }];
}

export function stepName(id: BackingStep["id"], words: LeverageWords): string {
  return id === "backing" ? words.groups.backing : words.parts[id];
}

export function backingTable(figures: LeverageFigures, words: LeverageWords): TableModel {
  const { backing } = figures;
  return {
    caption: words.buildUp,
    columns: [
      { id: "part", label: words.part, type: "text" },
      { id: "group", label: words.group, type: "text" },
      { id: "amount", label: words.amount, type: "money" },
      { id: "share", label: words.share, type: "ratio" },
    ],
    rows: backingSteps(figures).map(({ id, group, amount }) => [
      stepName(id, words),
      words.groups[group],
      amount,
      backing > 0 ? amount / backing : null,
    ]),
  };
}
