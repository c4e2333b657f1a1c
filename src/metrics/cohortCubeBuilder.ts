import type { Weekday } from "#src/domain/calendar.ts";
import { daysIn } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";

import { COHORT, COHORT_BEFORE, COHORT_NONE, COHORT_WIDTH, type CohortCube } from "./cohortCube.ts";
import { periodNumber, periodOfNumber } from "./cohortPeriod.ts";
import { resized, resizedColumns, roomFor } from "./growable.ts";
import { KIND, type LenderProfiles } from "./lenderProfiles.ts";
import { firstLendDay } from "./newVsReturning.ts";

/** What a sweep leaves behind of the running week or month. */
export interface RunningCohorts {
  /** By lender. */
  readonly segmentOf: Uint32Array;
  /** `COHORT_WIDTH` by segment; balance and holding are as of now. */
  readonly sums: Float64Array;
}

export interface CohortCubeStart {
  readonly weekStart: Weekday;
  /** Size of the dictionary. */
  readonly lenders: number;
  /** To go on from; left as it is. */
  readonly before: { readonly cube: CohortCube; readonly running: RunningCohorts } | undefined;
}

/** A flow of an earlier day that leaves one segment for another; both as in `segmentOf`. */
export interface LateFlow {
  readonly day: number;
  readonly from: number;
  readonly to: number;
  /** Place in `COHORT`. */
  readonly measure: number;
  readonly amount: number;
}

/** Adds up segments of lenders over a week or a month, and writes a cell each when it is over. */
export class CohortCubeBuilder {
  /** By lender: where its segment begins in `sums`. */
  readonly segmentOf: Uint32Array;
  /** Of the running period, `COHORT_WIDTH` by segment. */
  sums: Float64Array;
  from = 0;
  to = -1;
  private readonly grain: "week" | "month";
  private readonly weekStart: Weekday;
  private firstPeriod: number;
  private period: number;
  private cells: number;
  private columns: { segment: Uint32Array; period: Int32Array };
  private values: Float64Array;
  private segmentCount: number;
  private segments: { cohort: Int32Array; channel: Uint16Array; firstProduct: Uint16Array; size: Uint32Array };
  private readonly segmentByKey = new Map<number, number>();
  private cellByKey: Map<number, number> | undefined;

  constructor(grain: "week" | "month", { weekStart, lenders, before }: CohortCubeStart) {
    const cube = before?.cube;
    this.grain = grain;
    this.weekStart = weekStart;
    this.firstPeriod = cube?.firstPeriod ?? 0;
    this.period = (cube?.lastPeriod ?? -1) + 1;
    this.cells = cube?.cells ?? 0;
    const room = roomFor(this.cells);
    this.columns = resizedColumns(
      { segment: cube?.segment ?? new Uint32Array(0), period: cube?.period ?? new Int32Array(0) },
      room,
    );
    this.values = resized(cube?.values ?? new Float64Array(0), room * COHORT_WIDTH);
    this.segmentCount = cube?.segments.count ?? 0;
    const segmentRoom = roomFor(this.segmentCount);
    const { cohort, channel, firstProduct, size } = cube?.segments ?? {
      cohort: new Int32Array(0),
      channel: new Uint16Array(0),
      firstProduct: new Uint16Array(0),
      size: new Uint32Array(0),
    };
    this.segments = resizedColumns({ cohort, channel, firstProduct, size }, segmentRoom);
    this.sums = resized(before?.running.sums ?? new Float64Array(0), segmentRoom * COHORT_WIDTH);
    this.segmentOf = resized(before?.running.segmentOf ?? new Uint32Array(0), lenders);
    for (let segment = 0; segment < this.segmentCount; segment++)
      this.segmentByKey.set(segmentKey(cohort[segment]!, channel[segment]!, firstProduct[segment]!), segment);
    if (cube !== undefined) this.turnTo(this.period);
  }

  /** Before the first row: the first period counts from it. */
  beginAt(day: number): void {
    this.firstPeriod = periodNumber(epochDay(day), this.grain, this.weekStart);
    this.turnTo(this.firstPeriod);
  }

  /** Puts a lender into the segment of its profile; of the one before, only the size is mended. */
  assign(lender: number, profiles: LenderProfiles, known: boolean): void {
    if (known) this.segments.size[this.segmentOf[lender]! / COHORT_WIDTH]!--;
    const kind = profiles.kind[lender];
    const cohort =
      kind === KIND.lent
        ? periodNumber(firstLendDay(profiles, lender), this.grain, this.weekStart)
        : kind === KIND.before
          ? COHORT_BEFORE
          : COHORT_NONE;
    const segment = this.segmentAt(cohort, profiles.channel[lender]!, profiles.firstProduct[lender]!);
    this.segments.size[segment]!++;
    this.segmentOf[lender] = segment * COHORT_WIDTH;
  }

