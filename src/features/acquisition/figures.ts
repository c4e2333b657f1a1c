import type { Payback, Share } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";

import type { AcquisitionWords } from "./strings.ts";

export interface Spoken {
  readonly words: AcquisitionWords;
  readonly format: Format;
}

/** Fewer lenders than this say little: they are grey, and not named in sentences. */
export const FEW_LENDERS = 20;

export function isSmall({ newLenders }: { readonly newLenders: number }): boolean {
  return newLenders < FEW_LENDERS;
}

/** Months until what was spent is back; "> 12" where it is not back after twelve. */
export function paybackText(payback: Payback | null, format: Format): string {
  if (payback === null) return format.number(null);
  return payback.months === null ? `> ${format.count(payback.observedMonths)}` : format.number(payback.months, 1);
}

/** What has not paid back comes after all that has; null where it is not known. */
export function paybackOrder(payback: Payback | null): number | null {
  if (payback === null) return null;
  return payback.months ?? UNPAID + payback.observedMonths;
}

/** Later than any month. */
const UNPAID = 1_000_000;

/** For files: the months, or the text that it is later. */
export function paybackCell(payback: Payback | null): string | number | null {
  if (payback === null) return null;
  return payback.months ?? `>${payback.observedMonths}`;
}

/** "58.1% – 63.0%"; null where there is no interval. */
export function intervalText(share: Share | null, format: Format): string | null {
  const interval = share?.interval ?? null;
  return interval === null ? null : `${format.percent(interval.low)} – ${format.percent(interval.high)}`;
}

export interface AxisSteps {
  readonly max: number;
  readonly interval: number;
}

const MOST_STEPS = 5;

/** Where an axis from zero ends, and its round steps. */
export function axisSteps(largestValue: number): AxisSteps {
  if (largestValue <= 0) return { max: 1, interval: 1 };
  const power = 10 ** Math.floor(Math.log10(largestValue / MOST_STEPS));
  const interval = power * ([1, 2, 2.5, 5, 10].find((step) => step * power * MOST_STEPS >= largestValue) ?? 10);
  return { max: interval * Math.ceil(largestValue / interval), interval };
}

/** The largest of figures, whatever their sign; absent ones are left out. */
export function largest(values: readonly (number | null)[]): number {
  return Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
}

/** A cost or a value of one lender is read in yuan, whatever the largest comes to. */
const MOST_IN_YUAN = 500_000;

/** One unit for what one lender costs or brings, without K or 万 that would hide the small ones. */
export function perLenderScale(values: readonly (number | null)[], format: Format): MoneyScale {
  return format.scaleFor(Math.min(MOST_IN_YUAN, largest(values)));
}

/** One unit for a column of sums; undefined, so each its own, where the smallest would be lost in it. */
export function columnScale(values: readonly (number | null)[], format: Format): MoneyScale | undefined {
  const scale = format.scaleFor(largest(values));
  const smallest = Math.min(...values.flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)])));
  return smallest * 10 < scale.divisorFen ? undefined : scale;
}
