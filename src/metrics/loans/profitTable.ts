import { monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { ProfitPart } from "#src/domain/loans.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";

import type { FlowCells } from "./flowCells.ts";
import { ReturnFlows, UNKNOWN_RETURNS, type GroupReturns } from "./groupReturns.ts";
import type { LoanBook } from "./loanBook.ts";
import { profitFigures, type GroupProfit } from "./profitFigures.ts";
import { addLoan, profitSums, ProfitSums, type ProfitInput } from "./profitSums.ts";
import { partsOfSet, unknownParts } from "./unknownParts.ts";

interface ProductMonthProfit extends GroupProfit {
  readonly month: Period;
}

interface ProductTable extends GroupProfit {
  readonly product: string;
  /** Ascending; months without loans are left out. */
  readonly months: readonly ProductMonthProfit[];
}

export interface ProfitTable {
  readonly total: GroupProfit;
  /** The largest by principal first. */
  readonly products: readonly ProductTable[];
}

/**
 * What loans have earned, all together, by product and by product and month of disbursal.
 *
 * @param keep  1 for the loans that count, by row of the book; of loans of one product and day all or none. Undefined
 *              counts all.
 */
export function profitTable(input: ProfitInput, keep: Uint8Array | undefined): ProfitTable {
  const { book, figures } = input;
  const groups = monthGroups(input, keep);
  addCells(groups, { book, flows: figures.flows, keep });
  const room = () => returnFlows(book, figures.flows);
  const [ofMonth, ofProduct, ofAll] = [room(), room(), room()];
  const all = new ProfitSums();
  const products = groups.map((months, product): ProductTable => {
    const sums = new ProfitSums();
    const unknown = partsOfSet(book.unknown[product]!);
    ofProduct.begin();
    const rows = months.map((group) => {
      ofMonth.begin();
      for (const cell of group.cells) ofMonth.addCell(figures.flows, cell);
      ofProduct.addAll(ofMonth);
      sums.addAll(group.sums);
      const month = { from: monthStart(group.month), to: monthEnd(group.month) };
      return { month, ...figuresOf(group.sums, ofMonth, unknown) };
    });
    ofAll.addAll(ofProduct);
    all.addAll(sums);
    return { product: book.productNames[product]!, ...figuresOf(sums, ofProduct, unknown), months: rows };
  });
  return {
    total: figuresOf(all, ofAll, unknownParts(book, keep)),
    products: products.filter(({ loans }) => loans > 0).toSorted((a, b) => b.disbursed - a.disbursed),
  };
}

/** Figures of all loans that count together. @param flows  of the same loans and of no others, unless `keep` leaves whole cells out */
export function profitOfLoans(input: ProfitInput, flows: FlowCells, keep: Uint8Array | undefined): GroupProfit {
  const all = returnFlows(input.book, flows);
  for (let cell = 0; cell < flows.cells; cell++) if (isKept(flows, cell, keep)) all.addCell(flows, cell);
  return figuresOf(profitSums(input, keep), all, unknownParts(input.book, keep));
}

/** Loans of one product that were disbursed in one month. */
interface MonthGroup {
  readonly month: MonthNumber;
  readonly sums: ProfitSums;
  readonly cells: number[];
}

/** By product, ascending by month. */
function monthGroups(input: ProfitInput, keep: Uint8Array | undefined): readonly MonthGroup[][] {
  const { book } = input;
  const groups = book.productNames.map((): MonthGroup[] => []);
  let month = 0;
  let monthTo = -Infinity;
  for (let loan = 0; loan < book.loans; loan++) {
    if (keep !== undefined && keep[loan] !== 1) continue;
    const day = epochDay(book.disbursedOn[loan]!);
    if (day > monthTo) {
      month = monthOf(day);
      monthTo = monthEnd(month);
    }
    const months = groups[book.product[loan]!]!;
    let group = months.at(-1);
    if (group?.month !== month) months.push((group = { month, sums: new ProfitSums(), cells: [] }));
    addLoan(group.sums, loan, input);
  }
  return groups;
}

interface KeptCells {
  readonly book: LoanBook;
  readonly flows: FlowCells;
  readonly keep: Uint8Array | undefined;
}

function addCells(groups: readonly MonthGroup[][], { book, flows, keep }: KeptCells): void {
  const reached = new Uint32Array(groups.length);
  for (let cell = 0; cell < flows.cells; cell++) {
    if (!isKept(flows, cell, keep)) continue;
    const loan = flows.firstLoan[cell]!;
    const product = book.product[loan]!;
    const months = groups[product]!;
    const month = monthOf(epochDay(book.disbursedOn[loan]!));
    while (months[reached[product]!]!.month < month) reached[product]!++;
    months[reached[product]!]!.cells.push(cell);
  }
}

/** Loans of a cell are kept all or none. */
function isKept({ firstLoan }: FlowCells, cell: number, keep: Uint8Array | undefined): boolean {
  return keep === undefined || keep[firstLoan[cell]!] === 1;
}

function returnFlows(book: LoanBook, { cells, start }: FlowCells): ReturnFlows {
  const firstDay = book.loans === 0 ? book.snapshotDay : epochDay(book.disbursedOn[0]!);
  let months = 0;
  for (let cell = 0; cell < cells; cell++) months = Math.max(months, start[cell + 1]! - start[cell]! - 1);
  return new ReturnFlows({ firstDay, snapshotDay: book.snapshotDay }, months);
}

function figuresOf(sums: ProfitSums, flows: ReturnFlows, unknown: readonly ProfitPart[]): GroupProfit {
  return profitFigures(sums, unknown, returnsOf(unknown, flows));
}

/** What is received, lost and spent on getting it is in the flows: without any of them there is no return. */
function returnsOf(unknown: readonly ProfitPart[], flows: ReturnFlows): GroupReturns {
  const isUnknown = unknown.includes("interest") || unknown.includes("bad") || unknown.includes("marketing");
  return isUnknown ? UNKNOWN_RETURNS : flows.returns();
}
