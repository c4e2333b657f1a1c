/** What an interval of Σ later ÷ Σ opening is made of; sums of several cohorts are those of all their lenders. */
export interface BalanceSums {
  /** With a balance at either end. */
  readonly lenders: number;
  /** Fen. */
  readonly opening: number;
  readonly later: number;
  /** Fen², rounded as `balanceSums` says. */
  readonly openingSquares: number;
  readonly products: number;
  readonly laterSquares: number;
}

export const NO_BALANCES: BalanceSums = {
  lenders: 0,
  opening: 0,
  later: 0,
  openingSquares: 0,
  products: 0,
  laterSquares: 0,
};

/**
 * Adds up balances of the same lenders at the ends of two ages, fen by place.
 *
 * Squares of fen pass what a double holds exactly, and a rounded sum depends on the order of the lenders, which is that
 * of imports. So balances enter squares and products in whole steps, just large enough for their sums to be exact: of
 * 200,000 lenders, the largest balance has 2^17 of them.
 */
export function balanceSums(opening: Float64Array, later: Float64Array): BalanceSums {
  const step = exactStep(opening, later);
  let lenders = 0;
  let [openingSum, laterSum] = [0, 0];
  let [openingSquares, products, laterSquares] = [0, 0, 0];
  for (let place = 0; place < opening.length; place++) {
    const before = opening[place]!;
    const after = later[place]!;
    if (before === 0 && after === 0) continue;
    lenders++;
    openingSum += before;
    laterSum += after;
    const stepsBefore = Math.round(before / step);
    const stepsAfter = Math.round(after / step);
    openingSquares += stepsBefore * stepsBefore;
    products += stepsBefore * stepsAfter;
    laterSquares += stepsAfter * stepsAfter;
  }
  const square = step * step;
  return {
    lenders,
    opening: openingSum,
    later: laterSum,
    openingSquares: openingSquares * square,
    products: products * square,
    laterSquares: laterSquares * square,
  };
}

export function addBalanceSums(a: BalanceSums, b: BalanceSums): BalanceSums {
  return {
    lenders: a.lenders + b.lenders,
    opening: a.opening + b.opening,
    later: a.later + b.later,
    openingSquares: a.openingSquares + b.openingSquares,
    products: a.products + b.products,
    laterSquares: a.laterSquares + b.laterSquares,
  };
}

/** A power of two, so that dividing by it rounds nothing. */
function exactStep(opening: Float64Array, later: Float64Array): number {
  let largest = 0;
  for (let place = 0; place < opening.length; place++)
    largest = Math.max(largest, Math.abs(opening[place]!), Math.abs(later[place]!));
  const bits = Math.floor((52 - Math.ceil(Math.log2(opening.length + 1))) / 2);
  return 2 ** Math.max(0, Math.ceil(Math.log2(largest + 1)) - bits);
}
