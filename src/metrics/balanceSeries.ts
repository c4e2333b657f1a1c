import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";
import type { Period } from "#src/domain/period.ts";

import { CUBE, CUBE_WIDTH, type CubeQuery, type DayCube } from "./dayCube.ts";
import { ratio } from "./ratio.ts";

/** Flows of a bucket in fen, or counts; every one adds up over buckets. */
export const FLOW_MEASURES = [
  "volume",
  "volumeNew",
  "volumeReturning",
  "exits",
  "exitsScheduled",
  "exitsEarly",
  "exitsCompensated",
  "exitsTransferred",
  "transfersIn",
  "transfersOut",
  "transfersNet",
  "writeOffs",
  "openings",
  "netInflow",
  "interest",
  "fees",
  "subsidies",
  "deposits",
  "withdrawals",
  "cashNetInflow",
  "annualisedVolume",
  "lends",
  "newLenders",
  "rows",
] as const;

type FlowMeasure = (typeof FLOW_MEASURES)[number];
type Flows = Readonly<Record<FlowMeasure, number>>;
export type BalancePoints = Readonly<Record<FlowMeasure | "outstanding", readonly (number | null)[]>>;

/**
 * Flows and closing outstanding of buckets (OB1, VO1 to NI2).
 *
 * @param buckets  in any order; they may be cut, lie apart or overlap
 * @returns        one value a bucket; null for buckets wholly before the first day or after `asOf`
 */
export function balanceSeries(cube: DayCube, args: CubeQuery & { readonly buckets: readonly Period[] }): BalancePoints {
  const { buckets, firstDay, asOf } = args;
  const points = emptyPoints();
  const from = buckets.reduce((first, bucket) => Math.min(first, bucket.from), Infinity);
  const to = buckets.reduce((last, bucket) => Math.max(last, bucket.to), -Infinity);
  if (buckets.length === 0) return points;
  const sums = daySums(cube, { from, to }, args);
  const outstanding = outstandingByDay(sums);
  for (const bucket of buckets) {
    const observed = firstDay !== null && bucket.to >= firstDay && bucket.from <= asOf;
    const flows = observed ? toFlows(sumOf(sums, bucket), args) : undefined;
    for (const measure of FLOW_MEASURES) points[measure].push(flows ? flows[measure] : null);
    points.outstanding.push(observed ? outstanding[Math.min(bucket.to, asOf) - from + 1]! : null);
  }
  return points;
}

export interface PeriodTotals {
  readonly period: Period;
  readonly flows: Flows;
  /** Outstanding at the end of the day before the period, fen. */
  readonly opening: number;
  readonly closing: number;
  /** volume ÷ lends, fen; null without lends. */
  readonly averageLend: number | null;
}

/** All flows of one period with the outstanding on both sides of it (OB1). */
export function periodTotals(cube: DayCube, args: CubeQuery & { readonly period: Period }): PeriodTotals {
  const { period } = args;
  const sums = daySums(cube, period, args);
  const flows = toFlows(sumOf(sums, period), args);
  return {
    period,
    flows,
    opening: sums.opening,
    closing: outstandingByDay(sums)[sums.days]!,
    averageLend: ratio(flows.volume, flows.lends),
  };
}

/** Cells added up by day of a period, and the outstanding before it. */
interface DaySums {
  readonly from: number;
  readonly days: number;
  /** `days × CUBE_WIDTH`. */
  readonly values: Float64Array;
  readonly opening: number;
}

function daySums(
  cube: DayCube,
  { from, to }: { readonly from: number; readonly to: number },
  query: CubeQuery,
): DaySums {
  const { keepProduct, keepChannel, asOf } = query;
  const days = Math.max(0, Math.min(to, asOf) - from + 1);
  const values = new Float64Array(days * CUBE_WIDTH);
  let opening = 0;
  for (let cell = 0; cell < cube.cells; cell++) {
    const day = cube.day[cell]! - from;
    if (day >= days) continue;
    if (keepProduct !== undefined && keepProduct[cube.product[cell]!] !== 1) continue;
    if (keepChannel !== undefined && keepChannel[cube.channel[cell]!] !== 1) continue;
    const at = cell * CUBE_WIDTH;
    if (day < 0) opening += cellBalanceChange(cube.values, at);
    else
      for (let measure = 0; measure < CUBE_WIDTH; measure++)
        values[day * CUBE_WIDTH + measure]! += cube.values[at + measure]!;
  }
  return { from, days, values, opening };
}

