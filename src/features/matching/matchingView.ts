import type { MatchingArgs } from "#src/engine/protocol.ts";
import { creditRulesOf } from "#src/view/creditView.ts";
import type { ViewSearch } from "#src/view/search.ts";
import type { View } from "#src/view/view.ts";

const PPM_A_PERCENT = 10_000;
/** Nobody is paid more than all of it in a year. */
const MOST_PERCENT = 100;

/** What the bar and the link ask for. */
export function matchingArgs(search: ViewSearch, { period, grain }: View): MatchingArgs {
  const { rounding, dayCount } = creditRulesOf(search);
  return { period, grain, rules: { rounding, dayCount }, lenderYieldPpm: yieldOf(search.lyield) };
}

/** What lenders earn a year as the link has it, ppm; null where it says nothing that can be meant. */
export function yieldOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,7}$/u.test(text)) return null;
  const ppm = Number(text);
  return ppm <= MOST_PERCENT * PPM_A_PERCENT ? ppm : null;
}

/** The parameter for a yield in per cent; undefined takes it out of the link. */
export function yieldText(percent: number | null): string | undefined {
  return percent === null ? undefined : String(Math.round(percent * PPM_A_PERCENT));
}

export function yieldPercent(ppm: number | null): number | null {
  return ppm === null ? null : ppm / PPM_A_PERCENT;
}
