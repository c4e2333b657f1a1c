import { ratio } from "./ratio.ts";

/** How unevenly an amount is spread over lenders; every share is of one, and null where nothing is held. */
export interface Concentration {
  readonly lenders: number;
  /** Fen. */
  readonly balance: number;
  readonly topTenShare: number | null;
  /** Of the largest hundredth of lenders, one at least. */
  readonly topPercentShare: number | null;
  /** Herfindahl–Hirschman index Σ s²: 1 ÷ n when all hold the same, 1 when one holds all. */
  readonly herfindahl: number | null;
  /** 0 when all hold the same, towards 1 when one holds all. */
  readonly gini: number | null;
  /** 1 ÷ Σ s²: so many equal lenders would be as concentrated. */
  readonly effectiveLenders: number | null;
}

/** A point of the Lorenz curve: what share of the balance the smallest lenders hold, both of one. */
export interface LorenzPoint {
  readonly lenders: number;
  readonly balance: number;
}

const TOP_TEN = 10;
const LORENZ_STEPS = 100;

/**
 * Concentration of balances (KN1 to KN4). Every balance given counts, zero too: leave out who holds nothing before.
 *
 * @param ascending  fen from 0, in ascending order
 */
export function concentrationOf(ascending: Float64Array): Concentration {
  const lenders = ascending.length;
  let balance = 0;
  let squares = 0;
  let ranked = 0;
  // Loops, since there are hundreds of thousands of lenders and the reader waits.
  for (let place = 0; place < lenders; place++) {
    const held = ascending[place]!;
    balance += held;
    squares += held * held;
    ranked += (place + 1) * held;
  }
  const isHeld = balance > 0;
  const herfindahl = isHeld ? squares / balance / balance : null;
  return {
    lenders,
    balance,
    topTenShare: ratio(topSum(ascending, TOP_TEN), balance),
    topPercentShare: ratio(topSum(ascending, Math.ceil(lenders / 100)), balance),
    herfindahl,
    // 2 · Σ i · x₍ᵢ₎ ÷ (n · Σ x) − (n + 1) ÷ n, ranks from 1.
    gini: isHeld ? (2 * ranked) / (lenders * balance) - (lenders + 1) / lenders : null,
    effectiveLenders: herfindahl === null ? null : 1 / herfindahl,
  };
}

/**
 * The Lorenz curve, from (0, 0) to (1, 1): its own points, and of many lenders those of every hundredth.
 *
 * @param ascending  fen from 0, in ascending order
 * @returns          at most 101 points; none where nothing is held
 */
export function lorenzCurve(ascending: Float64Array): LorenzPoint[] {
  const lenders = ascending.length;
  const balance = topSum(ascending, lenders);
  if (balance === 0) return [];
  const steps = Math.min(lenders, LORENZ_STEPS);
  const points: LorenzPoint[] = [];
  let taken = 0;
  let held = 0;
  for (let step = 0; step <= steps; step++) {
    const until = Math.round((step * lenders) / steps);
    while (taken < until) held += ascending[taken++]!;
    points.push({ lenders: taken / lenders, balance: held / balance });
  }
  return points;
}

/** What the largest so many hold of all; null where nothing is held. */
export function topShare(ascending: Float64Array, count: number): number | null {
  return ratio(topSum(ascending, count), topSum(ascending, ascending.length));
}

function topSum(ascending: Float64Array, count: number): number {
  let sum = 0;
  for (let place = Math.max(0, ascending.length - count); place < ascending.length; place++) sum += ascending[place]!;
  return sum;
}
