import type { Period } from "#src/domain/period.ts";
import type { ProfitabilityResult, ProfitFigures, ProfitPart } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";

import type { ProfitWords } from "./strings.ts";

export interface Spoken {
  readonly words: ProfitWords;
  readonly format: Format;
}

/** What takes from income. */
export type CostPart = "bad" | "funding" | "marketing";

export const COST_PARTS: readonly CostPart[] = ["bad", "funding", "marketing"];

/** Without these no profit is known; penalties and fees may be absent. */
const NEEDED: readonly ProfitPart[] = ["interest", "bad", "funding", "marketing"];

/** The columns of the loans file that hold the parts. */
const COLUMN_NAMES: Readonly<Record<ProfitPart, string>> = {
  interest: "interest_received",
  penalty: "penalty_received",
  fees: "fees_received",
  bad: "bad_principal",
  funding: "funding_cost",
  marketing: "marketing_cost",
};

/** The columns that keep profit from being known, as a list in words; null when none does. */
export function neededColumns({ missing }: Pick<ProfitabilityResult, "missing">, format: Format): string | null {
  const columns = NEEDED.filter((part) => missing.includes(part)).map((part) => COLUMN_NAMES[part]);
  return columns.length === 0 ? null : format.list(columns);
}

/** Null where either is not known, or there is nothing to divide by. */
export function ratioOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

export function badRate({ bad, disbursed }: Pick<ProfitFigures, "bad" | "disbursed">): number | null {
  return ratioOf(bad, disbursed);
}

/** The bad rate at which profit would be nil, all else as it is; below zero where it is a loss without any. */
export function breakEvenRate({
  breakEvenBad,
  disbursed,
}: Pick<ProfitFigures, "breakEvenBad" | "disbursed">): number | null {
  return ratioOf(breakEvenBad, disbursed);
}

/** What a break-even below zero means; undefined where it is not. */
export function belowZeroText(
  figures: Pick<ProfitFigures, "breakEvenBad" | "disbursed">,
  words: ProfitWords,
): string | undefined {
  return (breakEvenRate(figures) ?? 0) < 0 ? words.breakEvenBelowZero : undefined;
}

/** Borrowers who pay early bring some interest before it is due; so much of it puts the day of the file in doubt. */
const MUCH_REALISED = 1.5;

/** Whether more interest came than the day of the figures allows for; not where it or what was due is not known. */
export function isBeyondDay({ realised }: Pick<ProfitFigures, "realised">): boolean {
  return (realised ?? 0) > MUCH_REALISED;
}

/** What a share of interest realised far above all that was due means; undefined where it is not. */
export function realisedHint(figures: Pick<ProfitFigures, "realised">, words: ProfitWords): string | undefined {
  return isBeyondDay(figures) ? words.realisedAbove : undefined;
}

/** A rate of return or of loss: both decimals. */
export function rateText(rate: number | null, format: Format): string {
  return format.percent(rate, 2);
}

/** The share of what was lent that has run to its end: neither none nor all of it while some of it has, and some not. */
export function finishedText(share: number, format: Format): string {
  const isPlain = share === 0 || share === 1 || (share >= 0.005 && share < 0.995);
  return isPlain ? format.percent(share, 0) : format.percent(Math.min(0.9999, Math.max(0.0001, share)), 2);
}

/** In the unit of the figures beside it; what would be lost in it has its own. */
export function moneyBeside(
  fen: number | null,
  { format, scale, sign }: { readonly format: Format; readonly scale: MoneyScale; readonly sign: boolean },
): string {
  const own = Math.abs(fen ?? 0) * 10 < scale.divisorFen;
  return format.money(fen, { scale: own ? undefined : scale, sign });
}

export function productName(product: string | null, words: ProfitWords): string {
  if (product === null) return words.allProducts;
  return product === "" ? words.noProduct : product;
}

interface Chosen {
  readonly product: string | null;
  readonly month: Period | null;
}

/** "CL12, Mar 2024". */
export function selectionName({ product, month }: Chosen, { words, format }: Spoken): string {
  const name = productName(product, words);
  return month === null ? name : words.chosen(name, format.month(month.from));
}

/** The largest of figures, whatever their sign; absent ones are left out. */
export function largest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
}
