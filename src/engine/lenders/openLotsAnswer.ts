import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { LenderBook } from "#src/metrics/lenders/lenderBook.ts";
import {
  lendersWithOpenLots,
  openLots,
  UNDATED,
  type Maturities,
  type OpenLotColumns,
} from "#src/metrics/lots/openLots.ts";

import type { Analysis, Ask } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { Held } from "#src/engine/held.ts";
import type { LotDue, OpenLot, OpenLotsArgs, OpenLotsPage } from "#src/engine/protocol.ts";
import { runSteps } from "#src/engine/runSteps.ts";
import { SharedWork } from "#src/engine/sharedWork.ts";

import { readParts } from "./lenderBooks.ts";
import { lotsInOrder, rankLots, type RankedLots } from "./openLotOrder.ts";

/** All lots of one place of the ladder. */
interface FoundLots extends RankedLots {
  /** Σ fen. */
  readonly amount: number;
  readonly open: number;
  /** The last order that was looked at. */
  order: { readonly key: string; readonly lots: Uint32Array } | undefined;
}

/** The last place asked for. A book is of one version of the data, one day and one choice of settings. */
const foundByBook = new WeakMap<LenderBook, { readonly key: string; readonly work: SharedWork<FoundLots> }>();

/** A page of the lots that are still open in one place of the lenders' ladder, and what all of them come to (MT4). */
export async function openLotsAnswer(analysis: Analysis, args: OpenLotsArgs): Promise<OpenLotsPage> {
  const { held } = analysis;
  const found = await foundLots(analysis, await analysis.lenderBook(), args.due);
  const { lenders } = await held.ledger.dictionaries();
  const { productNames } = held.kept;
  const { offset, limit } = args;
  const shown = limit === 0 ? [] : orderedLots(found, args.sort, productNames).subarray(offset, offset + limit);
  return {
    basis: basisOf(held, held.kept.book.rows),
    total: found.lots.open.length,
    lenders: found.lenders,
    amount: found.amount,
    open: found.open,
    rows: Array.from(shown, (lot) => ({
      lender: lenders.name(found.lots.lender[lot]!),
      product: productNames[found.lots.product[lot]!] ?? "",
      ...figuresOf(found.lots, lot),
    })),
  };
}

function foundLots(analysis: Analysis, book: LenderBook, due: LotDue): Promise<FoundLots> {
  const { held, signal, onProgress } = analysis;
  const key = JSON.stringify(due);
  const known = foundByBook.get(book);
  const found =
    known?.key === key && !known.work.isStopped
      ? known
      : { key, work: new SharedWork((all) => findLots({ held, book }, maturitiesOf(due, book.asOf), all)) };
  foundByBook.set(book, found);
  return found.work.wait({ signal, onProgress });
}

/** What is due after the day is a term, however near; the day itself is overdue. */
function maturitiesOf(due: LotDue, asOf: EpochDay): Maturities {
  switch (due.type) {
    case "overdue":
      return { from: UNDATED + 1, to: asOf };
    case "undated":
      return { from: UNDATED, to: UNDATED };
    case "term":
      return { from: asOf + Math.max(1, due.from), to: due.to === null ? Infinity : asOf + due.to };
  }
}

/** The book says who has anything open, so that what it leaves out stays out. */
async function findLots(
  { held, book }: { readonly held: Held; readonly book: LenderBook },
  maturities: Maturities,
  ask: Ask,
): Promise<FoundLots> {
  const { parts, steps } = await readParts(held, ask);
  const wanted = lendersWithOpenLots(book, maturities);
  const input = { parts, lenders: wanted.length, asOf: book.asOf, wanted, maturities };
  const lots = await runSteps(openLots(input), steps);
  const { lenders } = await held.ledger.dictionaries();
  return {
    ...rankLots(lots, (lender) => lenders.name(lender)),
    amount: sumOf(lots.amount),
    open: sumOf(lots.open),
    order: undefined,
  };
}

function sumOf(amounts: Float64Array): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function orderedLots(found: FoundLots, sort: OpenLotsArgs["sort"], productNames: readonly string[]): Uint32Array {
  const key = JSON.stringify([sort.by, sort.descending]);
  if (found.order?.key !== key) found.order = { key, lots: lotsInOrder(sort, found, productNames) };
  return found.order.lots;
}

function figuresOf(
  { start, maturity, amount, open }: OpenLotColumns,
  lot: number,
): Omit<OpenLot, "lender" | "product"> {
  const due = maturity[lot]!;
  const isDated = due !== UNDATED;
  return {
    startDay: epochDay(start[lot]!),
    termDays: isDated ? due - start[lot]! : null,
    maturityDay: isDated ? epochDay(due) : null,
    amount: amount[lot]!,
    open: open[lot]!,
  };
}
