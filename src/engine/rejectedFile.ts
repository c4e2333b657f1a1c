import { withFormulaMark } from "#src/domain/formulaMark.ts";
import type { FileLayout, RejectedRow } from "#src/domain/imports.ts";
import { bytesOf, textOf } from "#src/ingest/text/bytes.ts";
import { RecordReader } from "#src/ingest/text/records.ts";

/** The columns in front of a file's own in the file of its rejected rows. */
export const REJECTED_HEADERS = ["line", "reason"] as const;

const BYTE_ORDER_MARK = "\uFEFF";
const LINE_BREAK = "\r\n";
const ROWS_A_PIECE = 2000;

/**
 * Rejected rows under their header, each with its line in the file and why it was rejected, in the file's own
 * delimiter, UTF-8. No cell of it is a formula to a spreadsheet.
 */
export function rejectedFile(layout: FileLayout, rejects: readonly RejectedRow[]): Blob {
  const { delimiter } = layout;
  const cellsOf = recordCutter(delimiter);
  const lineOf = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(safeCell(cell), delimiter)).join(delimiter) + LINE_BREAK;
  const pieces = [BYTE_ORDER_MARK, lineOf([...REJECTED_HEADERS, ...headerOf(layout, cellsOf)])];
  for (let from = 0; from < rejects.length; from += ROWS_A_PIECE) {
    const some = rejects.slice(from, from + ROWS_A_PIECE);
    pieces.push(some.map((row) => lineOf([String(row.line), reasonOf(row), ...cellsOf(row.text)])).join(""));
  }
  return new Blob(pieces, { type: "text/csv" });
}

/** The header as it stood; where only names are known, in the order in which they are known. */
function headerOf({ headerText, headerLine, mapping, unused }: FileLayout, cellsOf: CutRecord): readonly string[] {
  if (headerLine === 0) return numberedHeader(mapping);
  if (headerText !== undefined && headerText !== "") return cellsOf(headerText);
  return [...mapping.map(({ header }) => header), ...unused];
}

/** A file without a header has its columns by number; ours get the names that we know them by. */
function numberedHeader(mapping: FileLayout["mapping"]): string[] {
  const names = new Map(mapping.map(({ column, header }) => [Number(header), column]));
  return Array.from({ length: Math.max(0, ...names.keys()) }, (_, place) => names.get(place + 1) ?? String(place + 1));
}

function reasonOf({ code, column, value }: RejectedRow): string {
  if (column === null) return code;
  return value === "" ? `${code} in ${column}` : `${code} in ${column}: ${value}`;
}

type CutRecord = (text: string) => readonly string[];

function recordCutter(delimiter: string): CutRecord {
  const reader = new RecordReader(delimiter);
  return (text) => {
    reader.setWindow(bytesOf(text), true);
    // A row that was kept cut may end inside a quoted cell: it is given out as it is.
    if (!reader.read(0)) return [text];
    return Array.from({ length: Math.min(reader.fields, reader.starts.length) }, (_, field) =>
      textOf(reader.bytes, reader.starts[field]!, reader.ends[field]!),
    );
  };
}

const PLAIN_NUMBER = /^[+\-＋－]?[¥￥$€]?[\d０-９][\d０-９.,，．]*[%％元]?$/;

/**
 * The mark in front is what an import takes off again; a cell that has one means what it meant. Amounts below zero are
 * to stay numbers.
 */
function safeCell(cell: string): string {
  return PLAIN_NUMBER.test(cell) || /^\s*'/.test(cell) ? cell : withFormulaMark(cell);
}

function quoted(cell: string, delimiter: string): string {
  const isPlain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
