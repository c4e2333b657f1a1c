import fc from "fast-check";

import { FUND_KINDS, type FundKind, type LeverageRules } from "#src/domain/leverageRules.ts";
import { epochDay, partsPerMillion } from "#src/domain/units.ts";
import type { Fund } from "#src/metrics/leverage/fundsInForce.ts";

export const FIRST_FUND_DAY = 19_700;

const UNKNOWN = "trust";

/** A fund of a kind on a day, with what else is said of it. */
export function fundOf(kind: FundKind, amount: number, more: Partial<Fund> = {}): Fund {
  return {
    ...{ asOf: epochDay(FIRST_FUND_DAY), kind, kindName: kind, amount },
    ...{ relation: "", mainBusiness: "", related: null, ...more },
  };
}

/** Funds of a few days, of every kind and one that is not known, below zero too. */
export function arbitraryFunds(days = 4): fc.Arbitrary<Fund[]> {
  const amount = fc.oneof(
    fc.constantFrom(0, 1, 333),
    fc.integer({ min: -5_000, max: 100_000 }),
    fc.integer({ min: 1, max: 1_000_000_000_000 }),
  );
  const fund = fc.record({
    day: fc.nat(days - 1),
    kindName: fc.constantFrom(...FUND_KINDS, "shareholder", "guarantee", UNKNOWN),
    amount,
    relation: fc.constantFrom("", "controlling", "financial", "partner", "own", "friend"),
    mainBusiness: fc.constantFrom("", "yes", "no", "partly"),
    related: fc.constantFrom(true, false, null),
  });
  return fc.array(fund, { maxLength: 14 }).map((funds) =>
    funds.map(({ day, ...rest }) => ({
      ...rest,
      asOf: epochDay(FIRST_FUND_DAY + day * 30),
      kind: FUND_KINDS.find((kind) => kind === rest.kindName) ?? null,
    })),
  );
}

export function arbitraryRules(): fc.Arbitrary<LeverageRules> {
  const ppm = fc.oneof(fc.constantFrom(0, 500_000, 1_000_000), fc.nat(1_000_000)).map(partsPerMillion);
  return fc.record({
    guaranteePpm: fc.oneof(fc.constantFrom(30_000, 100_000, 200_000), fc.nat(400_000)).map(partsPerMillion),
    guaranteeBase: fc.constantFrom("outstanding" as const, "ten_times_net_assets" as const),
    countsRelated: fc.boolean(),
    own: fc.constantFrom("priority" as const, "max3" as const),
    insuredPpm: ppm,
    haircutPpm: ppm,
    mainBusinessPpm: ppm,
    subsidiaryPpm: ppm,
    financialPpm: ppm,
  });
}
