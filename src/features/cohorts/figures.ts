import type { CohortGroup, CohortResult } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";

import type { CohortWords } from "./strings.ts";

export type CohortUnit = CohortResult["unit"];

/** The language that a model is worded in. */
export interface Spoken {
  readonly words: CohortWords;
  readonly format: Format;
}

/** The largest value that can be read with trust, so that a cohort of three does not set the unit for all. */
export function largestValue({ rows, curve }: CohortGroup): number {
  const trusted = [
    ...rows.filter(({ small }) => !small).flatMap(({ cells }) => cells),
    ...curve.filter(({ thin }) => !thin),
  ];
  const read = trusted.length > 0 ? trusted : [...rows.flatMap(({ cells }) => cells), ...curve];
  return read.reduce((largest, { value }) => Math.max(largest, Math.abs(value ?? 0)), 0);
}

/** As short as a cell needs: money without its unit, which the heading says. */
export function cellText(
  value: number | null,
  { unit, scale }: { readonly unit: CohortUnit; readonly scale: MoneyScale },
  format: Format,
): string {
  if (unit === "ratio") return format.percent(value, 0);
  return format.number(value === null ? null : value / scale.divisorFen, scale.digits);
}

/** What one unit of a cell of money is; null where cells are shares. */
export function unitText(
  { unit, scale }: { readonly unit: CohortUnit; readonly scale: MoneyScale },
  words: Pick<CohortWords, "inYuan" | "inYuanYears">,
): string | null {
  if (unit === "ratio") return null;
  return unit === "fenYears" ? words.inYuanYears(scale.suffix) : words.inYuan(scale.suffix);
}

export function exactText(value: number | null, unit: CohortUnit, { words, format }: Spoken): string {
  if (unit === "ratio") return format.percent(value, 2);
  const money = format.moneyExact(value);
  return unit === "fenYears" && value !== null ? words.yuanYears(money) : money;
}

/** Between the two: readable in a tooltip. */
export function plainText(value: number | null, unit: CohortUnit, { words, format }: Spoken): string {
  if (unit === "ratio") return format.percent(value, 1);
  const money = format.money(value);
  return unit === "fenYears" && value !== null ? words.yuanYears(money) : money;
}
