import { queryOptions } from "@tanstack/react-query";

import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Basis, Bucket, EngineMethods, PeriodTotals, SeriesArgs } from "#src/engine/protocol.ts";

import type { TrendPoints } from "./trendSpecs.ts";

export interface TrendArgs extends SeriesArgs {
  readonly rolling: 0 | 7 | 28;
  /** Whether lenders are counted, which takes longer. */
  readonly lenders: boolean;
}

export interface TrendSeries {
  readonly buckets: readonly Bucket[];
  readonly points: TrendPoints;
  /** Day by day, from before the first bucket, for a rolling average; undefined without one. */
  readonly days: { readonly buckets: readonly Bucket[]; readonly points: TrendPoints } | undefined;
}

/** An answer with what was asked, since the old picture stays while a new one loads. */
export interface TrendAnswer extends TrendSeries {
  readonly args: TrendArgs;
  readonly basis: Basis;
  readonly total: PeriodTotals;
  readonly comparison: TrendSeries | null;
}

export const trendQuery = (engine: EngineMethods, asked: TrendArgs, revision: string) => {
  const { period, grain, filter, comparison, rolling, lenders } = asked;
  const args: TrendArgs = { period: { from: period.from, to: period.to }, grain, filter, comparison, rolling, lenders };
  return queryOptions({
    queryKey: ["metric", "trend", args, revision],
    queryFn: ({ signal }) => answerTrend(engine, args, signal),
  });
};

async function answerTrend(engine: EngineMethods, args: TrendArgs, signal: AbortSignal): Promise<TrendAnswer> {
  const { basis, total, buckets, points, comparison } = await both(engine, args, signal);
  const [days, daysBefore] = await Promise.all([
    rollingDays(engine, { ...args, buckets }, signal),
    comparison && rollingDays(engine, { ...args, buckets: comparison.buckets }, signal),
  ]);
  return {
    args,
    basis,
    total,
    buckets,
    points,
    days,
    comparison: comparison && { ...comparison, days: daysBefore ?? undefined },
  };
}

/** Flows and stocks, and lenders where they are asked for, as one record of points. */
async function both(
  engine: EngineMethods,
  { lenders, period, grain, filter, comparison }: TrendArgs,
  signal: AbortSignal,
) {
  const args: SeriesArgs = { period, grain, filter, comparison };
  const [series, counts] = await Promise.all([
    engine.series(args, signal),
    lenders ? engine.lenderSeries(args, signal) : undefined,
  ]);
  return {
    ...series,
    points: { ...series.points, ...counts?.points },
    comparison: series.comparison && {
      ...series.comparison,
      points: { ...series.comparison.points, ...counts?.comparison?.points },
    },
  };
}

async function rollingDays(
  engine: EngineMethods,
  args: TrendArgs & { readonly buckets: readonly Period[] },
  signal: AbortSignal,
): Promise<TrendSeries["days"]> {
  const [first, last] = [args.buckets[0], args.buckets.at(-1)];
  if (args.rolling === 0 || !first || !last) return undefined;
  const period = { from: epochDay(first.from - args.rolling + 1), to: last.to };
  const { buckets, points } = await both(engine, { ...args, period, grain: "day", comparison: "none" }, signal);
  return { buckets, points };
}
