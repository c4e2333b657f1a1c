import { isoDay, isoMonth, type MonthNumber } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { yuanText } from "#src/ui/format.ts";
import { entryFile } from "#src/view/entryFile.ts";

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
