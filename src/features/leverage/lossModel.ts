import type { LossLine } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { TableModel } from "#src/ui/tableModel.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import { shareText } from "./ruleFields.ts";
import type { Spoken } from "./figures.ts";

export type Payer = "insurance" | "guarantee" | "own" | "collateral" | "shareholders" | "lenders";

/** In the order in which they pay; lenders last. */
export const PAYERS: readonly { readonly id: Payer; readonly tone: SeriesTone }[] = [
  { id: "insurance", tone: "ramp6" },
  { id: "guarantee", tone: "ramp5" },
  { id: "own", tone: "ramp3" },
  { id: "collateral", tone: "ramp2" },
  { id: "shareholders", tone: "ramp1" },
  { id: "lenders", tone: "exits" },
];

/** In the order of a table: what lenders bear comes first, since it is what is looked for. */
export const PAYER_COLUMNS: typeof PAYERS = PAYERS.toSorted((a, b) => rankOf(a.id) - rankOf(b.id));

function rankOf(id: Payer): number {
  return id === "lenders" ? 0 : 1;
}

export function lossName({ lossPpm }: LossLine, format: Format): string {
  return shareText(lossPpm, format);
}

/** What lenders bear at the largest loss, and at the smallest too where nothing pays before them; undefined without a loss. */
export function worstSentence(losses: readonly LossLine[], { words, format }: Spoken): string | undefined {
  const worst = losses.at(-1);
  if (!worst) return undefined;
  const loss = lossName(worst, format);
  if (worst.lenders > 0 && worst.lenders === worst.loss) {
    const ends = losses.length === 1 ? [worst] : [losses[0] ?? worst, worst];
    return words.lendersBearAll(
      format.list(ends.map((line) => words.lendersBearAt(format.money(line.lenders), lossName(line, format)))),
    );
  }
  return worst.lenders === 0 ? words.lendersBearNothing(loss) : words.lendersBear(format.money(worst.lenders), loss);
}

export function lossTable(losses: readonly LossLine[], { words, format }: Spoken): TableModel {
  return {
    caption: words.losses,
    columns: [
      { id: "name", label: words.loss, type: "text" },
      { id: "loss", label: words.lossAmount, type: "money" },
      ...PAYER_COLUMNS.map(({ id }) => ({ id, label: words.payers[id], type: "money" as const })),
    ],
    rows: losses.map((line) => [lossName(line, format), line.loss, ...PAYER_COLUMNS.map(({ id }) => line[id])]),
  };
}
