import { daysIn, type Period } from "#src/domain/period.ts";
import type { ProfitabilityResult } from "#src/engine/protocol.ts";

type Buckets = ProfitabilityResult["overTime"];

interface LonelyHead {
  /** From its first to its last loan, in whole buckets. */
  readonly period: Period;
  /** Places of the products that lent in it, which lent nothing later. */
  readonly places: readonly number[];
  /** Fen. */
  readonly disbursed: number;
}

export interface ShownBuckets {
  /** From the first to the last in which anything was lent. */
  readonly all: Buckets;
  /** What is drawn of them. */
  readonly shown: Buckets;
  /** What is not drawn, lent long before the rest; null when all is. */
  readonly head: LonelyHead | null;
}

/** Days of the longest half of a year: six empty months are no more. */
const LEAST_GAP_DAYS = 184;
/** Of the days of the axis. */
const LEAST_GAP = 0.25;
/** Of what was lent in the picture. */
const MOST_HIDDEN = 0.6;
/** Of the buckets in which anything was lent. */
const MOST_BUCKETS = 0.1;

/**
 * The buckets in which these products lent, without a lonely head.
 *
 * A head is left out where the gap after it is longer than half a year and a quarter of the axis, it holds at most a
 * tenth of the buckets that lent and 60 % of what was lent, and none of its products lent later.
 *
 * @param places  of the products, in the order of the answer
 */
export function shownBuckets(overTime: Buckets, places: readonly number[]): ShownBuckets {
  const lent = overTime.map((bucket) => lentIn(bucket, places));
  const at = lent.flatMap((fen, place) => (fen > 0 ? [place] : []));
  const [first, last] = [at.at(0), at.at(-1)];
  if (first === undefined || last === undefined) return { all: [], shown: [], head: null };
  const all = overTime.slice(first, last + 1);
  const axisDays = daysIn({ from: all[0]!.bucket.from, to: all[all.length - 1]!.bucket.to });
  for (let hidden = Math.floor(at.length * MOST_BUCKETS); hidden > 0; hidden--) {
    const end = (at[hidden - 1] ?? first) + 1;
    const from = at[hidden] ?? end;
    const gapDays = (overTime[from]?.bucket.from ?? 0) - (overTime[end - 1]?.bucket.to ?? 0) - 1;
    if (gapDays <= LEAST_GAP_DAYS || gapDays <= LEAST_GAP * axisDays) continue;
    const head = headOf(overTime.slice(first, end), places);
    const isLittle = head.disbursed <= MOST_HIDDEN * lent.reduce((sum, fen) => sum + fen, 0);
    const shown = overTime.slice(from, last + 1);
    if (isLittle && shown.every((bucket) => lentIn(bucket, head.places) === 0)) return { all, shown, head };
  }
  return { all, shown: all, head: null };
}

function headOf(buckets: Buckets, places: readonly number[]): LonelyHead {
  return {
    period: { from: buckets[0]!.bucket.from, to: buckets[buckets.length - 1]!.bucket.to },
    places: places.filter((place) => buckets.some(({ disbursed }) => (disbursed[place] ?? 0) > 0)),
    disbursed: buckets.reduce((sum, bucket) => sum + lentIn(bucket, places), 0),
  };
}

function lentIn({ disbursed }: Buckets[number], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (disbursed[place] ?? 0), 0);
}
