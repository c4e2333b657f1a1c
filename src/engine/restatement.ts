import type { TransfersView } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import { addRow, dayOfRow, flowTypes, type DayFlow, type FlowByDay } from "./dayFlows.ts";
import { pairRows, type RowPair, type RowSet } from "./pairedRows.ts";
import type { DayChange, Restatement } from "./protocol.ts";

export interface RestatementInput {
  /** What all days come to before. */
  readonly before: FlowByDay;
  /** Rows in force before that are not in force after, and the other way round. */
  readonly removed: readonly RowSet[];
  readonly added: readonly RowSet[];
  readonly transfers: TransfersView;
  /** Rows after this day enter no figure, and are left out here too. */
  readonly lastUsed: EpochDay;
}

interface DayCounts {
  rowsAdded: number;
  rowsRemoved: number;
  rowsChanged: number;
}

/**
 * What a change of the rows in force does to days and figures. A row that moves to another day is removed from the
 * one and added to the other. Costs a pass over the rows that change and over the days.
 */
export async function restatementOf(input: RestatementInput): Promise<Restatement> {
  const changes: FlowByDay = new Map();
  const counts = new Map<number, DayCounts>();
  const types = flowTypes(input.transfers);
  let rowsSame = 0;
  const isUsed = (row: RowPair["before"]): row is NonNullable<typeof row> =>
    row !== undefined && dayOfRow(row.columns, row.row) <= input.lastUsed;
  const count = (day: EpochDay, what: keyof DayCounts): void => {
    const of = counts.get(day) ?? { rowsAdded: 0, rowsRemoved: 0, rowsChanged: 0 };
    of[what]++;
    counts.set(day, of);
  };
  await pairRows(input.removed, input.added, ({ before, after, isSame }) => {
    const [was, is] = [isUsed(before) ? before : undefined, isUsed(after) ? after : undefined];
    if (was && is && isSame) {
      rowsSame++;
      return;
    }
    if (was) addRow(changes, { ...was, sign: -1 }, types);
    if (is) addRow(changes, { ...is, sign: 1 }, types);
    const dayBefore = was && dayOfRow(was.columns, was.row);
    const dayAfter = is && dayOfRow(is.columns, is.row);
    if (dayBefore !== undefined && dayBefore === dayAfter) {
      count(dayBefore, "rowsChanged");
      return;
    }
    if (dayBefore !== undefined) count(dayBefore, "rowsRemoved");
    if (dayAfter !== undefined) count(dayAfter, "rowsAdded");
  });
  return { ...inFigures(input.before, changes, counts), rowsSame };
}

const NO_FLOW: Readonly<DayFlow> = { volume: 0, exits: 0, balance: 0 };

function inFigures(
  before: FlowByDay,
  changes: FlowByDay,
  counts: ReadonlyMap<number, DayCounts>,
): Omit<Restatement, "rowsSame"> {
  const days: DayChange[] = [];
  const total = { volume: pair(0, 0), exits: pair(0, 0), outstanding: pair(0, 0) };
  const rows: DayCounts = { rowsAdded: 0, rowsRemoved: 0, rowsChanged: 0 };
  const all = [...new Set([...before.keys(), ...counts.keys()])].toSorted((a, b) => a - b);
  for (const day of all) {
    const [was, change, counted] = [before.get(day) ?? NO_FLOW, changes.get(day) ?? NO_FLOW, counts.get(day)];
    const volume = pair(was.volume, was.volume + change.volume);
    const exits = pair(was.exits, was.exits + change.exits);
    total.volume = sum(total.volume, volume);
    total.exits = sum(total.exits, exits);
    total.outstanding = sum(total.outstanding, pair(was.balance, was.balance + change.balance));
    if (!counted) continue;
    days.push({ day: epochDay(day), ...counted, volume, exits, outstanding: total.outstanding });
    for (const what of ["rowsAdded", "rowsRemoved", "rowsChanged"] as const) rows[what] += counted[what];
  }
  const lastDay = all.at(-1);
  return { days, ...rows, ...total, lastDay: lastDay === undefined ? null : epochDay(lastDay) };
}

interface Pair {
  readonly before: number;
  readonly after: number;
}

function pair(before: number, after: number): Pair {
  return { before, after };
}

function sum(a: Pair, b: Pair): Pair {
  return pair(a.before + b.before, a.after + b.after);
}
