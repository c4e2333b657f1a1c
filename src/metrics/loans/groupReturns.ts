import type { EpochDay } from "#src/domain/units.ts";

import type { DatedFlows } from "./datedFlows.ts";
import type { FlowCells } from "./flowCells.ts";
import { returnOf, type ReturnRate } from "./returns.ts";

/** A yearly rate of a group of loans; "unknown" when the file lacks what it is made of. */
export type GroupReturn = ReturnRate | { readonly rate: null; readonly reason: "unknown" };

export interface GroupReturns {
  /** From months: nominal, 12 times the monthly rate. */
  readonly irr: GroupReturn;
  /** From days: effective. */
  readonly xirr: GroupReturn;
}

export const UNKNOWN_RETURNS: GroupReturns = {
  irr: { rate: null, reason: "unknown" },
  xirr: { rate: null, reason: "unknown" },
};

/** Steps of time in what a rate is of: a month, and a year of days. */
const MONTHLY = 1;
const DAILY = 365;

/** Adds up the flows of a group of loans, by months since each loan's disbursal and by day, for its returns (PF8). */
export class ReturnFlows {
  private readonly firstDay: EpochDay;
  private readonly byMonth: Float64Array;
  private readonly byDay: Float64Array;
  /** Room for the flows of one group in the order of time. */
  private readonly amounts: Float64Array;
  private readonly gaps: Float64Array;
  private standing = 0;
  /** The most due days that a loan has seen. */
  private lastMonth = -1;
  private firstPlace = Infinity;

  /** Room for groups disbursed from `firstDay` on, whose loans have seen at most so many due days. */
  constructor(span: { readonly firstDay: EpochDay; readonly snapshotDay: EpochDay }, months: number) {
    this.firstDay = span.firstDay;
    this.byMonth = new Float64Array(months + 1);
    this.byDay = new Float64Array(span.snapshotDay - span.firstDay + 1);
    const most = Math.max(this.byMonth.length, this.byDay.length);
    [this.amounts, this.gaps] = [new Float64Array(most), new Float64Array(most)];
  }

  /** Forgets the group before. */
  begin(): void {
    this.byMonth.fill(0);
    if (this.firstPlace < this.byDay.length) this.byDay.fill(0, this.firstPlace);
    this.standing = 0;
    this.lastMonth = -1;
    this.firstPlace = Infinity;
  }

  addCell({ start, day, flow, standing }: FlowCells, cell: number): void {
    const [from, to] = [start[cell]!, start[cell + 1]!];
    for (let place = from; place < to; place++) {
      this.byMonth[place - from]! += flow[place]! + standing[place]!;
      this.byDay[day[place]! - this.firstDay]! += flow[place]!;
      this.standing += standing[place]!;
    }
    this.lastMonth = Math.max(this.lastMonth, to - from - 1);
    this.firstPlace = Math.min(this.firstPlace, day[from]! - this.firstDay);
  }

  /** The flows of a group that has the same room. */
  addAll(group: ReturnFlows): void {
    for (let month = 0; month <= group.lastMonth; month++) this.byMonth[month]! += group.byMonth[month]!;
    for (let place = group.firstPlace; place < group.byDay.length; place++) this.byDay[place]! += group.byDay[place]!;
    this.standing += group.standing;
    this.lastMonth = Math.max(this.lastMonth, group.lastMonth);
    this.firstPlace = Math.min(this.firstPlace, group.firstPlace);
  }

  /** Without a loan nothing flows; before the first due day of any of them nothing is told yet. */
  returns(): GroupReturns {
    if (this.lastMonth === 0) {
      const tooYoung = { rate: null, reason: "too_young" } as const;
      return { irr: tooYoung, xirr: tooYoung };
    }
    const monthly = returnOf(this.flowsOf(this.byMonth, { from: 0, to: this.lastMonth }, MONTHLY));
    const snapshot = this.byDay.length - 1;
    const flowed = this.byDay[snapshot]!;
    this.byDay[snapshot] = flowed + this.standing;
    const daily = returnOf(this.flowsOf(this.byDay, { from: this.firstPlace, to: snapshot }, DAILY));
    this.byDay[snapshot] = flowed;
    return { irr: monthly.rate === null ? monthly : { rate: 12 * monthly.rate }, xirr: daily };
  }

  /** What flows at some of the times, those without anything left out. */
  private flowsOf(
    amounts: Float64Array,
    { from, to }: { readonly from: number; readonly to: number },
    stepsPerRate: number,
  ): DatedFlows {
    let count = 0;
    let before = from;
    for (let place = from; place <= to; place++) {
      if (amounts[place] === 0) continue;
      this.amounts[count] = amounts[place]!;
      this.gaps[count] = count === 0 ? 0 : place - before;
      before = place;
      count++;
    }
    return { amounts: this.amounts.subarray(0, count), gaps: this.gaps.subarray(0, count), stepsPerRate };
  }
}
