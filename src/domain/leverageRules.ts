import { partsPerMillion, type PartsPerMillion } from "./units.ts";

/** How funds become backing (LV1 to LV6); each rule is shown beside the figure and can be switched. */
export interface LeverageRules {
  /** Of what is guaranteed, when a guarantor cooperates. */
  readonly guaranteePpm: PartsPerMillion;
  /** What a guarantor stands for: all of outstanding, or no more than ten times its net assets. */
  readonly guaranteeBase: "outstanding" | "ten_times_net_assets";
  /** Whether a guarantor that is related to the platform counts: a guarantee for oneself is none. */
  readonly countsRelated: boolean;
  /** Net assets with last year's profit, and else the larger of financing and paid-in capital; or the largest of the three. */
  readonly own: "priority" | "max3";
  /** Of the insured amount entered. */
  readonly insuredPpm: PartsPerMillion;
  /** Taken off collateral as entered; 0 where its value is entered after a haircut. */
  readonly haircutPpm: PartsPerMillion;
  /** Of a controlling shareholder's funds whose main business is the platform. */
  readonly mainBusinessPpm: PartsPerMillion;
  /** Of a controlling shareholder's funds where the platform is one subsidiary. */
  readonly subsidiaryPpm: PartsPerMillion;
  /** Of a financial investor's funds. */
  readonly financialPpm: PartsPerMillion;
}

export const DEFAULT_LEVERAGE_RULES: LeverageRules = {
  guaranteePpm: partsPerMillion(30_000),
  guaranteeBase: "outstanding",
  countsRelated: false,
  own: "priority",
  insuredPpm: partsPerMillion(1_000_000),
  haircutPpm: partsPerMillion(0),
  mainBusinessPpm: partsPerMillion(1_000_000),
  subsidiaryPpm: partsPerMillion(500_000),
  financialPpm: partsPerMillion(0),
};

export const FUND_KINDS = [
  "guarantee",
  "insurance",
  "net_assets",
  "last_year_profit",
  "vc_financing",
  "paid_in_capital",
  "collateral",
  "shareholder",
] as const;

export type FundKind = (typeof FUND_KINDS)[number];

/** Leverage from which each band begins: below 5 low, 5 to 10 normal for a platform, above 10 high, from 50 extreme. */
export const LEVERAGE_BANDS = { normal: 5, high: 10, extreme: 50 } as const;

export type LeverageBand = "low" | "normal" | "high" | "extreme";

/** What others are held to, for comparison. */
export const PEER_CAPS = { guarantor: 10, bank: 12 } as const;

/** Remaining days, each up to and with the day named. */
export const TERM_BUCKETS = [7, 30, 60, 90, 180, Infinity] as const;
