import type { EpochDay } from "#src/domain/units.ts";
import type { ProjectionResult } from "#src/engine/protocol.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import { methodOf, shareOf, type ProjectionMethod } from "./projectionModel.ts";
import type { ProjectionWords } from "./projectionStrings.ts";
import type { Format } from "#src/ui/format.ts";

/** One cohort of the table, or all of them; amounts as they are shown, per lender or in total. */
export interface ProjectionRow {
  /** First day; null is all cohorts. */
  readonly cohort: EpochDay | null;
  readonly size: number;
  readonly isIndicative: boolean;
  /** Last age observed; null for all cohorts. */
  readonly age: number | null;
  readonly observed: number;
  readonly ultimate: number;
  readonly standardError: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly method: ProjectionMethod | null;
}

/** Cohorts oldest first, and all of them at the end. */
export function projectionRows(
  { cohorts, totalStandardError, horizon }: ProjectionResult,
  per: "lender" | "total",
): readonly ProjectionRow[] {
  const rows = cohorts.map((cohort): ProjectionRow => {
    const share = shareOf(cohort.size, per);
    const interval = cohort.projected.find(({ age }) => age === horizon)?.interval ?? null;
    return {
      cohort: cohort.cohort.from,
      size: cohort.size,
      isIndicative: cohort.isIndicative,
      age: cohort.observed.length - 1,
      observed: (cohort.observed.at(-1) ?? 0) * share,
      ultimate: cohort.ultimate * share,
      standardError: cohort.standardError === null ? null : cohort.standardError * share,
      interval: interval && { low: interval.low * share, high: interval.high * share },
      method: methodOf(cohort),
    };
  });
  const lenders = cohorts.reduce((sum, { size }) => sum + size, 0);
  const share = shareOf(lenders, per);
  const sum = (value: (cohort: ProjectionResult["cohorts"][number]) => number): number =>
    cohorts.reduce((total, cohort) => total + value(cohort), 0) * share;
  const all: ProjectionRow = {
    cohort: null,
    size: lenders,
    isIndicative: false,
    age: null,
    observed: sum(({ observed }) => observed.at(-1) ?? 0),
    ultimate: sum(({ ultimate }) => ultimate),
    standardError: totalStandardError === null ? null : totalStandardError * share,
    interval: null,
    method: null,
  };
  return [...rows, all];
}

export function projectionFile(
  rows: readonly ProjectionRow[],
  { words, format, horizon }: { readonly words: ProjectionWords; readonly format: Format; readonly horizon: string },
): TableModel {
  return {
    caption: words.table,
    columns: [
      { id: "cohort", label: words.cohort, type: "text" },
      { id: "size", label: words.lenders, type: "count" },
      { id: "indicative", label: words.indicative, type: "text" },
      { id: "age", label: words.soFarAge, type: "text" },
      { id: "observed", label: words.soFar, type: "money" },
      { id: "ultimate", label: words.ultimate(horizon), type: "money" },
      { id: "error", label: words.standardError, type: "money" },
      { id: "low", label: words.low, type: "money" },
      { id: "high", label: words.high, type: "money" },
      { id: "method", label: words.method, type: "text" },
    ],
    rows: rows.map((row) => [
      row.cohort === null ? words.total : format.month(row.cohort),
      row.size,
      row.isIndicative ? words.indicative : null,
      row.age === null ? null : format.age(row.age, "month"),
      row.observed,
      row.ultimate,
      row.standardError,
      row.interval?.low ?? null,
      row.interval?.high ?? null,
      row.method === null ? null : words.methods[row.method],
    ]),
  };
}
