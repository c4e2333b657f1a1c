import type { RowWarning } from "#src/domain/codes.ts";
import type { DatasetName } from "#src/domain/datasets.ts";
import type { ImportRecord, RejectedRow, RowCounts } from "#src/domain/imports.ts";
import type { Period } from "#src/domain/period.ts";
import { rowErrorText } from "#src/ui/rowErrorText.ts";
import type { Language } from "#src/ui/signs.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

/** Where the rows of a file went, in the order in which they are told; together they are the rows read. */
export const ROW_FATES = ["accepted", "replaced", "duplicate", "rejected", "ignored"] as const;

export type RowFate = (typeof ROW_FATES)[number];

/** The rows of an import that figures are made of. */
export function storedRows({ accepted, replaced }: RowCounts): number {
  return accepted + replaced;
}

export function spanOf({ firstDay, lastDay }: ImportRecord): Period | null {
  return firstDay === null || lastDay === null ? null : { from: firstDay, to: lastDay };
}

/** An export without terms has none on any row, which is no news of this file. */
function warningsOf({ warnings }: ImportRecord): number {
  return warnings.filter(({ code }) => code !== "NO_TERM").reduce((sum, { count }) => sum + count, 0);
}

function totalsDiffer({ controlTotals = [] }: ImportRecord): boolean {
  return controlTotals.some(({ stated, found }) => stated !== found);
}

/** The first thing that a reader should know of an import. */
export type ImportState =
  | { readonly type: "totals" }
  | { readonly type: "rejected" | "warned"; readonly count: number }
  | { readonly type: "taken" };

export function importState(record: ImportRecord): ImportState {
  if (totalsDiffer(record)) return { type: "totals" };
  if (record.counts.rejected > 0) return { type: "rejected", count: record.counts.rejected };
  const warned = warningsOf(record);
  return warned > 0 ? { type: "warned", count: warned } : { type: "taken" };
}

/** Warnings whose values are lenders' ids. */
const ABOUT_LENDERS: readonly RowWarning[] = [
  "DUP_SAME",
  "DUP_REPLACED",
  "EXIT_BEFORE_LEND",
  "NEGATIVE_BALANCE",
  "LOOKALIKE_ID",
];

/** A value of a warning as this session may show it. */
export function warningValue(code: RowWarning, value: string, lenderText: (id: string) => string): string {
  return ABOUT_LENDERS.includes(code) && value !== "" ? lenderText(value) : value;
}

/** A rejected cell as this session may show it. */
export function rejectedValue({ column, value }: RejectedRow, lenderText: (id: string) => string): string {
  return (column === "user_id" || column === "referrer_id") && value !== "" ? lenderText(value) : value;
}

/** Why a row was left out, in one line of words. */
export function rejectionReason(
  { code, column, value }: RejectedRow,
  { dataset, language }: Pick<RejectedFileOptions, "dataset" | "language">,
): string {
  const { what, fix } = rowErrorText({ code, column, value, dataset }, language);
  return language === "zh" ? `${what}。${fix}` : `${what}. ${fix}`;
}

interface RejectedColumns {
  readonly line: string;
  readonly code: string;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly text: string;
}

export interface RejectedFileOptions {
  readonly columns: RejectedColumns;
  /** What the rows are of. */
  readonly dataset: DatasetName | undefined;
  readonly language: Language;
  readonly lenderText: (id: string) => string;
  /** Whole lines name their lenders, so that they are left out while ids are hidden. */
  readonly withText: boolean;
}

/** The reasons as a list to send to whoever makes the export; the rows to mend are a file of the engine's. */
export function rejectedTable(
  rows: readonly RejectedRow[],
  { columns, dataset, language, lenderText, withText }: RejectedFileOptions,
): Pick<TableModel, "columns" | "rows"> {
  return {
    columns: [
      { id: "line", label: columns.line, type: "count" },
      { id: "code", label: columns.code, type: "text" },
      { id: "column", label: columns.column, type: "text" },
      { id: "value", label: columns.value, type: "text" },
      { id: "reason", label: columns.reason, type: "text" },
      ...(withText ? [{ id: "text", label: columns.text, type: "text" } as const] : []),
    ],
    rows: rows.map((row) => {
      const value = rejectedValue(row, lenderText);
      const reason = rejectionReason({ ...row, value }, { dataset, language });
      return [row.line, row.code, row.column, value, reason, ...(withText ? [row.text] : [])];
    }),
  };
}
