import { bestCandidate, countCandidates, ruleFigures, type Candidate, type Grid } from "./candidates.ts";
import type { Confusion } from "./confusion.ts";
import type { EarlyActions } from "./earlyActions.ts";
import { liftInterval } from "./liftInterval.ts";
import { permutationPValue, permutedMaxima } from "./permutations.ts";
import { trialOf, type Trial } from "./trialSize.ts";
import type { Interval } from "#src/metrics/wilson.ts";

const MOST_P = 0.01;
const HOLDOUT_SHARE = 0.3;
const CHANCE_QUANTILE = 0.95;

export interface ActivationScanInput {
  readonly early: EarlyActions;
  /** 1 for the lenders that are looked at, by code; undefined looks at all. */
  readonly kept: Uint8Array | undefined;
  readonly grid: Grid;
  /** First lends from this day on are the holdout; null takes the last 30 %. */
  readonly splitDay: number | null;
  readonly permutations: number;
}

interface BestRule {
  readonly candidate: Candidate;
  readonly pValue: number;
  /** Reached by chance in 5 of 100 permutations. */
  readonly chanceScore: number;
  /** Null without a lender there. */
  readonly holdout: Confusion | null;
  readonly holdoutLift: Interval | null;
  readonly isPublishable: boolean;
  /** Before and after the split. */
  readonly all: Confusion;
}

export interface ActivationScan {
  readonly lenders: number;
  readonly trainLenders: number;
  readonly holdoutLenders: number;
  /** Null when there is nobody. */
  readonly splitDay: number | null;
  readonly candidates: readonly Candidate[];
  readonly best: BestRule | null;
  readonly trial: Trial | null;
}

interface Step {
  /** Permutations. */
  readonly done: number;
  readonly total: number;
}

/** Looks for the early behaviour that those who stay have in common, and for how far to believe it. */
export function* scanActivation(input: ActivationScanInput): Generator<Step, ActivationScan> {
  const { early, kept, grid, permutations } = input;
  const places = keptPlaces(early, kept);
  const splitDay = input.splitDay ?? lastShareFrom(early, places);
  const isBefore = (place: number): boolean => splitDay === null || early.firstDay[place]! < splitDay;
  const train = places.filter(isBefore);
  const holdout = places.filter((place) => !isBefore(place));
  const counted = yield* stepsOf(countCandidates(early, train, grid), permutations);
  const candidate = bestCandidate(counted);
  const scan = {
    lenders: places.length,
    trainLenders: train.length,
    holdoutLenders: holdout.length,
    splitDay,
    candidates: counted.map((one) => one.candidate),
  };
  if (candidate === undefined) return { ...scan, best: null, trial: null };
  const maxima = yield* permutedMaxima({
    candidates: counted.filter((one) => one.candidate.isEligible),
    lenders: train.length,
    stayed: candidate.figures.truePositive + candidate.figures.falseNegative,
    permutations,
  });
  const all = ruleFigures(early, places, candidate);
  const held = holdout.length === 0 ? null : ruleFigures(early, holdout, candidate);
  return { ...scan, best: judged({ candidate, maxima, held, all }), trial: trialFrom(held, all) };
}

/** Counting is short beside the permutations: its steps only let the caller stop. */
function* stepsOf<Value>(steps: Generator<undefined, Value>, total: number): Generator<Step, Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { done: 0, total };
  }
}

function keptPlaces({ lenders }: EarlyActions, kept: Uint8Array | undefined): Uint32Array {
  const places = Uint32Array.from(lenders, (_, place) => place);
  return kept === undefined ? places : places.filter((place) => kept[lenders[place]!] === 1);
}

/** The first lend of the last 30 %; all of its day are in the holdout, so that no day is on both sides. */
function lastShareFrom({ firstDay }: EarlyActions, places: Uint32Array): number | null {
  const first = places[Math.floor(places.length * (1 - HOLDOUT_SHARE))];
  return first === undefined ? null : firstDay[first]!;
}

interface Judged {
  readonly candidate: Candidate;
  readonly maxima: Float64Array;
  readonly held: Confusion | null;
  readonly all: Confusion;
}

function judged({ candidate, maxima, held, all }: Judged): BestRule {
  const pValue = permutationPValue(maxima, candidate.figures.mcc);
  const holdoutLift = held === null ? null : liftInterval(held);
  return {
    candidate,
    pValue,
    chanceScore: maxima.toSorted()[Math.ceil(maxima.length * CHANCE_QUANTILE) - 1] ?? 0,
    holdout: held,
    holdoutLift,
    isPublishable: pValue < MOST_P && holdoutLift !== null && holdoutLift.low > 1,
    all,
  };
}

/** Lenders of the holdout took no part in the choice, so their difference is not flattered by it. */
function trialFrom(held: Confusion | null, all: Confusion): Trial | null {
  const [base, did] = [held, all].map(rates).find((pair) => pair !== null) ?? [0, 0];
  return trialOf(base, did);
}

/** Of all and of those who did it; null when nobody did, or everybody. */
function rates(figures: Confusion | null): readonly [number, number] | null {
  if (figures === null || figures.precision === null || figures.base === null) return null;
  return figures.falseNegative + figures.trueNegative === 0 ? null : [figures.base, figures.precision];
}
