import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { packTexts, textsOf } from "#src/domain/columns.ts";
import { TABLES, type TableName } from "#src/domain/datasets.ts";
import { currentRows, ROW_IS, tableDuplicates } from "#src/domain/tableRows.ts";
import type { StoredTable, TableData } from "#src/domain/tables.ts";

type Row = Readonly<Record<string, string | number>>;

function tableOf(dataset: TableName, rows: readonly Row[]): TableData {
  return {
    rows: rows.length,
    columns: TABLES[dataset].map(({ name, cell }) =>
      cell === "text"
        ? { type: "text", texts: packTexts(rows.map((row) => String(row[name] ?? ""))) }
        : { type: "number", numbers: Float64Array.from(rows, (row) => Number(row[name] ?? Number.NaN)) },
    ),
  };
}

function spend(importId: number, ...rows: readonly Row[]): StoredTable {
  return { importId, dataset: "spend", data: tableOf("spend", rows) };
}

function column(data: TableData, at: number): readonly (string | number)[] {
  const values = data.columns[at]!;
  return values.type === "text" ? textsOf(values.texts) : [...values.numbers];
}

const FEED = { date: 1, channel: "feed", amount: 100 };

describe("rows of a file against those before them", () => {
  test("are new, the same, or stand over another, also inside the file", () => {
    const goal = { month: 1, metric: "volume", value: 100 };
    const stored: StoredTable = { importId: 1, dataset: "targets", data: tableOf("targets", [goal]) };
    const own = tableOf("targets", [goal, { ...goal, value: 5 }, { ...goal, month: 2 }, { ...goal, month: 2 }]);
    const { outcomes, stoodOver, ...counts } = tableDuplicates("targets", [stored], own);
    expect(counts).toEqual({ accepted: 1, duplicate: 2, replaced: 1 });
    expect([...outcomes]).toEqual([ROW_IS.duplicate, ROW_IS.replaced, ROW_IS.accepted, ROW_IS.duplicate]);
    expect(stoodOver).toHaveLength(1);
    const twice = tableOf("targets", [
      { ...goal, value: 5 },
      { ...goal, value: 6 },
    ]);
    const { replaced, stoodOver: once } = tableDuplicates("targets", [stored], twice);
    expect([replaced, once]).toEqual([2, [{ table: stored.data, row: 0 }]]);
  });

  test("two bills of one day, channel and campaign both stay, and a corrected one stands over its own", () => {
    const bills = [FEED, { ...FEED, amount: 5 }];
    expect(tableDuplicates("spend", [], tableOf("spend", bills))).toMatchObject({ accepted: 2 });
    const corrected = tableOf("spend", [FEED, { ...FEED, amount: 6 }]);
    expect(tableDuplicates("spend", [spend(1, ...bills)], corrected)).toMatchObject({ duplicate: 1, replaced: 1 });
    expect(column(currentRows("spend", [spend(1, ...bills), spend(2, FEED, { ...FEED, amount: 6 })]), 2)).toEqual([
      100, 6,
    ]);
  });

  test("are set against the latest import, whatever the order they are given in", () => {
    const stored = [spend(2, { ...FEED, amount: 7 }), spend(1, FEED)];
    const counts = (amount: number): number =>
      tableDuplicates("spend", stored, tableOf("spend", [{ ...FEED, amount }])).duplicate;
    expect([counts(7), counts(100)]).toEqual([1, 0]);
  });

  test("an absent part of the key is a value like any other", () => {
    const own = tableOf("spend", [{ ...FEED, campaign: "x" }, { ...FEED, kind: "x" }, FEED]);
    expect(tableDuplicates("spend", [], own)).toMatchObject({ accepted: 3, duplicate: 0, replaced: 0 });
  });
});

describe("rows in force", () => {
  test("the last of each key, in the place of the first", () => {
    const stored = [
      spend(1, FEED, { ...FEED, channel: "搜索", kind: "广告" }),
      spend(3, { ...FEED, amount: 9 }),
      spend(2, { ...FEED, channel: "搜索", kind: "广告", amount: 4 }, { ...FEED, amount: 8 }, { ...FEED, date: 5 }),
    ];
    const data = currentRows("spend", stored);
    expect(data.rows).toBe(3);
    expect([0, 1, 2, 4].map((at) => column(data, at))).toEqual([
      [1, 1, 5],
      ["feed", "搜索", "feed"],
      [9, 4, 100],
      ["", "广告", ""],
    ]);
  });

  test("all of one later file stand in the places of the rows before them, not in that file's order", () => {
    const stored = [spend(1, { ...FEED, date: 2 }), spend(2, FEED, { ...FEED, date: 2, amount: 7 })];
    const data = currentRows("spend", stored);
    expect([0, 2].map((at) => column(data, at))).toEqual([
      [2, 1],
      [7, 100],
    ]);
  });

  test("without an import taken back, the row that it stood over", () => {
    const [first, second] = [spend(1, FEED), spend(2, { ...FEED, amount: 9 })];
    expect(column(currentRows("spend", [first, second]), 2)).toEqual([9]);
    expect(column(currentRows("spend", [first]), 2)).toEqual([100]);
  });

  test("of nothing, a table with every column and no row", () => {
    const data = currentRows("loans", []);
    expect(data).toMatchObject({ rows: 0 });
    expect(data.columns.map(({ type }) => type)).toEqual(
      TABLES.loans.map(({ cell }) => (cell === "text" ? "text" : "number")),
    );
  });
});

test("imports in any order come to what a map of the last rows comes to", () => {
  const anyRow = fc.record({ date: fc.nat(2), channel: fc.constantFrom("a", "春"), amount: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(fc.array(anyRow, { maxLength: 6 }), { maxLength: 5 }), (files) => {
      const last = new Map<string, number>();
      let replaced = 0;
      for (const [at, rows] of files.entries()) {
        const ordinals = new Map<string, number>();
        for (const { date, channel, amount } of rows) {
          const ordinal = (ordinals.get(`${date} ${channel}`) ?? 0) + 1;
          ordinals.set(`${date} ${channel}`, ordinal);
          const key = `${date} ${channel} ${ordinal}`;
          const before = last.get(key);
          if (at === files.length - 1 && before !== undefined && before !== amount) replaced++;
          last.set(key, amount);
        }
      }
      const stored = files.map((rows, at) => spend(at + 1, ...rows));
      const data = currentRows("spend", stored.toReversed());
      const keys = column(data, 0).map((date, row) => `${date} ${String(column(data, 1)[row])}`);
      expect(keys).toEqual([...last.keys()].map((key) => key.replace(/ \d+$/, "")));
      expect(column(data, 2)).toEqual([...last.values()]);
      const own = stored.at(-1);
      if (own === undefined) return;
      const counts = tableDuplicates("spend", stored.slice(0, -1), own.data);
      expect(counts.replaced).toBe(replaced);
      expect(counts.accepted + counts.duplicate + counts.replaced).toBe(own.data.rows);
    }),
  );
});
