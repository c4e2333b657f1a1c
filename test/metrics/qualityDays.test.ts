import { describe, expect, it } from "vitest";

import { epochDay } from "#src/domain/units.ts";
import { buildBook } from "#src/metrics/book.ts";
import {
  dayFlows,
  isLastDayCut,
  jumps,
  missingDays,
  partialDays,
  unpairedTransfers,
  type DayFlows,
} from "#src/metrics/qualityDays.ts";
import { medianOf } from "#src/metrics/qualityMedian.ts";
import { bookInput, dayNamed, rowOn } from "#test/support/ledgerRows.ts";

/** 2024-01-01, a Monday. */
const FIRST = dayNamed("2024-01-01");

/** Ten weeks of 40 rows a day, with other numbers on the days that `change` names by their place. */
function rowsOfDays(change: Readonly<Record<number, number>>): Pick<DayFlows, "firstDay" | "rows"> {
  return { firstDay: FIRST, rows: Float64Array.from({ length: 70 }, (_, at) => change[at] ?? 40) };
}

/** Sixty days of one row and 100 fen each, with another amount on the days that `change` names. */
function flowsOf(change: Readonly<Record<number, number>>, days = 60): [DayFlows, Float64Array] {
  const measure = Float64Array.from({ length: days }, (_, at) => change[at] ?? 100);
  const none = new Float64Array(days);
  const rows = new Float64Array(days).fill(1);
  return [{ firstDay: FIRST, rows, lent: measure, exits: none, transfersIn: none, transfersOut: none }, measure];
}

describe("days", () => {
  it("FD1 gaps are runs of days without a row, inside the span", () => {
    expect(missingDays(rowsOfDays({ 3: 0, 4: 0, 69: 0 }))).toEqual([
      { from: FIRST + 3, to: FIRST + 4 },
      { from: FIRST + 69, to: FIRST + 69 },
    ]);
    expect(missingDays(rowsOfDays({}))).toEqual([]);
  });

  it("FD2 a day under a quarter of its weekday's median is partial; a quarter is not, nor is a missing day", () => {
    expect(partialDays(rowsOfDays({ 30: 9, 31: 10, 32: 0 }))).toEqual([{ day: FIRST + 30, value: 9, expected: 40 }]);
  });

  it("FD2 a weekday that is always small is ordinary", () => {
    const sundays = Object.fromEntries(Array.from({ length: 10 }, (_, week) => [week * 7 + 6, 4]));
    expect(partialDays(rowsOfDays(sundays))).toEqual([]);
  });

  it("FD2 days of fewer than 20 ordinary rows, or with fewer than 4 such weekdays, are not judged", () => {
    const small = { firstDay: FIRST, rows: new Float64Array(70).fill(19) };
    small.rows[30] = 1;
    expect(partialDays(small)).toEqual([]);
    const short = { firstDay: FIRST, rows: new Float64Array(28).fill(40) };
    short.rows[14] = 1;
    expect(partialDays(short)).toEqual([]);
  });

  it("FD3 the last day is cut when it ends before noon and others end in the evening", () => {
    const evening = Uint32Array.from({ length: 20 }, () => 20 * 3600);
    expect(isLastDayCut(Uint32Array.of(...evening, 11 * 3600))).toBe(true);
    expect(isLastDayCut(Uint32Array.of(...evening, 12 * 3600))).toBe(false);
    expect(isLastDayCut(Uint32Array.of(...evening.subarray(0, 13), 11 * 3600))).toBe(false);
    expect(isLastDayCut(new Uint32Array(30))).toBe(false);
    expect(isLastDayCut(new Uint32Array(0))).toBe(false);
  });

  it("FD5 a day over ten times the median around it jumps; ten times does not", () => {
    const [flows, measure] = flowsOf({ 30: 1001, 40: 1000 });
    expect(jumps(flows, measure)).toEqual([{ day: FIRST + 30, value: 1001, expected: 100 }]);
  });

  it("FD5 fewer than 14 days around, or an ordinary day of nothing, tell nothing", () => {
    const [short, few] = flowsOf({ 3: 9000 }, 14);
    expect(jumps(short, few)).toEqual([]);
    const [flows] = flowsOf({});
    const sparse = new Float64Array(60);
    sparse[30] = 9000;
    expect(jumps(flows, sparse)).toEqual([]);
  });

  it("FD4 transfers are set against each other day by day, and all flows are those of the rows", () => {
    const rows = [
      rowOn("2024-01-01", "lend", 100),
      rowOn("2024-01-01 10:00", "lend", 7),
      rowOn("2024-01-02", "transfer_out", 40),
      rowOn("2024-01-02", "transfer_in", 40, { lender: 1 }),
      rowOn("2024-01-04", "transfer_in", 5, { lender: 1 }),
      rowOn("2024-01-04", "early_exit", 3),
      rowOn("2024-01-04", "compensation", 2),
    ];
    const flows = dayFlows(buildBook(bookInput([{ rows }], dayNamed("2024-01-04"))));
    expect(unpairedTransfers(flows)).toEqual([{ day: dayNamed("2024-01-04"), value: 5, expected: 0 }]);
    expect([...flows.rows]).toEqual([2, 2, 0, 3]);
    expect([...flows.lent]).toEqual([107, 0, 0, 0]);
    expect([...flows.exits]).toEqual([0, 0, 0, 5]);
  });

  it("of no rows there are none", () => {
    const flows = dayFlows(buildBook(bookInput([], epochDay(19_000))));
    expect([missingDays(flows), partialDays(flows), unpairedTransfers(flows), jumps(flows, flows.lent)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe("median", () => {
  it("is one of the numbers, the lower of two in the middle", () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([9, 1, 4, 6])).toBe(4);
    expect(medianOf([])).toBeNull();
  });
});
