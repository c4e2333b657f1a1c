import type { FundKind, LeverageRules } from "#src/domain/leverageRules.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { mulDiv } from "#src/metrics/mulDiv.ts";

import { fundsInForce, type Fund } from "./fundsInForce.ts";

/** What stands for the platform's own funds; "none" when no fund does. */
export type OwnFrom = "net_assets" | "vc_financing" | "paid_in_capital" | "none";

/** What the funds in force come to, whatever is outstanding. Fen, never below zero. */
export interface Backing {
  /** Of what is guaranteed; 0 without a guarantor that counts. */
  readonly guaranteePpm: number;
  /** No more outstanding than this is guaranteed; Infinity when all of it is. */
  readonly guaranteeUpTo: number;
  readonly insurance: number;
  readonly ownFunds: number;
  readonly ownFrom: OwnFrom;
  readonly collateral: number;
  readonly shareholders: number;
}

export type ShareholderClass = "main_business" | "subsidiary" | "financial" | "unknown_shareholder";

const MILLION = 1_000_000;
/** A guarantor may stand for ten times its net assets. */
const GUARANTOR_TIMES = 10;

/** Backing of funds that are all in force (LV2 to LV5). Every part is rounded once, half up. */
export function backingOf(funds: readonly Fund[], rules: LeverageRules): Backing {
  const ofKind = (kind: FundKind): readonly Fund[] => funds.filter((fund) => fund.kind === kind);
  return {
    ...guaranteeFrom(funds, rules),
    insurance: partOf(ofKind("insurance"), () => rules.insuredPpm),
    ...ownFundsOf(funds, rules),
    collateral: partOf(ofKind("collateral"), () => MILLION - rules.haircutPpm),
    shareholders: partOf(ofKind("shareholder"), (fund) => shareholderPpm(shareholderClass(fund), rules)),
  };
}

/** Backing by day, each made once: it changes only on the days of funds. Null before the first of them. */
export function backingByDay(funds: readonly Fund[], rules: LeverageRules): (day: EpochDay) => Backing | null {
  const changes = [...new Set(funds.map(({ asOf }) => asOf))].toSorted((a, b) => b - a);
  const known = new Map<EpochDay, Backing>();
  return (day) => {
    const since = changes.find((change) => change <= day);
    if (since === undefined) return null;
    const backing = known.get(since) ?? backingOf(fundsInForce(funds, since), rules);
    known.set(since, backing);
    return backing;
  };
}

/** What a guarantor covers of outstanding (LV2), rounded half up. */
export function guaranteeOf(
  outstanding: number,
  { guaranteePpm, guaranteeUpTo }: Pick<Backing, "guaranteePpm" | "guaranteeUpTo">,
): number {
  const guaranteed = Math.max(0, Math.min(outstanding, guaranteeUpTo));
  return mulDiv(guaranteed, guaranteePpm, { divisor: MILLION, rounding: "half_up" });
}

/**
 * Whether a guarantor's cover counts (LV2): it has net assets, and is not related to the platform unless the rules
 * say otherwise. One of which the dataset does not say that it is related is taken as unrelated.
 */
export function isGuarantorCounted({ amount, related }: Fund, { countsRelated }: LeverageRules): boolean {
  return amount > 0 && (related !== true || countsRelated);
}

function guaranteeFrom(funds: readonly Fund[], rules: LeverageRules): Pick<Backing, "guaranteePpm" | "guaranteeUpTo"> {
  const guarantors = funds.filter((fund) => fund.kind === "guarantee" && isGuarantorCounted(fund, rules));
  if (guarantors.length === 0) return { guaranteePpm: 0, guaranteeUpTo: 0 };
  const isLimited = rules.guaranteeBase === "ten_times_net_assets";
  return {
    guaranteePpm: rules.guaranteePpm,
    guaranteeUpTo: isLimited ? GUARANTOR_TIMES * sumOf(guarantors) : Infinity,
  };
}

/**
 * Own funds (LV3). Net assets are known when a fund of that kind is in force, a zero too; last year's profit goes with
 * them and is nothing without them. Of equals the first of net assets, financing and paid-in capital is named.
 */
export function ownFundsOf(
  funds: readonly Fund[],
  { own }: Pick<LeverageRules, "own">,
): Pick<Backing, "ownFunds" | "ownFrom"> {
  const candidates = (["net_assets", "vc_financing", "paid_in_capital"] as const)
    .filter((kind) => funds.some((fund) => fund.kind === kind))
    .map((ownFrom) => {
      const counted = funds.filter(({ kind }) => kind === ownFrom || isProfitOf(ownFrom, kind));
      return { ownFrom, ownFunds: Math.max(0, sumOf(counted)) };
    });
  const netAssets = candidates.find(({ ownFrom }) => ownFrom === "net_assets");
  if (own === "priority" && netAssets) return netAssets;
  const [largest] = candidates.toSorted((a, b) => b.ownFunds - a.ownFunds);
  return largest ?? { ownFunds: 0, ownFrom: "none" };
}

/** Whether a fund of a kind is last year's profit that goes with what stands for own funds. */
export function isProfitOf(ownFrom: OwnFrom, kind: FundKind | null): boolean {
  return ownFrom === "net_assets" && kind === "last_year_profit";
}

/** LV4; a controlling shareholder is only taken to be in the platform's business when the dataset says so. */
export function shareholderClass({ relation, mainBusiness }: Fund): ShareholderClass {
  if (relation === "financial") return "financial";
  if (relation !== "controlling") return "unknown_shareholder";
  return mainBusiness === "yes" ? "main_business" : "subsidiary";
}

export function shareholderPpm(shareholder: ShareholderClass, rules: LeverageRules): number {
  switch (shareholder) {
    case "main_business":
      return rules.mainBusinessPpm;
    case "subsidiary":
      return rules.subsidiaryPpm;
    case "financial":
      return rules.financialPpm;
    case "unknown_shareholder":
      return 0;
  }
}

function sumOf(funds: readonly Fund[]): number {
  return funds.reduce((sum, { amount }) => sum + amount, 0);
}

/** Parts of amounts added up exactly and rounded once, half up; 0 when it comes to less than nothing. */
function partOf(funds: readonly Fund[], ppmOf: (fund: Fund) => number): number {
  const million = BigInt(MILLION);
  const millionths = funds.reduce((sum, fund) => sum + BigInt(fund.amount) * BigInt(ppmOf(fund)), 0n);
  return millionths <= 0n ? 0 : Number((2n * millionths + million) / (2n * million));
}
