import type { Grain } from "#src/domain/calendar.ts";
import type { Bucket, Comparison } from "#src/engine/protocol.ts";

import type { SeriesAnswer } from "./queries.ts";
import { TERMS, type Term } from "./terms.ts";

/** Flows of one term, signed by what they do to the balance. */
interface FlowBars {
  readonly term: Term;
  readonly values: readonly (number | null)[];
}

export interface FlowsModel {
  readonly grain: Grain;
  readonly comparison: Comparison;
  readonly buckets: readonly Bucket[];
  /** At the end of each bucket. */
  readonly outstanding: readonly (number | null)[];
  /** Undefined where there is nothing to compare with. */
  readonly before: readonly (number | null)[] | undefined;
  /** The core terms, and every other that is not zero throughout. */
  readonly bars: readonly FlowBars[];
  readonly netChange: readonly (number | null)[];
}

export function flowsModel({ args, buckets, points, comparison }: SeriesAnswer): FlowsModel {
  const bars = TERMS.map((term) => ({
    term,
    values: points[term.measure].map((value) => (value === null ? null : term.sign > 0 ? value : 0 - value)),
  })).filter(({ term, values }) => term.core || values.some((value) => value !== null && value !== 0));
  const before = comparison?.points.outstanding;
  return {
    grain: args.grain,
    comparison: args.comparison,
    buckets,
    outstanding: points.outstanding,
    before: before?.some((value) => value !== null) === true ? before : undefined,
    bars,
    netChange: buckets.map((_, index) => sumAt(bars, index)),
  };
}

/** Null where nothing was observed. */
function sumAt(bars: readonly FlowBars[], index: number): number | null {
  let sum: number | null = null;
  for (const { values } of bars) {
    const value = values[index] ?? null;
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}

/** The balance cut into what is settled and what leads to and from buckets that are cut or not over. */
export function cutOpen({ outstanding, buckets }: Pick<FlowsModel, "outstanding" | "buckets">) {
  const isOpen = (index: number) => buckets[index]?.complete === false;
  if (!buckets.some((_, index) => isOpen(index))) return { settled: outstanding, open: undefined };
  return {
    settled: outstanding.map((value, index) => (isOpen(index) ? null : value)),
    open: outstanding.map((value, index) => (isOpen(index - 1) || isOpen(index) || isOpen(index + 1) ? value : null)),
  };
}
