import { describe, expect, it } from "vitest";

import { buildBook } from "#src/metrics/book.ts";
import { growthRows, type GrowthRow } from "#src/metrics/growth.ts";
import { bookInput, dayNamed, rowOn, type Row } from "#test/support/ledgerRows.ts";

function growthOf(rows: readonly Row[], asOf: string): GrowthRow[] {
  return growthRows(buildBook(bookInput([{ rows }], dayNamed(asOf))).growth, { keepChannel: undefined });
}

describe("growth accounting", () => {
  it("GA1 counts openings of the month in what it opens with", () => {
    const [january] = growthOf([rowOn("2024-01-10", "opening", 100), rowOn("2024-01-20", "lend", 50)], "2024-01-31");
    expect(january).toMatchObject({ open: 100, expansion: 50, new: 0, close: 150 });
    expect(january!.lenders).toMatchObject({ open: 1, retained: 1, new: 0, close: 1 });
  });

  it("GA2 counts a lender who came and left within the month, with no fen", () => {
    const [january] = growthOf([rowOn("2024-01-10", "lend", 100), rowOn("2024-01-20", "exit", 100)], "2024-01-31");
    expect(january).toMatchObject({ open: 0, new: 0, churned: 0, close: 0 });
    expect(january!.lenders.transient).toBe(1);
  });

  it("GA1 closes on outstanding even with balances below zero", () => {
    const rows = [rowOn("2024-01-10", "exit", 30), rowOn("2024-02-10", "lend", 100)];
    const [january, february] = growthOf(rows, "2024-02-29");
    expect(january).toMatchObject({ open: 0, contraction: 30, close: -30 });
    expect(february).toMatchObject({ open: -30, new: 100, close: 70 });
  });

  it("GA6 has a row for every complete month, also one in which nothing moves, and none for a running one", () => {
    const rows = growthOf([rowOn("2024-01-10", "lend", 100)], "2024-03-15");
    expect(rows.map(({ open, close }) => [open, close])).toEqual([
      [0, 100],
      [100, 100],
    ]);
    expect(rows[1]!.lenders).toMatchObject({ open: 1, retained: 1, close: 1 });
  });

  it("GA2 DM1 does not count as transient who bought none of the products kept", () => {
    const rows = [rowOn("2024-01-10", "lend", 100, { product: 1 }), rowOn("2024-02-10", "lend", 50, { product: 2 })];
    const productFilter = Uint8Array.of(0, 0, 1);
    const book = buildBook(bookInput([{ rows }], dayNamed("2024-02-29"), { productFilter }));
    const [january, february] = growthRows(book.growth, { keepChannel: undefined });
    expect(january!.lenders.transient).toBe(0);
    expect(february).toMatchObject({ resurrected: 50, new: 0, close: 50 });
  });

  it("GA3 GA4 GA5 have no ratio over nothing", () => {
    const [january] = growthOf([rowOn("2024-01-10", "lend", 100)], "2024-01-31");
    expect(january).toMatchObject({
      quickRatio: null,
      lenderQuickRatio: null,
      grossBalanceRetention: null,
      netBalanceRetention: null,
    });
  });
});
