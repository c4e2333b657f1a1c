import { isoDay, isoMonth, type MonthNumber } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { yuanText } from "#src/ui/format.ts";

/** A target as the reader enters it. */
export interface TargetEntry {
  readonly month: MonthNumber;
  /** As the dataset has it. */
  readonly metricName: string;
  readonly unit: "fen" | "count";
  /** Fen, or lenders. */
  readonly value: number;
  readonly owner: string;
}

export interface NoteEntry {
  readonly day: EpochDay;
  readonly endDay: EpochDay | null;
  readonly text: string;
  readonly kind: string;
}

/** One target as a file of the targets dataset. */
export function targetFile({ month, metricName, unit, value, owner }: TargetEntry, now: Date): File {
  const figure = unit === "fen" ? yuanText(value) : String(value);
  return entryFile("targets", { month: isoMonth(month), metric: metricName, value: figure, owner }, now);
}

/** One note as a file of the annotations dataset. */
export function noteFile({ day, endDay, text, kind }: NoteEntry, now: Date): File {
  const end = endDay === null ? "" : isoDay(endDay);
  return entryFile("notes", { date: isoDay(day), text, end_date: end, kind }, now);
}

/**
 * A file of one row. The time of entry is a column of it: entered again after something else, the same row would else be
 * the same bytes, which are never taken twice.
 */
function entryFile(what: "targets" | "notes", row: Readonly<Record<string, string>>, now: Date): File {
  const cells = { ...row, entered_at: now.toISOString() };
  const text = `${csvLine(Object.keys(cells))}${csvLine(Object.values(cells))}`;
  return new File([text], `${what} by hand ${stampOf(now)}.csv`, { type: "text/csv" });
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
}

/** 2026-11-20 1403, on the device's clock. */
function stampOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${day} ${two(now.getHours())}${two(now.getMinutes())}`;
}
