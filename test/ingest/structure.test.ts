import { describe, expect, test } from "vitest";

import { textAt } from "#src/domain/columns.ts";
import { BLOCK_ROWS, type DecodedBlock } from "#src/ingest/decodedFile.ts";
import { createDecodeFile } from "#src/ingest/decodeFile.ts";

import { decodeText, longTable, table } from "./decodeText.ts";

const HEADER = "user_id,occurred_at,type,amount";
const row = (lender: string, amount = "5"): string => `${lender},2024-01-05,lend,${amount}`;

describe("delimiters", () => {
  test.each([",", ";", "\t", "|"])("%j is found", async (delimiter) => {
    const { file, rows } = await decodeText([HEADER, row("u1")].join("\n").replaceAll(",", delimiter));
    expect(file?.layout.delimiter).toBe(delimiter);
    expect(rows).toHaveLength(1);
  });

  test("a sep= line announces it", async () => {
    const { file, rows } = await decodeText(`sep=;\r\n${[HEADER, row("u1")].join("\r\n").replaceAll(",", ";")}`);
    expect(file?.layout).toMatchObject({ delimiter: ";", headerLine: 2 });
    expect(file?.skippedLines).toEqual([{ line: 1, text: "sep=;" }]);
    expect(rows).toHaveLength(1);
  });

  test("one behind every row is no column", async () => {
    const both = await decodeText(`${HEADER},\n${row("u1")},\n${row("u2")},\n`);
    const rowsOnly = await decodeText(`${HEADER}\n${row("u1")},\n${row("u2")},\n`);
    const padded = await decodeText(`${HEADER},,\n${row("u1")},,\n${row("u2")},x,\n`);
    expect([both.rows.length, rowsOnly.rows.length]).toEqual([2, 2]);
    expect(padded.file?.rejects).toMatchObject([{ line: 3, code: "WRONG_COLUMN_COUNT" }]);
  });
});

test("rows too short, too long or with text behind a quote are never shifted", async () => {
  const { file, rows } = await decodeText(
    [HEADER, row("u1"), "u2,2024-01-05,lend", "u3,2024-01-05,lend,1,234.50", '"u4"x,2024-01-05,lend,5', row("u5")].join(
      "\n",
    ),
  );
  expect(rows.map(({ lender }) => lender)).toEqual(["u1", "u5"]);
  expect(file?.rejects.map(({ line, code, column, value }) => [line, code, column, value])).toEqual([
    [3, "WRONG_COLUMN_COUNT", null, "3"],
    [4, "WRONG_COLUMN_COUNT", null, "5"],
    [5, "WRONG_COLUMN_COUNT", null, "4"],
  ]);
});

describe("lines are physical", () => {
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
    ["CR CR LF", "\r\r\n"],
  ])("%s", async (_, lineBreak) => {
    const { rows, file } = await decodeText([HEADER, row("u1"), "", row("u2"), row("u3")].join(lineBreak));
    expect(rows.map(({ lender, line }) => [lender, line])).toEqual([
      ["u1", 2],
      ["u2", 4],
      ["u3", 5],
    ]);
    expect(file).toMatchObject({ read: 3, rejected: 0, ignored: 0 });
  });

  test("mixed in one file, with blank lines that are no rows", async () => {
    const text = `${HEADER}\r\n${row("u1")}\n${row("u2")}\r\r\n\n  \n${row("u3")}\r${row("u4")}\n\r\n${row("u5")}\0\0`;
    const { rows } = await decodeText(text);
    expect(rows.map(({ lender, line }) => [lender, line])).toEqual([
      ["u1", 2],
      ["u2", 3],
      ["u3", 6],
      ["u4", 7],
      ["u5", 9],
    ]);
  });

  test("NULs behind the last row are no part of it, and those inside a row are", async () => {
    const { file, rows } = await decodeText(`${HEADER}\n${row("u\0")}\n${row("u1")}${"\0".repeat(5000)}`);
    expect(rows.map(({ lender, amount }) => [lender, amount])).toEqual([["u1", 500]]);
    expect(file?.rejects).toMatchObject([{ line: 2, code: "BAD_ID", column: "user_id" }]);
    const padded = await decodeText(`${HEADER}\n${row("u1")}\n${"\0".repeat(5000)}`);
    expect(padded.file).toMatchObject({ read: 1, rows: 1 });
  });

  test("line breaks inside quotes count", async () => {
    const { rows } = await decodeText(
      table(
        '"T1",U1,2024-01-05,lend,5,"P\n1\r\n2\r3",,',
        "T2,U1,2024-01-05,lend,5,P,,",
        '"T3",U1,2024-01-05,lend,5,"a ""b"" c",,',
      ),
    );
    expect(rows.map(({ id, line, product }) => [id, line, product])).toEqual([
      ["T1", 2, "P\n1\r\n2\r3"],
      ["T2", 6, "P"],
      ["T3", 7, 'a "b" c'],
    ]);
  });
});

