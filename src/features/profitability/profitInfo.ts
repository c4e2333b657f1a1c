import type { LoanScope, ProfitabilityResult, ProfitFigures } from "#src/engine/protocol.ts";
import type { Definition } from "#src/ui/InfoPopover.tsx";

import { belowZeroText, breakEvenRate, rateText, realisedHint, selectionName, type Spoken } from "./figures.ts";
import type { ProfitPanelProps, SelectionPanelProps } from "./panel.ts";
import type { Selection } from "./profitView.ts";

/** A definition as of the day whose state the loans file tells. Ledger rows are not what these figures are made of. */
export function profitInfo(
  { snapshotDay }: Pick<ProfitabilityResult, "snapshotDay">,
  definition: Definition,
): Definition {
  return { ...definition, asOf: snapshotDay };
}

export function tableInfo({ args, result }: ProfitPanelProps, { words, format }: Spoken): Definition {
  return profitInfo(result, {
    name: words.byProduct,
    sentence: words.byProductSentence,
    formula: words.byProductFormula,
    rule: "PF1 PF2 PF3 PF4 PF6 PF8",
    inputs: partInputs(result.total, { words, format }),
    scope: loansOfText(args, { words, format }),
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

export function waterfallInfo({ args, result, selection }: SelectionPanelProps, spoken: Spoken): Definition {
  const { words } = spoken;
  return profitInfo(result, {
    name: words.waterfall,
    sentence: words.waterfallSentence,
    formula: words.byProductFormula,
    rule: "PF1 PF7",
    inputs: partInputs(selection.figures, spoken),
    scope: selectionText(selection, args, spoken),
  });
}

export function detailInfo({ args, result, selection }: SelectionPanelProps, { words, format }: Spoken): Definition {
  const { figures } = selection;
  return profitInfo(result, {
    name: words.detail,
    sentence: words.detailSentence,
    formula: words.detailFormula,
    rule: "PF2 PF3 PF5",
    inputs: [
      { name: words.profit, value: format.money(figures.profit), title: format.moneyExact(figures.profit) },
      { name: words.disbursedAt, value: format.money(figures.disbursed), title: format.moneyExact(figures.disbursed) },
      ...(["closing", "opening"] as const).map((id) => ({
        name: words.capitalUsed[id],
        value: words.moneyYears(format.money(figures[id].fenYears)),
        title: words.moneyYears(format.moneyExact(figures[id].fenYears)),
      })),
      {
        name: words.columns.realised,
        value: format.percent(figures.realised),
        title: realisedHint(figures, words),
      },
      {
        name: words.columns.breakEven,
        value: rateText(breakEvenRate(figures), format),
        title: belowZeroText(figures, words),
      },
    ],
    scope: selectionText(selection, args, { words, format }),
  });
}

/** Which loans the figures are of: all, or those of a period. */
function loansOfText({ disbursed }: LoanScope, { words, format }: Spoken): string {
  return disbursed === null ? words.allLoansHint : words.inPeriod(format.period(disbursed));
}

/** The same of a selection; a month says itself when its loans were lent. */
function selectionText(selection: Selection, args: LoanScope, spoken: Spoken): string {
  if (selection.product === null) return loansOfText(args, spoken);
  const name = selectionName(selection, spoken);
  return selection.month === null ? spoken.words.scopeOf(name, loansOfText(args, spoken)) : name;
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
