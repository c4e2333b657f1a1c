import { TABLES, type DatasetName } from "#src/domain/datasets.ts";
import { TRANSACTION_COLUMNS, type ColumnName } from "#src/domain/imports.ts";
import type { FileSketch, Reading, TypeAnswer } from "#src/domain/reading.ts";
import { NOT_DONE_STATUSES } from "#src/domain/statusWords.ts";

type Columns = NonNullable<Reading["columns"]>;

/** Our columns of a dataset, in their own order. */
export function columnsOf(dataset: DatasetName): readonly ColumnName[] {
  return dataset === "transactions" ? TRANSACTION_COLUMNS : TABLES[dataset].map(({ name }) => name);
}

/** What the file must have for its rows to be read. */
export function requiredColumns(dataset: DatasetName, sign: Reading["sign"]): readonly ColumnName[] {
  if (dataset !== "transactions") return TABLES[dataset].filter(({ required }) => required).map(({ name }) => name);
  switch (sign?.shape) {
    case "signed":
      return ["user_id", "occurred_at", "amount"];
    case "credit_debit":
      return ["user_id", "occurred_at"];
    case "by_type":
    case undefined:
      return ["user_id", "occurred_at", "type", "amount"];
  }
}

/** Whether a dataset has columns of money, whose unit may have to be told. */
export function hasMoney(dataset: DatasetName): boolean {
  return dataset === "transactions" || TABLES[dataset].some(({ cell }) => cell === "fen");
}

/** As the reading says, else as it was recognised. */
function columnsIn(sketch: FileSketch, reading: Reading): Columns {
  return reading.columns ?? sketch.columns;
}

/** Our column for each header of the file; null where none is. */
export function columnByPlace(sketch: FileSketch, reading: Reading): readonly (ColumnName | null)[] {
  const found: (ColumnName | null)[] = sketch.headers.map(() => null);
  // Keys of a record are strings to the compiler; this one has none but columns.
  for (const [column, place] of Object.entries(columnsIn(sketch, reading)) as [ColumnName, number | undefined][]) {
    if (place !== undefined && place < found.length) found[place] = column;
  }
  return found;
}

/** Required columns that no header is read as. */
export function missingColumns(dataset: DatasetName, sketch: FileSketch, reading: Reading): readonly ColumnName[] {
  const columns = columnsIn(sketch, reading);
  return requiredColumns(dataset, reading.sign).filter((column) => columns[column] === undefined);
}

/** Reads a header as a column, or as none; a header and a column belong to no other then. */
export function withColumn(
  reading: Reading,
  sketch: FileSketch,
  { place, column }: { readonly place: number; readonly column: ColumnName | null },
): Reading {
  const others = Object.entries(columnsIn(sketch, reading)).filter(([name, at]) => at !== place && name !== column);
  const columns: Columns = Object.fromEntries(others);
  return { ...reading, columns: column === null ? columns : { ...columns, [column]: place } };
}

/** What a change of dataset, encoding, delimiter or header leaves of the rest: places of columns mean nothing then. */
export function withLayout(
  { dataset, encoding, delimiter, headerLine }: Reading,
  change: Pick<Reading, "dataset" | "encoding" | "delimiter" | "headerLine">,
): Reading {
  return withoutAbsent({ dataset, encoding, delimiter, headerLine, ...change });
}

/** What decides the head of a file alone. */
export function layoutOf(reading: Reading): Reading {
  return withLayout(reading, {});
}

/** What a type is said to be; null while nobody said. */
export function typeAnswer({ types = {} }: Reading, value: string): TypeAnswer | null {
  return Object.hasOwn(types, value) ? (types[value] ?? null) : null;
}

export function withType(reading: Reading, value: string, answer: TypeAnswer | null): Reading {
  const { [value]: _, ...types } = reading.types ?? {};
  return withoutAbsent({ ...reading, types: answer === null ? types : { ...types, [value]: answer } });
}

/** A change whose absent parts take away. */
export function withPart(
  reading: Reading,
  change: { readonly [Key in keyof Reading]?: Reading[Key] | undefined },
): Reading {
  return withoutAbsent({ ...reading, ...change });
}

export function isEmptyReading(reading: Reading): boolean {
  return Object.keys(reading).length === 0;
}

function withoutAbsent(reading: { readonly [Key in keyof Reading]?: Reading[Key] | undefined }): Reading {
  return Object.fromEntries(
    Object.entries(reading).filter(
      ([name, value]) => value !== undefined && !(name === "types" && Object.keys(value).length === 0),
    ),
  );
}

/** The different values of a column among the samples, empty ones left out, in their order. */
export function sampleValues({ samples }: FileSketch, place: number, most = 50): readonly string[] {
  const values = samples.map((row) => (row[place] ?? "").trim()).filter((value) => value !== "");
  return [...new Set(values)].slice(0, most);
}

/** Of a column's values among the samples those that do not say that nothing came of their rows. */
export function keptStatuses(sketch: FileSketch, place: number): readonly string[] {
  return sampleValues(sketch, place).filter((value) => !NOT_DONE_STATUSES.has(plainStatus(value)));
}

function plainStatus(value: string): string {
  return value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-"'`\u00b7]/g, "");
}
