import { BALANCE_SIGN, EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { ColumnName, TransactionColumn } from "#src/domain/imports.ts";

import { AmountColumn } from "#src/ingest/cells/amounts.ts";
import type { OptionalColumns } from "./blockBuilder.ts";
import type { Clock } from "#src/ingest/cells/clock.ts";
import { DateColumn } from "#src/ingest/cells/dates.ts";
import type { TableLayout } from "#src/ingest/header/layout.ts";
import { RateColumn } from "#src/ingest/cells/rates.ts";
import { currencyGate, statusGate, type GateColumn } from "./rowGate.ts";
import { TermColumn } from "#src/ingest/cells/terms.ts";
import { TypeTable } from "#src/ingest/cells/typeValues.ts";

/** No such column in the file. */
export const NO_COLUMN = -1;

/** Codes of what a row is whose direction is in its amount. */
export interface SignedTypes {
  readonly positive: number;
  readonly negative: number;
  /** What a negative amount does to a balance: +1 or −1; 0 unless a positive one does the opposite. */
  readonly negativeMoves: number;
}

/** The columns of a table: where each lies and how its cells are read. */
export class TableColumns {
  fields = 0;
  fieldsWithTrailing = 0;
  txnId = NO_COLUMN;
  lender = NO_COLUMN;
  /** NO_COLUMN only where the amount alone tells what a row is. */
  type = NO_COLUMN;
  /** Decides the type together with it. */
  description = NO_COLUMN;
  product = NO_COLUMN;
  channel = NO_COLUMN;
  lotId = NO_COLUMN;
  isAuto = NO_COLUMN;
  readonly types: TypeTable;
  readonly occurredAt: DateColumn;
  /** What is credited, where that and what is debited are two columns. */
  readonly amount: AmountColumn;
  readonly debit: AmountColumn | undefined;
  /** Undefined where the type alone says which way an amount goes. */
  readonly signed: SignedTypes | undefined;
  readonly status: GateColumn | undefined;
  readonly currency: GateColumn | undefined;
  readonly term: TermColumn | undefined;
  readonly maturity: DateColumn | undefined;
  readonly rate: RateColumn | undefined;
  readonly interest: AmountColumn | undefined;
  readonly coupon: AmountColumn | undefined;
  #columnOf: ReadonlyMap<number, ColumnName> = new Map();

  constructor(layout: TableLayout, clock: Clock) {
    const { reading, headers, statusIndex, currencyIndex } = layout;
    const { sign, dateOrder, decimalMark } = reading;
    const at = placeIn(layout);
    const make = <Column>(column: TransactionColumn, build: (index: number) => Column): Column | undefined =>
      at(column) === NO_COLUMN ? undefined : build(at(column));
    const money = (index: number, isSigned = false): AmountColumn =>
      new AmountColumn(index, headers[index]!.scaleFen, { decimalMark, isSigned });
    const date = (index: number): DateColumn => new DateColumn(index, clock, dateOrder);
    this.types = new TypeTable(reading.types);
    this.occurredAt = date(at("occurred_at"));
    this.amount = sign?.shape === "credit_debit" ? money(sign.credit) : money(at("amount"), sign?.shape === "signed");
    this.debit = sign?.shape === "credit_debit" ? money(sign.debit) : undefined;
    this.signed = sign === undefined || sign.shape === "by_type" ? undefined : signedTypes(sign);
    this.status = statusIndex < 0 ? undefined : statusGate(statusIndex, reading.status?.keep);
    this.currency = currencyIndex < 0 ? undefined : currencyGate(currencyIndex, reading.currency?.keep);
    this.term = make("term_days", (index) => new TermColumn(index, headers[index]!.inMonths));
    this.maturity = make("maturity_date", date);
    this.rate = make("annual_rate", (index) => new RateColumn(index));
    this.interest = make("interest_due", (index) => money(index));
    this.coupon = make("coupon_amount", (index) => money(index));
    this.moveTo(layout);
  }

  /** Looks for the same columns where another header has them; what their cells said so far stands. */
  moveTo(layout: TableLayout): void {
    const at = placeIn(layout);
    const { sign, description } = layout.reading;
    this.#columnOf = new Map(Array.from(layout.indexOf, ([column, index]) => [index, column] as const));
    this.fields = layout.fields;
    this.fieldsWithTrailing = layout.fieldsWithTrailing;
    this.txnId = at("txn_id");
    this.lender = at("user_id");
    this.type = at("type");
    this.description = description ?? NO_COLUMN;
    this.product = at("product");
    this.channel = at("channel");
    this.lotId = at("lot_id");
    this.isAuto = at("is_auto");
    this.occurredAt.index = at("occurred_at");
    this.amount.index = sign?.shape === "credit_debit" ? sign.credit : at("amount");
    if (this.debit && sign?.shape === "credit_debit") this.debit.index = sign.debit;
    if (this.status) this.status.index = layout.statusIndex;
    if (this.currency) this.currency.index = layout.currencyIndex;
    if (this.term) this.term.index = at("term_days");
    if (this.maturity) this.maturity.index = at("maturity_date");
    if (this.rate) this.rate.index = at("annual_rate");
    if (this.interest) this.interest.index = at("interest_due");
    if (this.coupon) this.coupon.index = at("coupon_amount");
  }

  /** Which of our columns lies in a field; null when none does. */
  columnAt(field: number): ColumnName | null {
    return this.#columnOf.get(field) ?? null;
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

function placeIn({ indexOf }: TableLayout): (column: TransactionColumn) => number {
  return (column) => indexOf.get(column) ?? NO_COLUMN;
}

function signedTypes({ positive, negative }: Record<"positive" | "negative", EventType>): SignedTypes {
  const codes = { positive: EVENT_TYPES.indexOf(positive), negative: EVENT_TYPES.indexOf(negative) };
  const moves = BALANCE_SIGN[codes.negative]!;
  const isOpposed = BALANCE_SIGN[codes.positive] === -moves;
  return { ...codes, negativeMoves: isOpposed ? moves : 0 };
}
