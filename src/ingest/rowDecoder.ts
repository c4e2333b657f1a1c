import type { RowRejection } from "#src/domain/codes.ts";
import { TYPE } from "#src/domain/eventTypes.ts";
import type { ColumnName } from "#src/domain/imports.ts";

import { BlockBuilder } from "./blockBuilder.ts";
import { textOf } from "#src/ingest/text/bytes.ts";
import { ABSENT } from "#src/ingest/text/byteTable.ts";
import { CELL } from "#src/ingest/cells/cellText.ts";
import type { DecodedBlock } from "./decodedFile.ts";
import { fieldOfBadBytes } from "#src/ingest/text/badBytes.ts";
import { FileRefused } from "./fileRefused.ts";
import { IdCell } from "#src/ingest/cells/idCell.ts";
import { IdentityHash, OrdinalTable } from "#src/ingest/identity/identity.ts";
import { MAX_NAMES } from "./limits.ts";
import { packedLookalikes } from "#src/ingest/identity/lookalikes.ts";
import { NameTable } from "#src/ingest/cells/names.ts";
import { amountRejection } from "#src/ingest/cells/parseAmount.ts";
import type { RecordReader } from "#src/ingest/text/records.ts";
import { dateRejection, RowDetails } from "./rowDetails.ts";
import { SignedAmount } from "#src/ingest/cells/signedAmount.ts";
import { NO_COLUMN, type TableColumns } from "./tableColumns.ts";
import type { RowFault, Tally } from "./tally.ts";
import { TYPE_BY_SIGN, TYPE_IGNORED } from "#src/ingest/cells/typeValues.ts";
import { yesNo } from "#src/ingest/cells/yesNo.ts";

/**
 * What became of a record: a row of the block, left out with a fault, ignored since its status or type is not
 * wanted, or put off until its column is asked.
 */
