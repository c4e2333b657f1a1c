import { seededDraws, type Draw } from "#src/metrics/seededDraws.ts";

import { bitsFor, countCommon, flipBit, hasBit, type Bits } from "./bits.ts";
import type { CountedCandidate } from "./candidates.ts";
import { matthews } from "./confusion.ts";

/** Any other would do as well; with one, the same data always gives the same p. */
const SEED = 20_240_229;

/** Between two breaths of the worker. */
const PERMUTATIONS_AT_ONCE = 20;

export interface PermutationInput {
  /** Eligible ones, among the same lenders. */
  readonly candidates: readonly CountedCandidate[];
  readonly lenders: number;
  /** How many of them stayed. */
  readonly stayed: number;
  readonly permutations: number;
}

/**
 * The best score of the whole grid when who stayed is dealt out by chance, once for each permutation (MN5): what a
 * search among so many candidates finds where there is nothing to find (Westfall and Young).
 */
export function* permutedMaxima(
  input: PermutationInput,
): Generator<{ readonly done: number; readonly total: number }, Float64Array> {
  const { lenders, stayed, permutations } = input;
  // Dealing out the smaller side is less work, and the other side is what is left.
  const dealt = Math.min(stayed, lenders - stayed);
  const scores = input.candidates.map((counted) => scoreByCommon(counted, { lenders, stayed }));
  const maxima = new Float64Array(permutations).fill(-1);
  const draw = seededDraws(SEED);
  const chosen: Bits = bitsFor(lenders);
  for (let permutation = 0; permutation < permutations; permutation++) {
    deal(chosen, { dealt, lenders, draw });
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at]!(chosen);
      if (score > maxima[permutation]!) maxima[permutation] = score;
    }
    const done = permutation + 1;
    if (done % PERMUTATIONS_AT_ONCE === 0 || done === permutations) yield { done, total: permutations };
  }
  return maxima;
}

type Score = (chosen: Bits) => number;

/** The score of a candidate when the chosen, the smaller side, are those who stayed or those who did not. */
function scoreByCommon({ candidate, did }: CountedCandidate, { lenders, stayed }: Sizes): Score {
  const { truePositive, falsePositive } = candidate.figures;
  const margins = { all: lenders, did: truePositive + falsePositive, stayed };
  const isOfStayed = stayed <= lenders - stayed;
  return (chosen) => {
    const common = countCommon(did, chosen);
    return matthews(margins, isOfStayed ? common : margins.did - common);
  };
}

type Sizes = Pick<PermutationInput, "lenders" | "stayed">;

interface Deal {
  readonly dealt: number;
  readonly lenders: number;
  readonly draw: Draw;
}

/** Binary digits of the share that is dealt at first. */
const DIGITS = 8;
const WORDS = 4_294_967_296;

/**
 * Every set of that size is as likely as any other: each lender is in it by the same chance, whole words at a time, and
 * what is too few or too many is then added or taken out at random.
 */
function deal(chosen: Bits, { dealt, lenders, draw }: Deal): void {
  const share = Math.floor((dealt / lenders) * 2 ** DIGITS);
  for (let word = 0; word < chosen.length; word++) chosen[word] = randomWord(share, draw);
  if (lenders % 32 !== 0) chosen[chosen.length - 1]! &= (1 << (lenders % 32)) - 1;
  let missing = dealt - countCommon(chosen, chosen);
  while (missing !== 0) {
    const place = draw(lenders);
    if (hasBit(chosen, place) === missing > 0) continue;
    flipBit(chosen, place);
    missing += missing > 0 ? -1 : 1;
  }
}

/** Bits that are each set with a chance of `share` ÷ 2^DIGITS. */
function randomWord(share: number, draw: Draw): number {
  let word = 0;
  // A digit halves the chance that stands below it, and adds a half when it is 1.
  for (let digit = share === 0 ? DIGITS : 0; digit < DIGITS; digit++) {
    const random = draw(WORDS) | 0;
    word = ((share >>> digit) & 1) === 1 ? word | random : word & random;
  }
  return word;
}

/** Share of the permutations, and of what was seen, that reach what was seen (MN5); never 0. */
export function permutationPValue(maxima: Float64Array, observed: number): number {
  return (1 + maxima.filter((maximum) => maximum >= observed).length) / (maxima.length + 1);
}
