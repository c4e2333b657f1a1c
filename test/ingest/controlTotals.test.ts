import { describe, expect, test } from "vitest";

import type { Reading } from "#src/domain/reading.ts";

import { decodeText } from "./decodeText.ts";

const HEADER = "txn_id,user_id,occurred_at,type,amount";
const ROWS = ["T1,u,2024-01-05,lend,5.00", "T2,u,2024-01-05,lend,6.50", "T3,u,2024-01-05,lend,1000"];

async function totals(lines: readonly string[], reading: Reading = {}) {
  const { file } = await decodeText([...lines, ""].join("\n"), { reading });
  return file?.controlTotals.map(({ line, measure, stated, found }) => [line, measure, stated, found]);
}

test.each([
  ["合计,,,,1011.50", [["amount", 101150, 101150]]],
  ['总计,,,,"1,011.50"', [["amount", 101150, 101150]]],
  [
    "合计,3笔,,,¥1011.50",
    [
      ["rows", 3, 3],
      ["amount", 101150, 101150],
    ],
  ],
  ["合计：1011.50", [["amount", 101150, 101150]]],
  ["合计：¥1011.49", [["amount", 101149, 101150]]],
  ["合计,1011.50", [["amount", 101150, 101150]]],
  ["Total,,,,1011.5", [["amount", 101150, 101150]]],
  ["Grand total: 1011.50", [["amount", 101150, 101150]]],
  ["Total: 3", []],
  [
    "共3笔，1011.50元",
    [
      ["rows", 3, 3],
      ["amount", 101150, 101150],
    ],
  ],
  ["共计 4 笔", [["rows", 4, 3]]],
  ["3 rows", [["rows", 3, 3]]],
  ["Row count: 2", [["rows", 2, 3]]],
  ["合计,,,,0.101万", [["amount", 101000, 101150]]],
  ["导出时间：2024-01-06 08:00:00", []],
])("%s", async (footer, expected) => {
  expect(await totals([HEADER, ...ROWS, footer])).toEqual(expected.map((total) => [5, ...total]));
});

test("rows that were rejected or ignored are rows that the file counts", async () => {
  const lines = [
    `${HEADER},状态`,
    "T1,u,2024-01-05,lend,5,成功",
    "T2,u,2024-02-30,lend,6,成功",
    "T3,u,2024-01-05,lend,7,失败",
    "T4,u,2024-01-05,lend,x,成功",
    "合计,4笔,,,18.00,",
  ];
  expect(await totals(lines)).toEqual([
    [6, "rows", 4, 4],
    [6, "amount", 1800, 1800],
  ]);
});

describe("parts of a file", () => {
  test("a subtotal is of the rows since the last one, a total of all", async () => {
    const lines = [HEADER, ROWS[0]!, "本页小计,,,,5.00", ROWS[1]!, ROWS[2]!, "本页小计,,,,1006.50", "合计,,,,1011.50"];
    expect(await totals(lines)).toEqual([
      [3, "amount", 500, 500],
      [6, "amount", 100650, 100650],
      [7, "amount", 101150, 101150],
    ]);
  });

  test("exports behind one another state their own", async () => {
    const lines = [HEADER, ROWS[0]!, "合计,,,,5", HEADER, ROWS[1]!, "合计,,,,6.5", ROWS[2]!, "合计,,,,6.5"];
    expect(await totals(lines)).toEqual([
      [3, "amount", 500, 500],
      [6, "amount", 650, 650],
      [8, "amount", 650, 101150],
    ]);
  });
});

test("a count above the header is of all rows", async () => {
  expect(await totals(["交易明细", "共4笔记录", HEADER, ...ROWS])).toEqual([[2, "rows", 4, 3]]);
});

test("in the column's own unit, and with its decimal comma", async () => {
  const wan = ["uid,date,type,金额（万元）", "u,2024-01-05,lend,1.5", "合计,,,1.5", "合计：15000元"];
  expect(await totals(wan)).toEqual([
    [3, "amount", 1_500_000, 1_500_000],
    [4, "amount", 1_500_000, 1_500_000],
  ]);
  const comma = ["uid;date;type;amount", "u;2024-01-05;lend;1.234,50", "Total;;;1.234,50"];
  expect(await totals(comma)).toEqual([[3, "amount", 123450, 123450]]);
});

test("signed amounts: what remains, or all that moved", async () => {
  const sign = { shape: "signed", positive: "exit", negative: "lend" } as const;
  const lines = ["uid,date,amount", "u,2024-01-05,10", "u,2024-01-05,-4"];
  expect(await totals([...lines, "合计,,6", "合计,,14", "合计,,5"], { sign })).toEqual([
    [4, "amount", 600, 600],
    [5, "amount", 1400, 1400],
    [6, "amount", 500, 600],
  ]);
});

test("credits and debits have a total each", async () => {
  const reading: Reading = {
    columns: { user_id: 0, occurred_at: 1 },
    sign: { shape: "credit_debit", credit: 2, debit: 3, positive: "exit", negative: "lend" },
  };
  const lines = ["会员,日期,收入,支出", "u,2024-01-05,10,", "u,2024-01-05,,4", "合计,,10,5"];
  expect(await totals(lines, reading)).toEqual([
    [4, "amount", 1000, 1000],
    [4, "amount", 500, 400],
  ]);
});
