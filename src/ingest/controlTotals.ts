import type { ControlTotal } from "#src/domain/imports.ts";

import { AmountColumn } from "#src/ingest/cells/amounts.ts";
import { trimmed } from "#src/ingest/cells/cellText.ts";
import { KEPT_SKIPPED_LINES } from "./limits.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import type { TableColumns } from "./tableColumns.ts";

/** What the rows of a part of the file came to: whole fen. */
interface Sums {
  readonly rows: number;
  readonly positive: number;
  readonly negative: number;
}

/** A footer, cell by cell. */
interface Footer {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
}

const NOTHING: Sums = { rows: 0, positive: 0, negative: 0 };
const TOTAL = /合计|总计|小计|共计|汇总|共|totals?|rows|records|row count/i;
const SUBTOTAL = /小计|本页|当页|sub-?\s*total/i;
const ROWS =
  /(\d[\d,]*)\s*(?:[笔条行项]|(?:rows?|records?|transactions?|entries)\b)|(?:笔数|条数|行数|记录数|row count|rows|records)\s*[:：]\s*(\d[\d,]*)/i;
const ALL_ROWS = /共(?:计|有)?\s*(\d[\d,]*)\s*[笔条行项]/;
const YUAN = /[¥￥]\s*[\d.,' ]*\d(?:\s*[万亿])?|-?\d[\d.,]*\s*[万亿]?元/;
const LABELLED = /(?:合计|总计|小计|共计|汇总|totals?)(?:金额)?\s*[:：]?\s*(-?\d[\d.,]*)$/i;

/** Adds up what a file's rows say, and holds it against the totals that the file states itself. */
export class ControlTotals {
  /** Fen of the rows so far, without their sign; those of a minus, or of the debited column, in `negative`. */
  positive = 0;
  negative = 0;
  readonly held: ControlTotal[] = [];
  readonly #columns: TableColumns;
  /** What had come before the last line of each kind. */
  #sinceTotal = NOTHING;
  #sinceSubtotal = NOTHING;

  constructor(columns: TableColumns) {
    this.#columns = columns;
  }

  /** Adds the amount of a row that was not taken, where it can be read. */
  addLeftOut(record: RecordReader): void {
    const columns = this.#columns;
    if (!columns.hasFieldsOf(record)) return;
    const { amount, debit } = columns;
    const fen = fenIn(record, amount);
    if (amount.isNegative) this.negative += fen;
    else this.positive += fen;
    if (debit) this.negative += fenIn(record, debit);
  }

  /** @param rows  how many came before the footer */
  hold(footer: Footer, rows: number): void {
    const now: Sums = { rows, positive: this.positive, negative: this.negative };
    const cells = footer.cells.map(trimmed);
    const label = cells.find((cell) => cell !== "") ?? "";
    if (!TOTAL.test(label)) return;
    const isSubtotal = SUBTOTAL.test(label);
    const starts = isSubtotal ? [this.#sinceSubtotal, NOTHING] : [NOTHING, this.#sinceTotal];
    const parts = starts.map((start) => difference(now, start));
    const statedRows = rowsIn(cells);
    if (statedRows !== undefined) this.#keep(footer, "rows", closest(statedRows, rowsOf(parts)));
    this.#holdAmounts(footer, { cells, label, parts });
    this.#sinceSubtotal = now;
    if (!isSubtotal) this.#sinceTotal = now;
  }

  /** Holds the row counts that lines above the header state, once all rows are known. */
  holdAbove(lines: readonly { readonly line: number; readonly text: string }[], rows: number): void {
    for (const { line, text } of lines) {
      const stated = ALL_ROWS.exec(text)?.[1];
      if (stated !== undefined) this.#keep({ line, text, cells: [] }, "rows", [wholeNumber(stated), rows]);
    }
  }

  #holdAmounts(
    footer: Footer,
    { cells, label, parts }: { readonly cells: readonly string[]; readonly label: string; readonly parts: Sums[] },
  ): void {
    const { amount, debit, fields, fieldsWithTrailing } = this.#columns;
    const isInShape = cells.length >= fields && cells.length <= fieldsWithTrailing;
    const inColumn = (column: AmountColumn): number | undefined =>
      isInShape && cells[column.index] !== label ? column.statedFen(cells[column.index] ?? "") : undefined;
    if (debit) {
      const [credited, debited] = [inColumn(amount), inColumn(debit)];
      if (credited !== undefined) {
        this.#keep(
          footer,
          "amount",
          closest(
            credited,
            parts.map(({ positive }) => positive),
          ),
        );
      }
      if (debited !== undefined) {
        this.#keep(
          footer,
          "amount",
          closest(
            Math.abs(debited),
            parts.map(({ negative }) => negative),
          ),
        );
      }
      return;
    }
    const stated = inColumn(amount) ?? this.#inText(cells, label, parts);
    if (stated === undefined) return;
    // Where amounts have signs, a total may be of what remains or of all that moved.
    const sums = parts.flatMap(({ positive, negative }) =>
      negative === 0 ? [positive] : [positive - negative, positive + negative],
    );
    this.#keep(footer, "amount", closest(stated, sums));
  }

  /** An amount that a footer states in words: `合计：10.00`, `共2笔，10.00元`, `合计 | 10.00`. */
  #inText(cells: readonly string[], label: string, parts: readonly Sums[]): number | undefined {
    const { amount } = this.#columns;
    for (const cell of cells) {
      const yuan = YUAN.exec(cell)?.[0];
      if (yuan !== undefined) return new AmountColumn(0, 100, { decimalMark: amount.decimalMark }).statedFen(yuan);
    }
    const labelled = LABELLED.exec(label)?.[1];
    if (labelled !== undefined) {
      // A bare number may count the rows.
      const isCount = parts.some(({ rows }) => labelled === String(rows));
      return isCount ? undefined : amount.statedFen(labelled);
    }
    const numbers = cells.filter((cell) => cell !== label && amount.statedFen(cell) !== undefined);
    return numbers.length === 1 && rowsIn(cells) === undefined ? amount.statedFen(numbers[0]!) : undefined;
  }

  #keep({ line, text }: Footer, measure: ControlTotal["measure"], [stated, found]: readonly [number, number]): void {
    if (this.held.length === KEPT_SKIPPED_LINES || !Number.isSafeInteger(found)) return;
    this.held.push({ line, text: text.slice(0, 200), measure, stated, found });
  }
}

/** Whole fen of a cell without its sign; 0 when it holds none. */
function fenIn({ bytes, starts, ends }: RecordReader, column: AmountColumn): number {
  return Math.max(0, column.read(bytes, starts[column.index]!, ends[column.index]!));
}

function rowsIn(cells: readonly string[]): number | undefined {
  for (const cell of cells) {
    const match = ROWS.exec(cell);
    if (match) return wholeNumber(match[1] ?? match[2]!);
  }
  return undefined;
}

function wholeNumber(digits: string): number {
  return Number(digits.replaceAll(",", ""));
}

function rowsOf(parts: readonly Sums[]): number[] {
  return parts.map(({ rows }) => rows);
}

/** The stated number with the sum that it agrees with, else with the first of them. */
function closest(stated: number, sums: readonly number[]): readonly [number, number] {
  const agreeing = sums.find((sum) => sum === stated || sum === -stated);
  return agreeing === undefined ? [stated, sums[0] ?? 0] : [agreeing, agreeing];
}

function difference(now: Sums, start: Sums): Sums {
  return {
    rows: now.rows - start.rows,
    positive: now.positive - start.positive,
    negative: now.negative - start.negative,
  };
}
