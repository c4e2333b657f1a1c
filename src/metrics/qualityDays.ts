import { TYPE } from "#src/domain/eventTypes.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { Book } from "./book.ts";
import { CUBE, CUBE_WIDTH } from "./dayCube.ts";
import { medianOf } from "./qualityMedian.ts";

/** What every day of a book comes to; all columns are by day from `firstDay` on. */
export interface DayFlows {
  readonly firstDay: EpochDay;
  /** Rows of every type. */
  readonly rows: Float64Array;
  /** Fen. */
  readonly lent: Float64Array;
  /** Fen: scheduled, early and compensated. */
  readonly exits: Float64Array;
  /** Fen. */
  readonly transfersIn: Float64Array;
  /** Fen. */
  readonly transfersOut: Float64Array;
}

/** A day, what it comes to, and what it was set against; both in one unit. */
export interface DayAgainst {
  readonly day: EpochDay;
  readonly value: number;
  readonly expected: number;
}

/** A day is partial below one part in so many of its weekday's ordinary rows. */
const PARTIAL_DIVISOR = 4;
/** Days with fewer ordinary rows are too small to tell. */
const PARTIAL_LEAST_ROWS = 20;
/** The same weekdays that make a day's ordinary rows, the nearest in time, and how many there must be. */
const PARTIAL_WEEKDAYS = 8;
const PARTIAL_LEAST_WEEKDAYS = 4;

/** A jump is more than so many times the ordinary day. */
const JUMP_FACTOR = 10;
/** The ordinary day is that of so many days on either side, of which so many must have rows. */
const JUMP_DAYS = 30;
const JUMP_LEAST_DAYS = 14;

/** The last row of a cut day stands before noon… */
const CUT_BEFORE_SECOND = 12 * 3600;
/** …where ordinary days end after six in the evening. */
const ORDINARY_END_SECOND = 18 * 3600;
const CUT_DAYS = 28;
const CUT_LEAST_DAYS = 14;

/** The book's days by measure; without rows there are none. */
export function dayFlows({ dayCube, firstDay, asOf }: Book): DayFlows {
  const days = firstDay === null ? 0 : asOf - firstDay + 1;
  const column = (): Float64Array => new Float64Array(days);
  const flows = {
    firstDay: firstDay ?? asOf,
    rows: column(),
    lent: column(),
    exits: column(),
    transfersIn: column(),
    transfersOut: column(),
  };
  const { values } = dayCube;
  for (let cell = 0; cell < dayCube.cells; cell++) {
    const at = dayCube.day[cell]! - flows.firstDay;
    const from = cell * CUBE_WIDTH;
    flows.rows[at]! += values[from + CUBE.rows]!;
    flows.lent[at]! +=
      values[from + TYPE.lend]! + values[from + CUBE.lendAtFirstInstant]! + values[from + CUBE.lendLaterOnFirstDay]!;
    flows.exits[at]! += values[from + TYPE.exit]! + values[from + TYPE.earlyExit]! + values[from + TYPE.compensation]!;
    flows.transfersIn[at]! +=
      values[from + TYPE.transferIn]! +
      values[from + CUBE.transferInAtFirstInstant]! +
      values[from + CUBE.transferInLaterOnFirstDay]!;
    flows.transfersOut[at]! += values[from + TYPE.transferOut]!;
  }
  return flows;
}

/** Runs of days without a row, ascending; the first day always has one. */
export function missingDays({ firstDay, rows }: Pick<DayFlows, "firstDay" | "rows">): Period[] {
  const gaps: Period[] = [];
  for (let from = 0; from < rows.length; from++) {
    if (rows[from] !== 0) continue;
    let to = from;
    while (rows[to + 1] === 0) to++;
    gaps.push({ from: epochDay(firstDay + from), to: epochDay(firstDay + to) });
    from = to;
  }
  return gaps;
}

/**
 * Days with rows, but fewer than a quarter of the ordinary: the median of the 8 nearest same weekdays that have rows.
 * Fewer than 4 of those, or an ordinary day below 20 rows, tell nothing.
 */
export function partialDays({ firstDay, rows }: Pick<DayFlows, "firstDay" | "rows">): DayAgainst[] {
  const partial: DayAgainst[] = [];
  for (let at = 0; at < rows.length; at++) {
    const value = rows[at]!;
    if (value === 0) continue;
    const beside = sameWeekdays(rows, at);
    const expected = beside.length < PARTIAL_LEAST_WEEKDAYS ? null : medianOf(beside);
    if (expected === null || expected < PARTIAL_LEAST_ROWS || value * PARTIAL_DIVISOR >= expected) continue;
    partial.push({ day: epochDay(firstDay + at), value, expected });
  }
  return partial;
}

function sameWeekdays(rows: Float64Array, at: number): number[] {
  const found: number[] = [];
  for (let weeks = 1; weeks <= PARTIAL_WEEKDAYS && found.length < PARTIAL_WEEKDAYS; weeks++) {
    const before = rows[at - 7 * weeks] ?? 0;
    const after = rows[at + 7 * weeks] ?? 0;
    if (before > 0) found.push(before);
    if (after > 0 && found.length < PARTIAL_WEEKDAYS) found.push(after);
  }
  return found;
}

/** Days on which transfers in (`value`) are not transfers out (`expected`), fen (CK7). */
export function unpairedTransfers({ firstDay, transfersIn, transfersOut }: DayFlows): DayAgainst[] {
  const unpaired: DayAgainst[] = [];
  for (let at = 0; at < transfersIn.length; at++) {
    const [value, expected] = [transfersIn[at]!, transfersOut[at]!];
    if (value !== expected) unpaired.push({ day: epochDay(firstDay + at), value, expected });
  }
  return unpaired;
}

/**
 * Days on which a measure is over ten times the ordinary: the median of the days with rows among the 30 before and the
 * 30 after. Fewer than 14 of those, or an ordinary day of nothing, tell nothing.
 */
export function jumps({ firstDay, rows }: DayFlows, measure: Float64Array): DayAgainst[] {
  const found: DayAgainst[] = [];
  for (let at = 0; at < rows.length; at++) {
    const value = measure[at]!;
    if (value === 0) continue;
    const around: number[] = [];
    for (let near = Math.max(0, at - JUMP_DAYS); near <= at + JUMP_DAYS && near < rows.length; near++)
      if (near !== at && rows[near]! > 0) around.push(measure[near]!);
    const expected = around.length < JUMP_LEAST_DAYS ? null : medianOf(around);
    if (expected === null || expected === 0 || value <= expected * JUMP_FACTOR) continue;
    found.push({ day: epochDay(firstDay + at), value, expected });
  }
  return found;
}

/**
 * Whether the last day looks cut off: its last row stands before 12:00, while the median of the last rows of the 28
 * days before it, of which 14 must have any, stands at 18:00 or later. Days without times end at midnight and tell
 * nothing.
 */
export function isLastDayCut(lastSecond: Uint32Array): boolean {
  const before = lastSecond.subarray(Math.max(0, lastSecond.length - 1 - CUT_DAYS), -1).filter((second) => second > 0);
  const last = lastSecond.at(-1);
  if (last === undefined || last >= CUT_BEFORE_SECOND || before.length < CUT_LEAST_DAYS) return false;
  return (medianOf(Float64Array.from(before)) ?? 0) >= ORDINARY_END_SECOND;
}
