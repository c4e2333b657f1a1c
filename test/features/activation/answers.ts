import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { ActivationCandidate, ActivationResult } from "#src/engine/protocol.ts";
import { shareOf } from "#src/metrics/acquisition/share.ts";
import { confusionOf } from "#src/metrics/activation/confusion.ts";
import { liftInterval } from "#src/metrics/activation/liftInterval.ts";
import { trialOf } from "#src/metrics/activation/trialSize.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

function candidate(
  rule: Pick<ActivationCandidate, "action" | "windowDays" | "threshold">,
  [truePositive, falsePositive, falseNegative, trueNegative]: readonly [number, number, number, number],
): ActivationCandidate {
  const figures = confusionOf({ truePositive, falsePositive, falseNegative, trueNegative });
  return { ...rule, isEligible: truePositive + falsePositive >= 30, figures };
}

const BEST = candidate({ action: "lendDays", windowDays: 14, threshold: 2 }, [95, 49, 54, 81]);
const HOLDOUT = confusionOf({ truePositive: 45, falsePositive: 24, falseNegative: 22, trueNegative: 42 });

/** Six rules about 412 lenders, of whom 279 are before the split. */
export const FOUND: ActivationResult = {
  basis: { asOf: AS_OF, dataVersion: 1, sourceRows: 6046, rejectedRows: 0, switches: DEFAULT_SETTINGS },
  lenders: 412,
  trainLenders: 279,
  holdoutLenders: 133,
  splitDay: epochDay(20_500),
  outcome: { fromDay: 14, toDay: 90 },
  candidates: [
    candidate({ action: "lendDays", windowDays: 7, threshold: 1 }, [149, 130, 0, 0]),
    candidate({ action: "lendDays", windowDays: 7, threshold: 2 }, [60, 40, 89, 90]),
    candidate({ action: "lendDays", windowDays: 14, threshold: 1 }, [149, 130, 0, 0]),
    BEST,
    candidate({ action: "products", windowDays: 14, threshold: 1 }, [149, 130, 0, 0]),
    candidate({ action: "products", windowDays: 14, threshold: 2 }, [10, 2, 139, 128]),
  ],
  unknownActions: ["autoDays"],
  refusedWindows: [],
  recentNewLenders: { lenders: 45, days: 90 },
  best: {
    candidate: BEST,
    pValue: 1 / 501,
    permutations: 500,
    chanceScore: 0.15,
    holdout: HOLDOUT,
    holdoutLift: liftInterval(HOLDOUT),
    isPublishable: true,
    did: shareOf(140, 213),
    didNot: shareOf(76, 199),
    later: { did: shareOf(45, 69), didNot: shareOf(22, 64) },
  },
  trial: trialOf(67 / 133, 45 / 69),
};

export const BY_CHANCE: ActivationResult = {
  ...FOUND,
  best: { ...FOUND.best!, pValue: 0.25, holdoutLift: { low: 0.9, high: 1.2 }, isPublishable: false },
};

export const NOBODY: ActivationResult = {
  ...FOUND,
  lenders: 0,
  trainLenders: 0,
  holdoutLenders: 0,
  splitDay: null,
  candidates: [],
  best: null,
  trial: null,
};