function sumOf({ from, days, values }: DaySums, period: Period): Float64Array {
  const sum = new Float64Array(CUBE_WIDTH);
  const last = Math.min(period.to - from, days - 1);
  for (let day = period.from - from; day <= last; day++)
    for (let measure = 0; measure < CUBE_WIDTH; measure++) sum[measure]! += values[day * CUBE_WIDTH + measure]!;
  return sum;
}

/** Outstanding at the end of each day of the sums, from the day before their first. */
function outstandingByDay({ days, values, opening }: DaySums): Float64Array {
  const outstanding = new Float64Array(days + 1);
  outstanding[0] = opening;
  for (let day = 0; day < days; day++)
    outstanding[day + 1] = outstanding[day]! + cellBalanceChange(values, day * CUBE_WIDTH);
  return outstanding;
}

/** What the flows of a cell do to outstanding (OB2). */
export function cellBalanceChange(values: Float64Array, at: number): number {
  let change =
    values[at + CUBE.lendAtFirstInstant]! +
    values[at + CUBE.lendLaterOnFirstDay]! +
    values[at + CUBE.transferInAtFirstInstant]! +
    values[at + CUBE.transferInLaterOnFirstDay]!;
  for (let type = 0; type <= TYPE.opening; type++) change += BALANCE_SIGN[type]! * values[at + type]!;
  return change;
}

function toFlows(sums: Float64Array, { newRule, transfers }: CubeQuery): Flows {
  const gross = transfers === "gross";
  const at = (measure: number): number => sums[measure]!;
  const firstDay = newRule === "first_day";
  const lendsNew = at(CUBE.lendAtFirstInstant) + (firstDay ? at(CUBE.lendLaterOnFirstDay) : 0);
  const lent = at(CUBE.lendAtFirstInstant) + at(CUBE.lendLaterOnFirstDay) + at(TYPE.lend);
  const boughtNew = at(CUBE.transferInAtFirstInstant) + (firstDay ? at(CUBE.transferInLaterOnFirstDay) : 0);
  const transfersIn = at(CUBE.transferInAtFirstInstant) + at(CUBE.transferInLaterOnFirstDay) + at(TYPE.transferIn);
  const transfersOut = at(TYPE.transferOut);
  const volume = lent + (gross ? transfersIn : 0);
  const volumeNew = lendsNew + (gross ? boughtNew : 0);
  const exitsTransferred = gross ? transfersOut : 0;
  const exits = at(TYPE.exit) + at(TYPE.earlyExit) + at(TYPE.compensation) + exitsTransferred;
  return {
    volume,
    volumeNew,
    volumeReturning: volume - volumeNew,
    exits,
    exitsScheduled: at(TYPE.exit),
    exitsEarly: at(TYPE.earlyExit),
    exitsCompensated: at(TYPE.compensation),
    exitsTransferred,
    transfersIn,
    transfersOut,
    transfersNet: gross ? 0 : transfersIn - transfersOut,
    writeOffs: at(TYPE.writeOff),
    openings: at(TYPE.opening),
    netInflow: volume - exits,
    interest: at(TYPE.interest),
    fees: at(TYPE.fee),
    subsidies: at(TYPE.subsidy),
    deposits: at(TYPE.deposit),
    withdrawals: at(TYPE.withdraw),
    cashNetInflow: at(TYPE.deposit) - at(TYPE.withdraw),
    annualisedVolume: (at(CUBE.lendTermDays) + (gross ? at(CUBE.transferInTermDays) : 0)) / 365,
    lends: at(CUBE.lendRows) + (gross ? at(CUBE.transferInRows) : 0),
    newLenders: at(CUBE.newLenders),
    rows: at(CUBE.rows),
  };
}

function emptyPoints(): Record<FlowMeasure | "outstanding", (number | null)[]> {
  const names = [...FLOW_MEASURES, "outstanding"] as const;
  // Every measure is among the names.
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    FlowMeasure | "outstanding",
    (number | null)[]
  >;
}
