import type { EpochDay } from "#src/domain/units.ts";
import type { ActivationAction } from "#src/metrics/activation/activationAction.ts";
import type { Confusion } from "#src/metrics/activation/confusion.ts";
import type { Trial } from "#src/metrics/activation/trialSize.ts";
import type { Interval } from "#src/metrics/wilson.ts";

import type { Basis, Filter, OnProgress, Share } from "#src/engine/protocol.ts";

export type { ActivationAction };

/** How a rule and what came of it fall together among some lenders. */
export type ConfusionFigures = Confusion;

export interface ActivationArgs {
  readonly actions: readonly ActivationAction[];
  /** Days from the first lend; a window w is days 0 … w − 1. Those that reach the outcome are refused. */
  readonly windows: readonly number[];
  readonly thresholds: readonly number[];
  /** Days of follow-up; the outcome lies between the largest window and this. */
  readonly followUpDays: number;
  /** First lends from this day on are the holdout; null takes the last 30 % of lenders by first lend. */
  readonly splitDay: EpochDay | null;
  readonly permutations: number;
  readonly filter: Filter;
}

export interface ActivationCandidate {
  readonly action: ActivationAction;
  readonly windowDays: number;
  readonly threshold: number;
  /** At least 30 lenders on each side and 5 to 95 % coverage; others are shown grey and never chosen. */
  readonly isEligible: boolean;
  /** Among the lenders that the choice is made from, those before the split. */
  readonly figures: ConfusionFigures;
}

export interface ActivationResult {
  readonly basis: Basis;
  readonly lenders: number;
  /** First lends before the split; every candidate is judged and the best one chosen among these. */
  readonly trainLenders: number;
  readonly holdoutLenders: number;
  /** Null when there is nobody. */
  readonly splitDay: EpochDay | null;
  /** Outcome: at least one lend in these days after the first, both included. */
  readonly outcome: { readonly fromDay: number; readonly toDay: number };
  readonly candidates: readonly ActivationCandidate[];
  /** Actions that the data cannot show. */
  readonly unknownActions: readonly ActivationAction[];
  /** Windows asked for that would end on the last day of the follow-up or later: no outcome is left after them. */
  readonly refusedWindows: readonly number[];
  /** First lends of the last days of data, to tell how long a trial takes; null without data. */
  readonly recentNewLenders: { readonly lenders: number; readonly days: number } | null;
  readonly best: {
    readonly candidate: ActivationCandidate;
    /** How often chance alone reaches the best score over the whole grid, 1 among permutations + 1 at the least. */
    readonly pValue: number;
    readonly permutations: number;
    /** The score that chance alone stays below in 95 of 100 permutations. */
    readonly chanceScore: number;
    readonly holdout: Confusion | null;
    /** 95 % interval of the holdout's lift; null when nobody there did it or everybody did. */
    readonly holdoutLift: Interval | null;
    /** p < 0.01 and the holdout's whole lift interval above 1. */
    readonly isPublishable: boolean;
    /** Stayed among those who did and those who did not, in all lenders. */
    readonly did: Share;
    readonly didNot: Share;
    /** The same in the holdout, whose lenders took no part in the choice; null without a lender there. */
    readonly later: { readonly did: Share; readonly didNot: Share } | null;
  } | null;
  /**
   * Lenders a side that a trial needs to see the difference with 80 % power at 5 %: from the rate of all to that of those
   * who did, and to the middle of the two; in the holdout when some there did and some did not, else in all lenders.
   * Null without a difference in their favour.
   */
  readonly trial: Trial | null;
}

export interface ActivationMethods {
  activation(args: ActivationArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<ActivationResult>;
}
