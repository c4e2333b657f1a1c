import type { MatchingResult, MatchPoint } from "#src/engine/protocol.ts";

import type { Spoken } from "./matchInfo.ts";
import { shareOf } from "./matchTiles.ts";

/** Whether lenders' money is at work and what idle money costs, in words; null where borrowers' side is not known. */
export function matchSentence(result: MatchingResult, spoken: Spoken): string | null {
  const { hasLoans, now } = result;
  if (!hasLoans || now === null) return null;
  return [balances(now, spoken), atWork(now, result, spoken)].join(spoken.words.sentence.space);
}

function balances(now: MatchPoint, { words: { sentence: words }, format }: Spoken): string {
  const scale = format.scaleFor(Math.max(now.lenders, now.borrowers));
  const [lenders, borrowers] = [format.money(now.lenders, { scale }), format.money(now.borrowers, { scale })];
  const opening = words.opening(format.day(now.day), lenders, borrowers);
  return opening + (now.ratio === null ? words.noRatio : words.ratio(format.number(now.ratio, 2)));
}

function atWork(
  now: MatchPoint,
  { lenderYield, idleCostPerDay }: Pick<MatchingResult, "lenderYield" | "idleCostPerDay">,
  { words: { sentence: words }, format }: Spoken,
): string {
  if (now.short > 0) return words.short(format.money(now.short));
  if (now.idle === 0) return words.even;
  const idle = words.idle(format.money(now.idle), format.percent(shareOf(now.idle, now.lenders)));
  if (lenderYield === null) return idle + words.noCost;
  return idle + words.cost(format.money(idleCostPerDay), format.percent(lenderYield.rate, 2));
}
