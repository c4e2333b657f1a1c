import type { LedgerColumns, TextColumn } from "#src/domain/columns.ts";

import { grownBytes } from "#src/ingest/text/bytes.ts";
import { BLOCK_ROWS, type DecodedBlock } from "./decodedFile.ts";

/** Which of the columns that not every file has this one has. */
export interface OptionalColumns {
  readonly annualRatePpm: boolean;
  readonly interestDue: boolean;
  readonly couponAmount: boolean;
  readonly isAuto: boolean;
  readonly ids: boolean;
  readonly lots: boolean;
}

/** Texts of a block, packed as they come. */
export class TextBuilder {
  bytes = new Uint8Array(0);
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Where the next text begins. */
  end = 0;

  constructor(capacity: number) {
    this.ends = new Uint32Array(capacity);
  }

  put(row: number, text: Uint8Array): void {
    this.copy(text, 0, text.length);
    this.close(row);
  }

  copy(bytes: Uint8Array, from: number, to: number): void {
    const end = this.end + to - from;
    if (end > this.bytes.length) this.bytes = grownBytes(this.bytes, Math.max(end, this.ends.length * 8));
    const own = this.bytes;
    let out = this.end;
    for (let at = from; at < to; at++) own[out++] = bytes[at]!;
    this.end = end;
  }

  close(row: number): void {
    this.ends[row] = this.end;
  }

  finish(rows: number): TextColumn {
    return { bytes: this.bytes.slice(0, this.end), ends: cut(this.ends, rows) };
  }
}

/** The columns of one block while it is being filled; rows beyond `rows` mean nothing. */
export class BlockBuilder {
  rows = 0;
  readonly capacity: number;
  readonly instant: Uint32Array<ArrayBuffer>;
  readonly type: Uint8Array<ArrayBuffer>;
  readonly amount: Float64Array<ArrayBuffer>;
  readonly lender: Uint32Array<ArrayBuffer>;
  readonly product: Uint16Array<ArrayBuffer>;
  readonly channel: Uint16Array<ArrayBuffer>;
  readonly termDays: Uint16Array<ArrayBuffer>;
  readonly annualRatePpm: Int32Array<ArrayBuffer>;
  readonly interestDue: Float64Array<ArrayBuffer>;
  readonly couponAmount: Float64Array<ArrayBuffer>;
  readonly isAuto: Uint8Array<ArrayBuffer>;
  readonly hashLow: Uint32Array<ArrayBuffer>;
  readonly hashHigh: Uint32Array<ArrayBuffer>;
  readonly lines: Uint32Array<ArrayBuffer>;
  readonly ids: TextBuilder;
  readonly lots: TextBuilder;
  readonly #optional: OptionalColumns;

  /** @param expectedRows  what the rest of the file may hold; a small file gets small arrays */
  constructor(optional: OptionalColumns, expectedRows: number) {
    const capacity = Math.max(1, Math.min(BLOCK_ROWS, expectedRows));
    const only = (has: boolean): number => (has ? capacity : 0);
    this.#optional = optional;
    this.capacity = capacity;
    this.instant = new Uint32Array(capacity);
    this.type = new Uint8Array(capacity);
    this.amount = new Float64Array(capacity);
    this.lender = new Uint32Array(capacity);
    this.product = new Uint16Array(capacity);
    this.channel = new Uint16Array(capacity);
    this.termDays = new Uint16Array(capacity);
    this.annualRatePpm = new Int32Array(only(optional.annualRatePpm));
    this.interestDue = new Float64Array(only(optional.interestDue));
    this.couponAmount = new Float64Array(only(optional.couponAmount));
    this.isAuto = new Uint8Array(only(optional.isAuto));
    this.hashLow = new Uint32Array(capacity);
    this.hashHigh = new Uint32Array(capacity);
    this.lines = new Uint32Array(capacity);
    this.ids = new TextBuilder(only(optional.ids));
    this.lots = new TextBuilder(only(optional.lots));
  }

  /** The rows so far, in arrays of their own length; the builder is not to be used after. */
  finish(): Omit<DecodedBlock, "newLenders" | "newProducts" | "newChannels"> {
    const { rows } = this;
    const optional = this.#optional;
    const columns: LedgerColumns = {
      rows,
      instant: cut(this.instant, rows),
      type: cut(this.type, rows),
      amount: cut(this.amount, rows),
      lender: cut(this.lender, rows),
      product: cut(this.product, rows),
      channel: cut(this.channel, rows),
      termDays: cut(this.termDays, rows),
      ...(optional.annualRatePpm && { annualRatePpm: cut(this.annualRatePpm, rows) }),
      ...(optional.interestDue && { interestDue: cut(this.interestDue, rows) }),
      ...(optional.couponAmount && { couponAmount: cut(this.couponAmount, rows) }),
      ...(optional.isAuto && { isAuto: cut(this.isAuto, rows) }),
    };
    const identity = {
      hashLow: cut(this.hashLow, rows),
      hashHigh: cut(this.hashHigh, rows),
      ids: optional.ids ? this.ids.finish(rows) : undefined,
      lots: optional.lots ? this.lots.finish(rows) : undefined,
    };
    return { columns, identity, lines: cut(this.lines, rows) };
  }
}

/** The first rows of a column; the column itself when they are all. */
function cut<Column extends { readonly length: number; slice(from: number, to: number): Column }>(
  column: Column,
  rows: number,
): Column {
  return rows === column.length ? column : column.slice(0, rows);
}
