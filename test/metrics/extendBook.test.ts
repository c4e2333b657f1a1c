import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { EVENT_TYPES } from "#src/domain/eventTypes.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { buildBook, type Book } from "#src/metrics/book.ts";
import { extendBook } from "#src/metrics/extendBook.ts";
import { arbitraryRows, BASE, CHANNELS, PRODUCTS, SPAN } from "#test/support/arbitraryLedger.ts";
import { bookInput, dayNamed, rowOn, type Row } from "#test/support/ledgerRows.ts";

import { bookAnswers } from "./bookAnswers.ts";

const SIZES = { lenders: 6, products: PRODUCTS, channels: CHANNELS };

function dayOf(row: Row): number {
  return Math.floor(row.instant / 86_400);
}

function built(rows: readonly Row[], asOf: EpochDay): Book {
  return buildBook({ ...bookInput([{ rows }], asOf), ...SIZES });
}

function answers(book: Book | null): string {
  return book === null ? "refused" : bookAnswers(book, CHANNELS);
}

/** The book carried on with the rows after it, in two parts. */
function extended(book: Book, rows: readonly Row[], asOf: EpochDay): Book | null {
  const later = rows.filter((row) => dayOf(row) > book.asOf);
  const half = Math.floor(later.length / 2);
  return extendBook(book, {
    ...bookInput([{ rows: later.slice(half) }, { rows: later.slice(0, half) }], asOf),
    ...SIZES,
  });
}

/** Carries a book on over days, built anew wherever it has to be; tells how often it had to. */
function carried(rows: readonly Row[], days: readonly number[]): { readonly book: Book; readonly refused: number } {
  let book = built(rows, epochDay(days[0]!));
  let refused = 0;
  for (const day of days.slice(1)) {
    const next = extended(book, rows, epochDay(day));
    if (next === null) refused++;
    book = next ?? built(rows, epochDay(day));
  }
  return { book, refused };
}

const days = fc
  .uniqueArray(fc.integer({ min: BASE, max: BASE + SPAN + 40 }), { minLength: 2, maxLength: 8 })
  .map((some) => some.toSorted((a, b) => a - b));

describe("BK1 a book carried on is the book built at once", () => {
  it("BK1 over any days, with rows of any kind", () => {
    fc.assert(
      fc.property(arbitraryRows(), days, (rows, stops) => {
        const { book } = carried(rows, stops);
        expect(answers(book)).toBe(answers(built(rows, book.asOf)));
      }),
      { numRuns: 40 },
    );
  });

  it("BK1 without ever reading history again while nobody exits before a lend", () => {
    const calm = arbitraryRows({ steadyChannel: true }).map((rows) => rows.map(withoutEarlyExit));
    fc.assert(
      fc.property(
        calm.filter((rows) => rows.length > 0),
        days,
        (rows, stops) => {
          const first = Math.min(...rows.map(dayOf), BASE + SPAN);
          const { book, refused } = carried(rows, [first, ...stops.filter((stop) => stop > first)]);
          expect(refused).toBe(0);
          expect(answers(book)).toBe(answers(built(rows, book.asOf)));
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** The row as a deposit, where it would take principal out first. */
function withoutEarlyExit(row: Row, _: number, rows: readonly Row[]): Row {
  const begins = rows.some(
    (other) => other.lender === row.lender && other.type === "lend" && other.instant <= row.instant,
  );
  const takesOut =
    EVENT_TYPES.indexOf(row.type) >= 1 && EVENT_TYPES.indexOf(row.type) <= 6 && row.type !== "transfer_in";
  return takesOut && !begins ? { ...row, type: "deposit" } : row;
}

describe("BK2 what a later day may change of the days before", () => {
  const others = [rowOn("2024-01-01", "lend", 500, { lender: 1, channel: 1 })];

  it("BK2 a lender's first lend after deposits and a bonus, and the channel that comes with it", () => {
    const rows = [
      ...others,
      rowOn("2024-01-20", "deposit", 900),
      rowOn("2024-01-20", "subsidy", 7),
      rowOn("2024-02-05", "subsidy", 3),
      rowOn("2024-02-06", "lend", 800, { channel: 2, product: 1 }),
    ];
    expect(answers(extended(built(rows, dayNamed("2024-02-05")), rows, dayNamed("2024-02-06")))).toBe(
      answers(built(rows, dayNamed("2024-02-06"))),
    );
    const end = dayNamed("2024-03-31");
    const closed = extended(built(rows, dayNamed("2024-02-05")), rows, end);
    expect(answers(closed)).toBe(answers(built(rows, end)));
    const reached = carried(rows, [
      dayNamed("2024-01-10"),
      dayNamed("2024-01-31"),
      dayNamed("2024-02-05"),
      dayNamed("2024-02-06"),
      end,
    ]);
    expect(reached.refused).toBe(0);
    expect(answers(reached.book)).toBe(answers(built(rows, end)));
  });

  it("BK2 a channel that comes before the first lend", () => {
    const rows = [...others, rowOn("2024-01-20", "deposit", 900), rowOn("2024-01-25", "fee", 2, { channel: 3 })];
    expect(answers(extended(built(rows, dayNamed("2024-01-20")), rows, dayNamed("2024-02-25")))).toBe(
      answers(built(rows, dayNamed("2024-02-25"))),
    );
  });

  it("BK3 refuses when a lender who had lent gets a channel", () => {
    const rows = [rowOn("2024-01-01", "lend", 500), rowOn("2024-01-02", "lend", 500, { channel: 2 })];
    expect(extended(built(rows, dayNamed("2024-01-01")), rows, dayNamed("2024-01-02"))).toBeNull();
  });

  it("BK3 refuses when principal left before the first lend", () => {
    const rows = [...others, rowOn("2024-01-05", "exit", 10), rowOn("2024-01-06", "lend", 500)];
    expect(extended(built(rows, dayNamed("2024-01-05")), rows, dayNamed("2024-01-06"))).toBeNull();
  });

  it("BK3 refuses rows of days that are in the book", () => {
    const book = built(others, dayNamed("2024-01-05"));
    const input = { ...bookInput([{ rows: [rowOn("2024-01-05", "lend", 1)] }], dayNamed("2024-01-06")), ...SIZES };
    expect(extendBook(book, input)).toBeNull();
  });

  it("BK1 counts rows that lay in the future once their day has come", () => {
    const rows = [...others, rowOn("2024-01-09", "lend", 1)];
    const book = built(rows, dayNamed("2024-01-05"));
    expect(book.futureRows).toBe(1);
    expect(answers(extended(book, rows, dayNamed("2024-01-09")))).toBe(answers(built(rows, dayNamed("2024-01-09"))));
  });

  it("BK1 leaves the book it was given as it was", () => {
    const rows = [...others, rowOn("2024-02-09", "lend", 1), rowOn("2024-02-10", "exit", 400, { lender: 1 })];
    const book = built(rows, dayNamed("2024-01-20"));
    const before = structuredClone(book);
    extended(book, rows, dayNamed("2024-03-15"));
    expect(book).toEqual(before);
  });
});
