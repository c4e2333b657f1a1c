import type { ImportRecord, RejectedRow, RowCounts } from "#src/domain/imports.ts";
import type { Period } from "#src/domain/period.ts";
import { errorText } from "#src/ui/errorText.ts";
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

export function warningsOf({ warnings }: ImportRecord): number {
  return warnings.reduce((sum, { count }) => sum + count, 0);
}

/** Why a row was left out, in one line of words. */
export function rejectionReason({ code, column, value }: RejectedRow, language: Language): string {
  const { what, fix } = errorText({ code, column, value }, language);
  return language === "zh" ? `${what}。${fix}` : `${what}. ${fix}`;
}

export interface RejectedColumns {
  readonly line: string;
  readonly code: string;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly text: string;
}

/** What is downloaded, so that the rows can be mended and dropped in again. */
export function rejectedTable(
  rows: readonly RejectedRow[],
  columns: RejectedColumns,
  language: Language,
): Pick<TableModel, "columns" | "rows"> {
  return {
    columns: [
      { id: "line", label: columns.line, type: "count" },
      { id: "code", label: columns.code, type: "text" },
      { id: "column", label: columns.column, type: "text" },
      { id: "value", label: columns.value, type: "text" },
      { id: "reason", label: columns.reason, type: "text" },
      { id: "text", label: columns.text, type: "text" },
    ],
    rows: rows.map((row) => [row.line, row.code, row.column, row.value, rejectionReason(row, language), row.text]),
  };
}
