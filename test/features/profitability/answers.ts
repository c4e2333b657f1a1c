import { monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import type {
  Basis,
  LoanGaps,
  ProductProfit,
  ProfitabilityResult,
  ProfitFigures,
  ProfitMonth,
  WhatIfResult,
} from "#src/engine/protocol.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

const BASIS: Basis = {
  asOf: AS_OF,
  dataVersion: 1,
  sourceRows: 100,
  rejectedRows: 0,
  switches: { newRule: "first_instant", transfers: "net" },
};

const LAST: MonthNumber = monthOf(AS_OF);

/** The month so many before the last day of data. */
export function monthBack(months: number): Period {
  return { from: monthStart(LAST - months), to: monthEnd(LAST - months) };
}

export interface Parts {
  readonly loans?: number;
  readonly disbursed: number;
  readonly interest: number;
  readonly fees?: number;
  readonly bad: number;
  readonly funding: number;
  readonly marketing: number;
  readonly finished?: number;
  /** Means of balances of loans of twelve months, all finished. */
  readonly closing?: number;
  readonly opening?: number;
}

/** Figures of loans from their parts in yuan, made the slow way. */
export function figuresOf(yuan: Parts): ProfitFigures {
  const fen = (amount: number) => Math.round(amount * 100);
  const [disbursed, interest, fees] = [fen(yuan.disbursed), fen(yuan.interest), fen(yuan.fees ?? 0)];
  const [bad, funding, marketing] = [fen(yuan.bad), fen(yuan.funding), fen(yuan.marketing)];
  const income = interest + fees;
  const cost = bad + funding + marketing;
  const profit = income - cost;
  const capital = (average: number) => ({ fenYears: average, average, perYear: profit / average });
  return {
    ...{
      loans: yuan.loans ?? 10,
      disbursed,
      interest,
      penalty: 0,
      fees,
      income,
      bad,
      funding,
      marketing,
      cost,
      profit,
    },
    perDisbursed: profit / disbursed,
    closing: capital(fen(yuan.closing ?? yuan.disbursed * 0.45)),
    opening: capital(fen(yuan.opening ?? yuan.disbursed * 0.55)),
    scheduledInterest: fen(yuan.interest * 1.1),
    realised: 1 / 1.1,
    breakEvenBad: profit + bad,
    owed: 0,
    finished: yuan.finished ?? 1,
    contractRate: 0.18,
    irr: { rate: 0.0638 },
    xirr: { rate: null, reason: "several" },
  };
}

/** The worked example: 188 million at 18 % in twelve level instalments. */
export const TEACH: Parts = {
  ...{ loans: 1, disbursed: 188_000_000, interest: 16_000_000 },
  ...{ bad: 5_200_000, funding: 4_700_000, marketing: 4_100_000 },
  ...{ closing: 88_944_799.965, opening: 104_611_466.63 },
};

const LOSING: Parts = {
  ...{ loans: 40, disbursed: 1_000_000, interest: 100_000, fees: 10_000 },
  ...{ bad: 70_000, funding: 40_000, marketing: 20_000, finished: 0.5 },
};

const EARNING: Parts = {
  ...{ loans: 20, disbursed: 500_000, interest: 40_000, bad: 900, funding: 20_000, marketing: 7_250, finished: 0.25 },
};

export function productOf(product: string, parts: Parts, months: readonly ProfitMonth[] = []): ProductProfit {
  return { ...figuresOf(parts), product, months };
}

/** CL12 loses in both of its months; CAR24 earns; TEACH12 is the worked example. */
export const PRODUCTS: readonly ProductProfit[] = [
  productOf("TEACH12", TEACH, [{ ...figuresOf(TEACH), month: monthBack(40) }]),
  productOf("CL12", LOSING, [
    { ...figuresOf({ ...LOSING, loans: 15, disbursed: 600_000 }), month: monthBack(3) },
    { ...figuresOf({ ...LOSING, loans: 25, disbursed: 400_000 }), month: monthBack(1) },
  ]),
  productOf("CAR24", EARNING, [{ ...figuresOf(EARNING), month: monthBack(1) }]),
];

/** Sums what may be summed of products. */
export function totalOf(parts: readonly Parts[]): ProfitFigures {
  const sum = (of: (one: Parts) => number) => parts.reduce((all, one) => all + of(one), 0);
  return figuresOf({
    loans: sum(({ loans = 0 }) => loans),
    disbursed: sum(({ disbursed }) => disbursed),
    interest: sum(({ interest }) => interest),
    fees: sum(({ fees = 0 }) => fees),
    bad: sum(({ bad }) => bad),
    funding: sum(({ funding }) => funding),
    marketing: sum(({ marketing }) => marketing),
    finished: 0.99,
  });
}

export const NO_GAPS: LoanGaps = {
  ...{ loans: 71, blanks: [], beyond: 0, later: 0 },
  latest: AS_OF,
  isDisbursal: false,
};

export const RESULT: ProfitabilityResult = {
  basis: BASIS,
  snapshotDay: AS_OF,
  missing: [],
  hasRepaid: true,
  gaps: NO_GAPS,
  unread: 0,
  unreadIds: [],
  unreadMethods: [],
  total: totalOf([TEACH, LOSING, EARNING]),
  products: PRODUCTS,
  overTime: [
    { bucket: monthBack(40), profit: [200_000_000, null, null], disbursed: [18_800_000_000, 0, 0] },
    { bucket: monthBack(3), profit: [null, -1_000_000, null], disbursed: [0, 60_000_000, 0] },
    { bucket: monthBack(1), profit: [null, -1_000_000, 1_185_000], disbursed: [0, 40_000_000, 50_000_000] },
  ],
  span: { from: epochDay(AS_OF - 1_300), to: AS_OF },
  outside: { loans: 0, disbursed: 0 },
  allProducts: ["CAR24", "CL12", "TEACH12"],
};

const NOTHING: ProfitFigures = { ...figuresOf({ ...TEACH, disbursed: 0, loans: 0 }), loans: 0, disbursed: 0 };

export const NO_LOANS: ProfitabilityResult = {
  ...RESULT,
  ...{ snapshotDay: null, total: NOTHING, products: [], overTime: [], span: null, allProducts: [] },
};

export const NONE_FIT: ProfitabilityResult = { ...RESULT, total: NOTHING, products: [], overTime: [] };

const withoutBad = (figures: ProfitFigures): ProfitFigures => ({
  ...figures,
  ...{ bad: null, cost: null, profit: null, perDisbursed: null, breakEvenBad: null },
  closing: { ...figures.closing, perYear: null },
  opening: { ...figures.opening, perYear: null },
  irr: { rate: null, reason: "unknown" },
  xirr: { rate: null, reason: "unknown" },
});

/** The file has no bad principal and does not tell what was repaid. */
export const WITHOUT_BAD: ProfitabilityResult = {
  ...RESULT,
  ...{ missing: ["penalty", "bad"], hasRepaid: false, unread: 3, unreadIds: ["L7", "L8", "L9"] },
  total: withoutBad(RESULT.total),
  products: PRODUCTS.map((product) => ({ ...product, ...withoutBad(product), months: [] })),
  overTime: RESULT.overTime.map((bucket) => ({ ...bucket, profit: bucket.profit.map(() => null) })),
};

export const WHAT_IF: WhatIfResult = {
  basis: BASIS,
  now: movedOf(figuresOf(TEACH)),
  moved: movedOf(figuresOf({ ...TEACH, bad: 4_680_000 })),
  tornado: [
    { driver: "interest", lower: 40_000_000, higher: 360_000_000 },
    { driver: "bad", lower: 252_000_000, higher: 148_000_000 },
  ],
};

function movedOf(figures: ProfitFigures): WhatIfResult["now"] {
  return { ...figures, perClosing: figures.closing.perYear, perOpening: figures.opening.perYear };
}
