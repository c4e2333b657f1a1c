import { describe, expect, test } from "vitest";

import type { RowRejection } from "#src/domain/codes.ts";
import type { Reading } from "#src/domain/reading.ts";

import { catalogue, cellsOf, importAll, plainTable, recordCases, type Case, type Taken } from "./support.ts";

const amounts = (...cells: readonly string[]): string => cellsOf("amount", cells);
const fen = (...of: readonly number[]): Taken => ({ rows: of.map((amount) => ({ amount })) });

/** Below a plain amount, so that one bad row does not refuse the file. */
function rejected(code: RowRejection, ...values: readonly string[]): readonly Case[] {
  return values.map((value) => ({
    title: `'${value}'`,
    input: cellsOf("amount", [value], "100.00"),
    verdict: { rows: 1, rejects: [[3, code, "amount", value]] },
  }));
}

catalogue("amounts as people write them", [
  ...(
    [
      ["1234.5", 123450],
      ["1,234.50", 123450],
      ["１，２３４．５０", 123450],
      ["1'234.50", 123450],
      ["1 234.50", 123450],
      ["1\u00a0234.50", 123450],
      ["¥1,000.00", 100000],
      ["￥1000", 100000],
      ["1000元", 100000],
      ["CNY 1000", 100000],
      ["1000 RMB", 100000],
      ["€10.50", 1050],
    ] as const
  ).map(([value, amount]): Case => ({ title: value, input: amounts(value), verdict: fen(amount) })),
  {
    title: "to the last fen, where binary fractions would miss it",
    input: amounts("19.99", "8.16", "0.07", "1.10", "4.35", "1.15"),
    verdict: fen(1999, 816, 7, 110, 435, 115),
  },
  {
    title: "decimal commas in a whole column",
    input: ["user_id;occurred_at;type;amount", "u1;2024-01-05;lend;1 234,50", "u1;2024-01-06;lend;1.234,50", ""].join(
      "\n",
    ),
    verdict: { ...fen(123450, 123450), layout: { delimiter: ";" } },
  },
  {
    title: "a decimal comma among decimal dots is rejected, not read",
    input: amounts("1234.50", "1.234,50"),
    verdict: { ...fen(123450), rejects: [[3, "BAD_AMOUNT", "amount", "1.234,50"]] },
  },
  {
    title: "1,234 can only be thousands: fen have two decimals",
    input: amounts("1,234", "5"),
    verdict: fen(123400, 500),
  },
  {
    title: "1.234 may be thousands or three decimals",
    input: amounts("1.234", "2.345"),
    verdict: {
      refused: "AMBIGUOUS_NUMBER",
      column: "amount",
      values: ["1.234", "2.345"],
      answers: [[{ decimalMark: "," }, fen(123400, 234500)]],
    },
  },
  {
    title: "the other answer to it leaves three decimals, which are rejected",
    input: amounts("1.234", "7"),
    reading: { decimalMark: "." },
    verdict: { ...fen(700), rejects: [[2, "BAD_AMOUNT", "amount", "1.234"]] },
  },
]);

catalogue(
  "what is no amount of yuan is not counted as one",
  rejected("WRONG_CURRENCY", "$10", "USD 10", "10美元", "HK$10"),
);

catalogue(
  "negative amounts, where nobody said that the sign is the direction",
  rejected("BAD_AMOUNT", "(1,000.00)", "-1000", "1000-", "－1000", "−1000"),
);

const SIGNED: Reading = { sign: { shape: "signed", positive: "lend", negative: "exit" } };
const signed = (...cells: readonly string[]): string =>
  ["user_id,occurred_at,amount", ...cells.map((cell) => `u1,2024-01-05,"${cell}"`), ""].join("\n");
const flows = (...of: readonly (readonly ["lend" | "exit", number])[]): Taken => ({
  rows: of.map(([type, amount]) => ({ type, amount })),
});

catalogue("negative amounts, where the sign is the direction", [
  ...["(1,000.00)", "-1000", "1000-", "－1000", "−1000"].map((value): Case => ({
    title: value,
    input: signed("250", value),
    verdict: {
      refused: "MISSING_COLUMN",
      column: "type",
      answers: [[SIGNED, flows(["lend", 25000], ["exit", 100000])]],
    },
  })),
  {
    title: "turned round, as some platforms keep their books",
    input: signed("250", "-1000"),
    reading: { sign: { shape: "signed", positive: "exit", negative: "lend" } },
    verdict: flows(["exit", 25000], ["lend", 100000]),
  },
  {
    title: "and the type where it says more",
    input: plainTable("u1,2024-01-05,资金变动,500", "u1,2024-01-06,资金变动,-200", "u1,2024-01-07,提现,-9"),
    reading: { ...SIGNED, types: { 资金变动: "by_sign" } },
    verdict: {
      rows: [
        { type: "lend", amount: 50000 },
        { type: "exit", amount: 20000 },
        { type: "withdraw", amount: 900 },
      ],
    },
  },
  {
    title: "in two columns of which one is filled",
    input: [
      "user_id,occurred_at,收入,支出",
      "u1,2024-01-05,500,",
      "u1,2024-01-06,0.00,200",
      "u1,2024-01-07,5,5",
      "",
    ].join("\n"),
    verdict: {
      refused: "MISSING_COLUMN",
      answers: [
        [
          { sign: { shape: "credit_debit", credit: 2, debit: 3, positive: "exit", negative: "lend" } },
          { ...flows(["exit", 50000], ["lend", 20000]), rejects: [[4, "BAD_AMOUNT", "amount", "5"]] },
        ],
      ],
    },
  },
]);

