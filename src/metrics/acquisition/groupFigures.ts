import type { CurveAge } from "#src/metrics/lifetimeValue.ts";
import { ratio } from "#src/metrics/ratio.ts";
import { marginSoFar, type CohortMargin } from "./cohortMargins.ts";
import { funnelOf, type FunnelStep } from "./funnel.ts";
import type { LenderTotals } from "./lenderTotals.ts";
import type { Registrations } from "./registrations.ts";
import { shareOf, type Share } from "./share.ts";
import { paybackOf, projectedValue, valueAfter, valueCurve, type Payback } from "./valueCurve.ts";

/** What the figures of a group are made of. */
export interface GroupInput {
  /** "" for none, a month as YYYY-MM; null for the total. */
  readonly name: string | null;
  readonly totals: LenderTotals;
  /** Null when it is not known who registered. */
  readonly people: Registrations | null;
  /** Fen; null when it is not known. */
  readonly spend: number | null;
  /** Margins of its cohorts; null without a spread. */
  readonly cohorts: readonly CohortMargin[] | null;
}

/** What groups are set against. */
export interface GroupContext {
  /** Fen, of all groups. */
  readonly volume: number;
  /** Value by age of all lenders, of every month. */
  readonly everybody: readonly CurveAge[];
}

/** What acquiring a group of lenders comes to. Fen; per lender where it is a cost or a value. */
export interface AcquisitionFigures {
  readonly name: string | null;
  readonly funnel: readonly FunnelStep[];
  readonly newLenders: number;
  readonly firstVolume: number;
  readonly volume: number;
  readonly volumeShare: number | null;
  readonly spend: number | null;
  readonly newLenderSubsidies: number;
  readonly acquisitionCost: number | null;
  readonly lifetimeValue: {
    readonly m1: number | null;
    readonly m3: number | null;
    readonly m6: number | null;
    readonly m12: number | null;
  };
  readonly curve: {
    readonly points: readonly {
      readonly age: number;
      readonly value: number | null;
      readonly cohorts: number;
      readonly lenders: number;
    }[];
  };
  readonly observedValue: number | null;
  readonly projectedValue: number | null;
  readonly valueToCost: number | null;
  readonly observedValueToCost: number | null;
  readonly payback: Payback | null;
  readonly held90: Share | null;
  readonly topTenShare: number | null;
  readonly balance: number;
}

/** The figures of one group; whatever needs a spend or a spread that is not known is null. */
export function figuresOf(group: GroupInput, context: GroupContext): AcquisitionFigures {
  const { name, totals, people, cohorts } = group;
  const { newLenders, firstVolume, volume, newLenderSubsidies, balance, topTenShare } = totals;
  const curve = valueCurve(cohorts ?? []);
  const cost = acquisitionCost(totals, group.spend);
  const observed = cohorts && marginSoFar(cohorts);
  const projected = projectedValue(curve, context.everybody);
  return {
    ...{ name, newLenders, firstVolume, volume, newLenderSubsidies, balance, topTenShare },
    funnel: funnelOf(people, totals),
    volumeShare: ratio(volume, context.volume),
    spend: group.spend,
    acquisitionCost: cost,
    lifetimeValue: {
      m1: valueAfter(curve, 1),
      m3: valueAfter(curve, 3),
      m6: valueAfter(curve, 6),
      m12: valueAfter(curve, 12),
    },
    curve: {
      points: curve.map(({ age, cumulative, cohorts: contributing, lenders }) => ({
        ...{ age, value: cumulative, cohorts: contributing, lenders },
      })),
    },
    observedValue: observed,
    projectedValue: projected,
    valueToCost: valueToCost(projected, cost),
    observedValueToCost: valueToCost(observed, cost),
    payback: paybackOf(curve, cost),
    held90: shareOf(totals.held[1]!.count, totals.held[1]!.of),
  };
}

/** What a new lender cost (AQ3), subsidies of the first month included; null without lenders, or where spend is not known. */
export function acquisitionCost(
  { newLenders, newLenderSubsidies }: Pick<LenderTotals, "newLenders" | "newLenderSubsidies">,
  spend: number | null,
): number | null {
  return spend === null ? null : ratio(spend + newLenderSubsidies, newLenders);
}

/** Null where either is not known, or nothing was paid. */
export function valueToCost(value: number | null, cost: number | null): number | null {
  return value === null || cost === null ? null : ratio(value, cost);
}
