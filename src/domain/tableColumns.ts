import type { TextColumn } from "./columns.ts";
import type { TableColumn } from "./datasets.ts";
import type { TableData, TableValues } from "./tables.ts";

/** One row of one table. */
export interface RowPlace {
  readonly table: TableData;
  readonly row: number;
}

// A byte-order mark inside a text is part of the text.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Between the parts of a key; control characters stand in no name or id. */
const BETWEEN = "\u0000";

/** Whether a column keeps text; all others keep numbers. */
function isTextColumn({ cell }: TableColumn): boolean {
  return cell === "text";
}

/** A table without rows. */
export function emptyTable(columns: readonly TableColumn[]): TableData {
  return {
    rows: 0,
    columns: columns.map((column): TableValues =>
      isTextColumn(column)
        ? { type: "text", texts: { bytes: new Uint8Array(0), ends: new Uint32Array(0) } }
        : { type: "number", numbers: new Float64Array(0) },
    ),
  };
}

/** The texts of a column by row, decoded at once where one byte is one character. */
function textReader({ bytes, ends }: TextColumn): (row: number) => string {
  const all = decoder.decode(bytes);
  const startOf = (row: number): number => (row === 0 ? 0 : ends[row - 1]!);
  if (all.length === bytes.length) return (row) => all.slice(startOf(row), ends[row]);
  return (row) => decoder.decode(bytes.subarray(startOf(row), ends[row]));
}

/** What a table's rows are told apart by: the columns at these places, absent ones included. */
export function rowKeys({ columns }: TableData, places: readonly number[]): (row: number) => string {
  const parts = places.map((place) => {
    const values = columns[place]!;
    if (values.type === "text") return textReader(values.texts);
    return (row: number): string => String(values.numbers[row]);
  });
  const [first, ...others] = parts;
  if (first === undefined) throw new Error("a table has a key");
  return others.length === 0 ? first : (row) => parts.map((part) => part(row)).join(BETWEEN);
}

/** Whether two rows of one dataset agree in every column. */
export function isSameRow(a: RowPlace, b: RowPlace): boolean {
  return a.table.columns.every((left, place) => {
    const right = b.table.columns[place]!;
    if (left.type === "number") {
      return right.type === "number" && Object.is(left.numbers[a.row], right.numbers[b.row]);
    }
    return right.type === "text" && isSameText(textBytes(left.texts, a.row), textBytes(right.texts, b.row));
  });
}

/** How many of the rows have a value in the column at a place. */
export function filledRows(places: readonly RowPlace[], at: number): number {
  return places.reduce((sum, { table, row }) => sum + (isFilled(table.columns[at]!, row) ? 1 : 0), 0);
}

function isFilled(values: TableValues, row: number): boolean {
  if (values.type === "number") return !Number.isNaN(values.numbers[row]!);
  return textBytes(values.texts, row).length > 0;
}

/** A table of rows that lie in others. */
export function gatherRows(columns: readonly TableColumn[], places: readonly RowPlace[]): TableData {
  return {
    rows: places.length,
    columns: columns.map((column, at): TableValues => {
      if (isTextColumn(column)) return { type: "text", texts: gatherTexts(places, at) };
      return { type: "number", numbers: Float64Array.from(places, ({ table, row }) => numbersOf(table, at)[row]!) };
    }),
  };
}

function gatherTexts(places: readonly RowPlace[], at: number): TextColumn {
  const ends = new Uint32Array(places.length);
  let end = 0;
  for (const [slot, { table, row }] of places.entries()) {
    end += textBytes(textsOf(table, at), row).length;
    ends[slot] = end;
  }
  const bytes = new Uint8Array(end);
  for (const [slot, { table, row }] of places.entries()) {
    bytes.set(textBytes(textsOf(table, at), row), slot === 0 ? 0 : ends[slot - 1]!);
  }
  return { bytes, ends };
}

function textsOf({ columns }: TableData, at: number): TextColumn {
  const values = columns[at]!;
  if (values.type !== "text") throw new Error(`column ${at} holds no text`);
  return values.texts;
}

function numbersOf({ columns }: TableData, at: number): Float64Array {
  const values = columns[at]!;
  if (values.type !== "number") throw new Error(`column ${at} holds no numbers`);
  return values.numbers;
}

function textBytes({ bytes, ends }: TextColumn, row: number): Uint8Array {
  return bytes.subarray(row === 0 ? 0 : ends[row - 1]!, ends[row]);
}

function isSameText(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
