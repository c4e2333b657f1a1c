import type { FileRefusal, TransactionColumn } from "#src/domain/imports.ts";

import { AmountEvidence, type AmountColumn } from "#src/ingest/cells/amounts.ts";
import { textOf } from "#src/ingest/text/bytes.ts";
import { DateEvidence, type DateColumn } from "#src/ingest/cells/dates.ts";
import { FileRefused } from "./fileRefused.ts";
import { headerAgain, mayBeHeader } from "#src/ingest/header/headerAgain.ts";
import type { TableLayout } from "#src/ingest/header/layout.ts";
import { MAX_COLUMNS } from "./limits.ts";
import { RateEvidence } from "#src/ingest/cells/rates.ts";
import type { OrderCheck } from "#src/ingest/cells/orderCheck.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import type { TableColumns } from "./tableColumns.ts";

/**
 * Asks every cell of a file how its columns are written: day or month first, decimal comma, percent or
 * fraction, serial dates, 万 on every amount. A form that asks is the first of its kind in the file, so
 * the rows before it stand as they were decoded, whatever the answer.
 */
export class Survey {
  readonly #columns: TableColumns;
  #layout: TableLayout;
  readonly #dates: { readonly name: TransactionColumn; readonly column: DateColumn; readonly evidence: DateEvidence }[];
  readonly #amounts: {
    readonly name: TransactionColumn;
    readonly column: AmountColumn;
    readonly evidence: AmountEvidence;
  }[];
  readonly #rates = new RateEvidence();

  /** Reads from the first row below the header on, wherever the columns have moved since. */
  constructor(columns: TableColumns, layout: TableLayout) {
    this.#columns = columns;
    this.#layout = layout;
    columns.moveTo(layout);
    this.#dates = (["occurred_at", "maturity_date"] as const).flatMap((name) => {
      const column = name === "occurred_at" ? columns.occurredAt : columns.maturity;
      return column ? [{ name, column, evidence: new DateEvidence() }] : [];
    });
    const { amount, debit, interest, coupon } = columns;
    this.#amounts = [
      { name: "amount" as const, column: amount },
      { name: "amount" as const, column: debit },
      { name: "interest_due" as const, column: interest },
      { name: "coupon_amount" as const, column: coupon },
    ].flatMap(({ name, column }) => (column ? [{ name, column, evidence: new AmountEvidence() }] : []));
  }

  gather(record: RecordReader): void {
    const { bytes, starts, ends } = record;
    const columns = this.#columns;
    if (mayBeHeader(record, columns) && this.#moves(record)) return;
    if (!columns.hasFieldsOf(record)) return;
    const isRow = [columns.lender, columns.occurredAt.index].every((field) => ends[field]! > starts[field]!);
    if (!isRow) return;
    for (const { column, evidence } of this.#dates) {
      column.gather(bytes, [starts[column.index]!, ends[column.index]!], evidence);
    }
    for (const { column, evidence } of this.#amounts) {
      column.gather(bytes, [starts[column.index]!, ends[column.index]!], evidence);
    }
    const { rate } = columns;
    if (rate) rate.gather(bytes, [starts[rate.index]!, ends[rate.index]!], this.#rates);
  }

  /** Follows a header in the middle of the file. */
  #moves({ bytes, starts, ends, fields }: RecordReader): boolean {
    const cells = Array.from({ length: Math.min(fields, MAX_COLUMNS) }, (_, field) =>
      textOf(bytes, starts[field]!, ends[field]!),
    );
    const header = headerAgain(cells, this.#layout);
    if (typeof header === "object") {
      this.#layout = header;
      this.#columns.moveTo(header);
    }
    return header !== undefined;
  }

  /** @throws FileRefused when a column can be read in two ways */
  settle(): void {
    for (const { name, column, evidence } of this.#dates) {
      if (!column.settle(evidence)) throw new FileRefused(ambiguousDate(name, evidence.openExamples));
    }
    for (const { name, column, evidence } of this.#amounts) {
      if (!column.settle(evidence)) throw new FileRefused(ambiguousNumber(name, evidence.openExamples));
    }
    this.#columns.rate?.settle(this.#rates);
  }
}

/**
 * To be asked once, at the end of the file.
 *
 * @throws FileRefused when dates show that the order of day and month settled before they were read is the wrong one
 */
export function checkDateOrder({ occurredAt, maturity }: TableColumns): void {
  const columns = { occurred_at: occurredAt.check, maturity_date: maturity?.check };
  for (const name of ["occurred_at", "maturity_date"] as const) {
    const check = columns[name];
    if (check?.isDisproved === true) throw new FileRefused(disprovedOrder(name, check));
  }
}

function disprovedOrder(column: TransactionColumn, { order, examples }: OrderCheck): FileRefusal {
  return {
    code: "AMBIGUOUS_DATE",
    message: `The dates of ${column} (${examples.join(", ")}) do not fit the order settled earlier, ${order} first; settle it again, or export them as YYYY-MM-DD.`,
    column,
    values: [...examples],
  };
}

function ambiguousDate(column: TransactionColumn, values: readonly string[]): FileRefusal {
  const examples = values.length > 0 ? ` (${values.join(", ")})` : "";
  return {
    code: "AMBIGUOUS_DATE",
    message: `The dates of ${column} may be day/month or month/day${examples}; export them as YYYY-MM-DD.`,
    column,
    values,
  };
}

function ambiguousNumber(column: TransactionColumn, values: readonly string[]): FileRefusal {
  return {
    code: "AMBIGUOUS_NUMBER",
    message: `The numbers of ${column} may have thousands or three decimals (${values.join(", ")}); export them with two decimals.`,
    column,
    values,
  };
}