test("quotes that open no field are text", async () => {
  const { rows } = await decodeText(table('T1,U1,2024-01-05,lend,5, "P, 1" ,,5" pipe'));
  expect(rows[0]).toMatchObject({ product: "P, 1", channel: '5" pipe' });
});

describe("preamble and footer", () => {
  test("titles above and totals below are listed and no data", async () => {
    const text = [
      "交易明细,,,",
      "# 导出人：张三",
      "----------------",
      "",
      "用户编号,交易时间,交易类型,交易金额（元）",
      row("u1"),
      "小计,,,5",
      row("u2"),
      "合计,,,10.00",
      "Total: 2",
      "共2笔，10.00元",
      "导出时间：2024-01-06 08:00:00",
      "========",
    ].join("\n");
    const { file, rows } = await decodeText(text);
    expect(rows.map(({ line }) => line)).toEqual([6, 8]);
    expect(file).toMatchObject({ read: 8, rows: 2, rejected: 0, ignored: 6 });
    expect(file?.layout.headerLine).toBe(5);
    expect(file?.skippedLines.map(({ line }) => line)).toEqual([1, 2, 3, 7, 9, 10, 11, 12, 13]);
    expect(file?.skippedLines[4]?.text).toBe("合计,,,10.00");
  });

  test("a header again is ignored", async () => {
    const { file, rows } = await decodeText([HEADER, row("u1"), HEADER, row("u2")].join("\n"));
    expect(rows).toHaveLength(2);
    expect(file).toMatchObject({ read: 3, rejected: 0, ignored: 1, skippedLines: [] });
  });

  test("its columns may have moved", async () => {
    const { file, rows } = await decodeText(
      [
        "user_id,occurred_at,type,amount,状态,备注",
        "u1,2024-01-05,lend,5,成功,",
        "备注,状态,金额,交易类型,user_id,occurred_at,more",
        "a,失败,6,exit,u2,2024-01-06,x",
        "b,成功,7,exit,u3,2024-01-07,y",
        "c,成功,7",
        "user_id,occurred_at,type,amount,状态,备注",
        "u4,2024-01-08,lend,8,成功,",
      ].join("\n"),
    );
    expect(rows.map(({ lender, at, type, amount }) => [lender, at.slice(0, 10), type, amount])).toEqual([
      ["u1", "2024-01-05", "lend", 500],
      ["u3", "2024-01-07", "exit", 700],
      ["u4", "2024-01-08", "lend", 800],
    ]);
    expect(file).toMatchObject({ read: 7, rows: 3, rejected: 1, ignored: 3 });
    expect(file?.rejects).toMatchObject([{ line: 6, code: "WRONG_COLUMN_COUNT" }]);
    expect(file?.layout.headerLine).toBe(1);
  });

  test("a question is asked of a column wherever it has moved", async () => {
    const { rows } = await decodeText(
      [HEADER, "u1,03/04/2024,lend,5", "amount,type,occurred_at,user_id", "6,lend,06/30/2020,u2", ""].join("\n"),
    );
    expect(rows.map(({ lender, at }) => [lender, at.slice(0, 10)])).toEqual([
      ["u1", "2024-03-04"],
      ["u2", "2020-06-30"],
    ]);
  });

  test.each(["occurred_at,user_id,type,money_in", "occurred_at,user_id,type,amount（万元）"])(
    "other columns are another table: %s",
    async (header) => {
      const { refusal } = await decodeText([HEADER, row("u1"), header, "2024-01-05,u2,lend,5"].join("\n"));
      expect(refusal).toMatchObject({ code: "AMBIGUOUS_COLUMN", line: 3, values: [header] });
    },
  );

  test("a row that merely cannot be taken is no footer", async () => {
    const { file } = await decodeText([HEADER, row("u1"), row("u2", "x"), row("totally", "x")].join("\n"));
    expect(file).toMatchObject({ rejected: 2, ignored: 0 });
  });
});