export type Verdict = "taken" | "left_out" | "ignored" | "asked";

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
  readonly #id = new IdCell();
  readonly #hash = new IdentityHash();
  readonly #ordinals = new OrdinalTable();
  readonly #hasDetails: boolean;
  #sentLenders = 0;
  #sentProducts = 1;
  #sentChannels = 1;
  /** Where each lender is first named. */
  readonly #lenderLines: number[] = [];
  /** A name of the file was damaged before it was made: rows are to be searched for it. */
  #hasMangled = false;

  // What the fields of the current record came to.
  #termDays = 0;
  readonly #signed = new SignedAmount();
  readonly #details = new RowDetails();

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
    const { txnId, status, currency } = columns;
    if (status !== undefined && !status.letsThrough(record)) return "ignored";
    const typeField = columns.type;
    const isPlain = typeField !== NO_COLUMN && columns.description === NO_COLUMN;
    const stated = isPlain ? columns.types.find(bytes, starts[typeField]!, ends[typeField]!) : this.#statedType(record);
    if (stated === TYPE_IGNORED) return "ignored";
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
    const { signed } = columns;
    if (stated === ABSENT || (stated === TYPE_BY_SIGN && signed === undefined)) {
      return this.#leaveOut("UNKNOWN_TYPE", "type", typeField);
    }
    if (currency !== undefined && !currency.letsThrough(record)) {
      return this.#leaveOut("WRONG_CURRENCY", null, currency.index);
    }
    const amountField = columns.amount.index;
    const amount =
      signed === undefined
        ? columns.amount.read(bytes, starts[amountField]!, ends[amountField]!)
        : this.#signed.read(record, columns);
    if (amount <= 0) {
      if (amount === CELL.question) return "asked";
      return this.#leaveOut(
        amountRejection(amount),
        "amount",
        signed === undefined ? amountField : this.#signed.faultyField(record, columns),
      );
    }
    const bySign = this.#signed.isNegative ? signed?.negative : signed?.positive;
    const type = stated === TYPE_BY_SIGN && bySign !== undefined ? bySign : stated;
    if (signed !== undefined && this.#signed.contradicts(type, signed)) {
      return this.#leaveOut("BAD_AMOUNT", "amount", this.#signed.faultyField(record, columns));
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
      const fault = this.#details.read(record, columns, instant);
      if (fault === "asked") return fault;
      if (fault !== undefined) {
        this.fault = fault;
        return "left_out";
      }
      if (this.#details.maturesIn >= 0) this.#termDays = this.#details.maturesIn;
    }
    if (term && this.#termDays < 0) {
      return this.#leaveOut(this.#termDays === CELL.damaged ? "CELL_ERROR" : "BAD_TERM", "term_days", term.index);
    }
    const product = this.#nameCode(record, this.#products);
    if (product < 0) return this.#leaveOut("BAD_ID", "product", columns.product);
    const channel = this.#nameCode(record, this.#channels);
    if (channel < 0) return this.#leaveOut("BAD_ID", "channel", columns.channel);
    if (lender === ABSENT) lender = this.#learnLender(record, line);

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
    else this.#identifyById(row, line);
    block.rows = row + 1;
    if (this.#signed.isNegative) this.#tally.totals.negative += amount;
    else this.#tally.totals.positive += amount;
    if (this.#termDays === 0 && (type === TYPE.lend || type === TYPE.transferIn || type === TYPE.opening)) {
      this.#tally.warn("NO_TERM", line, term ? textOf(bytes, starts[term.index]!, ends[term.index]!) : "");
    }
    if (this.#hasMangled) this.#warnOfMangled(row, line);
    return "taken";
  }

  /** Once for a row, by the first of its names that is damaged. */
  #warnOfMangled(row: number, line: number): void {
    const { block } = this;
    const mangled = [
      { names: this.#lenders, code: block.lender[row]! },
      { names: this.#products, code: block.product[row]! },
      { names: this.#channels, code: block.channel[row]! },
    ].find(({ names, code }) => names.mangled.has(code));
    if (mangled) this.#tally.warn("DAMAGED_AT_SOURCE", line, mangled.names.textOf(mangled.code));
  }

  /** Leaves out a record of which a field is no text; asked only of files that hold such bytes. */
  refusesBytes(record: RecordReader): boolean {
    const field = fieldOfBadBytes(record);
    if (field >= 0) this.#leaveOut("BAD_BYTES", this.#columns.columnAt(field), field);
    return field >= 0;
  }

  /** Warns of lenders whose ids a reader takes for one another; to be asked once, at the end of the file. */
  warnOfLookalikes(): void {
    const lenders = this.#lenders;
    for (const group of packedLookalikes(lenders.packed)) {
      for (const other of group.slice(1)) {
        const names = [other, group[0]!].map((code) => lenders.textOf(code));
        this.#tally.warn("LOOKALIKE_ID", this.#lenderLines[other]!, names.join(" / "));
      }
    }
  }

  #learnLender({ bytes, starts, ends }: RecordReader, line: number): number {
    const field = this.#columns.lender;
    const [from, to] = [starts[field]!, ends[field]!];
    const lender = this.#lenders.learn(bytes, from, to);
    this.#hasMangled ||= this.#lenders.mangled.size > 0;
    if (lender === this.#lenderLines.length) this.#lenderLines.push(line);
    if (this.#lenders.hadInvisible) this.#tally.warn("LOOKALIKE_ID", line, this.#lenders.textOf(lender));
    return lender;
  }

  /** What the type says where it stands with a description, or where there is none. */
  #statedType({ bytes, starts, ends }: RecordReader): number {
    const { type, description, types } = this.#columns;
    if (type === NO_COLUMN) return TYPE_BY_SIGN;
    return types.findPair(
      textOf(bytes, starts[type]!, ends[type]!),
      textOf(bytes, starts[description]!, ends[description]!),
    );
  }

  #leaveOut(code: RowRejection, column: ColumnName | null, field: number): Verdict {
    this.fault = { code, column, field };
    return "left_out";
  }

  /** A file's code of a name, learnt at first sight; below zero when it is no name. */
  #nameCode({ bytes, starts, ends }: RecordReader, names: NameTable): number {
    const field = names === this.#products ? this.#columns.product : this.#columns.channel;
    if (field === NO_COLUMN) return 0;
    const from = starts[field]!;
    const to = ends[field]!;
    if (from === to) return 0;
    const known = names.find(bytes, from, to);
    if (known !== ABSENT) return known;
    if (names.judge(bytes, from, to) !== 0) return CELL.bad;
    const code = names.learn(bytes, from, to);
    this.#hasMangled ||= names.mangled.size > 0;
    if (code > MAX_NAMES) throw tooManyNames(names === this.#products ? "product" : "channel");
    return code;
  }

  #writeDetails(row: number): void {
    const { block } = this;
    const { rate, interest, coupon, lotId } = this.#columns;
    if (rate) block.annualRatePpm[row] = this.#details.ratePpm;
    if (interest) block.interestDue[row] = this.#details.interestDue;
    if (coupon) block.couponAmount[row] = this.#details.couponAmount;
    if (lotId !== NO_COLUMN) block.lots.put(row, this.#details.lot);
  }

  #identifyById(row: number, line: number): void {
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
    if (id.hadInvisible) this.#tally.warn("LOOKALIKE_ID", line, textOf(id.bytes, id.from, id.to));
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
    hash.addNumber(this.#details.ratePpm + 1);
    hash.addNumber(this.#details.interestDue + 1);
    hash.addNumber(this.#details.couponAmount + 1);
    hash.addNumber(this.#columns.isAuto === NO_COLUMN ? 0 : block.isAuto[row]!);
    hash.addBytes(this.#details.lot, 0, this.#details.lot.length);
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

function idRejection(cell: number, missing: "MISSING_TXN_ID" | "MISSING_USER"): RowRejection {
  if (cell === CELL.missing) return missing;
  return cell === CELL.damaged ? "CELL_ERROR" : "BAD_ID";
}

function tooManyNames(column: "product" | "channel"): FileRefused {
  return new FileRefused({
    code: "TOO_LARGE",
    message: `The file names more than ${MAX_NAMES} different values of ${column}; that column holds something else.`,
    column,
  });
}
