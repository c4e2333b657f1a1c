import type { FileRefusalCode } from "#src/domain/codes.ts";

/** Cells of one column: what the last one came to. */
export interface Cells {
  /** 0, or what the cell is instead of a value (`CELL`). */
  read(bytes: Uint8Array, from: number, to: number): number;
  /** Of the last cell that was read, where the column keeps numbers. */
  readonly value: number;
  /** The same where it keeps texts. */
  readonly utf8: Uint8Array;
}

/** Cells that can be written in several ways, of which the whole column tells. */
export interface AskingCells extends Cells {
  /** Asks a cell how its column is written. */
  gather(bytes: Uint8Array, from: number, to: number): void;
  /** Settles how the column is written; the question that is left, with examples of it. */
  settle(): CellQuestion | undefined;
}

export interface CellQuestion {
  readonly code: FileRefusalCode & ("AMBIGUOUS_DATE" | "AMBIGUOUS_NUMBER");
  readonly values: readonly string[];
}

export const NO_BYTES: Uint8Array = new Uint8Array(0);
