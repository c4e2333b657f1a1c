import type { Rounding } from "#src/domain/loans.ts";
import { roundedQuotient } from "#src/metrics/mulDiv.ts";

import { TWELFTHS_OF_PPM, wholeQuotient } from "./wholeQuotient.ts";

/** The floats below are right to about 2^-50 of themselves; an answer this near to a half is worked out exactly. */
const DOUBT = 2 ** -44;

export interface LevelTerms {
  /** Fen. */
  readonly principal: number;
  readonly ratePpm: number;
  readonly periods: number;
}

/**
 * What a borrower pays each month so that the payments are all alike (AM1): P·i ÷ (1 − (1 + i)^−n) with i a twelfth of
 * the rate, P ÷ n without interest. It is the exact fraction that is rounded, and once.
 *
 * @returns fen
 */
export function levelPayment(terms: LevelTerms, rounding: Rounding): number {
  const { principal, ratePpm, periods } = terms;
  if (ratePpm === 0) return wholeQuotient(principal, 1, { divisor: periods, rounding });
  const perMonth = ratePpm / TWELFTHS_OF_PPM;
  const payment = (principal * perMonth) / -Math.expm1(-periods * Math.log1p(perMonth));
  const whole = Math.floor(payment);
  const overHalf = payment - whole - 0.5;
  if (Math.abs(overHalf) <= payment * DOUBT) return exactPayment(terms, rounding);
  return overHalf > 0 ? whole + 1 : whole;
}

function exactPayment({ principal, ratePpm, periods }: LevelTerms, rounding: Rounding): number {
  const [rate, unit, length] = [BigInt(ratePpm), BigInt(TWELFTHS_OF_PPM), BigInt(periods)];
  const grown = (unit + rate) ** length;
  return roundedQuotient(BigInt(principal) * rate * grown, unit * (grown - unit ** length), rounding);
}
