import type { CodedTexts } from "#src/domain/columns.ts";
import { LOAN_METHODS, type ProfitPart } from "#src/domain/loans.ts";
import { tableCodes, tableNumbers, tableTexts } from "#src/domain/tableReader.ts";
import type { TableData } from "#src/domain/tables.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { LoanBook } from "./loanBook.ts";
import { unknownByProduct, unknownOfAll } from "./unknownParts.ts";
import { UnreadTally, type UnreadLoans } from "./unreadLoans.ts";

/** Up to which days the rows of the loans dataset count. */
export interface LoanBookLimit {
  /** Loans disbursed after it enter nothing. */
  readonly latest: EpochDay;
  /** The device's day, not before `latest`: a disbursal up to it shows how far the file goes. */
  readonly today: EpochDay;
  /** The last day of the ledger; undefined without one. */
  readonly asOf: EpochDay | undefined;
}

/** The columns that profit is made of. */
const PART_COLUMNS = {
  interest: "interest_received",
  penalty: "penalty_received",
  fees: "fees_received",
  bad: "bad_principal",
  funding: "funding_cost",
  marketing: "marketing_cost",
} as const satisfies Record<ProfitPart, string>;

/** No loan runs for longer than a hundred years. */
const MOST_PERIODS = 1200;

/**
 * The loans of the dataset as a book, and on which day they are looked at (PF9): the last day of the ledger, or the last
 * disbursal of the file where that is later. A file tells one state, so that figures of an earlier day have fewer loans, but
 * those as the file has them.
 *
 * @param data  the rows in force
 */
export function buildLoanBook(data: TableData, { latest, today, asOf }: LoanBookLimit): LoanBook {
  const all = readAll(data);
  const { rows, unread, later } = rowsInOrder(all, latest);
  const statuses = tableCodes("loans", data, "status");
  const borrowers = tableTexts("loans", data, "borrower_id");
  const numbers = (name: NumberColumn): Float64Array => gathered(tableNumbers("loans", data, name), rows);
  const lastDisbursal = lastDisbursalOf(all, today);
  const isDisbursal = lastDisbursal !== undefined && (asOf === undefined || lastDisbursal > asOf);
  const parts = {
    interest: numbers(PART_COLUMNS.interest),
    penalty: numbers(PART_COLUMNS.penalty),
    fees: numbers(PART_COLUMNS.fees),
    bad: numbers(PART_COLUMNS.bad),
    funding: numbers(PART_COLUMNS.funding),
    marketing: numbers(PART_COLUMNS.marketing),
  };
  const products = productsOf(tableCodes("loans", data, "product"), rows);
  const unknown = unknownByProduct({ ...products, ...parts });
  const repaid = numbers("repaid_principal");
  const overdueDays = numbers("overdue_days");
  return {
    loans: rows.length,
    snapshotDay: isDisbursal ? epochDay(lastDisbursal) : (asOf ?? latest),
    ...products,
    ids: textsOfRows(rows, (row) => all.ids[row]!),
    borrowers: textsOfRows(rows, (row) => borrowers[row]!),
    statuses: textsOfRows(rows, (row) => statuses.texts[statuses.codes[row]!]!),
    disbursedOn: Int32Array.from(numbers("disbursed_on")),
    principal: numbers("principal"),
    ratePpm: numbers("annual_rate"),
    periods: Uint16Array.from(numbers("periods")),
    method: Uint8Array.from(gathered(all.method, rows)),
    ...parts,
    repaid,
    overdueDays,
    ...{ missing: unknownOfAll(unknown), unknown },
    hasRepaid: hasValue(repaid),
    hasOverdue: hasValue(overdueDays),
    ...unread,
    ...{ later, latest, isDisbursal },
  };
}

type NumberColumn = Parameters<typeof tableNumbers<"loans">>[2];

/** What a schedule is made of, by row of the table. */
interface LoanTable {
  readonly ids: readonly string[];
  readonly disbursedOn: Float64Array;
  readonly principal: Float64Array;
  readonly ratePpm: Float64Array;
  readonly periods: Float64Array;
  /** Place in `LOAN_METHODS`; −1 is none of them. */
  readonly method: Float64Array;
  /** As the file has them. */
  readonly methods: CodedTexts;
}

