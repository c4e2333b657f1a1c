import { isoDay } from "#src/domain/calendar.ts";
import type { ActivationAction, ConfusionFigures, EngineMethods } from "#src/engine/protocol.ts";

const ACTIONS: readonly ActivationAction[] = ["lendDays", "amount10k", "products", "terms", "autoDays", "depositDays"];

/** As the screen first asks it. */
const GRID = {
  actions: ACTIONS,
  windows: [1, 3, 7, 14, 30],
  thresholds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  followUpDays: 90,
  splitDay: null,
  permutations: 500,
  filter: { products: [], channels: [] },
} as const;

/** The early behaviour that goes with staying best; null while nobody has the whole follow-up. */
export async function activationSection(methods: EngineMethods) {
  const { lenders, trainLenders, holdoutLenders, splitDay, outcome, candidates, best, trial } =
    await methods.activation(GRID);
  if (splitDay === null) return null;
  return {
    lenders,
    trainLenders,
    holdoutLenders,
    splitDay: isoDay(splitDay),
    outcome,
    eligible: candidates.filter(({ isEligible }) => isEligible).length,
    best: best && {
      action: best.candidate.action,
      windowDays: best.candidate.windowDays,
      threshold: best.candidate.threshold,
      ...figuresOf(best.candidate.figures),
      pValue: best.pValue,
      holdout: best.holdout && figuresOf(best.holdout),
      holdoutLift: best.holdoutLift,
      isPublishable: best.isPublishable,
    },
    trial,
  };
}

function figuresOf({ truePositive, falsePositive, falseNegative, trueNegative, ...rates }: ConfusionFigures) {
  return { truePositive, falsePositive, falseNegative, trueNegative, ...rates };
}
