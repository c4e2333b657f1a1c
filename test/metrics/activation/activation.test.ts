import { describe, expect, it } from "vitest";

import { addBit, bitsFor, countCommon, type Bits } from "#src/metrics/activation/bits.ts";
import type { CountedCandidate } from "#src/metrics/activation/candidates.ts";
import { confusionOf } from "#src/metrics/activation/confusion.ts";
import { liftInterval } from "#src/metrics/activation/liftInterval.ts";
import { permutationPValue, permutedMaxima } from "#src/metrics/activation/permutations.ts";
import { trialOf, trialSize } from "#src/metrics/activation/trialSize.ts";
import { seededDraws } from "#src/metrics/seededDraws.ts";
import { wilson } from "#src/metrics/wilson.ts";

function bitsOf(flags: readonly boolean[]): Bits {
  const bits = bitsFor(flags.length);
  for (const [place, flag] of flags.entries()) if (flag) addBit(bits, place);
  return bits;
}

function randomFlags(count: number, outOf100: number, draw: (limit: number) => number): boolean[] {
  return Array.from({ length: count }, () => draw(100) < outOf100);
}

function ended<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

it("common bits are counted as a loop counts them, whatever the length", () => {
  const draw = seededDraws(1);
  for (const size of [0, 1, 31, 32, 33, 64, 95, 96, 97, 129, 500]) {
    const [a, b] = [randomFlags(size, 60, draw), randomFlags(size, 40, draw)];
    const expected = a.filter((flag, place) => flag && b[place]!).length;
    expect(countCommon(bitsOf(a), bitsOf(b))).toBe(expected);
    expect(countCommon(bitsOf(a.map(() => true)), bitsOf(b.map(() => true)))).toBe(size);
  }
});

function candidateOf(did: readonly boolean[], stayed: readonly boolean[]): CountedCandidate {
  const count = (isDone: boolean, isStayed: boolean): number =>
    did.filter((flag, place) => flag === isDone && stayed[place] === isStayed).length;
  const figures = confusionOf({
    truePositive: count(true, true),
    falsePositive: count(true, false),
    falseNegative: count(false, true),
    trueNegative: count(false, false),
  });
  return {
    candidate: { action: "products", windowDays: 7, threshold: 1, isEligible: true, figures },
    did: bitsOf(did),
  };
}

describe("MN5 permutations", () => {
  it("follow the same law as shuffling who stayed and scoring each candidate anew", () => {
    const draw = seededDraws(2);
    const lenders = 150;
    for (const outOf100 of [15, 50, 85]) {
      const stayed = randomFlags(lenders, outOf100, draw);
      const dids = [20, 30, 50, 70].map((share) => randomFlags(lenders, share, draw));
      const maxima = ended(
        permutedMaxima({
          candidates: dids.map((did) => candidateOf(did, stayed)),
          lenders,
          stayed: stayed.filter(Boolean).length,
          permutations: 4000,
        }),
      );
      const dumb = Array.from({ length: 4000 }, () => {
        const shuffled = shuffle(stayed, draw);
        return Math.max(...dids.map((did) => candidateOf(did, shuffled).candidate.figures.mcc));
      });
      const [got, expected] = [[...maxima].toSorted(ascending), dumb.toSorted(ascending)];
      // Largest distance of two empirical laws; 1.95 · √(2 ÷ 4000) is passed by chance once in a thousand.
      expect(distance(got, expected)).toBeLessThan(1.95 * Math.sqrt(2 / 4000));
      // The values that can occur are the same ones, not only near to them.
      const possible = new Set(dumb.map((value) => value.toFixed(9)));
      const common = got.filter((value) => possible.has(value.toFixed(9))).length;
      expect(common / got.length).toBeGreaterThan(0.97);
    }
  });

  it("deal out exactly as many as stayed, each as often as any other", () => {
    const lenders = 70;
    // Who stayed is found again by candidates that are one lender each: a score above 0 is a lender who stayed.
    const singles = Array.from({ length: lenders }, (_, one) =>
      Array.from({ length: lenders }, (_at, at) => at === one),
    );
    for (const stayedCount of [1, 9, 35, 60, 69]) {
      const stayed = Array.from({ length: lenders }, (_, at) => at < stayedCount);
      const hits = singles.map((did) => {
        const input = { candidates: [candidateOf(did, stayed)], lenders, stayed: stayedCount, permutations: 600 };
        return [...ended(permutedMaxima(input))].map((score) => (score > 0 ? 1 : 0));
      });
      for (let permutation = 0; permutation < 600; permutation++)
        expect(hits.reduce<number>((sum, of) => sum + of[permutation]!, 0)).toBe(stayedCount);
      const share = stayedCount / lenders;
      const spread = Math.sqrt((share * (1 - share)) / 600);
      for (const of of hits) {
        const mean = of.reduce<number>((sum, hit) => sum + hit, 0) / 600;
        expect(Math.abs(mean - share)).toBeLessThan(4.5 * spread);
      }
    }
  });

  it("p counts what was seen among the permutations and is never 0", () => {
    expect(permutationPValue(Float64Array.of(0.1, 0.2, 0.3), 0.2)).toBe(3 / 4);
    expect(permutationPValue(Float64Array.of(0.1, 0.2, 0.3), 0.4)).toBe(1 / 4);
  });

  it("nobody or everybody staying leaves nothing to find", () => {
    const did = [true, true, false, false];
    for (const stayed of [0, 4]) {
      const candidates = [
        candidateOf(
          did,
          did.map(() => stayed > 0),
        ),
      ];
      expect([...ended(permutedMaxima({ candidates, lenders: 4, stayed, permutations: 3 }))]).toEqual([0, 0, 0]);
    }
  });
});

