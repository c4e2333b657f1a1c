import type { RenewalFitResult } from "#src/engine/protocol.ts";

export type RenewalGroup = RenewalFitResult["groups"][number];

/** Shares still renewing after t maturities, from t = 0. */
export interface RenewalModel {
  /** Null beyond what was observed. */
  readonly observed: readonly (number | null)[];
  /** Null everywhere without a fit. */
  readonly fitted: readonly (number | null)[];
  /** Who came to maturity t and who renewed there, from t = 1; absent at t = 0. */
  readonly steps: readonly (RenewalGroup["maturities"][number] | undefined)[];
}

export function renewalModel({ observed, survival, maturities }: RenewalGroup): RenewalModel {
  const length = Math.max(observed.length, survival.length);
  return {
    observed: Array.from({ length }, (_, t) => observed[t] ?? null),
    fitted: Array.from({ length }, (_, t) => survival[t] ?? null),
    steps: Array.from({ length }, (_, t) => (t === 0 ? undefined : maturities[t - 1])),
  };
}
