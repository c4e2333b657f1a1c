import { MOST_MATURITIES, type RenewalChain } from "./renewalChains.ts";
import { fitRenewals, renewalSurvival, type RenewalFit, type RenewalStep } from "./shiftedBetaGeometric.ts";

/** Fewer lenders make no curve. */
const LEAST_LENDERS = 100;
/** Two shapes need more than two maturities to be told from each other. */
const LEAST_MATURITIES = 3;

export interface RenewalCurve {
  /** From the first maturity, as long as 100 lenders come to it; the first one always, if anybody does. */
  readonly maturities: readonly RenewalStep[];
  /** Share still renewing after t maturities, from t = 0: the product of the shares that renewed. */
  readonly observed: readonly number[];
  readonly fit: RenewalFit | null;
  /** Fitted shares for t = 0 … twice the observed length; empty without a fit. */
  readonly survival: readonly number[];
  readonly refusal: "too_few" | "too_short" | "degenerate" | null;
}

/**
 * Renewal at successive maturities of one term, observed and fitted (RN2, RN3).
 *
 * At maturity t are those who renewed at every one before and whose window is over; whoever is not that far yet
 * counts as far as he is, so that late beginners and those who went on in a longer term are not taken for stopped.
 *
 * @param chains  of one term, one a lender
 */
export function renewalCurve(chains: readonly RenewalChain[]): RenewalCurve {
  const steps = Array.from({ length: MOST_MATURITIES }, (_, place) => stepAt(chains, place + 1));
  const enough = steps.findIndex(({ lenders }) => lenders < LEAST_LENDERS);
  const length = enough === -1 ? steps.length : enough;
  const maturities = steps.slice(0, Math.max(1, length)).filter(({ lenders }) => lenders > 0);
  let share = 1;
  const observed = [1, ...maturities.map(({ lenders, renewed }) => (share *= renewed / lenders))];
  const curve = { maturities, observed, fit: null, survival: [] };
  if (length === 0) return { ...curve, refusal: "too_few" };
  if (length < LEAST_MATURITIES) return { ...curve, refusal: "too_short" };
  const fit = fitRenewals(maturities);
  if (fit === null) return { ...curve, refusal: "degenerate" };
  return { ...curve, fit, survival: renewalSurvival(fit, 2 * length), refusal: null };
}

function stepAt(chains: readonly RenewalChain[], maturity: number): RenewalStep {
  let [lenders, renewed] = [0, 0];
  for (const { renewals, hasStopped } of chains) {
    if (renewals >= maturity) renewed++;
    if (renewals >= maturity || (hasStopped && renewals === maturity - 1)) lenders++;
  }
  return { lenders, renewed };
}
