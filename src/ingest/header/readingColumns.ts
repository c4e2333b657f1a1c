import type { ColumnName } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";

import type { ColumnSet } from "./columnSets.ts";

/** A place that a reading names. */
export interface Place {
  /** For saying what was to be there. */
  readonly name: string;
  readonly column: ColumnName | undefined;
  /** From 0. */
  readonly index: number;
}

/** Every place of a row that a reading names. */
export function placesOf({ columns, sign, description, status, currency }: Reading, set: ColumnSet): readonly Place[] {
  const places: Place[] = [];
  for (const column of set.columns) {
    const index = columns?.[column];
    if (index !== undefined) places.push({ name: column, column, index });
  }
  if (sign?.shape === "credit_debit") {
    places.push({ name: "credit", column: "amount", index: sign.credit });
    places.push({ name: "debit", column: "amount", index: sign.debit });
  }
  if (description !== undefined) places.push({ name: "description", column: undefined, index: description });
  if (status) places.push({ name: "status", column: undefined, index: status.column });
  if (currency) places.push({ name: "currency", column: undefined, index: currency.column });
  return places;
}

/** The columns that a file cannot do without, once a reading says where the direction of its rows is written. */
export function requiredColumns({ required }: ColumnSet, { sign }: Reading): readonly ColumnName[] {
  if (sign === undefined || sign.shape === "by_type") return required;
  const elsewhere: readonly ColumnName[] = sign.shape === "signed" ? ["type"] : ["type", "amount"];
  return required.filter((column) => !elsewhere.includes(column));
}
