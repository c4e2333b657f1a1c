import type { ColumnName } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";

import { SPACE } from "#src/ingest/text/bytes.ts";
import { trimmed } from "#src/ingest/cells/cellText.ts";
import { headerOf, namedHeader } from "./headers.ts";
import type { TableLayout } from "./layout.ts";
import { plainWord } from "#src/ingest/text/plainWord.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import type { TableColumns } from "#src/ingest/tableColumns.ts";

/**
 * What a header in the middle of a table says: the columns go on where they were, they go on in another
 * order, or these are other columns.
 */
export type HeaderAgain = "same" | "other" | TableLayout;

const ZERO = 48;

/** Cheap for rows: no header begins with a digit where a row has its date. */
export function mayBeHeader({ bytes, starts, ends, fields }: RecordReader, { occurredAt }: TableColumns): boolean {
  const field = Math.min(occurredAt.index, fields - 1);
  let at = starts[field]!;
  const to = ends[field]!;
  while (at < to && bytes[at] === SPACE) at++;
  return at < to && (bytes[at]! < ZERO || bytes[at]! > ZERO + 9);
}

/** The header again, as where exports were put one behind the other; undefined for any other record. */
export function headerAgain(cells: readonly string[], layout: TableLayout): HeaderAgain | undefined {
  if (layout.headerLine === 0) return undefined;
  const words = cells.map(plainWord);
  const found = cells.map((cell) => headerOf(cell));
  const placeOf = (index: number): number => {
    const { name, column } = layout.headers[index]!;
    const named = words.indexOf(plainWord(name));
    return named >= 0 || column === undefined ? named : found.findIndex((header) => header.column === column);
  };
  const isHeader = (["user_id", "occurred_at"] as const).every((column) => {
    const index = layout.indexOf.get(column);
    return index !== undefined && placeOf(index) >= 0;
  });
  if (!isHeader) return undefined;
  const places = new Map(placesIn(layout).map((index) => [index, placeOf(index)]));
  for (const [index, place] of places) {
    if (place < 0 || !meanTheSame(layout.headers[index]!.name, cells[place]!)) return "other";
  }
  let fields = cells.length;
  while (fields > 0 && trimmed(cells[fields - 1]!) === "") fields--;
  if (fields === layout.fields && [...places].every(([index, place]) => index === place)) return "same";
  return movedLayout(layout, cells, places);
}

/** Every place of a row that is read. */
function placesIn({ indexOf, reading, statusIndex, currencyIndex }: TableLayout): number[] {
  const { sign, description = -1 } = reading;
  const credited = sign?.shape === "credit_debit" ? [sign.credit, sign.debit] : [];
  return [...indexOf.values(), ...credited, description, statusIndex, currencyIndex].filter((index) => index >= 0);
}

/** Two spellings of a header in one unit. */
function meanTheSame(before: string, now: string): boolean {
  const [a, b] = [headerOf(before), headerOf(now)];
  return a.scaleFen === b.scaleFen && a.inMonths === b.inMonths;
}

function movedLayout(layout: TableLayout, cells: readonly string[], places: ReadonlyMap<number, number>): TableLayout {
  const moved = (index: number): number => places.get(index) ?? index;
  const trailing = layout.fieldsWithTrailing - layout.headers.length;
  const columns = new Map<ColumnName, number>(
    Array.from(layout.indexOf, ([column, index]) => [column, moved(index)] as const),
  );
  const headers = cells.map((cell) => namedHeader(cell.trim()));
  for (const [index, place] of places) headers[place] = { ...layout.headers[index]!, name: cells[place]!.trim() };
  let fields = cells.length;
  while (trimmed(cells[fields - 1]!) === "") fields--;
  return {
    ...layout,
    headers,
    indexOf: columns,
    fields,
    fieldsWithTrailing: cells.length + trailing,
    reading: movedReading(layout.reading, moved),
    statusIndex: moved(layout.statusIndex),
    currencyIndex: moved(layout.currencyIndex),
  };
}

function movedReading(reading: Reading, moved: (index: number) => number): Reading {
  const { sign, description } = reading;
  return {
    ...reading,
    ...(description !== undefined && { description: moved(description) }),
    ...(sign?.shape === "credit_debit" && {
      sign: { ...sign, credit: moved(sign.credit), debit: moved(sign.debit) },
    }),
  };
}
