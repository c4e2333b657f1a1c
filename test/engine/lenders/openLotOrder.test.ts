import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { lotsInOrder, rankLots } from "#src/engine/lenders/openLotOrder.ts";
import type { OpenLotSort } from "#src/engine/protocol.ts";
import { UNDATED, type OpenLotColumns } from "#src/metrics/lots/openLots.ts";

/** By code; the order of codes is not the order of names. */
const LENDERS = ["u9", "u10", "", "Zoé", "a", "u1"];
const PRODUCTS = ["", "NX365", "JD30", "jd30"];

interface Lot {
  readonly lender: number;
  readonly product: number;
  readonly start: number;
  readonly maturity: number;
  readonly amount: number;
  readonly open: number;
}

const someLots = fc
  .array(
    fc.record({
      lender: fc.nat(LENDERS.length - 1),
      product: fc.nat(PRODUCTS.length - 1),
      start: fc.integer({ min: 19_000, max: 19_004 }),
      term: fc.constantFrom(0, 7, 30),
      amount: fc.oneof(fc.constantFrom(100, 200), fc.integer({ min: 1, max: 2 ** 48 })),
      open: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 40 },
  )
  .map((lots): Lot[] =>
    lots
      .map(({ term, ...lot }) => ({ ...lot, maturity: term === 0 ? UNDATED : lot.start + term }))
      .toSorted((a, b) => a.lender - b.lender),
  );

function columnsOf(lots: readonly Lot[]): OpenLotColumns {
  return {
    lender: Uint32Array.from(lots, ({ lender }) => lender),
    product: Uint16Array.from(lots, ({ product }) => product),
    start: Int32Array.from(lots, ({ start }) => start),
    maturity: Int32Array.from(lots, ({ maturity }) => maturity),
    amount: Float64Array.from(lots, ({ amount }) => amount),
    open: Float64Array.from(lots, ({ open }) => open),
  };
}

type Value = string | number | null;

const VALUE: Readonly<Record<OpenLotSort, (lot: Lot) => Value>> = {
  lender: ({ lender }) => LENDERS[lender]!,
  product: ({ product }) => PRODUCTS[product]! || null,
  startDay: ({ start }) => start,
  termDays: ({ start, maturity }) => (maturity === UNDATED ? null : maturity - start),
  maturityDay: ({ maturity }) => (maturity === UNDATED ? null : maturity),
  amount: ({ amount }) => amount,
  open: ({ open }) => open,
};

function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function dullOrder(lots: readonly Lot[], by: OpenLotSort, descending: boolean): Lot[] {
  const valueOf = VALUE[by];
  return lots.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    const isTurned = descending && left !== null && right !== null;
    return (
      (isTurned ? compare(right, left) : compare(left, right)) ||
      a.start - b.start ||
      compare(LENDERS[a.lender]!, LENDERS[b.lender]!)
    );
  });
}

const SORTS = Object.keys(VALUE).flatMap((by) => [[by, false] as const, [by, true] as const]);

describe("the order of open lots", () => {
  it.each(SORTS)("by %s, descending %s, is that of comparing them one by one", (by, descending) => {
    // The keys of the table are the sorts.
    const sort = { by: by as OpenLotSort, descending };
    fc.assert(
      fc.property(someLots, (lots) => {
        const ranked = rankLots(columnsOf(lots), (lender) => LENDERS[lender]!);
        const order = Array.from(lotsInOrder(sort, ranked, PRODUCTS), (place) => lots[place]!);
        expect(order).toEqual(dullOrder(lots, sort.by, descending));
        expect(ranked.lenders).toBe(new Set(lots.map(({ lender }) => lender)).size);
      }),
    );
  });
});
