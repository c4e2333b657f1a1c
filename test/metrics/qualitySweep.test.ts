import { describe, expect, it } from "vitest";

import { buildBook } from "#src/metrics/book.ts";
import { QualitySweep, type QualityRows } from "#src/metrics/qualitySweep.ts";
import { unitSlips, type ImportLends } from "#src/metrics/qualityUnits.ts";
import { bookInput, dayNamed, partOf, rowOn, type Block } from "#test/support/ledgerRows.ts";

const TODAY = "2024-01-10";

/** Every block is an import of its own, numbered from 1. */
function swept(blocks: readonly Block[], lowestOf: readonly number[] = []): QualityRows {
  const book = buildBook(bookInput(blocks, dayNamed(TODAY)));
  const sweep = new QualitySweep({ book, today: dayNamed(TODAY), lowestOf });
  blocks.forEach((block, at) => sweep.take(partOf(block), at + 1));
  return sweep.finish();
}

function lends(importId: number, medianAmount: number, count = 20): ImportLends {
  return { importId, lends: count, withoutTerm: 0, medianAmount };
}

describe("one pass over the rows", () => {
  it("FD7 finds the lowest closing balance over imports, not what lies within a day", () => {
    const first = [rowOn("2024-01-03 09:00", "exit", 70), rowOn("2024-01-03 10:00", "lend", 100)];
    const second = [rowOn("2024-01-04", "exit", 50), rowOn("2024-01-02", "exit", 5), rowOn("2024-01-06", "lend", 9)];
    const { lowest } = swept([{ rows: first }, { rows: second }], [0]);
    // −5, then 25, then −25, then −16.
    expect(lowest).toEqual([{ lender: 0, balance: -25, day: dayNamed("2024-01-04") }]);
  });

  it("FD8 adds up what leaves before the first lend, and nothing after it", () => {
    const rows = [
      rowOn("2024-01-02", "exit", 5),
      rowOn("2024-01-02", "write_off", 2),
      rowOn("2024-01-02", "interest", 50),
      rowOn("2024-01-03", "lend", 100),
      rowOn("2024-01-04", "exit", 30),
      rowOn("2024-01-02", "lend", 9, { lender: 1 }),
    ];
    expect([...swept([{ rows }]).earlyExits]).toEqual([7, 0]);
  });

  it("FD14 FD15 counts lends without a term and rows after today by import; dead rows are passed over", () => {
    const rows = [
      rowOn("2024-01-01", "lend", 100, { termDays: 30 }),
      rowOn("2024-01-01", "lend", 300),
      rowOn("2024-01-02", "lend", 900),
      rowOn("2024-01-02", "lend", 77),
      rowOn("2024-01-12", "lend", 8),
      rowOn("2024-01-11", "exit", 8),
      rowOn("2024-01-12", "exit", 8),
    ];
    const dead = rows.map(({ amount }) => amount === 77);
    const found = swept([{ rows: [] }, { rows, dead }]);
    expect(found.lends).toEqual([
      { importId: 1, lends: 0, withoutTerm: 0, medianAmount: null },
      { importId: 2, lends: 3, withoutTerm: 2, medianAmount: 300 },
    ]);
    expect(found.future).toEqual([
      { importId: 2, day: dayNamed("2024-01-11"), rows: 1 },
      { importId: 2, day: dayNamed("2024-01-12"), rows: 2 },
    ]);
    expect([...found.rowsByLender]).toEqual([3]);
  });

  it("FD3 keeps the second of the last row of every day", () => {
    const rows = [rowOn("2024-01-01 18:30", "lend", 1), rowOn("2024-01-01 09:00", "lend", 1)];
    expect(swept([{ rows }]).lastSecond[0]).toBe(18 * 3600 + 30 * 60);
  });
});

describe("units", () => {
  it.each([
    ["元 for 分", 110_00, 95],
    ["万元 for 元", 100_00, 1_15_00_00_00],
    ["万元 for 分", 100, 100_000_000],
  ])("FD11 %s shows in the median", (_, before, after) => {
    const imports = [lends(1, before), lends(2, before + 1), lends(3, after)];
    expect(unitSlips(imports)).toEqual([{ importId: 3, medianAmount: after, expected: before }]);
  });

  it("FD11 other factors, few lends and a first import are no slip", () => {
    expect(unitSlips([lends(1, 100)])).toEqual([]);
    expect(unitSlips([lends(1, 100), lends(2, 1000), lends(3, 12_100), lends(4, 7_900)])).toEqual([]);
    expect(unitSlips([lends(1, 100), lends(2, 10_000, 19)])).toEqual([]);
  });
});
