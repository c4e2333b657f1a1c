import type { RowRejection } from "#src/domain/codes.ts";
import { TYPE } from "#src/domain/eventTypes.ts";
import type { TransactionColumn } from "#src/domain/imports.ts";

import { BlockBuilder } from "./blockBuilder.ts";
import { bytesOf, textOf } from "./bytes.ts";
import { ABSENT } from "./byteTable.ts";
import { CELL, isBadName, nameText } from "./cellText.ts";
import type { DecodedBlock } from "./decodedFile.ts";
import { FileRefused } from "./fileRefused.ts";
import { IdCell } from "./idCell.ts";
import { IdentityHash, OrdinalTable } from "./identity.ts";
import { MAX_NAMES } from "./limits.ts";
import { NameTable } from "./names.ts";
import { amountRejection } from "./parseAmount.ts";
import type { RecordReader } from "./records.ts";
import { NO_COLUMN, type TableColumns } from "./tableColumns.ts";
import type { RowFault, Tally } from "./tally.ts";
import { termUntil } from "./terms.ts";
import { TypeTable } from "./typeValues.ts";
import { yesNo } from "./yesNo.ts";

/** What became of a record: a row of the block, left out with a fault, or put off until its column is asked. */
export type Verdict = "taken" | "left_out" | "asked";

/**
 * Turns records into rows of typed columns. Fields are read where they lie, and become text only when
 * they have not been seen before or are written in an unusual way.
 */
export class RowDecoder {
  /** Of the last record that was left out. */
  fault: RowFault = { code: "WRONG_COLUMN_COUNT", column: null, field: NO_COLUMN };
  block: BlockBuilder;

  readonly #columns: TableColumns;
  readonly #tally: Tally;
  readonly #lenders = new NameTable("id");
  readonly #products = new NameTable("name");
  readonly #channels = new NameTable("name");
  readonly #types = new TypeTable();
  readonly #id = new IdCell();
  readonly #hash = new IdentityHash();
  readonly #ordinals = new OrdinalTable();
  readonly #hasDetails: boolean;
  #sentLenders = 0;
  #sentProducts = 1;
  #sentChannels = 1;

  // What the fields of the current record came to.
  #termDays = 0;
  #ratePpm = -1;
  #interestDue = -1;
  #couponAmount = -1;
  #lot: Uint8Array = NOTHING;

  constructor(columns: TableColumns, tally: Tally, expectedRows: number) {
    this.#columns = columns;
    this.#tally = tally;
    this.block = new BlockBuilder(columns.optional, expectedRows);
    const { maturity, rate, interest, coupon, lotId } = columns;
    this.#hasDetails = [maturity, rate, interest, coupon].some(Boolean) || lotId !== NO_COLUMN;
  }

