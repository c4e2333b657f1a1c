import { DEFAULT_HUNTER_RULES } from "#src/domain/segments.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type {
  AcquisitionGroup,
  AcquisitionResult,
  FunnelStep,
  HunterGroup,
  HunterResult,
  Payback,
  Share,
} from "#src/engine/protocol.ts";
import { month } from "#test/features/cohorts/answers.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

export { month };

function share(count: number, of: number): Share {
  return { count, of, value: of === 0 ? null : count / of, interval: of === 0 ? null : { low: 0.25, high: 0.375 } };
}

function funnel(lenders: number): readonly FunnelStep[] {
  return [
    { step: "registered", share: { ...share(2 * lenders, 2 * lenders), interval: null } },
    { step: "firstLend", share: share(lenders, 2 * lenders) },
    { step: "secondLend", share: share(lenders / 2, lenders) },
    { step: "held30", share: share(lenders / 4, lenders) },
    { step: "held90", share: share(lenders / 5, lenders) },
    { step: "held180", share: share(0, 0) },
  ];
}

export interface GroupFacts {
  readonly lenders: number;
  /** Fen a lender. */
  readonly cost: number | null;
  readonly payback: Payback | null;
  /** Cumulative fen a lender, by age. */
  readonly values: readonly number[];
}

/** A group whose figures follow from a few. */
export function group(name: string | null, { lenders, cost, payback, values }: GroupFacts): AcquisitionGroup {
  const observed = values.at(-1) ?? null;
  const projected = observed === null ? null : observed * 2;
  const ratio = (value: number | null) => (value === null || cost === null ? null : value / cost);
  return {
    name,
    funnel: funnel(lenders),
    newLenders: lenders,
    firstVolume: lenders * 100_000,
    volume: lenders * 1_000_000,
    volumeShare: lenders / 300,
    spend: cost === null ? null : cost * lenders,
    newLenderSubsidies: lenders * 100,
    acquisitionCost: cost,
    lifetimeValue: { m1: values[0] ?? null, m3: values[2] ?? null, m6: values[5] ?? null, m12: values[11] ?? null },
    curve: { points: values.map((value, age) => ({ age, value, cohorts: values.length - age, lenders })) },
    observedValue: observed,
    projectedValue: projected,
    valueToCost: ratio(projected),
    observedValueToCost: ratio(observed),
    payback,
    held90: share(lenders / 5, lenders),
    topTenShare: 0.5,
    balance: 1_000_000,
  };
}

export const REFERRAL = group("referral", {
  lenders: 100,
  cost: 20_000,
  payback: { months: 3.125, observedMonths: 4 },
  values: [5_000, 12_000, 19_000, 27_000, 36_000],
});
export const SEARCH = group("search", {
  lenders: 140,
  cost: 90_000,
  payback: { months: null, observedMonths: 3 },
  values: [3_000, 8_000, 15_000, 21_000],
});
/** Three accounts that cost nothing and bring much. */
export const NAMELESS = group("", {
  lenders: 3,
  cost: 0,
  payback: { months: 0, observedMonths: 4 },
  values: [900_000, 1_800_000],
});

const TOTAL = group(null, {
  lenders: 243,
  cost: 60_000,
  payback: { months: null, observedMonths: 4 },
  values: [4_000, 10_000, 17_000, 24_000, 30_000],
});

export const RESULT: AcquisitionResult = {
  basis: { asOf: AS_OF, dataVersion: 1, sourceRows: 100, rejectedRows: 2, switches: DEFAULT_SETTINGS },
  missing: [],
  horizonMonths: 24,
  spreadPpm: 58_300,
  total: TOTAL,
  groups: [SEARCH, REFERRAL, NAMELESS],
  timeToFirst: { lenders: 243, p25: 0, p50: 1, p75: 5 },
  timeToSecond: {
    lenders: 100,
    events: 60,
    points: [
      { day: 2, atRisk: 100, events: 25, share: 0.25, low: 0.2, high: 0.3 },
      { day: 5, atRisk: 75, events: 35, share: 0.6, low: 0.5, high: 0.7 },
    ],
    quantiles: { p25: 2, p50: 5, p75: null },
  },
  trend: [
    { month: month(0), newLenders: 120, acquisitionCost: 50_000, payback: { months: 2.5, observedMonths: 3 } },
    { month: month(1), newLenders: 123, acquisitionCost: 70_000, payback: { months: null, observedMonths: 2 } },
  ],
  unmatchedSpend: 0,
};

/** What is left of a group where neither spend nor spread is known. */
function unpriced(one: AcquisitionGroup): AcquisitionGroup {
  return {
    ...one,
    spend: null,
    acquisitionCost: null,
    lifetimeValue: { m1: null, m3: null, m6: null, m12: null },
    curve: { points: [] },
    observedValue: null,
    projectedValue: null,
    valueToCost: null,
    observedValueToCost: null,
    payback: null,
  };
}

export const BARE: AcquisitionResult = {
  ...RESULT,
  missing: ["lenders", "spend", "spread"],
  spreadPpm: null,
  total: unpriced(TOTAL),
  groups: RESULT.groups.map(unpriced),
  timeToFirst: null,
  trend: RESULT.trend.map((point) => ({ ...point, acquisitionCost: null, payback: null })),
  unmatchedSpend: null,
};

function hunterGroup(name: string | null, count: number, of: number): HunterGroup {
  return {
    name,
    newLenders: of,
    hunters: { count, of, value: count / of, interval: { low: (count / of) * 0.9, high: (count / of) * 1.05 } },
    subsidies: count * 12_800,
    cost: count * 50_000,
    value: { all: 3_500, hunters: 1_200, others: 13_800 },
    valueToCost: { all: 0.07, others: 0.31 },
  };
}

export const HUNTERS: HunterResult = {
  basis: RESULT.basis,
  rules: DEFAULT_HUNTER_RULES,
  unknownSigns: [],
  signCounts: { shortestTerm: 120, coupon: 200, atThreshold: 90, cashOut: 1, noSecondLend: 110 },
  shortestTermDays: 7,
  missing: [],
  total: hunterGroup(null, 90, 500),
  groups: [hunterGroup("", 9, 390), hunterGroup("FEED-JUN24", 80, 100), hunterGroup("TINY", 1, 10)],
};
