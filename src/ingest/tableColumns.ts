import type { TransactionColumn } from "#src/domain/imports.ts";

import { AmountColumn } from "./amounts.ts";
import type { OptionalColumns } from "./blockBuilder.ts";
import type { Clock } from "./clock.ts";
import { DateColumn } from "./dates.ts";
import type { TableLayout } from "./layout.ts";
import { RateColumn } from "./rates.ts";
import { TermColumn } from "./terms.ts";

/** No such column in the file. */
export const NO_COLUMN = -1;

/** The columns of a table: where each lies and how its cells are read. */
export class TableColumns {
  readonly fields: number;
  readonly fieldsWithTrailing: number;
  readonly txnId: number;
  readonly lender: number;
  readonly type: number;
  readonly product: number;
  readonly channel: number;
  readonly lotId: number;
  readonly isAuto: number;
  readonly occurredAt: DateColumn;
  readonly amount: AmountColumn;
  readonly term: TermColumn | undefined;
  readonly maturity: DateColumn | undefined;
  readonly rate: RateColumn | undefined;
  readonly interest: AmountColumn | undefined;
  readonly coupon: AmountColumn | undefined;

  constructor(layout: TableLayout, clock: Clock) {
    const at = (column: TransactionColumn): number => layout.indexOf.get(column) ?? NO_COLUMN;
    const make = <Column>(column: TransactionColumn, build: (index: number) => Column): Column | undefined =>
      at(column) === NO_COLUMN ? undefined : build(at(column));
    const money = (index: number): AmountColumn => new AmountColumn(index, layout.headers[index]!.scaleFen);
    this.fields = layout.fields;
    this.fieldsWithTrailing = layout.fieldsWithTrailing;
    this.txnId = at("txn_id");
    this.lender = at("user_id");
    this.type = at("type");
    this.product = at("product");
    this.channel = at("channel");
    this.lotId = at("lot_id");
    this.isAuto = at("is_auto");
    this.occurredAt = new DateColumn(at("occurred_at"), clock);
    this.amount = money(at("amount"));
    this.term = make("term_days", (index) => new TermColumn(index, layout.headers[index]!.inMonths));
    this.maturity = make("maturity_date", (index) => new DateColumn(index, clock));
    this.rate = make("annual_rate", (index) => new RateColumn(index));
    this.interest = make("interest_due", money);
    this.coupon = make("coupon_amount", money);
  }

  get optional(): OptionalColumns {
    return {
      annualRatePpm: this.rate !== undefined,
      interestDue: this.interest !== undefined,
      couponAmount: this.coupon !== undefined,
      isAuto: this.isAuto !== NO_COLUMN,
      ids: this.txnId !== NO_COLUMN,
      lots: this.lotId !== NO_COLUMN,
    };
  }

  /** Rows have the header's fields; those that end in a delimiter have empty ones behind. */
  hasFieldsOf(record: {
    readonly fields: number;
    readonly malformed: boolean;
    readonly starts: Int32Array;
    readonly ends: Int32Array;
  }): boolean {
    if (record.malformed || record.fields < this.fields || record.fields > this.fieldsWithTrailing) return false;
    for (let field = this.fields; field < record.fields; field++) {
      if (record.ends[field]! > record.starts[field]!) return false;
    }
    return true;
  }
}
