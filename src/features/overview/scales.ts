import type { PeriodTotals } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";

/**
 * One unit for a period's balance and flows, read together. It is the flows' own, since in the balance's unit they
 * may lose their digits; flows too small to be read beside the balance at all take a thousandth of it.
 */
export function totalsScale({ opening, closing, flows }: PeriodTotals, format: Format): MoneyScale {
  const balance = Math.max(Math.abs(opening), Math.abs(closing));
  const flow = Math.max(flows.volume, flows.exits);
  return format.scaleFor(flow > 0 ? Math.max(flow, balance / 1000) : balance);
}

/** With as many decimals as fit over a bar. */
export function shortScale(scale: MoneyScale, maxFen: number): MoneyScale {
  return { ...scale, digits: Math.min(scale.digits, maxFen >= 100 * scale.divisorFen ? 1 : 2) };
}

/** A step for an axis that reaches `height` in two or three of them: 1, 2, 2.5 or 5 times a power of ten. */
export function axisStep(height: number): number {
  if (height <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(height / 2));
  const fitting = [1, 2, 2.5, 5, 10].find((step) => height / (step * power) <= 2.6);
  return (fitting ?? 10) * power;
}

/** The unit of the largest figure, whatever its sign. */
export function largestScale(values: readonly (number | null)[], format: Format): MoneyScale {
  return format.scaleFor(values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0));
}
