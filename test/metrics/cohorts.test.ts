import { describe, expect, it } from "vitest";

import { buildBook, type Book } from "#src/metrics/book.ts";
import { cohortTable, type CohortTableQuery } from "#src/metrics/cohorts.ts";
import { wilson } from "#src/metrics/wilson.ts";
import { bookInput, dayNamed, rowOn, type Row } from "#test/support/ledgerRows.ts";

function bookOf(rows: readonly Row[], asOf: string): Book {
  return buildBook(bookInput([{ rows }], dayNamed(asOf)));
}

function table(book: Book, query: Partial<CohortTableQuery> & Pick<CohortTableQuery, "measure">) {
  return cohortTable(book.monthCohorts, {
    per: "lender",
    splitBy: "none",
    keepChannel: undefined,
    transfers: "net",
    spreadPpm: null,
    asOf: book.asOf,
    ...query,
  });
}

const ledger = bookOf(
  [
    rowOn("2024-01-10", "lend", 1000, { termDays: 30, channel: 1 }),
    rowOn("2024-01-20", "lend", 3000, { lender: 1, termDays: 90, channel: 2 }),
    rowOn("2024-01-20", "subsidy", 50, { lender: 1 }),
    rowOn("2024-02-09", "exit", 1000),
    rowOn("2024-02-15", "lend", 500, { lender: 2, channel: 2 }),
    rowOn("2024-02-15", "fee", 7, { lender: 1 }),
    rowOn("2024-02-16", "subsidy", 20, { lender: 1 }),
    rowOn("2024-03-05", "lend", 200, { termDays: 30, channel: 2 }),
  ],
  "2024-03-31",
);

describe("cohorts", () => {
  it("CO1 CO3 have a cell for each complete month; the running cohort has its size alone", () => {
    const { groups } = table(
      bookOf([rowOn("2024-01-10", "lend", 1), rowOn("2024-03-01", "lend", 1, { lender: 1 })], "2024-03-15"),
      {
        measure: "holding",
      },
    );
    expect(groups[0]!.rows.map(({ size, cells }) => [size, cells.length])).toEqual([
      [1, 2],
      [1, 0],
    ]);
  });

  it("RT1 RT2 RT4 shares are of the whole cohort, with Wilson intervals, and small cohorts are marked", () => {
    const holding = table(ledger, { measure: "holding" }).groups[0]!;
    expect(holding.rows[0]!.cells.map(({ value }) => value)).toEqual([1, 0.5, 1]);
    expect(holding.rows[0]!.cells[1]!.interval).toEqual(wilson(1, 2));
    expect(holding.rows[0]!.small).toBe(true);
    const relend = table(ledger, { measure: "relend" }).groups[0]!;
    expect(relend.rows[0]!.cells.map(({ numerator }) => numerator)).toEqual([2, 0, 1]);
    expect(relend.curve.map(({ value, cohorts, lenders, thin }) => [value, cohorts, lenders, thin])).toEqual([
      [1, 2, 3, true],
      [0, 2, 3, true],
      [0.5, 1, 2, true],
    ]);
  });

  it("RT3 balances are set against the end of age 0, and against nothing where that is zero", () => {
    const rows = table(ledger, { measure: "balance" }).groups[0]!.rows;
    expect(rows[0]!.cells.map(({ value }) => value)).toEqual([1, 0.75, 0.8]);
    const transient = bookOf([rowOn("2024-01-10", "lend", 1), rowOn("2024-01-11", "exit", 1)], "2024-02-29");
    const group = table(transient, { measure: "balance" }).groups[0]!;
    expect(group.rows[0]!.cells.map(({ value }) => value)).toEqual([null, null]);
    expect(group.curve).toEqual([]);
  });

  it("LT1 LT2 LT3 lifetime values add up from age 0, per acquired lender or in total", () => {
    const volume = table(ledger, { measure: "lifetimeVolume" }).groups[0]!.rows[0]!;
    expect(volume.cells.map(({ value }) => value)).toEqual([2000, 2000, 2100]);
    const total = table(ledger, { measure: "lifetimeVolume", per: "total" }).groups[0]!.rows[0]!;
    expect(total.cells.map(({ value }) => value)).toEqual([4000, 4000, 4200]);
    const annualised = table(ledger, { measure: "lifetimeAnnualisedVolume", per: "total" }).groups[0]!.rows[0]!;
    expect(annualised.cells[0]!.value).toBe((1000 * 30 + 3000 * 90) / 365);
    const years = table(ledger, { measure: "lifetimeBalanceYears", per: "total" });
    expect(years.unit).toBe("fenYears");
    expect(years.groups[0]!.rows[0]!.cells[0]!.value).toBe((1000 * 22 + 3000 * 12) / 365);
  });

  it("LT4 margin takes fees at every age, and subsidies only after the month of first lend", () => {
    const margin = table(ledger, { measure: "lifetimeMargin", per: "total", spreadPpm: 0 }).groups[0]!.rows[0]!;
    expect(margin.cells.map(({ value }) => value)).toEqual([0, 7 - 20, 7 - 20]);
    const spread = table(ledger, { measure: "lifetimeMargin", per: "total", spreadPpm: 36_500 }).groups[0]!.rows[0]!;
    expect(spread.cells[0]!.value).toBeCloseTo((1000 * 22 + 3000 * 12) / 10_000, 9);
  });

  it("LT4 margin is missing without a spread", () => {
    expect(table(ledger, { measure: "lifetimeMargin" })).toEqual({ unit: "fen", missing: "spread", groups: [] });
  });

  it("LT5 the curve adds mean gains of the cohorts observed at each age", () => {
    const curve = table(ledger, { measure: "lifetimeVolume" }).groups[0]!.curve;
    expect(curve.map(({ value }) => value)).toEqual([1500, 1500, 1600]);
    const total = table(ledger, { measure: "lifetimeVolume", per: "total" }).groups[0]!.curve;
    expect(total.map(({ value }) => value)).toEqual([2250, 2250, 2450]);
  });

  it("CO5 split by the lender's channel, largest group first", () => {
    const { groups } = table(ledger, { measure: "volume", splitBy: "channel" });
    expect(groups.map(({ code, lenders }) => [code, lenders])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(groups[1]!.rows[0]!.cells.map(({ value }) => value)).toEqual([1000, 0, 200]);
  });
});
