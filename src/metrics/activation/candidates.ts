import type { ActivationAction } from "./activationAction.ts";
import { addBit, bitsFor, countCommon, type Bits } from "./bits.ts";
import { confusionOf, type Confusion } from "./confusion.ts";
import type { EarlyActions } from "./earlyActions.ts";

/** Fewer on either side say nothing. */
const LEAST_ON_A_SIDE = 30;
const LEAST_COVERAGE = 0.05;
const MOST_COVERAGE = 0.95;

/** "Did the action at least `threshold` times within `windowDays` days." */
export interface Rule {
  readonly action: ActivationAction;
  readonly windowDays: number;
  readonly threshold: number;
}

export interface Grid {
  /** Those whose counts are known are taken; order decides between rules that are equal in everything else. */
  readonly actions: readonly ActivationAction[];
  readonly thresholds: readonly number[];
}

export interface Candidate extends Rule {
  /** At least 30 lenders on each side and 5 to 95 % coverage. */
  readonly isEligible: boolean;
  readonly figures: Confusion;
}

/** A candidate with who did it, by position among the lenders asked about. */
export interface CountedCandidate {
  readonly candidate: Candidate;
  readonly did: Bits;
}

/** By position among `places`. */
function whoStayed({ stayed }: EarlyActions, places: Uint32Array): Bits {
  const bits = bitsFor(places.length);
  for (let at = 0; at < places.length; at++) if (stayed[places[at]!] === 1) addBit(bits, at);
  return bits;
}

/**
 * Every rule of the grid among some lenders, by action, then window, then threshold (MN3, MN4). Between its steps, which
 * carry nothing, the caller may stop.
 */
export function* countCandidates(
  early: EarlyActions,
  places: Uint32Array,
  { actions, thresholds }: Grid,
): Generator<undefined, CountedCandidate[]> {
  const stayed = whoStayed(early, places);
  const counted: CountedCandidate[] = [];
  for (const action of actions) {
    for (const windowDays of early.windows) {
      for (const threshold of thresholds) {
        const rule = { action, windowDays, threshold };
        const did = whoDid(early, places, rule);
        const figures = figuresOf({ did, stayed, all: places.length });
        counted.push({ candidate: { ...rule, isEligible: isEligible(figures), figures }, did });
      }
      yield undefined;
    }
  }
  return counted;
}

/** One rule among some lenders. */
export function ruleFigures(early: EarlyActions, places: Uint32Array, rule: Rule): Confusion {
  return figuresOf({ did: whoDid(early, places, rule), stayed: whoStayed(early, places), all: places.length });
}

function figuresOf({
  did,
  stayed,
  all,
}: {
  readonly did: Bits;
  readonly stayed: Bits;
  readonly all: number;
}): Confusion {
  const both = countCommon(did, stayed);
  const falsePositive = countCommon(did, did) - both;
  const falseNegative = countCommon(stayed, stayed) - both;
  const trueNegative = all - both - falsePositive - falseNegative;
  return confusionOf({ truePositive: both, falsePositive, falseNegative, trueNegative });
}

function isEligible({ truePositive, falsePositive, falseNegative, trueNegative }: Confusion): boolean {
  const did = truePositive + falsePositive;
  const didNot = falseNegative + trueNegative;
  const all = did + didNot;
  const isCovered = did >= LEAST_COVERAGE * all && did <= MOST_COVERAGE * all;
  return isCovered && did >= LEAST_ON_A_SIDE && didNot >= LEAST_ON_A_SIDE;
}

/** By position among `places`. */
function whoDid(early: EarlyActions, places: Uint32Array, { action, windowDays, threshold }: Rule): Bits {
  const { windows } = early;
  const bits = bitsFor(places.length);
  const counts = early.counts[action];
  if (counts === null) return bits;
  const window = windows.indexOf(windowDays);
  for (let at = 0; at < places.length; at++)
    if (counts[places[at]! * windows.length + window]! >= threshold) addBit(bits, at);
  return bits;
}

/** The eligible candidate with the highest score; of equal ones that of the smaller window, then threshold (MN4). */
export function bestCandidate(counted: readonly CountedCandidate[]): Candidate | undefined {
  return counted
    .map(({ candidate }) => candidate)
    .filter((candidate) => candidate.isEligible)
    .toSorted((a, b) => b.figures.mcc - a.figures.mcc || a.windowDays - b.windowDays || a.threshold - b.threshold)[0];
}
