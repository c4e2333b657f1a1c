import { expect, test } from "vitest";

import { columnOf, decodeText } from "./decodeText.ts";

test.each([
  ["90", 90],
  ["0090", 90],
  ["90天", 90],
  ["90 日", 90],
  ["90 days", 90],
  ["９０", 90],
  ["90.0", 90],
  ["1月", 31],
  ["12月", 366],
  ["12个月", 366],
  ["1年", 366],
  ["3 months", 91],
  ["0", 0],
  ["", 0],
  ["-", 0],
  ["65535", 65535],
])("a term of '%s' is %i days", async (cell, days) => {
  const { rows } = await decodeText(columnOf("term_days", [cell]));
  expect(rows.map(({ term }) => term)).toEqual([days]);
});

test.each(["abc", "-1", "1.5", "65536", "999999", "7天8"])("a term of '%s' is BAD_TERM", async (cell) => {
  const { file } = await decodeText(columnOf("term_days", ["30", cell]));
  expect(file?.rejects).toMatchObject([{ line: 3, code: "BAD_TERM", column: "term_days", value: cell }]);
});

test("a header in months makes bare numbers months", async () => {
  const { rows } = await decodeText("uid,date,type,amount,期限（月）\nu,2024-01-31,lend,5,1\n");
  expect(rows[0]?.term).toBe(29);
});

test("the maturity date wins over the term", async () => {
  const { rows, file } = await decodeText(
    [
      "uid,date,type,amount,term,到期日",
      "u,2024-01-05 23:00,lend,5,30,2024-01-15",
      "u,2024-01-05,lend,5,30,",
      "u,2024-01-05,lend,5,abc,2024-01-06 08:00",
      "u,2024-01-05,lend,5,30,2024-01-04",
      "u,2024-01-05,lend,5,30,2024-02-30",
    ].join("\n"),
  );
  expect(rows.map(({ term }) => term)).toEqual([10, 30, 1]);
  expect(file?.rejects).toMatchObject([
    { line: 5, code: "BAD_TERM", column: "maturity_date" },
    { line: 6, code: "BAD_DATE", column: "maturity_date" },
  ]);
});

test("NO_TERM is for rows that open a position", async () => {
  const types = ["lend", "transfer_in", "opening", "exit", "interest", "deposit", "transfer_out"];
  const { file } = await decodeText(columnOf("type", types));
  expect(file?.warnings).toEqual([
    {
      code: "NO_TERM",
      count: 3,
      examples: [
        { line: 2, value: "" },
        { line: 3, value: "" },
        { line: 4, value: "" },
      ],
    },
  ]);
});

test("a rate is percent by its sign or by the column's largest, else a fraction", async () => {
  const rates = async (...cells: string[]) =>
    (await decodeText(columnOf("annual_rate", cells))).rows.map(({ rate }) => rate);
  expect(await rates("9.60%", "9.60 ％", "")).toEqual([96000, 96000, -1]);
  expect(await rates("9.6", "0.5", "10")).toEqual([96000, 5000, 100000]);
  expect(await rates("0.096", "0.5", "1", "9%")).toEqual([96000, 500000, 1000000, 90000]);
  expect(await rates("0.5", "12")).toEqual([5000, 120000]);
  expect(await rates("9.4822")).toEqual([94822]);
});

test.each(["abc", "-1", "9e3", "1001"])("a rate of '%s' is BAD_RATE", async (cell) => {
  const { file } = await decodeText(columnOf("annual_rate", ["9", cell]));
  expect(file?.rejects).toMatchObject([{ code: "BAD_RATE", column: "annual_rate" }]);
});

test("is_auto says yes, no or nothing", async () => {
  const { rows } = await decodeText(columnOf("is_auto", ["yes", "否", "", "1", "false", "perhaps"]));
  expect(rows.map(({ auto }) => auto)).toEqual([2, 1, 0, 2, 1, 0]);
});
