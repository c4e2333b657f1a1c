import { describe, expect, it } from "vitest";

import { buildBook, type Book } from "#src/metrics/book.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { firstLendDay, isNewVolume } from "#src/metrics/newVsReturning.ts";
import { bookInput, dayNamed, rowOn, type Row } from "#test/support/ledgerRows.ts";

const AS_OF = dayNamed("2024-12-31");

function bookOf(rows: readonly Row[], compared: { count: number } = { count: 0 }): Book {
  const input = bookInput([{ rows }], AS_OF);
  return buildBook({
    ...input,
    compareIds: (a, b) => {
      compared.count++;
      return input.compareIds(a, b);
    },
  });
}

describe("a lender's beginning", () => {
  it("NR3 is the first lend, transfer in or opening, whichever the view of transfers", () => {
    const rows = [rowOn("2024-01-05 10:00", "transfer_in", 1), rowOn("2024-01-05 18:00", "lend", 1)];
    const { profiles } = bookOf(rows);
    expect(profiles.kind[0]).toBe(KIND.lent);
    expect(firstLendDay(profiles, 0)).toBe(dayNamed("2024-01-05"));
    expect(isNewVolume(profiles, 0, rows[0]!.instant, "first_instant")).toBe(true);
    expect(isNewVolume(profiles, 0, rows[1]!.instant, "first_instant")).toBe(false);
    expect(isNewVolume(profiles, 0, rows[1]!.instant, "first_day")).toBe(true);
  });

  it("NR4 with an opening at the first instant lies before history, and no lend is new", () => {
    const rows = [rowOn("2024-01-05", "lend", 1), rowOn("2024-01-05", "opening", 1)];
    const { profiles, dayCube } = bookOf(rows);
    expect(profiles.kind[0]).toBe(KIND.before);
    expect(isNewVolume(profiles, 0, rows[0]!.instant, "first_day")).toBe(false);
    expect(dayCube.cells).toBe(1);
  });

  it("NR4 with an opening later on is a beginning like any other", () => {
    const { profiles } = bookOf([rowOn("2024-01-05 09:00", "lend", 1), rowOn("2024-01-05 10:00", "opening", 1)]);
    expect(profiles.kind[0]).toBe(KIND.lent);
  });

  it("NR3 is missing when there are only exits or money moved to and fro", () => {
    const { profiles, lenders } = bookOf([rowOn("2024-01-05", "deposit", 1, { lender: 3 })]);
    expect([...profiles.kind]).toEqual([KIND.absent, KIND.absent, KIND.absent, KIND.neverLent]);
    expect(lenders).toBe(1);
  });

  it("DM2 names the channel of the first row that has one, of any type", () => {
    const rows = [
      rowOn("2024-01-07", "lend", 1, { channel: 3 }),
      rowOn("2024-01-06", "lend", 1),
      rowOn("2024-01-06 08:00", "deposit", 1, { channel: 2 }),
    ];
    expect(bookOf(rows).profiles.channel[0]).toBe(2);
  });

  it("DM3 goes by the smallest txn_id where the first rows disagree, rows that agree included", () => {
    const rows = [
      rowOn("2024-01-05", "lend", 1, { id: "b5", channel: 1, product: 1 }),
      rowOn("2024-01-05", "lend", 1, { id: "b2", channel: 1, product: 1 }),
      rowOn("2024-01-05", "lend", 1, { id: "b3", channel: 2, product: 2 }),
    ];
    const { profiles } = bookOf(rows);
    expect([profiles.channel[0], profiles.firstProduct[0]]).toEqual([1, 1]);
    expect(bookOf(rows.slice(0, 1).concat(rows.slice(2))).profiles.firstProduct[0]).toBe(2);
  });

  it("DM3 asks for no txn_id where the first rows agree", () => {
    const compared = { count: 0 };
    const lots = [1, 2, 3].map(() => rowOn("2024-01-05", "lend", 1, { channel: 1, product: 1 }));
    bookOf([...lots, rowOn("2024-02-01", "lend", 1, { channel: 2, product: 2 })], compared);
    expect(compared.count).toBe(0);
  });
});
