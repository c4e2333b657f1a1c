import { PROFIT_DRIVERS, type ProfitDriver, type ProfitPart } from "#src/domain/loans.ts";
import { mulDiv } from "#src/metrics/mulDiv.ts";
import { ratio } from "#src/metrics/ratio.ts";

import { breakEvenBad, perYear, profitParts } from "./profitFigures.ts";
import type { ProfitSums } from "./profitSums.ts";

/** By how much each driver is multiplied, ppm; absent ones are left. */
type Factors = Readonly<Partial<Record<ProfitDriver, number>>>;

const PPM = 1_000_000;
const A_TENTH = 100_000;

/** Profit with some of its drivers moved; capital stays as it is (PF10). Each moved amount is rounded once, half up. */
export function movedProfit(sums: ProfitSums, missing: readonly ProfitPart[], factors: Factors) {
  const amount = (driver: ProfitDriver): number =>
    mulDiv(sums[driver], factors[driver] ?? PPM, { divisor: PPM, rounding: "half_up" });
  const moved = {
    interest: amount("interest"),
    penalty: sums.penalty,
    fees: amount("fees"),
    bad: amount("bad"),
    funding: amount("funding"),
    marketing: amount("marketing"),
  };
  const { penalty: _penalty, ...parts } = profitParts(moved, missing);
  const { profit } = parts;
  return {
    ...parts,
    perDisbursed: profit === null ? null : ratio(profit, sums.disbursed),
    breakEvenBad: breakEvenBad(parts),
    perClosing: perYear(profit, sums.closing),
    perOpening: perYear(profit, sums.opening),
  };
}

/** Profit when one driver is a tenth lower, and a tenth higher; fen. */
export interface Swing {
  readonly driver: ProfitDriver;
  readonly lower: number;
  readonly higher: number;
}

/** What a tenth of each driver does to profit by itself (PF10): the widest first. Empty when profit is not known. */
export function profitSwings(sums: ProfitSums, missing: readonly ProfitPart[]): readonly Swing[] {
  const profitAt = (driver: ProfitDriver, factor: number) => movedProfit(sums, missing, { [driver]: factor }).profit;
  const swings = PROFIT_DRIVERS.filter((driver) => !missing.includes(driver)).flatMap((driver): Swing[] => {
    const [lower, higher] = [profitAt(driver, PPM - A_TENTH), profitAt(driver, PPM + A_TENTH)];
    return lower === null || higher === null ? [] : [{ driver, lower, higher }];
  });
  return swings.toSorted((a, b) => Math.abs(b.higher - b.lower) - Math.abs(a.higher - a.lower));
}