describe("headers", () => {
  test("in Chinese, English, any case and width", async () => {
    const { file, rows } = await decodeText(
      [
        "交易流水号,出借人ID,成交时间,业务类型,成交金额（元）,产品名称,期限(天),年化利率,注册渠道,备注,__proto__,constructor",
        "T1,u1,2024-01-05,出借,5,P,30,9.60%,app,,x,y",
      ].join("\n"),
    );
    expect(file?.layout.mapping.map(({ column }) => column)).toEqual([
      "txn_id",
      "user_id",
      "occurred_at",
      "type",
      "amount",
      "product",
      "term_days",
      "annual_rate",
      "channel",
    ]);
    expect(file?.layout.unused).toEqual(["备注", "__proto__", "constructor"]);
    expect(rows[0]).toMatchObject({ type: "lend", rate: 96000, channel: "app", term: 30 });
    const wide = await decodeText("ＵＳＥＲ＿ＩＤ,Occurred-At,TXN TYPE,Amount（ＣＮＹ）\nu,2024-01-05,lend,5\n");
    expect(wide.rows).toHaveLength(1);
    const camel = await decodeText(
      "transId,userIdcardHash,transTime,transType,transMoney,sourceProductCode\nT,u,2024-01-05,lend,5,P\n",
    );
    expect(camel.rows).toMatchObject([{ id: "T", lender: "u", product: "P" }]);
  });

  test("a missing column is named, with what was found and what looks like it", async () => {
    const { refusal } = await decodeText("user_id,occured_at,type,amount\nu,2024-01-05,lend,5\n");
    expect(refusal).toMatchObject({
      code: "MISSING_COLUMN",
      column: "occurred_at",
      line: 1,
      headersFound: ["user_id", "occured_at", "type", "amount"],
      nearest: [{ column: "occurred_at", headers: ["occured_at"] }],
    });
  });

  test.each([
    ["金额,交易金额(元)", "amount"],
    ["amount,amount", "amount"],
  ])("%s both claim one column", async (headers, column) => {
    const { refusal } = await decodeText(`user_id,date,type,${headers}\nu,2024-01-05,lend,5,5\n`);
    expect(refusal).toMatchObject({ code: "AMBIGUOUS_COLUMN", column, values: headers.split(",") });
  });

  test("alone they are a table of no rows", async () => {
    const { file, blocks } = await decodeText(HEADER);
    expect(file).toMatchObject({ read: 0, rows: 0, rejected: 0, ignored: 0 });
    expect(blocks).toEqual([]);
  });
});

test("every type value, in both languages", async () => {
  const values =
    "lend 出借 投资 投标 成交 购买 申购 加入 INVEST investment purchase|exit 回款本金 还本 到期退出 到期赎回 兑付 本金回款 repayment principal redemption|" +
    "early_exit 提前退出 提前赎回 提前还款 Early-Redemption prepayment|compensation 代偿 buyback|transfer_in 债权受让 承接 转让买入|" +
    "transfer_out 债权转让 转让卖出|write_off 核销 坏账核销|opening 期初|interest 利息 收益 回款利息|fee 服务费 手续费 管理费|" +
    "subsidy 红包 加息券 返现 奖励 体验金收益 bonus cashback|deposit recharge 充值|withdraw 提现 withdrawal";
  for (const group of values.split("|")) {
    const words = group.split(" ");
    const { rows } = await decodeText([HEADER, ...words.map((word) => `u,2024-01-05,${word},5`)].join("\n"));
    expect(rows.map(({ type }) => type)).toEqual(words.map(() => words[0]));
  }
});

