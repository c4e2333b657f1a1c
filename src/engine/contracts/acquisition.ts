import type { Period } from "#src/domain/period.ts";
import type { HunterRules } from "#src/domain/segments.ts";

import type { Basis, Filter, OnProgress } from "#src/engine/protocol.ts";

/** Everything but the total is fixed for a lender: channel, kind, campaign by registration, product by the first lend. */
export type AcquisitionDimension = "channel" | "kind" | "campaign" | "product" | "month";

/** A dataset that figures wait for. */
export type MissingDataset = "lenders" | "spend" | "spread";

export interface AcquisitionArgs {
  readonly by: AcquisitionDimension;
  /** Months of first lending, first to last day; null is all. Registrations are counted in the same days. */
  readonly cohorts: Period | null;
  /** Products are those of the first lend. */
  readonly filter: Filter;
}

/** A share with its 95 % interval; null where there is nobody to count. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly value: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** One step of the funnel: of those who could have taken it by now, who did. */
export interface FunnelStep {
  readonly step: "registered" | "firstLend" | "secondLend" | "held30" | "held90" | "held180";
  /**
   * Against the step before for the first lend (of those registered), against the first lend for all later ones. Held
   * steps count only lenders whose first lend is that long ago. Null where it is not known (no lenders dataset).
   */
  readonly share: Share | null;
}

