import type { ProfitFigures } from "#src/engine/protocol.ts";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";

import { COST_PARTS, ratioOf, type CostPart, type Spoken } from "./figures.ts";

export interface CostShare {
  readonly part: CostPart;
  readonly amount: number;
  /** Of all cost. */
  readonly share: number;
}

/** What cost is made of, the largest first; null where a part is not known, empty where there is no cost. */
export function costShares(figures: ProfitFigures): readonly CostShare[] | null {
  const { cost } = figures;
  if (cost === null) return null;
  return COST_PARTS.flatMap((part) => {
    const [amount, share] = [figures[part], ratioOf(figures[part], cost)];
    return amount === null || share === null ? [] : [{ part, amount, share }];
  }).toSorted((a, b) => b.amount - a.amount);
}

export interface YieldLine {
  readonly id: "disbursed" | "closing" | "opening";
  /** What is divided by: fen, or fen-years for capital. */
  readonly denominator: number;
  readonly income: number | null;
  readonly risk: number | null;
  readonly marketing: number | null;
  readonly funding: number | null;
  readonly net: number | null;
}

/** The parts of profit by each of the three measures of the money that they took. */
export function yieldLines(figures: ProfitFigures): readonly YieldLine[] {
  const { disbursed, closing, opening, income, bad, marketing, funding, profit } = figures;
  const line = (id: YieldLine["id"], denominator: number): YieldLine => ({
    id,
    denominator,
    income: ratioOf(income, denominator),
    risk: ratioOf(bad, denominator),
    marketing: ratioOf(marketing, denominator),
    funding: ratioOf(funding, denominator),
    net: ratioOf(profit, denominator),
  });
  return [line("disbursed", disbursed), line("closing", closing.fenYears), line("opening", opening.fenYears)];
}

/**
 * The line that is printed of a product: profit, and what it comes to by each measure.
 *
 * Beside each mean stands the capital in use that profit is divided by, in yuan-years, unless it is written alike: that
 * is so of loans which have been in use for a year, where the mean itself divides.
 */
export function workedLine(figures: ProfitFigures, { words, format }: Spoken): string {
  const { profit, perDisbursed, closing, opening } = figures;
  // Both means are read side by side.
  const scale = format.scaleFor(closing.average > 0 ? closing.average : opening.average);
  return words.worked({
    profit: format.money(profit),
    perDisbursed: format.percent(perDisbursed, 2),
    closingMean: meanText(closing, { words, format, scale }),
    perClosing: format.percent(closing.perYear, 2),
    openingMean: meanText(opening, { words, format, scale }),
    perOpening: format.percent(opening.perYear, 2),
  });
}

/** A mean, and what is divided by where that is not the mean itself: in its own unit, so that it can be divided by. */
function meanText(
  { average, fenYears }: ProfitFigures["closing"],
  { words, format, scale }: Spoken & { readonly scale: MoneyScale },
): string {
  const mean = format.money(average, { scale });
  if (format.money(fenYears, { scale }) === mean) return mean;
  return words.dividedMean(mean, words.moneyYears(format.money(fenYears)));
}