test("types that nobody has mapped are counted by value", async () => {
  const { file } = await decodeText(
    [HEADER, row("u1"), ...["gift", "swap", " gift ", "", "gift"].map((type) => `u,2024-01-05,${type},5`)].join("\n"),
  );
  expect(file?.unknownTypes).toEqual([
    { value: "gift", count: 3 },
    { value: "swap", count: 1 },
    { value: "", count: 1 },
  ]);
});

describe("ids", () => {
  test("are text, without what spreadsheets put around them", async () => {
    const { rows } = await decodeText(
      table(
        "000123,'00123,2024-01-05,lend,5,,,",
        '1234567890123456789,"=""00123""",2024-01-05,lend,5,,,',
        "`T3\t, 00123 ,2024-01-05,lend,5,,,",
        "T 4,`00123\t,2024-01-05,lend,5,,,",
        "T5,__proto__,2024-01-05,lend,5,__proto__,,constructor",
        "T6,cafe\u0301,2024-01-05,lend,5,,,",
        "T7,caf\u00e9,2024-01-05,lend,5,,,",
        "T8,U1,2024-01-05,lend,5,,,",
        "T9,u1,2024-01-05,lend,5,,,",
        "=cmd|' /C calc'!A0,null,2024-01-05,lend,5,,,",
      ),
    );
    expect(rows.map(({ id }) => id)).toEqual([
      "000123",
      "1234567890123456789",
      "T3",
      "T 4",
      "T5",
      "T6",
      "T7",
      "T8",
      "T9",
      "=cmd|' /C calc'!A0",
    ]);
    expect(rows.map(({ lender }) => lender)).toEqual([
      "00123",
      "00123",
      "00123",
      "00123",
      "__proto__",
      "caf\u00e9",
      "caf\u00e9",
      "U1",
      "u1",
      "null",
    ]);
  });

  test.each(["1.23457E+18", "########", "a\u0000b", `"a\nb"`, "x".repeat(129)])("%j is BAD_ID", async (id) => {
    const { file } = await decodeText(
      table("T0,U,2024-01-05,lend,5,,,", `${id},U,2024-01-05,lend,5,,,`, `T2,${id},2024-01-05,lend,5,,,`),
    );
    expect(file?.rejects).toMatchObject([
      { code: "BAD_ID", column: "txn_id" },
      { code: "BAD_ID", column: "user_id" },
    ]);
  });

  test("rejected rows leave no lender behind", async () => {
    const { blocks } = await decodeText([HEADER, row("u1"), row("u2", "x"), row("u3")].join("\n"));
    expect(blocks.flatMap(({ newLenders }) => newLenders)).toEqual(["u1", "u3"]);
  });
});

