import { bucketEnd, bucketStart, type Grain } from "#src/domain/calendar.ts";
import { overlap, type Period } from "#src/domain/period.ts";
import type { TransfersView } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";

import { balanceSeries } from "./balanceSeries.ts";
import type { Book } from "./book.ts";
import type { LenderCounts } from "./lenderCounts.ts";
import { ratio } from "./ratio.ts";

/** One value a bucket; null where nothing was observed. */
export interface LenderPoints {
  /** Lenders whose first lend lies in the bucket. */
  readonly newLenders: readonly (number | null)[];
  /** Distinct lenders with at least one lend in the bucket. */
  readonly lendingLenders: readonly (number | null)[];
  /** Lenders with a balance above zero at its end. */
  readonly lendersHolding: readonly (number | null)[];
  /** Fen; outstanding ÷ lenders holding, null when nobody holds. */
  readonly averageBalance: readonly (number | null)[];
  /** Fen; volume ÷ lends, null without lends. */
  readonly averageLend: readonly (number | null)[];
}

export interface LenderSeriesQuery {
  readonly buckets: readonly Period[];
  readonly transfers: TransfersView;
  readonly keepChannel: Uint8Array | undefined;
  /** Counts lenders of a bucket that is no whole day, week or month, from rows (`distinctLenders`). */
  readonly countDistinct: (period: Period) => number;
}

/**
 * Lenders who are new, who lend and who hold, by bucket (NR3, LN1 to LN4). Lenders are told apart within
 * each bucket; counts of longer buckets are not sums of shorter ones.
 *
 * @param book  made with a product filter where one is wanted
 * @returns     one value a bucket; null for buckets wholly before the first day or after the last
 */
export function lenderPoints(book: Book, query: LenderSeriesQuery): LenderPoints {
  const { firstDay, asOf } = book;
  const { buckets, transfers, keepChannel } = query;
  const series = balanceSeries(book.dayCube, {
    buckets,
    newRule: "first_instant",
    transfers,
    keepProduct: undefined,
    keepChannel,
    firstDay,
    asOf,
  });
  const lending = lendingLenders(book, query);
  const holding = lendersHolding(book, query);
  return {
    newLenders: series.newLenders,
    lendingLenders: lending,
    lendersHolding: holding,
    averageBalance: series.outstanding.map((outstanding, place) => average(outstanding, holding[place]!)),
    averageLend: series.volume.map((volume, place) => average(volume, series.lends[place]!)),
  };
}

function average(amount: number | null, count: number | null): number | null {
  return amount === null || count === null ? null : ratio(amount, count);
}

/**
 * The day, week or month whose observed days are just those of a bucket; undefined when the bucket
 * is cut, or not observed at all.
 */
function wholeGrain(book: Pick<Book, "firstDay" | "asOf" | "weekStart">, bucket: Period): Grain | undefined {
  if (book.firstDay === null) return undefined;
  const observed = { from: book.firstDay, to: book.asOf };
  const cut = overlap(bucket, observed);
  return (["day", "week", "month"] as const).find((grain) => {
    if (cut === undefined) return false;
    const from = bucketStart(cut.from, grain, book.weekStart);
    const whole = overlap({ from, to: bucketEnd(from, grain) }, observed);
    return whole !== undefined && whole.from === cut.from && whole.to === cut.to;
  });
}

function lendingLenders(book: Book, query: LenderSeriesQuery): (number | null)[] {
  const { firstDay, asOf, weekStart } = book;
  const sums = new Map<Grain, Map<number, number>>();
  return query.buckets.map((bucket) => {
    if (firstDay === null || bucket.to < firstDay || bucket.from > asOf) return null;
    const grain = wholeGrain(book, bucket);
    if (grain === undefined) return query.countDistinct(bucket);
    const byStart = sums.get(grain) ?? countsByStart(book.lenderCounts, grain, query);
    sums.set(grain, byStart);
    return byStart.get(bucketStart(epochDay(Math.max(bucket.from, firstDay)), grain, weekStart)) ?? 0;
  });
}

function countsByStart(
  counts: LenderCounts,
  grain: Grain,
  { transfers, keepChannel }: LenderSeriesQuery,
): Map<number, number> {
  const { cells, start, channel, net, gross } = counts[grain];
  const lenders = transfers === "gross" ? gross : net;
  const byStart = new Map<number, number>();
  for (let cell = 0; cell < cells; cell++) {
    if (keepChannel !== undefined && keepChannel[channel[cell]!] !== 1) continue;
    byStart.set(start[cell]!, (byStart.get(start[cell]!) ?? 0) + lenders[cell]!);
  }
  return byStart;
}

function lendersHolding(book: Book, { buckets, keepChannel }: LenderSeriesQuery): (number | null)[] {
  const { firstDay, asOf } = book;
  if (firstDay === null) return buckets.map(() => null);
  const { cells, day, channel, holding } = book.lenderCounts.closing;
  const byDay = new Float64Array(asOf - firstDay + 1);
  for (let cell = 0; cell < cells; cell++)
    if (keepChannel === undefined || keepChannel[channel[cell]!] === 1) byDay[day[cell]! - firstDay]! += holding[cell]!;
  for (let place = 1; place < byDay.length; place++) byDay[place]! += byDay[place - 1]!;
  return buckets.map(({ from, to }) => (to < firstDay || from > asOf ? null : byDay[Math.min(to, asOf) - firstDay]!));
}