function readAll(data: TableData): LoanTable {
  const methods = tableCodes("loans", data, "method");
  const codes = methods.texts.map((text) => LOAN_METHODS.findIndex((method) => method === text));
  return {
    ids: tableTexts("loans", data, "loan_id"),
    disbursedOn: tableNumbers("loans", data, "disbursed_on"),
    principal: tableNumbers("loans", data, "principal"),
    ratePpm: tableNumbers("loans", data, "annual_rate"),
    periods: tableNumbers("loans", data, "periods"),
    method: Float64Array.from(methods.codes, (code) => codes[code]!),
    methods,
  };
}

function isReadable({ principal, ratePpm, periods, method }: LoanTable, row: number): boolean {
  const [length, rate] = [periods[row]!, ratePpm[row]!];
  return principal[row]! > 0 && length >= 1 && length <= MOST_PERIODS && rate >= 0 && method[row]! >= 0;
}

function unknownMethod({ method, methods: { texts, codes } }: LoanTable, row: number): string | undefined {
  return method[row]! >= 0 ? undefined : texts[codes[row]!]!;
}

/** Of all loans that can be read, up to a day; undefined without one. */
function lastDisbursalOf(all: LoanTable, today: EpochDay): number | undefined {
  let last: number | undefined;
  for (let row = 0; row < all.ids.length; row++) {
    const day = all.disbursedOn[row]!;
    if (day <= today && (last === undefined || day > last) && isReadable(all, row)) last = day;
  }
  return last;
}

interface OrderedRows {
  /** By day of disbursal, then by id. */
  readonly rows: Uint32Array;
  readonly unread: UnreadLoans;
  readonly later: number;
}

/** Day by day, because comparing the ids of a hundred thousand loans would be felt. */
function rowsInOrder(all: LoanTable, latest: EpochDay): OrderedRows {
  const rowsByDay = new Map<number, number[]>();
  const tally = new UnreadTally();
  let later = 0;
  for (let row = 0; row < all.ids.length; row++) {
    const day = all.disbursedOn[row]!;
    if (!isReadable(all, row)) {
      tally.take(all.ids[row]!, unknownMethod(all, row));
    } else if (day > latest) later++;
    else {
      const rows = rowsByDay.get(day);
      if (rows) rows.push(row);
      else rowsByDay.set(day, [row]);
    }
  }
  const unread = tally.finish();
  const rows = new Uint32Array(all.ids.length - unread.unread - later);
  let end = 0;
  for (const day of [...rowsByDay.keys()].toSorted((a, b) => a - b)) {
    const ofDay = rowsByDay.get(day) ?? [];
    rows.set(
      ofDay.sort((a, b) => (all.ids[a]! < all.ids[b]! ? -1 : 1)),
      end,
    );
    end += ofDay.length;
  }
  return { rows, unread, later };
}

/** Names in their order, of the rows alone: another row may name a product that none of them has. */
function productsOf({ texts, codes }: CodedTexts, rows: Uint32Array): Pick<LoanBook, "productNames" | "product"> {
  const isThere = new Uint8Array(texts.length);
  for (const row of rows) isThere[codes[row]!] = 1;
  const productNames = texts.filter((_, code) => isThere[code] === 1).toSorted();
  const places = new Map(productNames.map((name, place) => [name, place]));
  const placeOf = texts.map((name) => places.get(name) ?? 0);
  const product = new Uint16Array(rows.length);
  for (let loan = 0; loan < product.length; loan++) product[loan] = placeOf[codes[rows[loan]!]!]!;
  return { productNames, product };
}

function textsOfRows(rows: Uint32Array, textOf: (row: number) => string): string[] {
  const texts: string[] = [];
  for (const row of rows) texts.push(textOf(row));
  return texts;
}

function gathered(values: Float64Array, rows: Uint32Array): Float64Array {
  const result = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) result[place] = values[rows[place]!]!;
  return result;
}

function hasValue(values: Float64Array): boolean {
  return values.some((value) => !Number.isNaN(value));
}
