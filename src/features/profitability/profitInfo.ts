import type { ProfitabilityResult, ProfitFigures } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import { breakEvenRate, rateText, type Spoken } from "./figures.ts";

/** A definition as of the day whose state the loans file tells. Ledger rows are not what these figures are made of. */
export function profitInfo(
  { snapshotDay }: Pick<ProfitabilityResult, "snapshotDay">,
  definition: Definition,
): Definition {
  return { ...definition, asOf: snapshotDay };
}

export function tableInfo(result: ProfitabilityResult, { words, format }: Spoken): Definition {
  return profitInfo(result, {
    name: words.byProduct,
    sentence: words.byProductSentence,
    formula: words.byProductFormula,
    rule: "PF1 PF2 PF3 PF4 PF6 PF8",
    inputs: partInputs(result.total, { words, format }),
  });
}

export function monthsInfo(result: ProfitabilityResult, { words }: Spoken): Definition {
  return profitInfo(result, {
    name: words.byMonthName,
    sentence: words.byMonthSentence,
    formula: words.byProductFormula,
    rule: "PF1 PF9",
  });
}

export function waterfallInfo(result: ProfitabilityResult, figures: ProfitFigures, spoken: Spoken): Definition {
  const { words } = spoken;
  return profitInfo(result, {
    name: words.waterfall,
    sentence: words.waterfallSentence,
    formula: words.byProductFormula,
    rule: "PF1 PF7",
    inputs: partInputs(figures, spoken),
  });
}

export function detailInfo(result: ProfitabilityResult, figures: ProfitFigures, { words, format }: Spoken): Definition {
  return profitInfo(result, {
    name: words.detail,
    sentence: words.detailSentence,
    formula: words.detailFormula,
    rule: "PF2 PF3 PF5",
    inputs: [
      { name: words.profit, value: format.money(figures.profit), title: format.moneyExact(figures.profit) },
      { name: words.disbursedAt, value: format.money(figures.disbursed), title: format.moneyExact(figures.disbursed) },
      { name: words.columns.realised, value: format.percent(figures.realised) },
      { name: words.columns.breakEven, value: rateText(breakEvenRate(figures), format) },
    ],
  });
}

function partInputs(figures: ProfitFigures, { words, format }: Spoken): NonNullable<Definition["inputs"]> {
  const parts = (["interest", "penalty", "fees", "bad", "funding", "marketing"] as const).map((part) => ({
    name: words.parts[part],
    value: format.money(figures[part]),
    title: format.moneyExact(figures[part]),
  }));
  return [
    ...parts,
    { name: words.profit, value: format.money(figures.profit), title: format.moneyExact(figures.profit) },
  ];
}
