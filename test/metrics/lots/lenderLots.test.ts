import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { BALANCE_SIGN, EVENT_TYPES, TYPE } from "#src/domain/eventTypes.ts";
import type { LenderRows } from "#src/metrics/lenders/lenderRows.ts";
import { lenderLots, type LenderLots } from "#src/metrics/lots/lenderLots.ts";
import { sliceClass } from "#src/metrics/lots/sliceClass.ts";
import { arbitraryRows } from "#test/support/arbitraryLedger.ts";
import { dayNamed, rowOn, type Row } from "#test/support/ledgerRows.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const signOf = (row: Row): number => BALANCE_SIGN[EVENT_TYPES.indexOf(row.type)]!;
const dayOf = (row: Row): number => Math.floor(row.instant / 86_400);

/** One lender's rows by instant. */
function columnsOf(rows: readonly Row[]): LenderRows {
  const { length } = rows;
  return {
    from: 0,
    to: length,
    day: Int32Array.from(rows, dayOf),
    instant: Uint32Array.from(rows, (row) => row.instant),
    type: Uint8Array.from(rows, (row) => EVENT_TYPES.indexOf(row.type)),
    amount: Float64Array.from(rows, (row) => row.amount),
    product: Uint16Array.from(rows, (row) => row.product),
    termDays: Uint16Array.from(rows, (row) => row.termDays),
    couponAmount: new Float64Array(length).fill(-1),
  };
}

interface SlowLot {
  readonly row: Row;
  readonly maturity: number;
  open: number;
  readonly exits: { readonly day: number; readonly amount: number; readonly type: number }[];
}

/** The same by sorting all lots anew for every exit. */
function slowly(rows: readonly Row[]): { lots: SlowLot[]; orphans: number } {
  const lots: SlowLot[] = [];
  let orphans = 0;
  const inOrder = rows
    .map((row, place) => ({ row, place }))
    .toSorted(
      (a, b) =>
        dayOf(a.row) - dayOf(b.row) ||
        signOf(b.row) - signOf(a.row) ||
        a.row.instant - b.row.instant ||
        a.place - b.place,
    );
  for (const { row } of inOrder) {
    if (signOf(row) === 1) {
      const isDated = row.type !== "opening" && row.termDays > 0;
      lots.push({ row, maturity: isDated ? dayOf(row) + row.termDays : Infinity, open: row.amount, exits: [] });
    }
    if (signOf(row) !== -1) continue;
    let left = row.amount;
    while (left > 0) {
      const lot = nextLot(lots, row);
      if (!lot) break;
      const taken = Math.min(left, lot.open);
      lot.open -= taken;
      left -= taken;
      lot.exits.push({ day: dayOf(row), amount: taken, type: EVENT_TYPES.indexOf(row.type) });
    }
    orphans += left;
  }
  return { lots, orphans };
}

function nextLot(lots: readonly SlowLot[], exit: Row): SlowLot | undefined {
  const isEarly = exit.type === "early_exit" || exit.type === "transfer_out";
  const termOf = (lot: SlowLot): number => (lot.row.type === "opening" ? 0 : lot.row.termDays);
  const open = lots.filter((lot) => lot.open > 0 && lot.row.product === exit.product);
  const sameTerm = open.filter((lot) => exit.termDays !== 0 && termOf(lot) === exit.termDays);
  const among = sameTerm.length > 0 ? sameTerm : open;
  if (isEarly) return among.find((lot) => lot.maturity > dayOf(exit)) ?? among[0];
  return among.toSorted((a, b) => (a.maturity === b.maturity ? 0 : a.maturity - b.maturity))[0];
}

const oneLender = arbitraryRows().map((rows) => rows.toSorted((a, b) => a.instant - b.instant));

describe("a lender's lots", () => {
  it("LO1 LO2 equal sorting all lots anew for every exit", () => {
    fc.assert(
      fc.property(oneLender, (rows) => {
        const found = lenderLots(columnsOf(rows));
        const slow = slowly(rows);
        expect(found.matchedBy).toBe("order");
        expect(found.orphans).toBe(slow.orphans);
        expect(found.lots).toEqual(
          slow.lots.map(({ row, maturity, open, exits }) => ({
            product: row.product,
            start: dayOf(row),
            maturity: maturity === Infinity ? null : maturity,
            amount: row.amount,
            exits,
            open,
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("LO3 lose and make no money, by order or by ids", () => {
    fc.assert(
      fc.property(oneLender, fc.boolean(), (rows, byIds) => {
        const ids = byIds ? rows.map((row) => `L${row.amount % 3}`) : undefined;
        const { lots, orphans }: LenderLots = lenderLots(columnsOf(rows), ids);
        const moved = (sign: number): number =>
          sum(rows.filter((row) => signOf(row) === sign).map((row) => row.amount));
        expect(sum(lots.map(({ amount }) => amount))).toBe(moved(1));
        expect(sum(lots.flatMap(({ exits }) => exits.map(({ amount }) => amount))) + orphans).toBe(moved(-1));
        for (const lot of lots) {
          expect(lot.open).toBe(lot.amount - sum(lot.exits.map(({ amount }) => amount)));
          expect(lot.open).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  const two = [
    rowOn("2024-01-05", "lend", 1000, { termDays: 30 }),
    rowOn("2024-01-06", "lend", 400, { termDays: 90 }),
    rowOn("2024-02-04", "exit", 400),
  ];

  it("LO1 take an exit that names its lot from that lot, whatever falls due first", () => {
    const { lots, matchedBy } = lenderLots(columnsOf(two), ["a", "b", "b"]);
    expect(matchedBy).toBe("ids");
    expect(lots.map(({ open }) => open)).toEqual([1000, 0]);
  });

  it("LO1 are matched by order as soon as one row names no lot", () => {
    const { lots, matchedBy } = lenderLots(columnsOf(two), ["a", "b", ""]);
    expect(matchedBy).toBe("order");
    expect(lots.map(({ open }) => open)).toEqual([600, 400]);
  });

  it("LO3 know no lot for an exit of an unknown one", () => {
    const { orphans, lots } = lenderLots(columnsOf(two), ["a", "b", "c"]);
    expect(orphans).toBe(400);
    expect(lots.map(({ open }) => open)).toEqual([1000, 400]);
  });

  it("are none without rows", () => {
    expect(lenderLots(columnsOf([]))).toEqual({ lots: [], orphans: 0, matchedBy: "order" });
  });
});

describe("how a part of a lot left", () => {
  const maturity = dayNamed("2024-03-10");
  it.each([
    ["early", TYPE.exit, -4],
    ["scheduled", TYPE.exit, -3],
    ["scheduled", TYPE.exit, 3],
    ["late", TYPE.exit, 4],
    ["early", TYPE.earlyExit, 0],
    ["transferred", TYPE.transferOut, 0],
    ["compensated", TYPE.compensation, 9],
    ["written_off", TYPE.writeOff, 9],
  ] as const)("LO4 %s", (expected, type, days) => {
    expect(sliceClass(type, maturity + days, maturity)).toBe(expected);
  });

  it("LO4 is not known without a maturity", () => {
    expect(sliceClass(TYPE.exit, maturity, null)).toBe("undated");
    expect(sliceClass(TYPE.earlyExit, maturity, null)).toBe("early");
  });
});
