import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { EVENT_TYPES } from "#src/domain/eventTypes.ts";
import type { LenderRows } from "#src/metrics/lenders/lenderRows.ts";
import { LotMatcher } from "#src/metrics/lots/matchLots.ts";
import { lotsOf } from "#test/metrics/lenders/lenderOracle.ts";
import { BASE } from "#test/support/arbitraryLedger.ts";
import { rowOn, type Row } from "#test/support/ledgerRows.ts";

/** Rows as columns, with room before and after that belongs to others. */
function lenderRows(rows: readonly Row[]): LenderRows {
  const padded = [undefined, ...rows, undefined];
  return {
    from: 1,
    to: rows.length + 1,
    day: Int32Array.from(padded, (row) => Math.floor((row?.instant ?? 0) / 86_400)),
    instant: Uint32Array.from(padded, (row) => row?.instant ?? 0),
    type: Uint8Array.from(padded, (row) => EVENT_TYPES.indexOf(row?.type ?? "lend")),
    amount: Float64Array.from(padded, (row) => row?.amount ?? 999),
    product: Uint16Array.from(padded, (row) => row?.product ?? 0),
    termDays: Uint16Array.from(padded, (row) => row?.termDays ?? 0),
    couponAmount: new Float64Array(padded.length).fill(-1),
  };
}

interface Lot {
  readonly row: number;
  readonly start: number;
  readonly maturity: number;
  readonly open: number;
}

function lotsIn(matcher: LotMatcher): Lot[] {
  return Array.from({ length: matcher.count }, (_, lot) => ({
    row: matcher.row[lot]! - 1,
    start: matcher.start[lot]!,
    maturity: matcher.maturity[lot]!,
    open: matcher.open[lot]!,
  }));
}

const someRows = fc
  .array(
    fc.record({
      day: fc.nat(40),
      type: fc.constantFrom(...EVENT_TYPES.slice(0, 9)),
      amount: fc.integer({ min: 1, max: 30 }),
      product: fc.nat(1),
      termDays: fc.constantFrom(0, 3, 7, 30),
    }),
    { maxLength: 150 },
  )
  .map((rows): Row[] =>
    rows
      .map(({ day, ...rest }, place) => ({
        ...rest,
        id: `${place}`,
        lender: 0,
        channel: 0,
        instant: (BASE + day) * 86_400,
      }))
      .toSorted((a, b) => a.instant - b.instant),
  );

describe("lots", () => {
  it("are matched as by sorting what is open for every exit anew", () => {
    // One matcher for all: nothing may be left over from the match before.
    const matcher = new LotMatcher();
    fc.assert(
      fc.property(someRows, (rows) => {
        const taken = new Map<number, number>();
        const paid = new Map<number, number>();
        matcher.match(lenderRows(rows), (lot, row, amount) => {
          taken.set(lot, (taken.get(lot) ?? 0) + amount);
          paid.set(row - 1, (paid.get(row - 1) ?? 0) + amount);
        });
        const own = lotsOf(rows);
        expect(lotsIn(matcher)).toEqual(
          own.lots.map(({ row, start, maturity, open }) => ({
            row: rows.indexOf(row),
            start,
            maturity: maturity === Infinity ? 0 : maturity,
            open,
          })),
        );
        expect(matcher.orphan).toBe(own.orphan);
        expect(taken.get(-1) ?? 0).toBe(own.orphan);
        for (let lot = 0; lot < matcher.count; lot++)
          expect((taken.get(lot) ?? 0) + matcher.open[lot]!).toBe(matcher.amount[lot]);
        for (const [row, amount] of paid) expect(amount).toBe(rows[row]!.amount);
      }),
      { numRuns: 300 },
    );
  });

  it("are taken by maturity at an exit, and by start before they are due at an early one", () => {
    const lends = [rowOn("2024-01-01", "lend", 5, { termDays: 30 }), rowOn("2024-01-02", "lend", 5, { termDays: 7 })];
    const openAfter = (exit: Row): number[] => {
      const matcher = new LotMatcher();
      matcher.match(lenderRows([...lends, exit]));
      return [...matcher.open.subarray(0, 2)];
    };
    expect(openAfter(rowOn("2024-01-05", "exit", 5))).toEqual([5, 0]);
    expect(openAfter(rowOn("2024-01-05", "early_exit", 5))).toEqual([0, 5]);
    expect(openAfter(rowOn("2024-01-05", "exit", 5, { termDays: 30 }))).toEqual([0, 5]);
    expect(openAfter(rowOn("2024-02-05", "early_exit", 5, { termDays: 7 }))).toEqual([5, 0]);
  });
});
