import { seededDraws } from "#src/metrics/seededDraws.ts";

/** How often a cohort is drawn: the ends of an interval hold within some per cent of its width. */
const DRAWS = 400;

/** How often a lender is drawn, by a number below 65,536: Poisson of mean 1. */
const TIMES_DRAWN = timesDrawn();

/**
 * What cohorts drawn from the lenders of one come to at the ends of its ages: fen by draw, age by age.
 *
 * Whole lenders are drawn, each a Poisson number of times of mean 1, which is drawing with replacement but for the size,
 * and that cancels in a ratio. So draws of several cohorts add up to draws of all, and a later age changes no earlier
 * one. Lenders are drawn in the order of their balances: the order of imports decides nothing.
 *
 * @param balances  by age, fen by lender
 */
export function drawnBalances(balances: readonly Float64Array[], seed: number): readonly Float64Array[] {
  const draw = seededDraws(seed);
  const times = new Uint8Array(DRAWS);
  const drawn = balances.map(() => new Float64Array(DRAWS));
  for (const lender of largestFirst(balances)) {
    for (let at = 0; at < DRAWS; at++) times[at] = TIMES_DRAWN[draw(TIMES_DRAWN.length)]!;
    for (let age = 0; age < balances.length; age++) {
      const balance = balances[age]![lender]!;
      if (balance === 0) continue;
      const sums = drawn[age]!;
      for (let at = 0; at < DRAWS; at++) sums[at]! += balance * times[at]!;
    }
  }
  return drawn;
}

/** By the balance at age 0, then at age 1 and so on. */
function largestFirst(balances: readonly Float64Array[]): number[] {
  const lenders = Array.from(balances[0] ?? [], (_, lender) => lender);
  return lenders.sort((a, b) => {
    for (const balance of balances) {
      const order = balance[b]! - balance[a]!;
      if (order !== 0) return order;
    }
    return 0;
  });
}

function timesDrawn(): Uint8Array {
  const times = new Uint8Array(65_536);
  let share = Math.exp(-1);
  let [from, upTo] = [0, 0];
  for (let count = 0; from < times.length; count++, share /= count) {
    upTo += share * times.length;
    // What is left for the rarest counts is less than one number.
    const to = count > 8 ? times.length : Math.round(upTo);
    times.fill(count, from, to);
    from = to;
  }
  return times;
}
