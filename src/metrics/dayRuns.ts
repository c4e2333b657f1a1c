import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { EpochDay } from "#src/domain/units.ts";

/** The rows `from` (inclusive) to `to` (exclusive) of one part's order, all of one day. */
export interface DayRun {
  readonly day: number;
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

export interface DayRuns {
  /** Ascending by day, then by part; none after `asOf`. */
  readonly runs: readonly DayRun[];
  /** By part: its row numbers by day, or undefined where the rows already stand so. */
  readonly orders: readonly (Uint32Array | undefined)[];
}

/** Brings the rows of all parts into the order of days; dead rows stay in. */
export function dayRuns(parts: readonly LedgerPart[], asOf: EpochDay): DayRuns {
  const runs: DayRun[] = [];
  const orders = parts.map(({ columns }, part) => {
    const add = (found: readonly DayRun[]): void => {
      for (const run of found) if (run.day <= asOf) runs.push(run);
    };
    const standing = standingRuns(columns.instant, columns.rows, part);
    if (standing) {
      add(standing);
      return undefined;
    }
    const order = orderByDay(columns.instant, columns.rows);
    add(orderedRuns(columns.instant, order, part));
    return order;
  });
  runs.sort((a, b) => a.day - b.day || a.part - b.part);
  return { runs, orders };
}

/** The runs of a part whose days never go back; undefined when they do. */
function standingRuns(instant: Uint32Array, rows: number, part: number): DayRun[] | undefined {
  const runs: DayRun[] = [];
  for (let from = 0; from < rows;) {
    const day = Math.floor(instant[from]! / SECONDS_A_DAY);
    const start = day * SECONDS_A_DAY;
    const end = start + SECONDS_A_DAY;
    let to = from + 1;
    while (to < rows && instant[to]! >= start && instant[to]! < end) to++;
    if (to < rows && instant[to]! < start) return undefined;
    runs.push({ day, part, from, to });
    from = to;
  }
  return runs;
}

function orderByDay(instant: Uint32Array, rows: number): Uint32Array {
  let first = Infinity;
  let last = 0;
  for (let row = 0; row < rows; row++) {
    first = Math.min(first, instant[row]!);
    last = Math.max(last, instant[row]!);
  }
  const firstDay = Math.floor(first / SECONDS_A_DAY);
  const places = new Uint32Array(Math.floor(last / SECONDS_A_DAY) - firstDay + 2);
  for (let row = 0; row < rows; row++) places[Math.floor(instant[row]! / SECONDS_A_DAY) - firstDay + 1]!++;
  for (let day = 1; day < places.length; day++) places[day]! += places[day - 1]!;
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[places[Math.floor(instant[row]! / SECONDS_A_DAY) - firstDay]!++] = row;
  return order;
}

function orderedRuns(instant: Uint32Array, order: Uint32Array, part: number): DayRun[] {
  const runs: DayRun[] = [];
  for (let from = 0; from < order.length;) {
    const day = Math.floor(instant[order[from]!]! / SECONDS_A_DAY);
    let to = from + 1;
    while (to < order.length && Math.floor(instant[order[to]!]! / SECONDS_A_DAY) === day) to++;
    runs.push({ day, part, from, to });
    from = to;
  }
  return runs;
}
