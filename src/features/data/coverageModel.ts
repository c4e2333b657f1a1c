import { civilDate, monthOf, monthStart } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { CoverageResult } from "#src/engine/protocol.ts";

export type CoverageDay = CoverageResult["days"][number];

interface CoverageMonth {
  /** Its first day. */
  readonly month: EpochDay;
  /** By date from 1 to 31; null outside the month and outside the data. */
  readonly cells: readonly (CoverageDay | null)[];
  readonly rows: number;
  readonly missing: number;
}

export interface CoverageModel {
  /** Newest first. */
  readonly months: readonly CoverageMonth[];
  readonly days: number;
  readonly missing: readonly EpochDay[];
  /** Days with far fewer rows than they have ordinarily. */
  readonly partial: readonly EpochDay[];
  /** Rows that the fullest colour stands for. */
  readonly fullRows: number;
}

/** The days of the data by month and date. */
export function coverageModel({ days }: CoverageResult): CoverageModel {
  const months = new Map<number, CoverageDay[]>();
  for (const day of days) {
    const month = monthOf(day.day);
    const found = months.get(month);
    if (found) found.push(day);
    else months.set(month, [day]);
  }
  return {
    months: [...months].map(([month, found]) => coverageMonth(monthStart(month), found)).toReversed(),
    days: days.length,
    missing: days.filter(({ rows }) => rows === 0).map(({ day }) => day),
    partial: days.filter(({ expectedRows }) => expectedRows !== undefined).map(({ day }) => day),
    fullRows: ordinaryMaximum(days.map(({ rows }) => rows)),
  };
}

function coverageMonth(month: EpochDay, days: readonly CoverageDay[]): CoverageMonth {
  const byDate = new Map(days.map((day) => [civilDate(day.day).date, day]));
  return {
    month,
    cells: Array.from({ length: 31 }, (_, at) => byDate.get(at + 1) ?? null),
    rows: days.reduce((sum, { rows }) => sum + rows, 0),
    missing: days.filter(({ rows }) => rows === 0).length,
  };
}

/** The 95th percentile, so that one great day does not pale all others. */
function ordinaryMaximum(rows: readonly number[]): number {
  const ascending = rows.filter((count) => count > 0).toSorted((a, b) => a - b);
  return ascending[Math.floor((ascending.length - 1) * 0.95)] ?? 0;
}

/** How strong a day's colour is, 0 to 1. */
export function intensityOf(rows: number, fullRows: number): number {
  return fullRows === 0 ? 0 : Math.min(1, rows / fullRows);
}

export type CoverageKey = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End";

/** Where the keyboard goes from a day: along the month, to the same date in the month above or below, to its ends. */
export function dayBeside({ months }: CoverageModel, day: EpochDay, key: CoverageKey): EpochDay {
  const row = months.findIndex(({ month }) => monthOf(month) === monthOf(day));
  const inRow = observed(months[row]);
  switch (key) {
    case "ArrowLeft":
      return inRow.includes(epochDay(day - 1)) ? epochDay(day - 1) : day;
    case "ArrowRight":
      return inRow.includes(epochDay(day + 1)) ? epochDay(day + 1) : day;
    case "Home":
      return inRow.at(0) ?? day;
    case "End":
      return inRow.at(-1) ?? day;
    case "ArrowUp":
      return nearestDate(observed(months[row - 1]), day);
    case "ArrowDown":
      return nearestDate(observed(months[row + 1]), day);
  }
}

function observed(month: CoverageMonth | undefined): EpochDay[] {
  return (month?.cells ?? []).flatMap((cell) => (cell ? [cell.day] : []));
}

function nearestDate(days: readonly EpochDay[], from: EpochDay): EpochDay {
  const distance = (day: EpochDay) => Math.abs(civilDate(day).date - civilDate(from).date);
  return days.toSorted((a, b) => distance(a) - distance(b)).at(0) ?? from;
}
