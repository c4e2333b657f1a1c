import { DATASETS, type DatasetName } from "#src/domain/datasets.ts";
import type { ColumnName, TransactionColumn } from "#src/domain/imports.ts";

import { columnSetOf, type ColumnSet } from "./columnSets.ts";
import { countColumns, headerOf, type Header } from "./headers.ts";

/** A row of headers, read as those of one dataset. */
export interface HeaderFit {
  readonly set: ColumnSet;
  readonly headers: readonly Header[];
  /** How many of the dataset's columns they name, and how many of those that it cannot do without. */
  readonly required: number;
  readonly all: number;
}

/** What a file holds by its headers. */
interface Recognised {
  readonly dataset: DatasetName;
  /** Place of each column's header; the first where several claim one. */
  readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
}

/**
 * The dataset that headers fit best: one whose required columns are all there, then the one with most of them,
 * then the one with most columns; the ledger where that is a tie. Undefined when they fit none: half of the
 * required columns must be there, and two of them at least.
 */
export function recognise(headers: readonly string[]): Recognised | undefined {
  const best = bestFit(DATASETS.map((dataset) => fitOf(headers, columnSetOf(dataset))));
  return best && { dataset: best.set.dataset, columns: columnsIn(best.headers) };
}

/** Place of each column's header; the first where several claim one. */
export function columnsIn(headers: readonly Header[]): Readonly<Partial<Record<ColumnName, number>>> {
  const columns: Partial<Record<ColumnName, number>> = {};
  for (const [index, { column }] of headers.entries()) if (column !== undefined) columns[column] ??= index;
  return columns;
}

/** Reads a row of cells as the headers of a dataset. */
export function fitOf(cells: readonly string[], set: ColumnSet): HeaderFit {
  const headers = cells.map((cell) => headerOf(cell, set));
  return { set, headers, ...countColumns(headers, set) };
}

/** The one whose dataset its headers fit best; undefined when none does. */
export function bestFit<Fit extends HeaderFit>(candidates: readonly Fit[]): Fit | undefined {
  let best: Fit | undefined;
  for (const candidate of candidates) {
    if (fits(candidate) && (best === undefined || isBetterFit(candidate, best))) best = candidate;
  }
  return best;
}

/** Whether a header names all that its dataset cannot do without. */
export function isComplete({ required, set }: HeaderFit): boolean {
  return required === set.required.length;
}

/** At least two of the required columns and half of them, and none that does not belong. */
export function fits({ required, set, headers }: HeaderFit): boolean {
  return required >= 2 && required * 2 >= set.required.length && !isStrange(headers, set.dataset);
}

function isBetterFit(a: HeaderFit, b: HeaderFit): boolean {
  if (isComplete(a) !== isComplete(b)) return isComplete(a);
  if (a.required !== b.required) return a.required > b.required;
  return a.all > b.all;
}

/**
 * Columns of the ledger that, each group together, never stand in a dataset: a table of dates and amounts by
 * lender is the ledger without its types, not what was spent.
 */
const STRANGE: Readonly<Partial<Record<DatasetName, readonly (readonly TransactionColumn[])[]>>> = {
  lenders: [["occurred_at", "amount"]],
  spend: [["user_id"]],
  funds: [["user_id"]],
  targets: [["user_id"]],
  annotations: [["user_id"], ["amount"]],
};

function isStrange(headers: readonly Header[], dataset: DatasetName): boolean {
  const groups = STRANGE[dataset];
  if (groups === undefined) return false;
  const columns = new Set(headers.map(({ name }) => headerOf(name).column));
  return groups.some((group) => group.every((column) => columns.has(column)));
}
