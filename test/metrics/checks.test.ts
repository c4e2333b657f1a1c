import { describe, expect, it } from "vitest";

import { buildBook, type Book } from "#src/metrics/book.ts";
import { ledgerChecks, warmUpUntil, type LedgerCheck } from "#src/metrics/checks.ts";
import { CUBE, CUBE_WIDTH } from "#src/metrics/dayCube.ts";
import { bookInput, dayNamed, rowOn, type Row } from "#test/support/ledgerRows.ts";

function bookOf(rows: readonly Row[], asOf: string): Book {
  return buildBook(bookInput([{ rows }], dayNamed(asOf)));
}

function failing(book: Book): LedgerCheck[] {
  return ledgerChecks(book, 0).filter(({ holds }) => !holds);
}

const sound = [
  rowOn("2024-01-01", "lend", 100),
  rowOn("2024-01-02", "transfer_out", 40),
  rowOn("2024-01-02", "transfer_in", 40, { lender: 1 }),
  rowOn("2024-02-03", "exit", 60),
];

function calendar(rows: readonly Row[], from: string, to: string): Row[] {
  const kept = [...rows];
  for (let at: number = dayNamed(from); at <= dayNamed(to); at++)
    kept.push(rowOn("2024-01-01", "deposit", 1, { instant: at * 86_400 }));
  return kept;
}

describe("checks", () => {
  it("CK1 to CK13 all hold for a sound ledger, ascending by id, and for none", () => {
    const checks = ledgerChecks(bookOf(calendar(sound, "2024-01-01", "2024-02-10"), "2024-02-10"), 0);
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    const ids = checks.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(failing(bookOf([], "2024-02-10"))).toEqual([]);
  });

  it("CK6 names lenders whose balance was ever below zero, also for a day", () => {
    const rows = calendar([rowOn("2024-01-02", "exit", 5), rowOn("2024-01-03", "lend", 9)], "2024-01-01", "2024-01-05");
    const checks = failing(bookOf(rows, "2024-01-05"));
    expect(checks.at(-1)).toMatchObject({ id: "no-negative-balance", affected: 1, lenders: [0] });
  });

  it("CK7 names days on which transfers do not pair up", () => {
    const rows = [...sound, rowOn("2024-01-02", "transfer_in", 3, { lender: 1 })];
    const [check] = failing(bookOf(calendar(rows, "2024-01-01", "2024-02-10"), "2024-02-10"));
    expect(check).toMatchObject({ id: "transfers-pair", left: 43, right: 40, affected: 1, examples: ["2024-01-02"] });
  });

  it("CK8 CK9 exits at the start without lends or openings make the first longest term a warm-up", () => {
    const rows = [rowOn("2024-01-02", "exit", 5, { lender: 1 }), rowOn("2024-01-03", "lend", 9, { termDays: 30 })];
    const book = bookOf(rows, "2024-03-01");
    expect(warmUpUntil(book)).toBe(dayNamed("2024-01-31"));
    expect(failing(book).map(({ id }) => id)).toEqual([
      "exits-before-lends",
      "left-truncation",
      "no-day-missing",
      "no-negative-balance",
    ]);
    expect(warmUpUntil(bookOf([...rows, rowOn("2024-01-01", "opening", 5, { lender: 2 })], "2024-03-01"))).toBeNull();
  });

  it("CK9 exits without lends long after the start are no warm-up", () => {
    const rows = [rowOn("2024-01-01", "lend", 9, { termDays: 30 }), rowOn("2024-02-20", "exit", 5, { lender: 1 })];
    expect(warmUpUntil(bookOf(rows, "2024-03-01"))).toBeNull();
  });

  it("CK10 names days without a row up to the last", () => {
    const [check] = failing(bookOf([rowOn("2024-01-01", "lend", 1), rowOn("2024-01-03", "lend", 1)], "2024-01-04"));
    expect(check).toMatchObject({ id: "no-day-missing", affected: 2, examples: ["2024-01-02", "2024-01-04"] });
  });

  it("CK1 CK2 CK3 CK4 CK5 CK11 CK12 notice a cell that lost a fen", () => {
    const book = bookOf(calendar(sound, "2024-01-01", "2024-02-10"), "2024-02-10");
    const values = book.dayCube.values.slice();
    const cell = book.dayCube.day.indexOf(dayNamed("2024-01-01"));
    values[cell * CUBE_WIDTH + CUBE.lendAtFirstInstant]!--;
    const broken = failing({ ...book, dayCube: { ...book.dayCube, values } }).map(({ id }) => id);
    expect(broken).toEqual([
      "channel-sum",
      "cohort-balance",
      "cohort-volume",
      "growth-identity",
      "outstanding-by-lender",
      "product-sum",
      "volume-new-returning",
    ]);
  });
});
