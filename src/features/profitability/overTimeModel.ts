import type { Period } from "#src/domain/period.ts";
import type { ProfitabilityResult } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import { ratioOf } from "./figures.ts";

export type OverTimeMeasure = "perDisbursed" | "profit";

export interface ProfitSeries {
  /** Null is all products that have no line of their own. */
  readonly product: string | null;
  readonly tone: SeriesTone;
  readonly mark: "line" | "dash" | "dots";
  /** By bucket, fen; null where nothing was lent, or it is not known. */
  readonly profit: readonly (number | null)[];
  readonly disbursed: readonly number[];
  /** What is drawn. */
  readonly values: readonly (number | null)[];
}

export interface OverTimeModel {
  readonly measure: OverTimeMeasure;
  /** Of the axis: from the first to the last in which anything was lent. */
  readonly buckets: readonly Period[];
  /** Lent so long before the rest that the axis would be mostly empty: not drawn; null when all is. */
  readonly before: Period | null;
  /** The largest product first. */
  readonly series: readonly ProfitSeries[];
}

const MOST_LINES = 6;

/** Shades of the ramp that a thin line can be seen in: paler ones have too little contrast. */
const SHADES = ["ramp1", "ramp2"] as const;
/** With each shade, so that six lines differ. */
const MARKS = ["line", "dash", "dots"] as const;

type Result = Pick<ProfitabilityResult, "overTime" | "products">;
type Sums = Pick<ProfitSeries, "product" | "profit" | "disbursed">;

/** A line for each product, or for the chosen one alone; the smallest together where they are more than six. */
export function overTimeModel(
  { overTime, products }: Result,
  measure: OverTimeMeasure,
  chosen: string | null,
): OverTimeModel {
  const wanted = products.flatMap(({ product }, place) => (chosen === null || product === chosen ? [place] : []));
  const { shown, before } = shownBuckets(overTime, wanted);
  const places = wanted.filter((place) => shown.some(({ disbursed }) => (disbursed[place] ?? 0) > 0));
  const own = places.length > MOST_LINES ? places.slice(0, MOST_LINES - 1) : places;
  const sums: Sums[] = own.map((place) => ({
    product: products[place]?.product ?? "",
    profit: shown.map(({ profit }) => profit[place] ?? null),
    disbursed: shown.map(({ disbursed }) => disbursed[place] ?? 0),
  }));
  if (places.length > own.length) sums.push(otherSums(shown, places.slice(own.length)));
  return {
    measure,
    buckets: shown.map(({ bucket }) => bucket),
    before,
    series: sums.map((sum, at) => ({
      ...sum,
      ...lookOf(sum.product, at, sums.length),
      values: measure === "profit" ? sum.profit : sum.profit.map((fen, bucket) => perDisbursed(sum, fen, bucket)),
    })),
  };
}

/** The gap that is too long to draw, of the whole axis. */
const LONGEST_GAP = 0.25;

/** What is lent before a gap of a quarter of the axis is left out when it is short itself. */
function shownBuckets(overTime: Result["overTime"], places: readonly number[]) {
  const lent = overTime.map(({ disbursed }) => places.some((place) => (disbursed[place] ?? 0) > 0));
  const [first, last] = [lent.indexOf(true), lent.lastIndexOf(true)];
  const length = last - first + 1;
  let from = first;
  for (let at = first, latest = first; at <= last; at += 1) {
    if (lent[at] !== true) continue;
    if (at - latest - 1 > LONGEST_GAP * length && latest - first < LONGEST_GAP * length) from = at;
    latest = at;
  }
  const [oldest, newest] = [overTime[first]?.bucket, overTime[from - 1]?.bucket];
  return {
    shown: first === -1 ? [] : overTime.slice(from, last + 1),
    before: from > first && oldest && newest ? { from: oldest.from, to: newest.to } : null,
  };
}

function perDisbursed({ disbursed }: Sums, profit: number | null, bucket: number): number | null {
  return ratioOf(profit, disbursed[bucket] ?? 0);
}

/** Profit is known where that of every product which lent is. */
function otherSums(overTime: Result["overTime"], places: readonly number[]): Sums {
  return {
    product: null,
    profit: overTime.map(({ profit, disbursed }) => {
      const lending = places.filter((place) => (disbursed[place] ?? 0) > 0).map((place) => profit[place] ?? null);
      if (lending.length === 0 || lending.includes(null)) return null;
      return lending.reduce<number>((sum, fen) => sum + (fen ?? 0), 0);
    }),
    disbursed: overTime.map(({ disbursed }) => places.reduce((sum, place) => sum + (disbursed[place] ?? 0), 0)),
  };
}

/** One alone is ink; of several the largest three have the stronger shade, and no two look the same. */
function lookOf(product: string | null, at: number, count: number): Pick<ProfitSeries, "tone" | "mark"> {
  if (count === 1) return { tone: "outstanding", mark: "line" };
  const mark = MARKS[at % MARKS.length] ?? "line";
  return { tone: product === null ? "other" : (SHADES[Math.floor(at / MARKS.length)] ?? "other"), mark };
}
