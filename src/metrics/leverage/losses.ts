import { mulDiv } from "#src/metrics/mulDiv.ts";

import type { LeverageFigures } from "./leverage.ts";

/** Who pays a loss, in order; fen. */
export interface LossLine {
  /** Of outstanding, ppm. */
  readonly lossPpm: number;
  readonly loss: number;
  readonly insurance: number;
  readonly guarantee: number;
  readonly own: number;
  readonly collateral: number;
  readonly shareholders: number;
  /** What nobody pays. */
  readonly lenders: number;
}

/** 3, 5, 10 and 15 % of outstanding. */
const LOSSES_PPM = [30_000, 50_000, 100_000, 150_000] as const;

const MILLION = 1_000_000;

/**
 * Losses against backing (LV9): insurance pays first, then the guarantee, own funds, collateral and shareholders, each
 * as far as it reaches; lenders bear the rest. All zero when nothing is outstanding.
 */
export function lossLines(figures: LeverageFigures): LossLine[] {
  const outstanding = Math.max(0, figures.outstanding);
  return LOSSES_PPM.map((lossPpm) => {
    const loss = mulDiv(outstanding, lossPpm, { divisor: MILLION, rounding: "half_up" });
    let lenders = loss;
    const paidBy = (funds: number): number => {
      const paid = Math.min(lenders, funds);
      lenders -= paid;
      return paid;
    };
    const insurance = paidBy(figures.insurance);
    const guarantee = paidBy(figures.guarantee);
    const own = paidBy(figures.ownFunds);
    const collateral = paidBy(figures.collateral);
    const shareholders = paidBy(figures.shareholders);
    return { lossPpm, loss, insurance, guarantee, own, collateral, shareholders, lenders };
  });
}
