import type { Period } from "#src/domain/period.ts";
import type { EventType } from "#src/domain/eventTypes.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { Basis, Filter, RowsWhere } from "#src/engine/protocol.ts";

import type { TrendMeasure } from "./trendSpecs.ts";

export interface PointAsked {
  readonly measure: TrendMeasure;
  readonly bucket: Period;
  /** Days that the point averages, ending with its bucket; 0 for the bucket itself. */
  readonly rolling: number;
}

export interface PointBook {
  readonly filter: Filter;
  readonly basis: Basis;
  readonly firstDay: EpochDay;
}

const EXITS: readonly EventType[] = ["exit", "early_exit", "compensation"];
const BALANCE: readonly EventType[] = ["lend", ...EXITS, "transfer_in", "transfer_out", "write_off", "opening"];

/** The rows that a point of a trend was made of. */
export function rowsOfPoint(
  { measure, bucket, rolling }: PointAsked,
  { filter, basis, firstDay }: PointBook,
): RowsWhere {
  const gross = basis.switches.transfers === "gross";
  const volume: readonly EventType[] = gross ? ["lend", "transfer_in"] : ["lend"];
  const exits: readonly EventType[] = gross ? [...EXITS, "transfer_out"] : EXITS;
  const period = { from: rolling > 0 ? epochDay(bucket.to - rolling + 1) : bucket.from, to: bucket.to };
  switch (measure) {
    case "volumeNew":
      return { period, filter, types: volume, newness: "new" };
    case "volumeReturning":
      return { period, filter, types: volume, newness: "returning" };
    case "newLenders":
      return { period, filter, types: ["lend", "transfer_in"], cohort: period };
    case "exits":
      return { period, filter, types: exits };
    case "exitsScheduled":
      return { period, filter, types: ["exit"] };
    case "exitsEarly":
      return { period, filter, types: ["early_exit"] };
    case "exitsCompensated":
      return { period, filter, types: ["compensation"] };
    case "exitsTransferred":
      return { period, filter, types: ["transfer_out"] };
    case "netInflow":
      return { period, filter, types: [...volume, ...exits] };
    case "outstanding":
    case "lendersHolding":
    case "averageBalance":
      return { period: { from: firstDay, to: bucket.to }, filter, types: BALANCE };
    case "volume":
    case "lends":
    case "lendingLenders":
    case "averageLend":
      return { period, filter, types: volume };
  }
}

/** A stock is made of every row up to its day, not of those of its bucket. */
export function isStock(measure: TrendMeasure): boolean {
  return measure === "outstanding" || measure === "lendersHolding" || measure === "averageBalance";
}
