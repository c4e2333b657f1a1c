import { describe, expect, test } from "vitest";

import { parseAmount } from "#src/ingest/cells/parseAmount.ts";

import { columnOf, decodeText } from "./decodeText.ts";

async function readAmounts(cells: readonly string[], header = "amount") {
  return decodeText(columnOf(header, cells));
}

test("PARSE: digits become whole fen, and nothing is rounded", () => {
  const cells = ["1,234.5", "0.07", "100", "1000000000000.99", "-5", "1.005", "1e5", "", "12,34.00", "abc"];
  expect(cells.map((cell) => ((result) => (result.ok ? result.value : "ERR"))(parseAmount(cell)))).toEqual([
    123450,
    7,
    10000,
    100000000000099,
    ...Array.from({ length: 6 }, () => "ERR"),
  ]);
});

test.each([
  ["1234.5", 123450],
  ["1,234.50", 123450],
  ["１，２３４．５０", 123450],
  ["1'234.50", 123450],
  ["1’234.50", 123450],
  ["1 234.50", 123450],
  ["1\u00a0234.50", 123450],
  ["12,345,678.90", 1234567890],
  ["¥1,000.00", 100000],
  ["￥1000", 100000],
  ["€ 10.50", 1050],
  ["1000元", 100000],
  ["CNY 1000", 100000],
  ["1000 RMB", 100000],
  ["+100", 10000],
  [".5", 50],
  ["0.07", 7],
  ["8.165e0".slice(0, 4), 816],
  ["19.99", 1999],
  ["007", 700],
  [" 12.3 ", 1230],
  ["90071992547409.91", 9007199254740991],
  ["000000000000000000000001.00", 100],
])("%s is %i fen", async (cell, fen) => {
  const { rows } = await readAmounts(["100.00", cell]);
  expect(rows[1]?.amount).toBe(fen);
  expect(parseAmount(cell)).toEqual({ ok: true, value: fen });
});

test.each([
  ["", "MISSING_AMOUNT"],
  [" ", "MISSING_AMOUNT"],
  ["-", "MISSING_AMOUNT"],
  ["NULL", "MISSING_AMOUNT"],
  ["0", "ZERO_AMOUNT"],
  ["0.00", "ZERO_AMOUNT"],
  ["-0", "ZERO_AMOUNT"],
  ["-5", "BAD_AMOUNT"],
  ["5-", "BAD_AMOUNT"],
  ["－1000", "BAD_AMOUNT"],
  ["−1000", "BAD_AMOUNT"],
  ["¥-1,000.00", "BAD_AMOUNT"],
  ["(1,000.00)", "BAD_AMOUNT"],
  ["（1000）", "BAD_AMOUNT"],
  ["12.345", "BAD_AMOUNT"],
  ["0.005", "BAD_AMOUNT"],
  ["1e5", "BAD_AMOUNT"],
  ["1.23457E+09", "BAD_AMOUNT"],
  ["12,34.00", "BAD_AMOUNT"],
  ["0,500", "BAD_AMOUNT"],
  ["1,2345", "BAD_AMOUNT"],
  ["1.234,50", "BAD_AMOUNT"],
  ["5.", "BAD_AMOUNT"],
  ["90071992547409.92", "BAD_AMOUNT"],
  ["99999999999999999999", "BAD_AMOUNT"],
  ["NaN", "BAD_AMOUNT"],
  ["Infinity", "BAD_AMOUNT"],
  ["0x1F", "BAD_AMOUNT"],
  ["1_000", "BAD_AMOUNT"],
  ["约1000", "BAD_AMOUNT"],
  ["1000.00（含利息）", "BAD_AMOUNT"],
  ["1.5万", "BAD_AMOUNT"],
  ["12.3400", "BAD_AMOUNT"],
  ["1E+05", "BAD_AMOUNT"],
  ["1.5w", "BAD_AMOUNT"],
  ["true", "BAD_AMOUNT"],
  ["$10", "WRONG_CURRENCY"],
  ["-$10", "WRONG_CURRENCY"],
  ["US$ 10", "WRONG_CURRENCY"],
  ["HK$10", "WRONG_CURRENCY"],
  ["£10", "WRONG_CURRENCY"],
  ["USD 10", "WRONG_CURRENCY"],
  ["10 USD", "WRONG_CURRENCY"],
  ["10美元", "WRONG_CURRENCY"],
  ["#N/A", "CELL_ERROR"],
  ["#REF!", "CELL_ERROR"],
  ["########", "CELL_ERROR"],
])("'%s' among plain amounts is %s", async (cell, code) => {
  const { file } = await readAmounts(["100.00", cell]);
  expect(file?.rejects).toMatchObject([{ line: 3, code, column: "amount", value: cell }]);
});