describe("MN6 the interval of a lift", () => {
  it("lies above 1 exactly when the intervals of both rates do not touch", () => {
    const draw = seededDraws(3);
    let above = 0;
    for (let round = 0; round < 500; round++) {
      const counts = {
        truePositive: draw(60),
        falsePositive: draw(60),
        falseNegative: draw(60),
        trueNegative: 1 + draw(60),
      };
      const interval = liftInterval(counts);
      const did = wilson(counts.truePositive, counts.truePositive + counts.falsePositive);
      const didNot = wilson(counts.falseNegative, counts.falseNegative + counts.trueNegative)!;
      expect(interval === null).toBe(did === null);
      if (interval === null || did === null) continue;
      expect(interval.low > 1).toBe(did.low > didNot.high);
      const lift = confusionOf(counts).lift ?? interval.low;
      expect(interval.low <= lift + 1e-12 && lift <= interval.high + 1e-12).toBe(true);
      if (interval.low > 1) above++;
    }
    expect(above).toBeGreaterThan(20);
  });

  it("is not known when nobody did it, or everybody", () => {
    expect(liftInterval({ truePositive: 0, falsePositive: 0, falseNegative: 3, trueNegative: 3 })).toBeNull();
    expect(liftInterval({ truePositive: 3, falsePositive: 3, falseNegative: 0, trueNegative: 0 })).toBeNull();
  });
});

it("MN8 a trial from 10 % to 15 % needs 686 a side, as tables of power say", () => {
  expect(trialSize(0.1, 0.15)).toEqual({ perSide: 686, from: 0.1, to: 0.15 });
  expect(trialSize(0.5, 0.6)!.perSide).toBe(388);
  expect(trialSize(0.5, 0.5)).toBeNull();
  expect(trialSize(0.5, 0.4)).toBeNull();
});

it("MN8 a trial starts from the rate of all, and half the move is a size of its own", () => {
  const trial = trialOf(0.4, 0.6)!;
  expect(trial).toEqual({ ...trialSize(0.4, 0.6)!, half: trialSize(0.4, 0.5) });
  expect(trial.half.perSide).toBeGreaterThan(trial.perSide * 3.5);
  expect(trialOf(0.6, 0.6)).toBeNull();
});

const ascending = (a: number, b: number): number => a - b;

function shuffle<Item>(items: readonly Item[], draw: (limit: number) => number): Item[] {
  const left = [...items];
  return items.map(() => left.splice(draw(left.length), 1)[0]!);
}

function distance(a: readonly number[], b: readonly number[]): number {
  const share = (sorted: readonly number[], upTo: number): number =>
    sorted.filter((value) => value <= upTo + 1e-12).length / sorted.length;
  return Math.max(...[...new Set([...a, ...b])].map((value) => Math.abs(share(a, value) - share(b, value))));
}
