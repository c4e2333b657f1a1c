import { epochDay } from "#src/domain/units.ts";
import type {
  Basis,
  Bucket,
  CohortResult,
  FlowMeasure,
  PeriodTotals,
  Points,
  SeriesArgs,
  SeriesResult,
} from "#src/engine/protocol.ts";

import { AS_OF } from "./screen.tsx";

export const BASIS: Basis = {
  asOf: AS_OF,
  dataVersion: 1,
  sourceRows: 1234,
  rejectedRows: 0,
  switches: { newRule: "first_instant", transfers: "net" },
};

const ZERO: Readonly<Record<FlowMeasure, number>> = {
  volume: 0,
  volumeNew: 0,
  volumeReturning: 0,
  exits: 0,
  exitsScheduled: 0,
  exitsEarly: 0,
  exitsCompensated: 0,
  exitsTransferred: 0,
  transfersIn: 0,
  transfersOut: 0,
  transfersNet: 0,
  writeOffs: 0,
  openings: 0,
  netInflow: 0,
  interest: 0,
  fees: 0,
  subsidies: 0,
  deposits: 0,
  withdrawals: 0,
  cashNetInflow: 0,
  annualisedVolume: 0,
  lends: 0,
  newLenders: 0,
  rows: 0,
};

/** Parts of a bucket's flows, fen; sums are made from them. */
export type Parts = Partial<Record<FlowMeasure, number>>;

function flowsOf(parts: Parts): Readonly<Record<FlowMeasure, number>> {
  const flows = { ...ZERO, ...parts };
  const volume = flows.volumeNew + flows.volumeReturning;
  const exits = flows.exitsScheduled + flows.exitsEarly + flows.exitsCompensated + flows.exitsTransferred;
  return { ...flows, volume, exits, netInflow: volume - exits };
}

function changeOf(parts: Parts): number {
  const { netInflow, transfersNet, writeOffs, openings } = flowsOf(parts);
  return netInflow + transfersNet - writeOffs + openings;
}

/** Totals of a period that ends on the last day. */
export function totals(opening: number, parts: Parts, days = 3): PeriodTotals {
  const flows = flowsOf(parts);
  const period = { from: epochDay(AS_OF - days + 1), to: AS_OF };
  return { period, flows, opening, closing: opening + changeOf(parts), averageLend: null };
}

export interface SeriesParts {
  readonly opening: number;
  /** One a day, the last of them on the last day of data. */
  readonly days: readonly Parts[];
  readonly before?: PeriodTotals | null;
  /** The last bucket is not over. */
  readonly open?: boolean;
}

/** An answer whose balance and sums follow from its days' flows. */
export function seriesResult({ opening, days, before = null, open = false }: SeriesParts): SeriesResult {
  const first = AS_OF - days.length + 1;
  const buckets = days.map((_, index): Bucket => {
    const day = epochDay(first + index);
    return { from: day, to: day, complete: !(open && index === days.length - 1) };
  });
  const flows = days.map((parts) => flowsOf(parts));
  let balance = opening;
  const outstanding = days.map((parts) => (balance += changeOf(parts)));
  // Every measure of a flow is a key of `ZERO`.
  const measures = Object.keys(ZERO) as FlowMeasure[];
  const sums = Object.fromEntries(measures.map((id) => [id, flows.reduce((sum, flow) => sum + flow[id], 0)]));
  const series = Object.fromEntries(measures.map((id) => [id, flows.map((flow) => flow[id])]));
  // The record has a key for every measure.
  const points = { ...series, outstanding } as unknown as Points;
  return {
    basis: BASIS,
    buckets,
    points,
    total: totals(opening, sums, Math.max(1, days.length)),
    comparison: before && { buckets, points, total: before },
  };
}

export function answered(result: SeriesResult, args: Partial<SeriesArgs> = {}) {
  const filter = { products: [], channels: [] };
  return {
    ...result,
    args: { period: result.total.period, grain: "day", filter, comparison: "previous", ...args } as const,
  };
}

export const EMPTY: SeriesResult = seriesResult({ opening: 0, days: [] });

/** One cohort of 100 lenders seen for two months, and one for one. */
export function cohortResult(first: number, second: number): CohortResult {
  const month = (from: number, to: number) => ({ from: epochDay(from), to: epochDay(to) });
  const [september, october] = [month(20_697, 20_726), month(20_727, 20_757)];
  const cell = (age: number, period: typeof september, value: number) => ({
    age,
    period,
    value,
    numerator: value * 100,
    interval: { low: value - 0.05, high: value + 0.05 },
  });
  const rows = [
    { cohort: september, size: 100, small: false, cells: [cell(0, september, 1), cell(1, october, first)] },
    { cohort: october, size: 100, small: false, cells: [cell(0, october, second)] },
  ];
  const curve = [{ age: 0, value: 0.9, cohorts: 2, lenders: 200, thin: true, interval: null }];
  return { basis: BASIS, unit: "ratio", groups: [{ name: null, lenders: 200, rows, curve }], missing: null };
}
