import type { RowRejection, RowWarning } from "#src/domain/codes.ts";
import type { ColumnName, ControlTotal, RejectedRow, WarningCount } from "#src/domain/imports.ts";

import { textOf } from "#src/ingest/text/bytes.ts";
import { ControlTotals } from "./controlTotals.ts";
import { isFooter } from "./footers.ts";
import { headerAgain, mayBeHeader, type HeaderAgain } from "#src/ingest/header/headerAgain.ts";
import type { TableLayout } from "#src/ingest/header/layout.ts";
import {
  KEPT_EXAMPLES,
  KEPT_REJECTS,
  KEPT_SKIPPED_LINES,
  KEPT_TEXT,
  KEPT_UNKNOWN_TYPES,
  MAX_COLUMNS,
} from "./limits.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import { NO_COLUMN, type TableColumns } from "./tableColumns.ts";
import { typeValue } from "#src/ingest/cells/typeValues.ts";

/** Why a row could not be taken, and the field to blame; −1 when it is the row as a whole. */
export interface RowFault {
  readonly code: RowRejection;
  readonly column: ColumnName | null;
  readonly field: number;
}

interface WarningTally {
  count: number;
  readonly examples: { readonly line: number; readonly value: string }[];
}

/** What became of the rows that were not simply taken. */
export class Tally {
  /** Records below the header, whatever became of them. */
  read = 0;
  rejected = 0;
  ignored = 0;
  readonly rejects: RejectedRow[] = [];
  readonly skippedLines: { readonly line: number; readonly text: string }[];
  readonly totals: ControlTotals;
  /** Of the records read, those that are footers or headers. */
  #notRows = 0;
  #layout: TableLayout;
  readonly #columns: TableColumns;
  readonly #warnings = new Map<RowWarning, WarningTally>();
  readonly #unknownTypes = new Map<string, number>();

  constructor(layout: TableLayout, columns: TableColumns) {
    this.#layout = layout;
    this.#columns = columns;
    this.totals = new ControlTotals(columns);
    this.skippedLines = [...layout.skipped];
  }

  warn(code: RowWarning, line: number, value: string): void {
    let warning = this.#warnings.get(code);
    if (warning === undefined) this.#warnings.set(code, (warning = { count: 0, examples: [] }));
    warning.count++;
    if (warning.examples.length < KEPT_EXAMPLES) warning.examples.push({ line, value });
  }

  /**
   * Files a row that could not be taken under what it is: a header again, a footer, or a reject.
   *
   * @returns what a header says of the rows below it; undefined for any other row
   */
  leaveOut(record: RecordReader, line: number, fault: RowFault): HeaderAgain | undefined {
    const cells = cellsOf(record);
    const again = this.#passOver(record, cells, line);
    if (again !== undefined) return again === "footer" ? undefined : again;
    this.totals.addLeftOut(record);
    this.rejected++;
    const value = this.#faultyValue(cells, fault, record.fields);
    if (fault.code === "UNKNOWN_TYPE") this.#countUnknown(value.trim());
    if (this.rejects.length === KEPT_REJECTS) return undefined;
    const text = record.text().slice(0, KEPT_TEXT);
    this.rejects.push({ line, code: fault.code, column: fault.column, value: value.slice(0, KEPT_TEXT), text });
    return undefined;
  }

  /** The same for a row that nobody wants: its status or its type says so. */
  ignore(record: RecordReader, line: number): HeaderAgain | undefined {
    const { lender, occurredAt } = this.#columns;
    const isFilled = [lender, occurredAt.index].every((field) => record.ends[field]! > record.starts[field]!);
    if (!isFilled || mayBeHeader(record, this.#columns)) {
      const again = this.#passOver(record, cellsOf(record), line);
      if (again !== undefined) return again === "footer" ? undefined : again;
    }
    this.totals.addLeftOut(record);
    this.ignored++;
    return undefined;
  }

  /** The rows from here on are laid out in another order. */
  moveTo(layout: TableLayout): void {
    this.#layout = layout;
  }

  /** Every warning given so far. */
  warnings(): WarningCount[] {
    return Array.from(this.#warnings, ([code, { count, examples }]) => ({ code, count, examples }));
  }

  /** Most frequent first. */
  unknownTypes(): { readonly value: string; readonly count: number }[] {
    return Array.from(this.#unknownTypes, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  }

  /** Every total that the file states, above its header or below its rows; asked once, at the end. */
  controlTotals(): readonly ControlTotal[] {
    this.totals.holdAbove(this.#layout.skipped, this.read - this.#notRows);
    return this.totals.held.toSorted((a, b) => a.line - b.line);
  }

  /** Counts a record that is no row; undefined when it is one. */
  #passOver(record: RecordReader, cells: readonly string[], line: number): HeaderAgain | "footer" | undefined {
    const again = mayBeHeader(record, this.#columns) ? headerAgain(cells, this.#layout) : undefined;
    if (again === undefined && !isFooter(cells)) return undefined;
    this.ignored++;
    this.#notRows++;
    if (again !== undefined) return again;
    const text = record.text();
    if (this.skippedLines.length < KEPT_SKIPPED_LINES) this.skippedLines.push({ line, text: text.slice(0, 200) });
    this.totals.hold({ line, text, cells }, this.read - this.#notRows);
    return "footer";
  }

  #faultyValue(cells: readonly string[], { code, field }: RowFault, fields: number): string {
    if (field < 0) return String(fields);
    const { description } = this.#columns;
    const value = cells[field] ?? "";
    return code === "UNKNOWN_TYPE" && description !== NO_COLUMN ? typeValue(value, cells[description]) : value;
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
