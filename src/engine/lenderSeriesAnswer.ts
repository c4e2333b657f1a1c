import { overlap, type Period } from "#src/domain/period.ts";
import type { Book } from "#src/metrics/book.ts";
import { distinctLenders } from "#src/metrics/distinctLenders.ts";
import { lenderPoints } from "#src/metrics/lenderSeries.ts";

import { basisOf, channelCodes, productCodes } from "./codes.ts";
import type { Held } from "./held.ts";
import { comparisonBuckets, observedBuckets, pointsInRuns } from "./periods.ts";
import type { Bucket, LenderPoints, LenderSeriesResult, SeriesArgs } from "./protocol.ts";

/**
 * Counts of distinct lenders. Whole days, weeks and months are in the book; a bucket that the period
 * cuts is counted from the rows of its days.
 */
export async function lenderSeriesAnswer(held: Held, args: SeriesArgs, book: Book): Promise<LenderSeriesResult> {
  const { firstDay, asOf } = book;
  if (firstDay === null)
    return { basis: basisOf(held, 0), buckets: [], points: lenderPointsOf([], () => 0), comparison: null };
  const observed = { firstDay, asOf, weekStart: held.state.settings.weekStart };
  const period = overlap(args.period, { from: firstDay, to: asOf });
  const buckets = period ? observedBuckets(period, args.grain, observed) : [];
  const shifted =
    period && args.comparison !== "none" ? comparisonBuckets(buckets, period, args.comparison) : undefined;
  const points = await pointsWithCutBuckets();
  return {
    basis: basisOf(held, book.rows),
    buckets,
    points: points(buckets),
    comparison: shifted ? { buckets: shifted, points: points(shifted) } : null,
  };

  /** Which buckets are cut turns out on the way: the first run asks, the second has the counts. */
  async function pointsWithCutBuckets(): Promise<(some: readonly Bucket[]) => LenderPoints> {
    const cut = new Map<string, Period>();
    const counts = new Map<string, number>();
    const countOrAsk: CountDistinct = (bucket) => {
      const key = keyOf(bucket);
      const count = counts.get(key);
      if (count === undefined) cut.set(key, bucket);
      return count ?? 0;
    };
    for (const some of [buckets, shifted ?? []]) lenderPointsOf(some, countOrAsk);
    for (const [key, bucket] of cut) counts.set(key, await countLenders(held, book, { args, period: bucket }));
    return (some) => lenderPointsOf(some, countOrAsk);
  }

  function lenderPointsOf(some: readonly Bucket[], countDistinct: CountDistinct): LenderPoints {
    const { transfers } = held.state.settings;
    const keepChannel = channelCodes(held, args.filter.channels);
    return pointsInRuns(some, (run) => lenderPoints(book, { buckets: run, transfers, keepChannel, countDistinct }));
  }
}

type CountDistinct = (period: Period) => number;

async function countLenders(
  held: Held,
  book: Book,
  { args, period }: { readonly args: SeriesArgs; readonly period: Period },
): Promise<number> {
  return distinctLenders(await held.ledger.partsIn(period), {
    period,
    transfers: held.state.settings.transfers,
    profiles: book.profiles,
    keepProduct: productCodes(held, args.filter.products),
    keepChannel: channelCodes(held, args.filter.channels),
  });
}

function keyOf({ from, to }: Period): string {
  return `${from}/${to}`;
}
