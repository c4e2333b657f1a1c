import { monthEnd, monthStart } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import type { ComparedSide, CompareResult, CompareSide, Share } from "#src/engine/protocol.ts";
import { shareDifference } from "#src/metrics/comparison/shareDifference.ts";
import { wilson } from "#src/metrics/wilson.ts";

function share(count: number, of: number): Share {
  return { count, of, value: of === 0 ? null : count / of, interval: wilson(count, of) };
}

export interface SideFigures {
  readonly lenders: number;
  readonly held90: number;
  /** Shares of lenders by age. */
  readonly held: readonly number[];
  /** Fen, by age. */
  readonly values: readonly number[];
  readonly cost: number | null;
  readonly payback: number | null;
}

/** A side of which the youngest two ages have five cohorts behind them, and the others fewer and fewer. */
export function compared(side: CompareSide, figures: SideFigures): ComparedSide {
  const { lenders, held90, held, values, cost, payback } = figures;
  const cohortsAt = (age: number) => Math.max(1, 6 - Math.max(1, age));
  const points = held.map((of, age) => ({ age, share: share(of * lenders, lenders), cohorts: cohortsAt(age) }));
  return {
    side,
    newLenders: lenders,
    firstVolume: lenders * 100_000,
    volume: lenders * 1_000_000,
    acquisitionCost: cost,
    observedValue: values.at(-1) ?? null,
    held90: share(held90, lenders),
    secondLend: share(lenders / 2, lenders),
    held: points,
    lentAgain: points,
    curve: { points: values.map((value, age) => ({ age, value, cohorts: cohortsAt(age), lenders })) },
    payback: cost === null ? null : { months: payback, observedMonths: values.length - 1 },
    quickRatio: 1.5,
  };
}

export const REFERRAL = compared(
  { type: "channel", name: "referral" },
  {
    lenders: 400,
    held90: 276,
    held: [0.9, 0.8, 0.75, 0.7, 0.7],
    values: [10_000, 20_000, 30_000],
    cost: 15_000,
    payback: 1.5,
  },
);
export const FEED = compared(
  { type: "channel", name: "feed" },
  { lenders: 700, held90: 112, held: [0.5, 0.3, 0.2, 0.2], values: [4000, 6000, 7000], cost: 50_000, payback: null },
);
export const SEARCH = compared(
  { type: "channel", name: "search" },
  { lenders: 500, held90: 200, held: [0.7, 0.5], values: [5000, 9000], cost: 30_000, payback: null },
);
export const TINY = compared(
  { type: "channel", name: "tv" },
  { lenders: 10, held90: 10, held: [1], values: [], cost: null, payback: null },
);

export function resultOf(sides: readonly ComparedSide[], shared = 0): CompareResult {
  const pairs = sides.flatMap((_, a) => sides.flatMap((__, b) => (a < b ? [{ a, b }] : [])));
  return {
    basis: {
      asOf: epochDay(20_777),
      dataVersion: 1,
      sourceRows: 1234,
      rejectedRows: 0,
      switches: { newRule: "first_instant", transfers: "net" },
    },
    missing: [],
    sides,
    differences: pairs.flatMap(({ a, b }) =>
      (["held90", "secondLend"] as const).map((measure) => ({
        ...{ a, b, measure, shared },
        ...shareDifference(sides[a]![measure], sides[b]![measure]),
      })),
    ),
  };
}

export const JUNE: CompareSide = {
  type: "month",
  month: { from: monthStart(2026 * 12 + 5), to: monthEnd(2026 * 12 + 5) },
};
