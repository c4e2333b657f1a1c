import { BALANCE_SIGN, EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { ImportMode } from "#src/domain/reading.ts";

import { contentOf, type FileRow } from "./engineHarness.ts";
import { dayNamed } from "./ledgerRows.ts";

/** One file as somebody would describe it. */
export interface ToldFile {
  readonly rows: readonly FileRow[];
  readonly hasIds: boolean;
  readonly mode: ImportMode;
}

/** The rows in force by identity, in the order in which they came. */
export type InForce = ReadonlyMap<string, FileRow>;

/**
 * The dullest rule there is: play the files in their order. A file that replaces days first removes every row on its
 * days; then each of its rows takes the place of the row of its identity.
 */
export function replayed(files: readonly ToldFile[], from: InForce = new Map()): InForce {
  const rows = new Map(from);
  for (const file of files) {
    const days = new Set(file.rows.map(dayOf));
    if (file.mode === "replace_days") {
      for (const [identity, row] of rows) if (days.has(dayOf(row))) rows.delete(identity);
    }
    const seen = new Map<string, number>();
    for (const row of file.rows) {
      const content = contentOf(row).join("|");
      const ordinal = seen.get(content) ?? 0;
      seen.set(content, ordinal + 1);
      const identity = file.hasIds ? row.txnId : `${content}|${ordinal}`;
      rows.delete(identity);
      // An object of its own, so that a row of this file is not taken for the one that it stands over.
      rows.set(identity, { ...row });
    }
  }
  return rows;
}

interface ToldFigures {
  volume: number;
  exits: number;
  outstanding: number;
}

/** What rows come to up to each day that has some. */
function figuresByDay(rows: InForce, isGross: boolean): Map<number, ToldFigures> {
  const figures = new Map<number, ToldFigures>();
  for (const row of rows.values()) {
    const day = dayOf(row);
    const amount = Math.round(Number(row.amount) * 100);
    const of = figures.get(day) ?? { volume: 0, exits: 0, outstanding: 0 };
    if (row.type === "lend" || (isGross && row.type === "transfer_in")) of.volume += amount;
    const isExit = ["exit", "early_exit", "compensation"].includes(row.type);
    if (isExit || (isGross && row.type === "transfer_out")) of.exits += amount;
    // Files of the tests name types by our own words.
    of.outstanding += BALANCE_SIGN[EVENT_TYPES.indexOf(row.type as EventType)]! * amount;
    figures.set(day, of);
  }
  return figures;
}

/** What changes from some rows to others, day by day, as the engine's restatement tells it. */
export function restated(before: InForce, after: InForce, isGross: boolean) {
  const counts = new Map<number, { rowsAdded: number; rowsRemoved: number; rowsChanged: number }>();
  let rowsSame = 0;
  const count = (day: number, what: "rowsAdded" | "rowsRemoved" | "rowsChanged"): void => {
    const of = counts.get(day) ?? { rowsAdded: 0, rowsRemoved: 0, rowsChanged: 0 };
    of[what]++;
    counts.set(day, of);
  };
  for (const identity of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(identity), after.get(identity)];
    if (was === is) continue;
    if (was && is && contentOf(was).join("|") === contentOf(is).join("|")) rowsSame++;
    else if (was && is && dayOf(was) === dayOf(is)) count(dayOf(is), "rowsChanged");
    else {
      if (was) count(dayOf(was), "rowsRemoved");
      if (is) count(dayOf(is), "rowsAdded");
    }
  }
  const [told, retold] = [figuresByDay(before, isGross), figuresByDay(after, isGross)];
  const upTo = (figures: ReadonlyMap<number, ToldFigures>, day: number): number =>
    [...figures].filter(([at]) => at <= day).reduce((sum, [, of]) => sum + of.outstanding, 0);
  const total = (figures: ReadonlyMap<number, ToldFigures>, what: "volume" | "exits"): number =>
    [...figures.values()].reduce((sum, of) => sum + of[what], 0);
  const both = (what: (figures: ReadonlyMap<number, ToldFigures>) => number) => ({
    before: what(told),
    after: what(retold),
  });
  const all = [...counts.values()];
  return {
    days: [...counts.keys()]
      .toSorted((a, b) => a - b)
      .map((day) => ({
        day,
        ...counts.get(day),
        volume: both((figures) => figures.get(day)?.volume ?? 0),
        exits: both((figures) => figures.get(day)?.exits ?? 0),
        outstanding: both((figures) => upTo(figures, day)),
      })),
    rowsAdded: all.reduce((sum, of) => sum + of.rowsAdded, 0),
    rowsRemoved: all.reduce((sum, of) => sum + of.rowsRemoved, 0),
    rowsChanged: all.reduce((sum, of) => sum + of.rowsChanged, 0),
    rowsSame,
    volume: both((figures) => total(figures, "volume")),
    exits: both((figures) => total(figures, "exits")),
    outstanding: both((figures) => upTo(figures, Infinity)),
  };
}

function dayOf({ at }: FileRow): number {
  return dayNamed(at.slice(0, 10));
}
