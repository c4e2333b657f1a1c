import type { Period } from "#src/domain/period.ts";
import type { ProfitabilityResult } from "#src/engine/protocol.ts";
import type { SeriesTone } from "#src/ui/tones.ts";

import { ratioOf } from "./figures.ts";
import { shownBuckets } from "./shownBuckets.ts";

export type OverTimeMeasure = "perDisbursed" | "profit";

/** Sums of a line by bucket, fen. */
interface ProfitSums {
  /** Null is all products that have no line of their own. */
  readonly product: string | null;
  /** Null where nothing was lent, or it is not known. */
  readonly profit: readonly (number | null)[];
  readonly disbursed: readonly number[];
}

export interface ProfitSeries extends ProfitSums {
  readonly tone: SeriesTone;
  readonly mark: "line" | "dash" | "dots";
  /** What is drawn. */
  readonly values: readonly (number | null)[];
}

/** What is lent so long before the rest that the axis would be mostly empty. */
export interface NotDrawn {
  readonly period: Period;
  readonly products: readonly string[];
  /** Fen. */
  readonly disbursed: number;
}

export interface OverTimeModel {
  readonly measure: OverTimeMeasure;
  /** Of the axis: from the first to the last in which anything was lent. */
  readonly buckets: readonly Period[];
  /** Null when all is drawn. */
  readonly notDrawn: NotDrawn | null;
  /** The largest product first. */
  readonly series: readonly ProfitSeries[];
  /** All there is, drawn or not: the same lines, then products that are not drawn. */
  readonly whole: { readonly buckets: readonly Period[]; readonly lines: readonly ProfitSums[] };
}

const MOST_LINES = 6;

/** Tones that are told apart at a glance, and none of which means a good or a bad figure: ink, blue and grey. */
const TONES = ["outstanding", "ramp1", "volume"] as const;
/** With each tone, so that six lines differ. */
const MARKS = ["line", "dash"] as const;

type Result = Pick<ProfitabilityResult, "overTime" | "products">;
type Buckets = Result["overTime"];

/** A line before its sums: a product, or those that have none of their own. */
interface Line {
  readonly product: string | null;
  readonly places: readonly number[];
}

/** A line for each product, or for the chosen one alone; the smallest together where they are more than six. */
export function overTimeModel(
  { overTime, products }: Result,
  measure: OverTimeMeasure,
  chosen: string | null,
): OverTimeModel {
  const wanted = products.flatMap(({ product }, place) => (chosen === null || product === chosen ? [place] : []));
  const { all, shown, head } = shownBuckets(overTime, wanted);
  const alone = (place: number): Line => ({ product: products[place]?.product ?? "", places: [place] });
  const places = wanted.filter((place) => shown.some(({ disbursed }) => (disbursed[place] ?? 0) > 0));
  const own = places.length > MOST_LINES ? places.slice(0, MOST_LINES - 1) : places;
  const lines = own.map(alone);
  if (places.length > own.length) lines.push({ product: null, places: places.slice(own.length) });
  const hidden = (head?.places ?? []).map(alone);
  return {
    measure,
    buckets: shown.map(({ bucket }) => bucket),
    notDrawn: head && { ...head, products: hidden.map(({ product }) => product ?? "") },
    series: lines.map((line, at) => {
      const sums = sumsOf(line, shown);
      return {
        ...sums,
        ...lookOf(line.product, at, lines.length),
        values: measure === "profit" ? sums.profit : sums.profit.map((fen, bucket) => perDisbursed(sums, fen, bucket)),
      };
    }),
    whole: {
      buckets: all.map(({ bucket }) => bucket),
      lines: [...lines, ...hidden].map((line) => sumsOf(line, all)),
    },
  };
}

function perDisbursed({ disbursed }: ProfitSums, profit: number | null, bucket: number): number | null {
  return ratioOf(profit, disbursed[bucket] ?? 0);
}

/** Profit is known where that of every product which lent is. */
function sumsOf({ product, places }: Line, buckets: Buckets): ProfitSums {
  return {
    product,
    profit: buckets.map(({ profit, disbursed }) => {
      const lending = places.filter((place) => (disbursed[place] ?? 0) > 0).map((place) => profit[place] ?? null);
      if (lending.length === 0 || lending.includes(null)) return null;
      return lending.reduce<number>((sum, fen) => sum + (fen ?? 0), 0);
    }),
    disbursed: buckets.map(({ disbursed }) => places.reduce((sum, place) => sum + (disbursed[place] ?? 0), 0)),
  };
}

/** One alone is ink; of several the largest three are solid lines of their own tone, and no two look the same. */
function lookOf(product: string | null, at: number, count: number): Pick<ProfitSeries, "tone" | "mark"> {
  if (count === 1) return { tone: "outstanding", mark: "line" };
  if (product === null) return { tone: "other", mark: "dots" };
  return { tone: TONES[at % TONES.length] ?? "other", mark: MARKS[Math.floor(at / TONES.length)] ?? "dots" };
}
