import { describe, expect, test } from "vitest";

import type { Reading } from "#src/domain/reading.ts";

import { columnOf, decodeText, type Decoded } from "./decodeText.ts";

const HEADER = "user_id,occurred_at,type,amount";

async function read(lines: readonly string[], reading: Reading): Promise<Decoded> {
  return decodeText([...lines, ""].join("\n"), { reading });
}

function faults({ file, refusal }: Decoded): unknown[] {
  return (file?.rejects ?? refusal?.rejects ?? []).map(({ line, code, column, value }) => [line, code, column, value]);
}

describe("answers to type values", () => {
  const lines = [
    HEADER,
    "u,2024-01-05,收入,5",
    "u,2024-01-05, 支出 ,6",
    "u,2024-01-05,测试,7",
    "u,2024-01-05,出借,8",
    "u,2024-01-05,constructor,9",
  ];

  test("stand over what a word means, and over nothing else", async () => {
    const decoded = await read(lines, { types: { 收入: "exit", 支出: "lend", 测试: "ignore", 出借: "opening" } });
    expect(decoded.rows.map(({ type, amount }) => [type, amount])).toEqual([
      ["exit", 500],
      ["lend", 600],
      ["opening", 800],
    ]);
    expect(decoded.file).toMatchObject({ read: 5, rows: 3, rejected: 1, ignored: 1 });
    expect(faults(decoded)).toEqual([[6, "UNKNOWN_TYPE", "type", "constructor"]]);
  });

  test("an ignored row is asked nothing else", async () => {
    const decoded = await read([HEADER, "u,2024-01-05,lend,5", ",,测试,x"], { types: { 测试: "ignore" } });
    expect(decoded.file).toMatchObject({ read: 2, rows: 1, rejected: 0, ignored: 1 });
  });

  test("a direction that no sign gives is unknown", async () => {
    const decoded = await read([HEADER, "u,2024-01-05,lend,5", "u,2024-01-05,调账,5"], { types: { 调账: "by_sign" } });
    expect(decoded.file?.unknownTypes).toEqual([{ value: "调账", count: 1 }]);
  });
});

describe("a type with its description", () => {
  const lines = [
    `${HEADER},remark`,
    "u,2024-01-05,收入,1,回款本金",
    "u,2024-01-05,收入,2,利息",
    "u,2024-01-05,出借,3,",
    "u,2024-01-05,,4,充值",
    "u,2024-01-05,出借,5,投资",
    "u,2024-01-05,出借,6,冲正",
    "u,2024-01-05,回款,7,利息",
  ];

  test("is answered as a pair; words that disagree are asked about", async () => {
    const decoded = await read(lines, {
      description: 4,
      types: { "收入 / 回款本金": "exit", "收入 / 利息": "interest", 出借: "lend" },
    });
    expect(decoded.rows.map(({ type, amount }) => [type, amount])).toEqual([
      ["exit", 100],
      ["interest", 200],
      ["lend", 300],
      ["deposit", 400],
      ["lend", 500],
    ]);
    expect(decoded.file?.unknownTypes).toEqual([
      { value: "出借 / 冲正", count: 1 },
      { value: "回款 / 利息", count: 1 },
    ]);
    expect(faults(decoded)).toEqual([
      [7, "UNKNOWN_TYPE", "type", "出借 / 冲正"],
      [8, "UNKNOWN_TYPE", "type", "回款 / 利息"],
    ]);
    expect(decoded.file?.layout.unused).toEqual([]);
  });
});

