import { codedTexts, textsOf, type CodedTexts, type TextColumn } from "./columns.ts";
import { TABLES, type TableColumn, type TableName } from "./datasets.ts";
import type { TableData, TableValues } from "./tables.ts";

type ColumnOf<Name extends TableName> = (typeof TABLES)[Name][number]["name"];

/** A text column by row; "" is absent. */
export function tableTexts<Name extends TableName>(dataset: Name, data: TableData, name: ColumnOf<Name>): string[] {
  return textsOf(textColumn(dataset, data, name));
}

/** A text column that says the same few things again and again; "" is absent. */
export function tableCodes<Name extends TableName>(dataset: Name, data: TableData, name: ColumnOf<Name>): CodedTexts {
  return codedTexts(textColumn(dataset, data, name));
}

function textColumn(dataset: TableName, data: TableData, name: string): TextColumn {
  const values = valuesOf(dataset, data, name);
  if (values.type !== "text") throw new Error(`${dataset}.${name} holds numbers`);
  return values.texts;
}

/** A column of numbers by row, in the unit of its cell; NaN is absent. */
export function tableNumbers<Name extends TableName>(
  dataset: Name,
  data: TableData,
  name: ColumnOf<Name>,
): Float64Array {
  const values = valuesOf(dataset, data, name);
  if (values.type !== "number") throw new Error(`${dataset}.${name} holds texts`);
  return values.numbers;
}

function valuesOf(dataset: TableName, { columns }: TableData, name: string): TableValues {
  const specs: readonly TableColumn[] = TABLES[dataset];
  return columns[specs.findIndex((spec) => spec.name === name)]!;
}