describe("the decimal mark is told by the whole column", () => {
  test("decimal commas, from the first row on", async () => {
    const { rows } = await readAmounts(["7", "1.234,50", "1 234,50", "12,5", "1.234", "1.234.567"]);
    expect(rows.map(({ amount }) => amount)).toEqual([700, 123450, 123450, 1250, 123400, 123456700]);
  });

  test("`1,234` can only be thousands", async () => {
    const { rows } = await readAmounts(["1,234", "5"]);
    expect(rows.map(({ amount }) => amount)).toEqual([123400, 500]);
  });

  test("`1.234` alone is refused, and beside a decimal dot rejected", async () => {
    const alone = await readAmounts(["5", "1.234", "2.345"]);
    expect(alone.refusal).toMatchObject({ code: "AMBIGUOUS_NUMBER", column: "amount", values: ["1.234", "2.345"] });
    const late = await readAmounts(["1.234", "2.50"]);
    expect(late.file?.rejects).toMatchObject([{ code: "BAD_AMOUNT", value: "1.234" }]);
  });

  test("a stray `1.234` has three decimals where a hundred others mark no thousands", async () => {
    const clear = Array.from({ length: 100 }, (_, at) => String(1000 + at));
    const { file, rows } = await readAmounts(["1.234", ...clear]);
    expect(rows).toHaveLength(100);
    expect(file?.rejects).toMatchObject([{ line: 2, code: "BAD_AMOUNT", value: "1.234" }]);
    const { refusal } = await readAmounts(["1.234", ...clear.slice(1)]);
    expect(refusal).toMatchObject({ code: "AMBIGUOUS_NUMBER", values: ["1.234"] });
    const small = await readAmounts(["1.234", ...Array.from({ length: 500 }, (_, at) => String(at + 1))]);
    expect(small.refusal?.code).toBe("AMBIGUOUS_NUMBER");
  });
});

describe("units", () => {
  test("a 万 or 亿 behind every amount counts", async () => {
    const { rows } = await readAmounts(["1.5万", "1.2345万元", "3亿", ""]);
    expect(rows.map(({ amount }) => amount)).toEqual([1500000, 1234500, 30000000000]);
  });

  test("behind some of them it does not", async () => {
    const { file } = await readAmounts(["1.5万", "100"]);
    expect(file?.rejects).toMatchObject([{ code: "BAD_AMOUNT", value: "1.5万" }]);
  });

  test.each([
    ["金额（元）", "12.34", 1234, 100],
    ["金额(CNY)", "12.34", 1234, 100],
    ["交易金额（万元）", "1.2345", 1234500, 1000000],
    ["金额(分)", "1234", 1234, 1],
    ["amount (fen)", "1234.00", 1234, 1],
  ])("%s says what one is worth", async (header, cell, fen, scale) => {
    const { rows, file } = await decodeText(`uid,date,type,${header}\nu,2024-01-05,lend,${cell}\n`);
    expect(rows[0]?.amount).toBe(fen);
    expect(file?.layout.amountScaleFen).toBe(scale);
  });

  test("a unit that we do not know is no amount in yuan", async () => {
    const { refusal } = await decodeText("uid,date,type,金额(USD)\nu,2024-01-05,lend,5\n");
    expect(refusal).toMatchObject({ code: "MISSING_COLUMN", column: "amount" });
    expect(refusal?.nearest).toEqual([{ column: "amount", headers: ["金额(USD)"] }]);
  });
});

test("interest and coupon are amounts, or nothing", async () => {
  const { rows, file } = await decodeText(
    [
      "uid,date,type,amount,interest_due,coupon",
      "u,2024-01-05,lend,5.00,1.25,",
      "u,2024-01-05,lend,5.00,,3",
      "u,2024-01-05,lend,5.00,0,0.00",
      "u,2024-01-05,lend,5.00,x,1",
      "u,2024-01-05,lend,5.00,1,-1",
    ].join("\n"),
  );
  expect(rows.map(({ interest, coupon }) => [interest, coupon])).toEqual([
    [125, -1],
    [-1, 300],
    [0, 0],
  ]);
  expect(file?.rejects).toMatchObject([
    { line: 5, code: "BAD_AMOUNT", column: "interest_due", value: "x" },
    { line: 6, code: "BAD_AMOUNT", column: "coupon_amount", value: "-1" },
  ]);
});
