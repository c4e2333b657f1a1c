import { EVENT_TYPES, type EventType } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";

import type { Analysis } from "./analysis.ts";
import { throwIfAborted } from "./fault.ts";
import type { Held } from "./held.ts";
import type { RowsArgs, RowsColumn, RowsPage, RowsWhere } from "./protocol.ts";
import { ascendingOrder, type RowKeys } from "./rowOrder.ts";
import { rowMatcher } from "./rowsWhere.ts";

/** A row by its block and its place in it. */
export interface RowPlace {
  readonly block: number;
  readonly row: number;
}

/** The rows of a question, in the order asked for. */
export interface FoundRows {
  readonly total: number;
  readonly lenders: number;
  readonly amountByType: RowsPage["amountByType"];
  readonly placeAt: (index: number) => RowPlace;
}

/** The rows of one block that match, by their numbers in it. */
interface Matches {
  readonly block: number;
  readonly part: LedgerPart;
  readonly rows: Uint32Array;
}

export async function findRows(analysis: Analysis, { where, sort }: RowsArgs): Promise<FoundRows> {
  const { held } = analysis;
  const matches = await matchingRows(analysis, where);
  const order = ascendingOrder(keysOf(matches, sort.by, await ranksOf(held, sort.by)));
  if (sort.descending) order.reverse();
  const starts = [0];
  for (const [block, { rows }] of matches.entries()) starts.push(starts[block]! + rows.length);
  return {
    total: order.length,
    ...totalsOf(matches, (await held.ledger.dictionaries()).lenders.size),
    placeAt: (index) => {
      const place = order[index]!;
      let found = 0;
      while (starts[found + 1]! <= place) found++;
      const { block, rows } = matches[found]!;
      return { block, row: rows[place - starts[found]!]! };
    },
  };
}

async function matchingRows(analysis: Analysis, where: RowsWhere): Promise<Matches[]> {
  const { held, signal } = analysis;
  const matcher = await rowMatcher(analysis, where);
  const found: Matches[] = [];
  for (const [block, info] of held.ledger.infos.entries()) {
    throwIfAborted(signal);
    if (!matcher.mayHold(info)) continue;
    const part = await held.ledger.part(block);
    const rows = new Uint32Array(info.rows);
    let count = 0;
    for (let row = 0; row < info.rows; row++) {
      if (part.dead?.[row] !== 1 && matcher.holds(part.columns, row)) rows[count++] = row;
    }
    if (count > 0) found.push({ block, part, rows: rows.slice(0, count) });
  }
  return found;
}

function totalsOf(matches: readonly Matches[], lenderCount: number): Pick<FoundRows, "lenders" | "amountByType"> {
  const amounts = new Float64Array(EVENT_TYPES.length);
  const seen = new Uint8Array(lenderCount);
  for (const { part, rows } of matches) {
    const { type, amount, lender } = part.columns;
    for (const row of rows) {
      amounts[type[row]!]! += amount[row]!;
      seen[lender[row]!] = 1;
    }
  }
  const amountByType: Partial<Record<EventType, number>> = {};
  EVENT_TYPES.forEach((type, code) => {
    if (amounts[code]! > 0) amountByType[type] = amounts[code]!;
  });
  return { lenders: seen.reduce((sum, flag) => sum + flag, 0), amountByType };
}

function keysOf(matches: readonly Matches[], by: RowsColumn, ranks: Uint32Array | undefined): RowKeys {
  const total = matches.reduce((sum, { rows }) => sum + rows.length, 0);
  const keys = { low: new Uint32Array(total), high: new Uint32Array(total) };
  let place = 0;
  for (const { part, rows } of matches) {
    const column = part.columns[by];
    for (const row of rows) {
      const key = ranks ? ranks[column[row]!]! : column[row]!;
      keys.low[place] = key;
      keys.high[place++] = Math.floor(key / 2 ** 32);
    }
  }
  return keys;
}

/** Place in alphabetical order by code, for columns that hold codes of names. */
async function ranksOf(held: Held, by: RowsColumn): Promise<Uint32Array | undefined> {
  const { lenders, products, channels } = await held.ledger.dictionaries();
  switch (by) {
    case "lender":
      return ranksOfNames(lenders.names);
    case "product":
      return ranksOfNames(products.names);
    case "channel":
      return ranksOfNames(channels.names);
    case "type":
      return ranksOfNames(EVENT_TYPES);
    case "instant":
    case "amount":
    case "termDays":
      return undefined;
  }
}

function ranksOfNames(names: readonly string[]): Uint32Array {
  const codes = Array.from(names.keys()).toSorted((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const ranks = new Uint32Array(names.length);
  for (const [rank, code] of codes.entries()) ranks[code] = rank;
  return ranks;
}
