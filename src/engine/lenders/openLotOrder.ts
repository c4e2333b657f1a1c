import { UNDATED, type OpenLotColumns } from "#src/metrics/lots/openLots.ts";

import type { OpenLotsArgs, OpenLotSort } from "#src/engine/protocol.ts";
import { ascendingOrder } from "#src/engine/rowOrder.ts";

import { nameOrder } from "./nameOrder.ts";

/** Lots and what puts them in order. */
export interface RankedLots {
  readonly lots: OpenLotColumns;
  /** How many lenders they are of. */
  readonly lenders: number;
  /** By lot: the place of its lender among those of all lots, by name. */
  readonly nameRanks: Uint32Array;
  /** The lots by start day, those of a day by the lender's name: how equals stand in any order. */
  readonly byStart: Uint32Array;
}

/** @param nameOf  by ledger code */
export function rankLots(lots: OpenLotColumns, nameOf: (lender: number) => string): RankedLots {
  const { lender, start } = lots;
  const names: string[] = [];
  const lenderPlaces = new Uint32Array(lender.length);
  for (let lot = 0; lot < lender.length; lot++) {
    // A lender's lots stand together.
    if (lot === 0 || lender[lot] !== lender[lot - 1]) names.push(nameOf(lender[lot]!));
    lenderPlaces[lot] = names.length - 1;
  }
  const rankByPlace = new Uint32Array(names.length);
  for (const [rank, place] of nameOrder(names).entries()) rankByPlace[place] = rank;
  const nameRanks = lenderPlaces.map((place) => rankByPlace[place]!);
  const byStart = placesInOrder(lender.length, (lot) => start[lot]! * names.length + nameRanks[lot]!);
  return { lots, lenders: names.length, nameRanks, byStart };
}

/** All lots in the order of a column; what has no value comes last either way, and equals stand as in `byStart`. */
export function lotsInOrder(
  { by, descending }: OpenLotsArgs["sort"],
  ranked: RankedLots,
  productNames: readonly string[],
): Uint32Array {
  const { byStart } = ranked;
  const valueOf = columnOf(by, ranked, productNames);
  const sign = descending ? -1 : 1;
  return placesInOrder(byStart.length, (place) => sign * valueOf(byStart[place]!)).map((place) => byStart[place]!);
}

/** By lot; NaN where there is none. */
function columnOf(
  by: OpenLotSort,
  { lots, nameRanks }: RankedLots,
  productNames: readonly string[],
): (lot: number) => number {
  const { product, start, maturity } = lots;
  const isDated = (lot: number): boolean => maturity[lot] !== UNDATED;
  switch (by) {
    case "lender":
      return (lot) => nameRanks[lot]!;
    case "product": {
      const ranks = productRanks(productNames);
      return (lot) => ranks[product[lot]!]!;
    }
    case "startDay":
      return (lot) => start[lot]!;
    case "termDays":
      return (lot) => (isDated(lot) ? maturity[lot]! - start[lot]! : NaN);
    case "maturityDay":
      return (lot) => (isDated(lot) ? maturity[lot]! : NaN);
    case "amount":
    case "open":
      return (lot) => lots[by][lot]!;
  }
}

/** By code; NaN for the empty name. */
function productRanks(names: readonly string[]): Float64Array {
  const ranks = new Float64Array(names.length);
  for (const [rank, code] of nameOrder(names).entries()) ranks[code] = names[code] === "" ? NaN : rank;
  return ranks;
}

/** Places below `count` by whole keys, those with NaN last; equals in the order of places. */
function placesInOrder(count: number, keyOf: (place: number) => number): Uint32Array {
  const values = new Float64Array(count);
  let [least, most] = [Infinity, -Infinity];
  for (let place = 0; place < count; place++) {
    const value = keyOf(place);
    values[place] = value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // Without a single value all come last.
  const last = least === Infinity ? 0 : most - least + 1;
  const keys = { low: new Uint32Array(count), high: new Uint32Array(count) };
  for (let place = 0; place < count; place++) {
    const key = Number.isNaN(values[place]) ? last : values[place]! - least;
    keys.low[place] = key;
    keys.high[place] = Math.floor(key / 2 ** 32);
  }
  return ascendingOrder(keys);
}
