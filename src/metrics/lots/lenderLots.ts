import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";
import type { LenderRows } from "#src/metrics/lenders/lenderRows.ts";

import { NO_LOT } from "./lotQueues.ts";
import { LotMatcher } from "./matchLots.ts";

/** A part of a lot that left it. */
interface LotExit {
  /** Epoch day. */
  readonly day: number;
  /** Fen. */
  readonly amount: number;
  /** Place in `EVENT_TYPES`. */
  readonly type: number;
}

/** One lend, bought claim or opening balance, and what became of it. Days are epoch days. */
export interface LenderLot {
  readonly product: number;
  readonly start: number;
  /** Null when the row has no term. */
  readonly maturity: number | null;
  /** Fen. */
  readonly amount: number;
  /** In the order in which they left. */
  readonly exits: readonly LotExit[];
  readonly open: number;
}

export interface LenderLots {
  /** In the order of their starts. */
  readonly lots: readonly LenderLot[];
  /** Fen of exits that no lot could take. */
  readonly orphans: number;
  /** "ids" when the file said which lot each exit is of. */
  readonly matchedBy: "ids" | "order";
}

/**
 * The lots of one lender (LO1 to LO3). Exits go to the lots that they name when every row that moves the balance
 * names one; a lot named twice is paid back from its first row on, and what it has no room for is orphan. Else the
 * exits are matched by order, as `LotMatcher` has it.
 *
 * @param lotIds  by place in the columns; "" where the row names none
 */
export function lenderLots(rows: LenderRows, lotIds?: readonly string[]): LenderLots {
  return lotIds !== undefined && allNamed(rows, lotIds) ? lotsByIds(rows, lotIds) : lotsByOrder(rows);
}

function allNamed(rows: LenderRows, lotIds: readonly string[]): boolean {
  for (let row = rows.from; row < rows.to; row++)
    if (BALANCE_SIGN[rows.type[row]!] !== 0 && lotIds[row] === "") return false;
  return true;
}

function lotsByOrder(rows: LenderRows): LenderLots {
  const matcher = new LotMatcher();
  const exits: LotExit[][] = [];
  matcher.match(rows, (lot, row, amount) => {
    if (lot !== NO_LOT) (exits[lot] ??= []).push(exitOf(rows, row, amount));
  });
  const lots = Array.from({ length: matcher.count }, (_, lot) => ({
    ...lotOf(rows, matcher.row[lot]!),
    exits: exits[lot] ?? [],
    open: matcher.open[lot]!,
  }));
  return { lots, orphans: matcher.orphan, matchedBy: "order" };
}

interface OpenLot extends LenderLot {
  readonly exits: LotExit[];
  open: number;
}

function lotsByIds(rows: LenderRows, lotIds: readonly string[]): LenderLots {
  const lots: OpenLot[] = [];
  const byId = new Map<string, OpenLot[]>();
  for (const row of places(rows, 1)) {
    const lot = { ...lotOf(rows, row), exits: [], open: rows.amount[row]! };
    const id = lotIds[row]!;
    lots.push(lot);
    byId.set(id, [...(byId.get(id) ?? []), lot]);
  }
  let orphans = 0;
  for (const row of places(rows, -1)) {
    let left = rows.amount[row]!;
    for (const lot of byId.get(lotIds[row]!) ?? []) {
      const taken = Math.min(left, lot.open);
      if (taken === 0) continue;
      lot.open -= taken;
      left -= taken;
      lot.exits.push(exitOf(rows, row, taken));
    }
    orphans += left;
  }
  return { lots, orphans, matchedBy: "ids" };
}

function places(rows: LenderRows, sign: number): number[] {
  const found: number[] = [];
  for (let row = rows.from; row < rows.to; row++) if (BALANCE_SIGN[rows.type[row]!] === sign) found.push(row);
  return found;
}

function lotOf(rows: LenderRows, row: number): Omit<LenderLot, "exits" | "open"> {
  const start = rows.day[row]!;
  const term = rows.type[row] === TYPE.opening ? 0 : rows.termDays[row]!;
  const maturity = term === 0 ? null : start + term;
  return { product: rows.product[row]!, start, maturity, amount: rows.amount[row]! };
}

function exitOf(rows: LenderRows, row: number, amount: number): LotExit {
  return { day: rows.day[row]!, amount, type: rows.type[row]! };
}
