import type { Format } from "#src/ui/format.ts";

import { ratioInterval, type Best } from "./figures.ts";
import type { ActivationWords } from "./strings.ts";

const MOST_P = 0.01;

/** Why a rule may be told as a finding, or every reason why it may not. */
export function verdictReasons(best: Best, words: ActivationWords, format: Format): string[] {
  if (best.isPublishable) return [words.holds];
  const reasons: string[] = [];
  if (best.pValue >= MOST_P) reasons.push(words.reasons.chance(format.percent(best.pValue)));
  if (best.holdoutLift === null) reasons.push(words.reasons.noHoldout);
  else if (best.holdoutLift.low <= 1) reasons.push(words.reasons.holdout(ratioInterval(best.holdoutLift, format)));
  return reasons;
}