describe("identity", () => {
  const hashes = async (text: string) => (await decodeText(text)).rows.map(({ hash }) => hash);

  test("with txn_id it is the id and nothing else", async () => {
    const [a, b, c] = await hashes(
      table("T1,U,2024-01-05,lend,5,,,", "'T1,V,2024-02-05,exit,6,P,3,c", "T2,U,2024-01-05,lend,5,,,"),
    );
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  test("without it is the content and its ordinal, in any file and any form", async () => {
    const first = await hashes(`${HEADER},product\n${row("u1")},P\n${row("u1")},P\n${row("u2")},P\n`);
    expect(new Set(first).size).toBe(3);
    const again = await hashes(
      "产品,金额,类型,日期,用户ID\nQ,5,出借,2024/1/5,zz\n P ,5.00,投资,2024/1/5,u2\nP,¥5,出借,20240105,u1\nP,5,lend,2024-01-05,u1\n",
    );
    expect(again.slice(1)).toEqual([first[2], first[0], first[1]]);
  });

  test("every optional column is part of it", async () => {
    const header = `${HEADER},product,term,channel,rate,interest_due,coupon,is_auto,lot_id`;
    const rows = [
      "P,3,c,1%,1,1,yes,L",
      "Q,3,c,1%,1,1,yes,L",
      "P,4,c,1%,1,1,yes,L",
      "P,3,d,1%,1,1,yes,L",
      "P,3,c,2%,1,1,yes,L",
    ];
    const more = [
      "P,3,c,1%,2,1,yes,L",
      "P,3,c,1%,1,2,yes,L",
      "P,3,c,1%,1,1,no,L",
      "P,3,c,1%,1,1,yes,M",
      "c,3,P,1%,1,1,yes,L",
    ];
    const all = await hashes([header, ...[...rows, ...more].map((end) => `${row("u")},${end}`)].join("\n"));
    expect(new Set(all).size).toBe(10);
  });
});

test("blocks are full but for the last, and bring the names they are the first to use", async () => {
  const lines = Array.from(
    { length: 140_000 },
    (_, at) => `T${at},U${at % 7},2024-01-05,lend,5,P${at > 135_000 ? 2 : 1},30,`,
  );
  const blocks: DecodedBlock[] = [];
  const outcome = await createDecodeFile({ wholeBytes: 0, chunkBytes: 1 << 20, hashWholeBytes: 0 })(
    new Blob([longTable(lines)]),
    {
      zone: "Asia/Shanghai",
      onBlock: (block) => void blocks.push(block),
    },
  );
  expect(outcome).toMatchObject({ type: "decoded", file: { rows: 140_000 } });
  expect(blocks.map(({ columns }) => columns.rows)).toEqual([BLOCK_ROWS, 140_000 - BLOCK_ROWS]);
  expect(blocks.map(({ newProducts }) => newProducts)).toEqual([["P1"], ["P2"]]);
  expect(blocks.map(({ newLenders }) => newLenders.length)).toEqual([7, 0]);
  const last = blocks[1]!;
  expect(textAt(last.identity.ids!, last.columns.rows - 1)).toBe("T139999");
  expect(last.lines.at(-1)).toBe(140_001);
});

describe("bytes that are no UTF-8", () => {
  const filler = Array.from({ length: 300 }, (_, at) => row(`甲${at}`));
  const before = new TextEncoder().encode([`${HEADER},备注`, ...filler.map((line) => `${line},`), ""].join("\n"));
  const bad = (...texts: (string | number)[]): number[] =>
    texts.flatMap((text) => (typeof text === "number" ? [text] : [...new TextEncoder().encode(text)]));

  test("reject their rows, with the cell", async () => {
    const { file, rows } = await decodeText(
      new Uint8Array([
        ...before,
        ...bad("u", 0xff, ",2024-01-05,lend,5,x\n"),
        ...bad("u1,2024-01-05,lend,5,", 0xc3, "\n"),
        ...bad("u1,2024-01-05,lend,5,甲\n"),
      ]),
    );
    expect(rows).toHaveLength(301);
    expect(file?.rejects.map(({ line, code, column, value }) => [line, code, column, value])).toEqual([
      [302, "BAD_BYTES", "user_id", "u\ufffd"],
      [303, "BAD_BYTES", null, "\ufffd"],
    ]);
    expect(file).toMatchObject({ read: 303, rows: 301, rejected: 2, ignored: 0 });
  });
});

test("names that were mangled before they came to us are warned of in every row", async () => {
  const { file, rows } = await decodeText(
    [`${HEADER},product`, `${row("锟斤拷1")},P`, `${row("锟斤拷1")},锟斤拷`, `${row("u")},锟斤拷`].join("\n"),
  );
  expect(rows).toHaveLength(3);
  expect(file?.warnings.find(({ code }) => code === "DAMAGED_AT_SOURCE")).toMatchObject({
    count: 3,
    examples: [
      { line: 2, value: "锟斤拷1" },
      { line: 3, value: "锟斤拷1" },
      { line: 4, value: "锟斤拷" },
    ],
  });
});
