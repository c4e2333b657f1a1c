import type { ProfitPart } from "#src/domain/loans.ts";
import { ratio } from "#src/metrics/ratio.ts";

import type { GroupReturns } from "./groupReturns.ts";
import type { ProfitSums } from "./profitSums.ts";

const MONTHS_A_YEAR = 12;
const PPM = 1_000_000;

/** Income, cost and profit, fen; null where the file lacks what they are made of. */
export interface ProfitParts extends Readonly<Record<ProfitPart, number | null>> {
  readonly income: number | null;
  readonly cost: number | null;
  readonly profit: number | null;
}

/** Profit and what it is made of (PF1). Penalties and fees that the file does not have are none in income (PF7). */
export function profitParts(sums: Pick<ProfitSums, ProfitPart>, missing: readonly ProfitPart[]): ProfitParts {
  const known = (part: ProfitPart): number | null => (missing.includes(part) ? null : sums[part]);
  const [interest, penalty, fees] = [known("interest"), known("penalty"), known("fees")];
  const [bad, funding, marketing] = [known("bad"), known("funding"), known("marketing")];
  const income = interest === null ? null : interest + (penalty ?? 0) + (fees ?? 0);
  const cost = bad === null || funding === null || marketing === null ? null : bad + funding + marketing;
  const profit = income === null || cost === null ? null : income - cost;
  return { interest, penalty, fees, income, bad, funding, marketing, cost, profit };
}

/** Profit of capital for as long as it was in use (PF3); null without either. */
export function perYear(profit: number | null, fenMonths: number): number | null {
  return profit === null ? null : ratio(profit * MONTHS_A_YEAR, fenMonths);
}

/** Bad principal at which profit would be nil (PF6). */
export function breakEvenBad({ profit, bad }: Pick<ProfitParts, "profit" | "bad">): number | null {
  return profit === null || bad === null ? null : profit + bad;
}

/** A group's sums as figures (PF1 to PF7). */
export function profitFigures(sums: ProfitSums, missing: readonly ProfitPart[], returns: GroupReturns) {
  const parts = profitParts(sums, missing);
  const { loans, disbursed, scheduledInterest, owed } = sums;
  const { interest, profit } = parts;
  const capital = (fenMonths: number, average: number) => ({
    fenYears: fenMonths / MONTHS_A_YEAR,
    average,
    perYear: perYear(profit, fenMonths),
  });
  return {
    ...{ loans, disbursed, ...parts },
    perDisbursed: profit === null ? null : ratio(profit, disbursed),
    closing: capital(sums.closing, sums.closingMeans),
    opening: capital(sums.opening, sums.openingMeans),
    scheduledInterest,
    realised: interest === null ? null : ratio(interest, scheduledInterest),
    breakEvenBad: breakEvenBad(parts),
    owed,
    finished: ratio(sums.finished, disbursed) ?? 0,
    contractRate: ratio(sums.rated / PPM, disbursed),
    ...returns,
  };
}

export type GroupProfit = ReturnType<typeof profitFigures>;