catalogue("units", [
  { title: "万 or 亿 behind every amount", input: amounts("1.5万", "3亿"), verdict: fen(1_500_000, 30_000_000_000) },
  {
    title: "万 behind one of them",
    input: amounts("100.00", "1.5万"),
    verdict: { ...fen(10000), rejects: [[3, "BAD_AMOUNT", "amount", "1.5万"]] },
  },
  {
    title: "a w for 万",
    input: amounts("100.00", "1.5w"),
    verdict: { ...fen(10000), rejects: [[3, "BAD_AMOUNT", "amount", "1.5w"]] },
  },
  { title: "万元 in the header", input: amounts("1.5").replace("amount", "金额（万元）"), verdict: fen(1_500_000) },
  {
    title: "分 in the header",
    input: amounts("12345").replace("amount", "金额（分）"),
    verdict: { ...fen(12345), layout: { amountScaleFen: 1 } },
  },
  {
    title: "another currency in the header is a question",
    input: amounts("5").replace("amount", "金额(USD)"),
    verdict: {
      refused: "MISSING_COLUMN",
      column: "amount",
      answers: [[{ columns: { user_id: 0, occurred_at: 1, type: 2, amount: 3 } }, fen(500)]],
    },
  },
  {
    title: "three decimals in a unit that somebody settled",
    input: amounts("12.345", "7.25"),
    reading: { scaleFen: 1_000_000 },
    verdict: fen(12_345_000, 7_250_000),
  },
]);

catalogue("numbers that a spreadsheet wrote short", rejected("BAD_AMOUNT", "1E+05", "1.23457E+09", "1e5"));
catalogue("more decimals than fen", rejected("BAD_AMOUNT", "12.345", "0.005", "1.005", "12.340"));
catalogue(
  "no numbers at all",
  rejected("BAD_AMOUNT", "NaN", "Infinity", "0x1F", "1_000", "true", "1000.00 （含利息）", "约1000", "=1+1"),
);
catalogue("no amount", rejected("MISSING_AMOUNT", "", " ", "-", "NULL", "N/A"));
catalogue("nothing moved", rejected("ZERO_AMOUNT", "0", "0.00", "-0"));
catalogue("what a formula failed to give", rejected("CELL_ERROR", "#REF!", "#N/A", "#DIV/0!", "########"));
catalogue("more than numbers hold", [
  ...rejected("BAD_AMOUNT", "90071992547409.93", "99999999999999999999"),
  { title: "the most that they do", input: amounts("90071992547409.91"), verdict: fen(9_007_199_254_740_991) },
]);

catalogue("a column of currencies", [
  {
    title: "rows in another one are rejected, and those that name none are yuan",
    input:
      "user_id,occurred_at,type,amount,币种\nu1,2024-01-05,lend,5,CNY\nu1,2024-01-05,lend,6,USD\nu1,2024-01-05,lend,7,\nu1,2024-01-05,lend,8,人民币\n",
    verdict: { ...fen(500, 700, 800), rejects: [[3, "WRONG_CURRENCY", null, "USD"]] },
  },
  {
    title: "the one that somebody chose is kept",
    input: "user_id,occurred_at,type,amount,currency\nu1,2024-01-05,lend,5,CNY\nu1,2024-01-05,lend,6,USD\n",
    reading: { currency: { column: 4, keep: "USD" } },
    verdict: { ...fen(600), rejects: [[2, "WRONG_CURRENCY", null, "CNY"]] },
  },
]);

describe("sums", () => {
  test("CK13 of amounts at the limit are exact, or a check says that they are not", async () => {
    const sumsOf = async (rows: number) => {
      const lines = Array.from({ length: rows }, (_, at) => `u${at},2024-01-05,lend,90071992547409.91`);
      const { engine } = await importAll({ "a.csv": plainTable(...lines) });
      const checks = await engine.methods.checks({});
      const { total } = await engine.days();
      return [
        total.flows.volume === rows * Number.MAX_SAFE_INTEGER,
        checks.find(({ id }) => id === "sums-exact")?.holds,
      ];
    };
    expect(await sumsOf(1)).toEqual([true, true]);
    expect((await sumsOf(3))[1]).toBe(false);
  });

  test("of a file a hundred times larger than those before are found", async () => {
    const day = (date: number, yuan: string) =>
      plainTable(
        ...Array.from({ length: 30 }, (_, at) => `u${at},2024-01-${String(date).padStart(2, "0")},lend,${yuan}`),
      );
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`${at + 1}.csv`, day(at + 1, at === 19 ? "12345" : "123.45")]),
    );
    const { engine } = await importAll(files);
    const found = await engine.methods.findings({});
    expect(found.find(({ id }) => id === "unit-slips")).toMatchObject({ items: [{ label: "20.csv" }] });
  });
});

recordCases("amounts", 2);
