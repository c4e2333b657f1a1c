import { parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_LEVERAGE_RULES } from "#src/domain/leverageRules.ts";
import { epochDay } from "#src/domain/units.ts";
import type { FundLine, LeverageFigures, LeveragePoint, LeverageResult } from "#src/engine/protocol.ts";
import { BASIS } from "#test/features/overview/answers.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

export const RULES = DEFAULT_LEVERAGE_RULES;
/** 万 yuan in fen. */
export const WAN = 1_000_000;
export const DAY = (text: string) => parseIsoDay(text) ?? epochDay(0);

type Parts = Partial<
  Pick<LeverageFigures, "outstanding" | "guarantee" | "insurance" | "ownFunds" | "collateral" | "shareholders">
>;

/** Figures whose sums follow from their parts; 100,000万 outstanding over 18,600万, 5.38×, when left as they are. */
export function figuresOf(parts: Parts = {}, change: Partial<LeverageFigures> = {}): LeverageFigures {
  const { outstanding, guarantee, insurance, ownFunds, collateral, shareholders } = {
    outstanding: 100_000 * WAN,
    guarantee: 3000 * WAN,
    insurance: 0,
    ownFunds: 4600 * WAN,
    collateral: 3000 * WAN,
    shareholders: 8000 * WAN,
    ...parts,
  };
  const [partner, own] = [guarantee + insurance, ownFunds + collateral];
  const backing = partner + own + shareholders;
  const rest = own + shareholders;
  return {
    day: AS_OF,
    ...{ outstanding, guarantee, insurance, ownFunds, collateral, shareholders, partner, own, backing },
    ownFrom: "net_assets",
    leverage: backing > 0 ? outstanding / backing : null,
    withoutPartner: rest > 0 ? outstanding / rest : null,
    band: backing > 0 ? "normal" : null,
    absorbs: outstanding > 0 ? backing / outstanding : null,
    ...change,
  };
}

export const NOTHING = { guarantee: 0, insurance: 0, ownFunds: 0, collateral: 0, shareholders: 0 } as const;

export function pointOf(daysBefore: number, parts: Parts = {}): LeveragePoint {
  const day = epochDay(AS_OF - daysBefore);
  return { ...figuresOf(parts, { day }), bucket: { from: day, to: day } };
}

export const LEVERAGE: LeverageResult = {
  basis: BASIS,
  hasFunds: true,
  now: figuresOf(),
  room: { band: "high", at: 10, outstanding: 12_285_714 * 10_000, backing: 8600 * WAN },
  points: [pointOf(2, { collateral: 1000 * WAN }), pointOf(1), pointOf(0)],
  losses: [
    {
      lossPpm: 30_000,
      loss: 3000 * WAN,
      insurance: 0,
      guarantee: 3000 * WAN,
      own: 0,
      collateral: 0,
      shareholders: 0,
      lenders: 0,
    },
    {
      lossPpm: 200_000,
      loss: 20_000 * WAN,
      insurance: 0,
      guarantee: 3000 * WAN,
      own: 4600 * WAN,
      collateral: 3000 * WAN,
      shareholders: 8000 * WAN,
      lenders: 1400 * WAN,
    },
  ],
};

export function fundOf(change: Partial<FundLine> = {}): FundLine {
  return {
    asOf: DAY("2026-06-30"),
    kind: "net_assets",
    kindName: "net_assets",
    amount: 4000 * WAN,
    relation: "own",
    mainBusiness: "",
    related: null,
    note: "",
    importId: 1,
    counts: 4000 * WAN,
    why: "own_chosen",
    ...change,
  };
}

export const FUNDS: readonly FundLine[] = [
  fundOf({
    kind: "guarantee",
    kindName: "guarantee",
    amount: 9000 * WAN,
    relation: "partner",
    related: false,
    counts: null,
    why: "unrelated_guarantor",
    note: "covers all projects",
  }),
  fundOf(),
  fundOf({
    kind: "collateral",
    kindName: "collateral",
    amount: 3000 * WAN,
    counts: 3000 * WAN,
    why: "collateral",
    importId: 2,
  }),
  fundOf({
    kind: "shareholder",
    kindName: "shareholder",
    amount: 6000 * WAN,
    relation: "controlling",
    mainBusiness: "no",
    counts: 3000 * WAN,
    why: "subsidiary",
  }),
  fundOf({ kind: null, kindName: "aliens", amount: 7 * WAN, relation: "", counts: 0, why: "unknown_kind" }),
];
