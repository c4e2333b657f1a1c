import type { RowRejection, RowWarning } from "#src/domain/codes.ts";
import type { RejectedRow, TransactionColumn, WarningCount } from "#src/domain/imports.ts";

import { textOf } from "./bytes.ts";
import { isFooter, isHeaderAgain } from "./footers.ts";
import type { TableLayout } from "./layout.ts";
import {
  KEPT_EXAMPLES,
  KEPT_REJECTS,
  KEPT_SKIPPED_LINES,
  KEPT_TEXT,
  KEPT_UNKNOWN_TYPES,
  MAX_COLUMNS,
} from "./limits.ts";
import type { RecordReader } from "./records.ts";

/** Why a row could not be taken, and the field to blame; −1 when it is the row as a whole. */
export interface RowFault {
  readonly code: RowRejection;
  readonly column: TransactionColumn | null;
  readonly field: number;
}

interface WarningTally {
  count: number;
  readonly examples: { readonly line: number; readonly value: string }[];
}

/** What became of the rows that were not simply taken. */
export class Tally {
  rejected = 0;
  ignored = 0;
  readonly rejects: RejectedRow[] = [];
  readonly skippedLines: { readonly line: number; readonly text: string }[];
  readonly #layout: TableLayout;
  readonly #warnings = new Map<RowWarning, WarningTally>();
  readonly #unknownTypes = new Map<string, number>();

  constructor(layout: TableLayout) {
    this.#layout = layout;
    this.skippedLines = [...layout.skipped];
  }

  warn(code: RowWarning, line: number, value: string): void {
    let warning = this.#warnings.get(code);
    if (warning === undefined) this.#warnings.set(code, (warning = { count: 0, examples: [] }));
    warning.count++;
    if (warning.examples.length < KEPT_EXAMPLES) warning.examples.push({ line, value });
  }

  /** Files a row that could not be taken under what it is: a header again, a footer, or a reject. */
  leaveOut(record: RecordReader, line: number, fault: RowFault): void {
    const cells = cellsOf(record);
    const isAgain = isHeaderAgain(cells, this.#layout);
    if (isAgain || isFooter(cells)) {
      this.ignored++;
      if (!isAgain && this.skippedLines.length < KEPT_SKIPPED_LINES) {
        this.skippedLines.push({ line, text: record.text().slice(0, 200) });
      }
      return;
    }
    this.rejected++;
    const value = fault.field < 0 ? String(record.fields) : (cells[fault.field] ?? "").slice(0, KEPT_TEXT);
    if (fault.code === "UNKNOWN_TYPE") this.#countUnknown(value.trim());
    if (this.rejects.length === KEPT_REJECTS) return;
    const text = record.text().slice(0, KEPT_TEXT);
    this.rejects.push({ line, code: fault.code, column: fault.column, value, text });
  }

  /** Every warning given so far. */
  warnings(): WarningCount[] {
    return Array.from(this.#warnings, ([code, { count, examples }]) => ({ code, count, examples }));
  }

  /** Most frequent first. */
  unknownTypes(): { readonly value: string; readonly count: number }[] {
    return Array.from(this.#unknownTypes, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  }

  #countUnknown(value: string): void {
    const count = this.#unknownTypes.get(value);
    if (count !== undefined || this.#unknownTypes.size < KEPT_UNKNOWN_TYPES) {
      this.#unknownTypes.set(value, (count ?? 0) + 1);
    }
  }
}

function cellsOf(record: RecordReader): string[] {
  const fields = Math.min(record.fields, MAX_COLUMNS);
  return Array.from({ length: fields }, (_, field) => textOf(record.bytes, record.starts[field]!, record.ends[field]!));
}