  /** The running period is over: its cells are written and the next begins. */
  close(): void {
    for (let segment = 0; segment < this.segmentCount; segment++) {
      const at = segment * COHORT_WIDTH;
      let something = false;
      for (let measure = 0; measure < COHORT_WIDTH; measure++) something ||= this.sums[at + measure] !== 0;
      if (something) this.write(segment, this.period, this.sums.subarray(at, at + COHORT_WIDTH));
    }
    this.turnTo(this.period + 1);
    const days = this.to - this.from + 1;
    for (let segment = 0; segment < this.segmentCount; segment++) {
      const at = segment * COHORT_WIDTH;
      const holding = this.sums[at + COHORT.holding]!;
      const balance = this.sums[at + COHORT.balance]!;
      this.sums.fill(0, at, at + COHORT_WIDTH);
      this.sums[at + COHORT.holding] = holding;
      this.sums[at + COHORT.balance] = balance;
      this.sums[at + COHORT.balanceDays] = balance * days;
    }
  }

  moveLate({ day, from, to, measure, amount }: LateFlow): void {
    const period = periodNumber(epochDay(day), this.grain, this.weekStart);
    if (period === this.period) {
      this.sums[from + measure]! -= amount;
      this.sums[to + measure]! += amount;
    } else {
      this.values[this.lateCell(from / COHORT_WIDTH, period) * COHORT_WIDTH + measure]! -= amount;
      this.values[this.lateCell(to / COHORT_WIDTH, period) * COHORT_WIDTH + measure]! += amount;
    }
  }

  finish(): { readonly cube: CohortCube; readonly running: RunningCohorts } {
    return {
      cube: {
        grain: this.grain,
        weekStart: this.weekStart,
        segments: { count: this.segmentCount, ...resizedColumns(this.segments, this.segmentCount) },
        cells: this.cells,
        ...resizedColumns(this.columns, this.cells),
        values: resized(this.values, this.cells * COHORT_WIDTH),
        firstPeriod: this.firstPeriod,
        lastPeriod: this.period - 1,
      },
      running: { segmentOf: this.segmentOf, sums: resized(this.sums, this.segmentCount * COHORT_WIDTH) },
    };
  }

  private turnTo(period: number): void {
    this.period = period;
    const days = periodOfNumber(period, this.grain, this.weekStart);
    this.from = days.from;
    this.to = this.from + daysIn(days) - 1;
  }

  private segmentAt(cohort: number, channel: number, firstProduct: number): number {
    const key = segmentKey(cohort, channel, firstProduct);
    const known = this.segmentByKey.get(key);
    if (known !== undefined) return known;
    const segment = this.segmentCount++;
    if (segment === this.segments.cohort.length) {
      const room = roomFor(this.segmentCount);
      this.segments = resizedColumns(this.segments, room);
      this.sums = resized(this.sums, room * COHORT_WIDTH);
    }
    this.segments.cohort[segment] = cohort;
    this.segments.channel[segment] = channel;
    this.segments.firstProduct[segment] = firstProduct;
    this.segmentByKey.set(key, segment);
    return segment;
  }

  private write(segment: number, period: number, values: Float64Array): number {
    const cell = this.cells++;
    if (cell === this.columns.segment.length) {
      const room = roomFor(this.cells);
      this.columns = resizedColumns(this.columns, room);
      this.values = resized(this.values, room * COHORT_WIDTH);
    }
    this.columns.segment[cell] = segment;
    this.columns.period[cell] = period;
    this.values.set(values, cell * COHORT_WIDTH);
    return cell;
  }

  private lateCell(segment: number, period: number): number {
    this.cellByKey ??= new Map(
      Array.from({ length: this.cells }, (_, cell) => [
        lateKey(this.columns.segment[cell]!, this.columns.period[cell]!),
        cell,
      ]),
    );
    const key = lateKey(segment, period);
    const known = this.cellByKey.get(key);
    if (known !== undefined) return known;
    const cell = this.write(segment, period, new Float64Array(COHORT_WIDTH));
    this.cellByKey.set(key, cell);
    return cell;
  }
}

function segmentKey(cohort: number, channel: number, firstProduct: number): number {
  return ((cohort - COHORT_NONE) * 65_536 + channel) * 65_536 + firstProduct;
}

function lateKey(segment: number, period: number): number {
  return segment * 65_536 + period;
}