  /** The rows so far with the names that they are the first to use; the next rows fill a new block. */
  finishBlock(expectedRows: number): DecodedBlock {
    const block = {
      ...this.block.finish(),
      newLenders: this.#lenders.textsFrom(this.#sentLenders),
      newProducts: this.#products.textsFrom(this.#sentProducts),
      newChannels: this.#channels.textsFrom(this.#sentChannels),
    };
    this.#sentLenders = this.#lenders.codes;
    this.#sentProducts = this.#products.codes;
    this.#sentChannels = this.#channels.codes;
    this.block = new BlockBuilder(this.#columns.optional, expectedRows);
    return block;
  }

  take(record: RecordReader, line: number): Verdict {
    const columns = this.#columns;
    const { bytes, starts, ends } = record;
    if ((record.fields !== columns.fields || record.malformed) && !columns.hasFieldsOf(record)) {
      return this.#leaveOut("WRONG_COLUMN_COUNT", null, NO_COLUMN);
    }
    const { txnId } = columns;
    if (txnId !== NO_COLUMN) {
      const cell = this.#id.read(bytes, starts[txnId]!, ends[txnId]!);
      if (cell !== 0) return this.#leaveOut(idRejection(cell, "MISSING_TXN_ID"), "txn_id", txnId);
    }
    const lenderField = columns.lender;
    const lenderFrom = starts[lenderField]!;
    const lenderTo = ends[lenderField]!;
    let lender = this.#lenders.find(bytes, lenderFrom, lenderTo);
    if (lender === ABSENT) {
      const cell = this.#lenders.judge(bytes, lenderFrom, lenderTo);
      if (cell !== 0) return this.#leaveOut(idRejection(cell, "MISSING_USER"), "user_id", lenderField);
    }
    const dateField = columns.occurredAt.index;
    const instant = columns.occurredAt.read(bytes, starts[dateField]!, ends[dateField]!);
    if (instant < 0) {
      if (instant === CELL.question) return "asked";
      return this.#leaveOut(dateRejection(instant), "occurred_at", dateField);
    }
    const typeField = columns.type;
    const type = this.#types.find(bytes, starts[typeField]!, ends[typeField]!);
    if (type === ABSENT) return this.#leaveOut("UNKNOWN_TYPE", "type", typeField);
    const amountField = columns.amount.index;
    const amount = columns.amount.read(bytes, starts[amountField]!, ends[amountField]!);
    if (amount <= 0) {
      if (amount === CELL.question) return "asked";
      return this.#leaveOut(amountRejection(amount), "amount", amountField);
    }
    const { term } = columns;
    this.#termDays = 0;
    if (term) {
      const from = starts[term.index]!;
      const to = ends[term.index]!;
      this.#termDays = term.readPlain(bytes, from, to);
      if (this.#termDays < 0) this.#termDays = term.read(bytes, [from, to], instant);
    }
    // A maturity stands over the term, so its row may do without a readable one.
    if (this.#hasDetails) {
      const verdict = this.#readDetails(record, instant);
      if (verdict !== "taken") return verdict;
    }
    if (term && this.#termDays < 0) {
      return this.#leaveOut(this.#termDays === CELL.damaged ? "CELL_ERROR" : "BAD_TERM", "term_days", term.index);
    }
    const product = this.#nameCode(record, this.#products, columns.product);
    if (product < 0) return this.#leaveOut("BAD_ID", "product", columns.product);
    const channel = this.#nameCode(record, this.#channels, columns.channel);
    if (channel < 0) return this.#leaveOut("BAD_ID", "channel", columns.channel);
    if (lender === ABSENT) lender = this.#lenders.learn(bytes, lenderFrom, lenderTo);

    const { block } = this;
    const row = block.rows;
    block.instant[row] = instant;
    block.type[row] = type;
    block.amount[row] = amount;
    block.lender[row] = lender;
    block.product[row] = product;
    block.channel[row] = channel;
    block.termDays[row] = this.#termDays;
    block.lines[row] = line;
    if (this.#hasDetails) this.#writeDetails(row);
    if (columns.isAuto !== NO_COLUMN) {
      block.isAuto[row] = yesNo(bytes, starts[columns.isAuto]!, ends[columns.isAuto]!);
    }
    if (txnId === NO_COLUMN) this.#identifyByContent(row);
    else this.#identifyById(row);
    block.rows = row + 1;
    if (this.#termDays === 0 && (type === TYPE.lend || type === TYPE.transferIn || type === TYPE.opening)) {
      this.#tally.warn("NO_TERM", line, term ? textOf(bytes, starts[term.index]!, ends[term.index]!) : "");
    }
    return "taken";
  }

  #leaveOut(code: RowRejection, column: TransactionColumn | null, field: number): Verdict {
    this.fault = { code, column, field };
    return "left_out";
  }

  /** A file's code of a name, learnt at first sight; below zero when it is no name. */
  #nameCode({ bytes, starts, ends }: RecordReader, names: NameTable, field: number): number {
    if (field === NO_COLUMN) return 0;
    const from = starts[field]!;
    const to = ends[field]!;
    if (from === to) return 0;
    const known = names.find(bytes, from, to);
    if (known !== ABSENT) return known;
    if (names.judge(bytes, from, to) !== 0) return CELL.bad;
    const code = names.learn(bytes, from, to);
    if (code > MAX_NAMES) throw tooManyNames(names === this.#products ? "product" : "channel");
    return code;
  }

  #readDetails(record: RecordReader, instant: number): Verdict {
    const { bytes, starts, ends } = record;
    const { maturity, rate, interest, coupon, lotId } = this.#columns;
    if (maturity) {
      const seconds = maturity.read(bytes, starts[maturity.index]!, ends[maturity.index]!);
      if (seconds === CELL.question) return "asked";
      if (seconds >= 0) {
        this.#termDays = termUntil(seconds, instant);
        if (this.#termDays < 0) return this.#leaveOut("BAD_TERM", "maturity_date", maturity.index);
      } else if (seconds !== CELL.missing) {
        return this.#leaveOut(dateRejection(seconds), "maturity_date", maturity.index);
      }
    }
    if (rate) {
      this.#ratePpm = rate.read(bytes, starts[rate.index]!, ends[rate.index]!);
      if (this.#ratePpm === CELL.question) return "asked";
      if (this.#ratePpm === CELL.missing) this.#ratePpm = -1;
      else if (this.#ratePpm < 0) {
        return this.#leaveOut(this.#ratePpm === CELL.damaged ? "CELL_ERROR" : "BAD_RATE", "annual_rate", rate.index);
      }
    }
    if (interest) {
      this.#interestDue = interest.read(bytes, starts[interest.index]!, ends[interest.index]!);
      if (this.#interestDue === CELL.question) return "asked";
      if (this.#interestDue === CELL.missing) this.#interestDue = -1;
      else if (this.#interestDue < 0) {
        return this.#leaveOut(amountRejection(this.#interestDue), "interest_due", interest.index);
      }
    }
    if (coupon) {
      this.#couponAmount = coupon.read(bytes, starts[coupon.index]!, ends[coupon.index]!);
      if (this.#couponAmount === CELL.question) return "asked";
      if (this.#couponAmount === CELL.missing) this.#couponAmount = -1;
      else if (this.#couponAmount < 0) {
        return this.#leaveOut(amountRejection(this.#couponAmount), "coupon_amount", coupon.index);
      }
    }
    if (lotId !== NO_COLUMN) {
      const lot = nameText(textOf(bytes, starts[lotId]!, ends[lotId]!));
      if (isBadName(lot)) return this.#leaveOut("BAD_ID", "lot_id", lotId);
      this.#lot = bytesOf(lot);
    }
    return "taken";
  }

  #writeDetails(row: number): void {
    const { block } = this;
    const { rate, interest, coupon, lotId } = this.#columns;
    if (rate) block.annualRatePpm[row] = this.#ratePpm;
    if (interest) block.interestDue[row] = this.#interestDue;
    if (coupon) block.couponAmount[row] = this.#couponAmount;
    if (lotId !== NO_COLUMN) block.lots.put(row, this.#lot);
  }

  #identifyById(row: number): void {
    const id = this.#id;
    const hash = this.#hash;
    const { block } = this;
    hash.startId();
    hash.addBytes(id.bytes, id.from, id.to);
    hash.finish();
    block.hashLow[row] = hash.low;
    block.hashHigh[row] = hash.high;
    block.ids.copy(id.bytes, id.from, id.to);
    block.ids.close(row);
  }

  #identifyByContent(row: number): void {
    const hash = this.#hash;
    const { block } = this;
    hash.startContent();
    this.#hashName(this.#lenders, block.lender[row]!);
    hash.addNumber(block.instant[row]!);
    hash.addNumber(block.type[row]!);
    hash.addNumber(block.amount[row]!);
    this.#hashName(this.#products, block.product[row]!);
    hash.addNumber(this.#termDays);
    this.#hashName(this.#channels, block.channel[row]!);
    hash.addNumber(this.#ratePpm + 1);
    hash.addNumber(this.#interestDue + 1);
    hash.addNumber(this.#couponAmount + 1);
    hash.addNumber(this.#columns.isAuto === NO_COLUMN ? 0 : block.isAuto[row]!);
    hash.addBytes(this.#lot, 0, this.#lot.length);
    hash.finish();
    const ordinal = this.#ordinals.next(hash.low, hash.high);
    hash.addNumber(ordinal);
    hash.finish();
    block.hashLow[row] = hash.low;
    block.hashHigh[row] = hash.high;
  }

  #hashName(names: NameTable, code: number): void {
    this.#hash.addNumber(names.hashLow[code]!);
    this.#hash.addNumber(names.hashHigh[code]!);
  }
}

const NOTHING = new Uint8Array(0);

function idRejection(cell: number, missing: "MISSING_TXN_ID" | "MISSING_USER"): RowRejection {
  if (cell === CELL.missing) return missing;
  return cell === CELL.damaged ? "CELL_ERROR" : "BAD_ID";
}

function dateRejection(cell: number): RowRejection {
  if (cell === CELL.missing) return "MISSING_DATE";
  return cell === CELL.damaged ? "CELL_ERROR" : "BAD_DATE";
}

function tooManyNames(column: "product" | "channel"): FileRefused {
  return new FileRefused({
    code: "TOO_LARGE",
    message: `The file names more than ${MAX_NAMES} different values of ${column}; that column holds something else.`,
    column,
  });
}