/** Kaplan–Meier of the days from the first to the second lend occasion, censored at the last day of data. */
export interface TimeToSecond {
  readonly lenders: number;
  readonly events: number;
  /** Steps of 1 − S(t), ascending in days. */
  readonly points: readonly {
    readonly day: number;
    readonly atRisk: number;
    readonly events: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** Days until this share has lent again; null while it has not. */
  readonly quantiles: { readonly p25: number | null; readonly p50: number | null; readonly p75: number | null };
}

/** Days from registration to the first lend, of those who lent; null without a lenders dataset. */
interface TimeToFirst {
  readonly lenders: number;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
}

/** Fen by age from 0 unless said otherwise; per acquired lender. */
export interface LifetimeCurve {
  /** Cumulative margin over cohorts that are old enough; null from the first age without one. */
  readonly points: readonly {
    readonly age: number;
    readonly value: number | null;
    readonly cohorts: number;
    readonly lenders: number;
  }[];
}

export interface Payback {
  /** Months from the start of the cohort month; null when not reached. */
  readonly months: number | null;
  /** The oldest age observed: unreached is "> observedMonths". */
  readonly observedMonths: number;
}

export interface AcquisitionGroup {
  /** Name of the group as the data spells it, "" for none; a month as YYYY-MM; null for the total. */
  readonly name: string | null;
  readonly funnel: readonly FunnelStep[];
  readonly newLenders: number;
  /** New volume, fen. */
  readonly firstVolume: number;
  /** Volume of these lenders to date, and their share of all groups'. */
  readonly volume: number;
  readonly volumeShare: number | null;
  /**
   * Fen; kind `subsidy` is left out. Null without a spend dataset, and for a channel, kind or campaign that none of its
   * rows names; 0 for one that rows name in other months or with 0.
   */
  readonly spend: number | null;
  /** Subsidies of the ledger up to the end of the month of the first lend, fen. */
  readonly newLenderSubsidies: number;
  /** (spend + new-lender subsidies) ÷ new lenders, fen; null where the spend is not known, or without lenders. */
  readonly acquisitionCost: number | null;
  /** Observed margin per lender by the end of months 1, 3, 6 and 12 (ages 0, 2, 5, 11), fen; null when not observed or without a spread. */
  readonly lifetimeValue: {
    readonly m1: number | null;
    readonly m3: number | null;
    readonly m6: number | null;
    readonly m12: number | null;
  };
  /** The whole observed curve. */
  readonly curve: LifetimeCurve;
  /** Margin per lender so far, fen: of months of first lending that are over, up to the last month that is. */
  readonly observedValue: number | null;
  /** At `horizonMonths`, what is observed carried on as all lenders' value grew, fen; null without a spread. */
  readonly projectedValue: number | null;
  /** projectedValue ÷ acquisitionCost. */
  readonly valueToCost: number | null;
  /** observedValue ÷ acquisitionCost. */
  readonly observedValueToCost: number | null;
  /** Null where the spend is not known, or without a spread. */
  readonly payback: Payback | null;
  readonly held90: Share | null;
  /** Share of the group's balance that its ten largest lenders hold; null without a balance. */
  readonly topTenShare: number | null;
  readonly balance: number;
}

export interface AcquisitionTrendPoint {
  readonly month: Period;
  readonly newLenders: number;
  readonly acquisitionCost: number | null;
  readonly payback: Payback | null;
}

export interface AcquisitionResult {
  readonly basis: Basis;
  /** What is not there and would switch figures on. */
  readonly missing: readonly MissingDataset[];
  /** How far values are projected: 24, or as many months as the oldest lenders were observed. */
  readonly horizonMonths: number;
  readonly spreadPpm: number | null;
  readonly total: AcquisitionGroup;
  /** Most new lenders first; months ascending. */
  readonly groups: readonly AcquisitionGroup[];
  readonly timeToFirst: TimeToFirst | null;
  readonly timeToSecond: TimeToSecond;
  /** Acquisition by month of first lend, all groups together. */
  readonly trend: readonly AcquisitionTrendPoint[];
  /** Spend of channels or campaigns that brought no lender in these months, fen; null without a spend dataset. */
  readonly unmatchedSpend: number | null;
}

export interface HunterArgs {
  readonly by: "channel" | "campaign" | "month";
  readonly cohorts: Period | null;
  readonly filter: Filter;
  readonly rules: HunterRules;
}

export interface HunterGroup {
  readonly name: string | null;
  readonly newLenders: number;
  readonly hunters: Share;
  /** New-lender subsidies paid to hunters, fen. */
  readonly subsidies: number;
  /**
   * Their share of the group's spend and their own subsidies, fen; null where the group's spend is not known. The total
   * is the sum of the groups that have one.
   */
  readonly cost: number | null;
  /** Observed margin per lender to date, fen: all, hunters, all but hunters; null without a spread. */
  readonly value: { readonly all: number | null; readonly hunters: number | null; readonly others: number | null };
  readonly valueToCost: { readonly all: number | null; readonly others: number | null };
}

export interface HunterResult {
  readonly basis: Basis;
  readonly rules: HunterRules;
  /** Signs that the data cannot show: no withdrawals, no terms. They are not asked for. */
  readonly unknownSigns: readonly ("shortestTerm" | "coupon" | "cashOut")[];
  /** Lenders with each sign alone, in the months asked for. */
  readonly signCounts: Readonly<Record<"shortestTerm" | "coupon" | "atThreshold" | "cashOut" | "noSecondLend", number>>;
  readonly shortestTermDays: number | null;
  readonly missing: readonly MissingDataset[];
  readonly total: HunterGroup;
  readonly groups: readonly HunterGroup[];
}

/** One side of a comparison: lenders that have one thing in common. */
export type CompareSide =
  | { readonly type: "channel" | "kind" | "campaign" | "product"; readonly name: string }
  | { readonly type: "month"; readonly month: Period }
  | { readonly type: "segment"; readonly id: string }
  | { readonly type: "all" };

export interface CompareArgs {
  /** Two to four. */
  readonly sides: readonly CompareSide[];
  readonly cohorts: Period | null;
  readonly filter: Filter;
}

export interface ComparedSide {
  readonly side: CompareSide;
  readonly newLenders: number;
  readonly firstVolume: number;
  readonly volume: number;
  /** Null where the spend is not known, and for a product or a segment: nothing is spent on just their lenders. */
  readonly acquisitionCost: number | null;
  /** Margin per lender so far, fen; null without a spread. */
  readonly observedValue: number | null;
  /** Of those who began 90 days ago or longer, who held a balance on that day. */
  readonly held90: Share;
  /** Who lent on a second day, whenever it was. */
  readonly secondLend: Share;
  /** Weighted share of lenders by age: with a balance at the month's end, and lending in the month. */
  readonly held: readonly { readonly age: number; readonly share: Share; readonly cohorts: number }[];
  readonly lentAgain: readonly { readonly age: number; readonly share: Share; readonly cohorts: number }[];
  readonly curve: LifetimeCurve;
  readonly payback: Payback | null;
  /**
   * (new + resurrected + expansion) ÷ (contraction + churned) over the last three complete months; null over zero. With
   * all months of first lending those of before history are in it.
   */
  readonly quickRatio: number | null;
}

/** How two sides differ in one share; sides by place. */
export interface CompareDifference {
  readonly a: number;
  readonly b: number;
  readonly measure: "held90" | "secondLend";
  /** New lenders that are on both sides; the interval takes all for different people. */
  readonly shared: number;
  /** share of a − share of b, with the 95 % interval of the difference (Newcombe, of two Wilson intervals). */
  readonly difference: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** "differs" when the interval leaves zero out, "may_be_chance" when not, "too_few" with fewer than 20 lenders on a side. */
  readonly verdict: "differs" | "may_be_chance" | "too_few";
}

export interface CompareResult {
  readonly basis: Basis;
  readonly missing: readonly MissingDataset[];
  readonly sides: readonly ComparedSide[];
  readonly differences: readonly CompareDifference[];
}

export interface AcquisitionMethods {
  /** Funnel and economics of acquiring lenders, by one thing they have in common. */
  acquisition(args: AcquisitionArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<AcquisitionResult>;
  hunters(args: HunterArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<HunterResult>;
  compareAcquisition(args: CompareArgs, signal?: AbortSignal, onProgress?: OnProgress): Promise<CompareResult>;
}