describe("the sign of the amount", () => {
  const signed = { shape: "signed", positive: "exit", negative: "lend" } as const;

  test("gives the direction to every row of a file without types", async () => {
    const decoded = await read(
      ["user_id,occurred_at,amount", "u,2024-01-05,5", "u,2024-01-05,-6.5", "u,2024-01-05,(7)", "u,2024-01-05,8-"],
      { sign: signed },
    );
    expect(decoded.rows.map(({ type, amount }) => [type, amount])).toEqual([
      ["exit", 500],
      ["lend", 650],
      ["lend", 700],
      ["lend", 800],
    ]);
  });

  test("and beside types to those that say so; those that move no balance lose the sign", async () => {
    const decoded = await read(
      [HEADER, "u,2024-01-05,调账,-5", "u,2024-01-05,调账,+6", "u,2024-01-05,fee,-7", "u,2024-01-05,fee,0"],
      { sign: signed, types: { 调账: "by_sign" } },
    );
    expect(decoded.rows.map(({ type, amount }) => [type, amount])).toEqual([
      ["lend", 500],
      ["exit", 600],
      ["fee", 700],
    ]);
    expect(faults(decoded)).toEqual([[5, "ZERO_AMOUNT", "amount", "0"]]);
  });

  const typedRows = (...rows: string[]): string[] => [HEADER, ...rows.map((row) => `u,2024-01-05,${row}`)];

  test("must be that of the type where the type moves the balance", async () => {
    const decoded = await read(
      typedRows(
        ...[
          "lend,-5",
          "lend,300",
          "exit,6",
          "exit,-300.50",
          "interest,-7",
          "interest,8",
          "transfer_in,9",
          "opening,-1",
        ],
        ...["write_off,(2)", "withdraw,-3", "lend,0"],
      ),
      { sign: signed },
    );
    expect(decoded.rows.map(({ type, amount }) => [type, amount])).toEqual([
      ["lend", 500],
      ["exit", 600],
      ["interest", 700],
      ["interest", 800],
      ["opening", 100],
      ["withdraw", 300],
    ]);
    expect(faults(decoded)).toEqual([
      [3, "BAD_AMOUNT", "amount", "300"],
      [5, "BAD_AMOUNT", "amount", "-300.50"],
      [8, "BAD_AMOUNT", "amount", "9"],
      [10, "BAD_AMOUNT", "amount", "(2)"],
      [12, "ZERO_AMOUNT", "amount", "0"],
    ]);
  });

  test("the other way round, where what is lent is positive", async () => {
    const decoded = await read(typedRows("lend,5", "lend,-300", "exit,-6", "exit,7"), {
      sign: { shape: "signed", positive: "lend", negative: "exit" },
    });
    expect(decoded.rows.map(({ type, amount }) => [type, amount])).toEqual([
      ["lend", 500],
      ["exit", 600],
    ]);
    expect(faults(decoded)).toEqual([
      [3, "BAD_AMOUNT", "amount", "-300"],
      [5, "BAD_AMOUNT", "amount", "7"],
    ]);
  });

  test.each([
    ["deposit", "withdraw"],
    ["lend", "opening"],
    ["deposit", "lend"],
  ] as const)("is not judged where positive is %s and negative %s", async (positive, negative) => {
    const decoded = await read(typedRows("lend,5", "lend,-6", "exit,7", "exit,-8"), {
      sign: { shape: "signed", positive, negative },
    });
    expect(decoded.rows.map(({ amount }) => amount)).toEqual([500, 600, 700, 800]);
  });

  test("is an error where the type gives the direction", async () => {
    const decoded = await read([HEADER, "u,2024-01-05,lend,5", "u,2024-01-05,fee,-7"], { sign: { shape: "by_type" } });
    expect(faults(decoded)).toEqual([[3, "BAD_AMOUNT", "amount", "-7"]]);
  });

  test("does not change what a row is, however it is written", async () => {
    const plain = await read(["user_id,occurred_at,amount", "u,2024-01-05,-5"], { sign: signed });
    const typed = await read([HEADER, "u,2024-01-05,lend,5"], {});
    expect(plain.rows[0]?.hash).toBe(typed.rows[0]?.hash);
  });
});

describe("a column of credits and one of debits", () => {
  const reading: Reading = {
    columns: { user_id: 0, occurred_at: 1 },
    sign: { shape: "credit_debit", credit: 2, debit: 3, positive: "exit", negative: "lend" },
  };

  test("one of them is filled", async () => {
    const decoded = await read(
      [
        "会员,日期,收入,支出",
        "u,2024-01-05,5.00,",
        "u,2024-01-05,,6",
        "u,2024-01-05,0.00,7",
        "u,2024-01-05,8,9",
        "u,2024-01-05,,",
        "u,2024-01-05,0,0.00",
        "u,2024-01-05,,x",
        "u,2024-01-05,-1,",
      ],
      reading,
    );
    expect(decoded.refusal).toBeUndefined();
    expect(decoded.rows.map(({ type, amount }) => [type, amount])).toEqual([
      ["exit", 500],
      ["lend", 600],
      ["lend", 700],
    ]);
    expect(faults(decoded)).toEqual([
      [5, "BAD_AMOUNT", "amount", "8"],
      [6, "MISSING_AMOUNT", "amount", ""],
      [7, "ZERO_AMOUNT", "amount", "0"],
      [8, "BAD_AMOUNT", "amount", "x"],
      [9, "BAD_AMOUNT", "amount", "-1"],
    ]);
    expect(decoded.file?.layout.mapping).toEqual([
      { column: "user_id", header: "会员" },
      { column: "occurred_at", header: "日期" },
      { column: "amount", header: "收入" },
      { column: "amount", header: "支出" },
    ]);
  });
});

test("a type contradicts the column that is filled", async () => {
  const decoded = await read(
    [
      "会员,日期,类型,收入,支出",
      ...["lend,,5", "lend,300,", "exit,6,0.00", "exit,,7", "exit,0,8", "interest,,9", "interest,1,"].map(
        (row) => `u,2024-01-05,${row}`,
      ),
    ],
    {
      columns: { user_id: 0, occurred_at: 1, type: 2 },
      sign: { shape: "credit_debit", credit: 3, debit: 4, positive: "exit", negative: "lend" },
    },
  );
  expect(decoded.rows.map(({ type, amount }) => [type, amount])).toEqual([
    ["lend", 500],
    ["exit", 600],
    ["interest", 900],
    ["interest", 100],
  ]);
  expect(faults(decoded)).toEqual([
    [3, "BAD_AMOUNT", "amount", "300"],
    [5, "BAD_AMOUNT", "amount", "7"],
    [6, "BAD_AMOUNT", "amount", "8"],
  ]);
});

