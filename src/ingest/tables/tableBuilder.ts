import type { TableColumn } from "#src/domain/datasets.ts";
import type { TableData, TableValues } from "#src/domain/tables.ts";

import { grownBytes } from "#src/ingest/text/bytes.ts";

const FIRST_ROWS = 1024;

/** The rows of a table as they are taken, by column. */
export class TableBuilder {
  rows = 0;
  /** Physical line of each row. */
  #lines = new Uint32Array(FIRST_ROWS);
  readonly #columns: readonly (TextBuilder | NumberBuilder)[];

  constructor(columns: readonly TableColumn[]) {
    this.#columns = columns.map(({ cell }) => (cell === "text" ? new TextBuilder() : new NumberBuilder()));
  }

  /** Puts a text as UTF-8 into the row that is being made; a column that is not put is absent. */
  putText(column: number, utf8: Uint8Array): void {
    const builder = this.#columns[column];
    if (builder instanceof TextBuilder) builder.put(this.rows, utf8);
  }

  /** The same for a number. */
  putNumber(column: number, value: number): void {
    const builder = this.#columns[column];
    if (builder instanceof NumberBuilder) builder.put(this.rows, value);
  }

  /** The row is whole. */
  finishRow(line: number): void {
    if (this.rows === this.#lines.length) this.#lines = doubled(this.#lines, new Uint32Array(this.rows * 2));
    this.#lines[this.rows] = line;
    this.rows++;
  }

  finish(): { readonly data: TableData; readonly lines: Uint32Array } {
    const { rows } = this;
    const columns = this.#columns.map((builder) => builder.finish(rows));
    return { data: { rows, columns }, lines: this.#lines.slice(0, rows) };
  }
}

class TextBuilder {
  #bytes = new Uint8Array(FIRST_ROWS);
  #ends = new Uint32Array(FIRST_ROWS);
  #end = 0;
  #rows = 0;

  put(row: number, utf8: Uint8Array): void {
    this.#skipTo(row);
    const end = this.#end + utf8.length;
    if (end > this.#bytes.length) this.#bytes = grownBytes(this.#bytes, end);
    this.#bytes.set(utf8, this.#end);
    this.#end = end;
    this.#skipTo(row + 1);
  }

  /** Rows that are behind end where the bytes end. */
  #skipTo(rows: number): void {
    if (rows > this.#ends.length) {
      this.#ends = doubled(this.#ends, new Uint32Array(Math.max(rows, this.#ends.length * 2)));
    }
    if (rows > this.#rows) this.#ends.fill(this.#end, this.#rows, rows);
    this.#rows = rows;
  }

  finish(rows: number): TableValues {
    this.#skipTo(rows);
    return { type: "text", texts: { bytes: this.#bytes.slice(0, this.#end), ends: this.#ends.slice(0, rows) } };
  }
}

class NumberBuilder {
  #numbers = new Float64Array(FIRST_ROWS).fill(Number.NaN);

  put(row: number, value: number): void {
    this.#reach(row + 1);
    this.#numbers[row] = value;
  }

  #reach(rows: number): void {
    const { length } = this.#numbers;
    if (rows <= length) return;
    this.#numbers = doubled(this.#numbers, new Float64Array(Math.max(rows, length * 2)));
    this.#numbers.fill(Number.NaN, length);
  }

  finish(rows: number): TableValues {
    this.#reach(rows);
    return { type: "number", numbers: this.#numbers.slice(0, rows) };
  }
}

function doubled<Column extends Uint32Array | Float64Array>(values: Column, room: Column): Column {
  room.set(values);
  return room;
}
