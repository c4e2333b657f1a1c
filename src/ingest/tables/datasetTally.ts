import type { RowWarning } from "#src/domain/codes.ts";
import type { TableColumnName, TableName } from "#src/domain/datasets.ts";
import type { RejectedRow, WarningCount } from "#src/domain/imports.ts";
import { FUND_KINDS } from "#src/domain/leverageRules.ts";
import { LOAN_METHODS } from "#src/domain/loans.ts";

import { textOf } from "#src/ingest/text/bytes.ts";
import { plainText } from "#src/ingest/cells/cellText.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";
import { isFooter } from "#src/ingest/footers.ts";
import type { TableLayout } from "#src/ingest/header/layout.ts";
import { KEPT_EXAMPLES, KEPT_REJECTS, KEPT_SKIPPED_LINES, KEPT_TEXT, MAX_COLUMNS } from "#src/ingest/limits.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import type { RowFault } from "#src/ingest/tally.ts";
import type { Cells } from "./cells.ts";

/** A column that takes any text, of which only some mean something to us. */
export interface WordColumn {
  readonly column: TableColumnName;
  readonly known: readonly string[];
  readonly code: RowWarning;
}

/** Without a method of ours no schedule can be made of a loan, and a fund of no kind of ours counts for nothing (LV6b). */
export const WORD_COLUMNS: Readonly<Partial<Record<TableName, WordColumn>>> = {
  loans: { column: "method", known: LOAN_METHODS, code: "UNKNOWN_METHOD" },
  funds: { column: "kind", known: FUND_KINDS, code: "UNKNOWN_KIND" },
};

/** What became of the rows of a table that were not taken. */
export class DatasetTally {
  rejected = 0;
  ignored = 0;
  readonly rejects: RejectedRow[] = [];
  readonly skippedLines: { readonly line: number; readonly text: string }[];
  readonly #layout: TableLayout;
  readonly #warnings = new Map<RowWarning, { count: number; readonly examples: WarningCount["examples"][number][] }>();

  constructor(layout: TableLayout) {
    this.#layout = layout;
    this.skippedLines = [...layout.skipped];
  }

  /** Files a row that could not be taken under what it is: a header again, a footer, or a reject. */
  leaveOut(record: RecordReader, line: number, fault: RowFault): void {
    const cells = cellsOf(record);
    const isAgain = this.#isHeaderAgain(cells);
    if (isAgain || isFooter(cells)) {
      this.ignored++;
      if (!isAgain && this.skippedLines.length < KEPT_SKIPPED_LINES) {
        this.skippedLines.push({ line, text: record.text().slice(0, 200) });
      }
      return;
    }
    this.rejected++;
    if (this.rejects.length === KEPT_REJECTS) return;
    const value = fault.field < 0 ? String(record.fields) : (cells[fault.field] ?? "").slice(0, KEPT_TEXT);
    const text = record.text().slice(0, KEPT_TEXT);
    this.rejects.push({ line, code: fault.code, column: fault.column, value, text });
  }

  /** A row that was taken may hold U+FFFD, which stands for a character lost before the file was made. */
  lookForDamage(record: RecordReader, line: number): void {
    const text = record.text();
    if (!text.includes("\ufffd")) return;
    this.#warn("DAMAGED_AT_SOURCE", line, text.slice(0, 200));
  }

  /** A row whose word is none of ours is taken, and told of. */
  lookAtWord({ known, code }: WordColumn, { utf8 }: Pick<Cells, "utf8">, line: number): void {
    const word = textOf(utf8, 0, utf8.length);
    if (!known.includes(word)) this.#warn(code, line, word.slice(0, KEPT_TEXT));
  }

  #warn(code: RowWarning, line: number, value: string): void {
    const warning = this.#warnings.get(code) ?? { count: 0, examples: [] };
    this.#warnings.set(code, warning);
    warning.count++;
    if (warning.examples.length < KEPT_EXAMPLES) warning.examples.push({ line, value });
  }

  warnings(): WarningCount[] {
    return [...this.#warnings].map(([code, warning]) => ({ code, ...warning }));
  }

  /** What to say of a file of which no row was taken. */
  allRejected(): FileRefused {
    const codes = [...new Set(this.rejects.map(({ code }) => code))];
    const [first] = this.rejects;
    return new FileRefused({
      code: "ALL_ROWS_REJECTED",
      message: `Not one of ${this.rejected} rows could be taken: ${codes.join(", ")}.`,
      ...(first && { line: first.line }),
      values: codes,
      rejects: this.rejects,
    });
  }

  #isHeaderAgain(cells: readonly string[]): boolean {
    const { headers, headerLine, indexOf } = this.#layout;
    if (headerLine === 0) return false;
    return [...indexOf.values()].every((at) => plainText(cells[at] ?? "") === plainText(headers[at]!.name));
  }
}

function cellsOf(record: RecordReader): string[] {
  const fields = Math.min(record.fields, MAX_COLUMNS);
  return Array.from({ length: fields }, (_, field) => textOf(record.bytes, record.starts[field]!, record.ends[field]!));
}