describe("a scale, an order and a mark that are settled", () => {
  test("the scale stands over the header's", async () => {
    const { rows, file } = await read(["uid,date,type,金额（元）", "u,2024-01-05,lend,1234"], { scaleFen: 1 });
    expect(rows[0]?.amount).toBe(1234);
    expect(file?.layout.amountScaleFen).toBe(1);
  });

  test.each([
    ["day", "2024-04-03"],
    ["month", "2024-03-04"],
  ] as const)("03/04/2024 with the %s first", async (dateOrder, day) => {
    const { rows } = await decodeText(columnOf("occurred_at", ["03/04/2024"]), { reading: { dateOrder } });
    expect(rows[0]?.at.slice(0, 10)).toBe(day);
  });

  test("a date of the other order is no date", async () => {
    const decoded = await decodeText(columnOf("occurred_at", ["03/04/2024", "12/28/2017", "30/12/2017"]), {
      reading: { dateOrder: "day" },
    });
    expect(decoded.rows).toHaveLength(2);
    expect(faults(decoded)).toEqual([[3, "BAD_DATE", "occurred_at", "12/28/2017"]]);
  });

  test.each([
    ["day", ["1/2/24", "31.12.99"], ["2024-02-01", "2099-12-31"]],
    ["month", ["1/2/24", "12/31/00"], ["2024-01-02", "2000-12-31"]],
    ["month", ["24-1-5", "09-1-6"], ["2024-01-05", "2009-01-06"]],
  ] as const)("years of two digits with the %s first: %s", async (dateOrder, cells, days) => {
    const { rows } = await decodeText(columnOf("occurred_at", cells), { reading: { dateOrder } });
    expect(rows.map(({ at }) => at.slice(0, 10))).toEqual(days);
  });

  test.each([
    [".", ["1,234", "1.50"], [123400, 150], "1.234"],
    [",", ["1.234", "1,50"], [123400, 150], "1.50"],
  ] as const)("decimals behind '%s'", async (decimalMark, cells, fen, other) => {
    const decoded = await decodeText(columnOf("amount", [...cells, other]), { reading: { decimalMark } });
    expect(decoded.rows.map(({ amount }) => amount)).toEqual(fen);
    expect(faults(decoded)).toEqual([[4, "BAD_AMOUNT", "amount", other]]);
  });
});

describe("status", () => {
  const lines = [
    `${HEADER},状态`,
    ...["成功", "失败", "处理中", "已撤销", "Closed", "已完成", "", "CANCELLED"].map(
      (status) => `u,2024-01-05,lend,5,${status}`,
    ),
  ];

  test("what failed, or is not done yet, is ignored", async () => {
    const { file, rows } = await read(lines, {});
    expect(rows.map(({ line }) => line)).toEqual([2, 7, 8]);
    expect(file).toMatchObject({ read: 8, rejected: 0, ignored: 5 });
    expect(file?.layout.unused).toEqual([]);
  });

  test("what is to be kept may be said, and then nothing else is", async () => {
    const { file, rows } = await read([...lines, "合计,,,40,"], { status: { column: 4, keep: ["失败", "成功"] } });
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(file).toMatchObject({ read: 9, rejected: 0, ignored: 7 });
    expect(file?.skippedLines.map(({ line }) => line)).toEqual([10]);
  });
});

describe("currency", () => {
  const lines = [`${HEADER},币种`, ...["CNY", "人民币", "", "￥", "USD"].map((unit) => `u,2024-01-05,lend,5,${unit}`)];

  test("rows in another than yuan are rejected", async () => {
    const decoded = await read(lines, {});
    expect(decoded.rows).toHaveLength(4);
    expect(faults(decoded)).toEqual([[6, "WRONG_CURRENCY", null, "USD"]]);
  });

  test("or in another than the one to be kept", async () => {
    const decoded = await read(lines, { currency: { column: 4, keep: "USD" } });
    expect(decoded.rows.map(({ line }) => line)).toEqual([4, 6]);
    expect(decoded.file?.rejects.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => "WRONG_CURRENCY"));
  });
});

test("a file without a header is read by places", async () => {
  const { rows, file } = await read(["u1,2024-01-05,出借,5", "u2,2024-01-05,出借,6"], {
    headerLine: 0,
    columns: { user_id: 0, occurred_at: 1, type: 2, amount: 3 },
  });
  expect(rows.map(({ lender, line }) => [lender, line])).toEqual([
    ["u1", 1],
    ["u2", 2],
  ]);
  expect(file?.layout.headerLine).toBe(0);
});
