import { describe, expect, test } from "vitest";

import { maskLender } from "#src/ui/maskLender.ts";
import { table } from "#test/ingest/decodeText.ts";

import { catalogue, importAll, plainTable, recordCases, type Case } from "./support.ts";

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const lender = (id: string): string => plainTable(`${quoted(id)},2024-01-05,exit,5`);
const txn = (...ids: readonly string[]): string => table(...ids.map((id) => `${quoted(id)},u1,2024-01-05,exit,5,,,`));
const long = "x".repeat(10_000);

catalogue("ids are text", [
  {
    title: "leading zeros are part of them, and told from those without",
    input: plainTable("000123,2024-01-05,exit,5", "123,2024-01-05,exit,5"),
    verdict: { rows: [{ lender: "000123" }, { lender: "123" }], warns: [["LOOKALIKE_ID", 1, 3]] },
  },
  { title: "nineteen digits", input: txn("1234567890123456789"), verdict: { rows: [{ id: "1234567890123456789" }] } },
  {
    title: "rounded by a spreadsheet",
    input: txn("T1", "1.23457E+18"),
    verdict: { rows: 1, rejects: [[3, "BAD_ID", "txn_id", "1.23457E+18"]] },
  },
  {
    title: "all of them rounded",
    input: txn("1.23457E+18", "1.23458E+18", "1.23459E+18", "1.2346E+18"),
    verdict: { refused: "ALL_ROWS_REJECTED", line: 2, values: ["BAD_ID"] },
  },
  ...["2023001\t", "'2023001", "`2023001", '="2023001"', "  2023001 "].map((id): Case => ({
    title: `${JSON.stringify(id)} is what a spreadsheet was kept from counting with`,
    input: txn(id),
    verdict: { rows: [{ id: "2023001" }] },
  })),
  {
    title: "ten thousand characters",
    input: plainTable(`${long},2024-01-05,exit,5`, "u1,2024-01-05,exit,5"),
    verdict: { rows: 1, rejects: [[2, "BAD_ID", "user_id", long.slice(0, 4000)]] },
  },
  { title: "128 characters", input: lender("x".repeat(128)), verdict: { rows: [{ lender: "x".repeat(128) }] } },
]);

catalogue("ids that are not there", [
  {
    title: "of the lender",
    input: plainTable(",2024-01-05,exit,5", " ,2024-01-05,exit,5", "u1,2024-01-05,exit,5"),
    verdict: {
      rows: 1,
      rejects: [
        [2, "MISSING_USER", "user_id", ""],
        [3, "MISSING_USER", "user_id", " "],
      ],
    },
  },
  {
    title: "of the transaction, in a file that has the column",
    input: txn("T1", ""),
    verdict: { rows: 1, rejects: [[3, "MISSING_TXN_ID", "txn_id", ""]] },
  },
  {
    title: "of any transaction: rows are told apart by what they say and how often",
    input: plainTable("u1,2024-01-05,exit,5", "u1,2024-01-05,exit,5"),
    verdict: { rows: [{ id: null }, { id: null }] },
  },
]);

catalogue("ids that a reader takes for one another", [
  {
    title: "by their case",
    input: plainTable("u1,2024-01-05,exit,5", "U1,2024-01-05,exit,5"),
    verdict: { rows: [{ lender: "u1" }, { lender: "U1" }], warns: [["LOOKALIKE_ID", 1, 3]] },
  },
  {
    title: "by letters of another alphabet",
    input: plainTable("A1,2024-01-05,exit,5", "\u04101,2024-01-05,exit,5"),
    verdict: { rows: [{ lender: "A1" }, { lender: "\u04101" }], warns: [["LOOKALIKE_ID", 1, 3]] },
  },
  {
    title: "by a zero-width space within",
    input: plainTable("A1,2024-01-05,exit,5", "A\u200b1,2024-01-05,exit,5"),
    verdict: { rows: [{ lender: "A1" }, { lender: "A\u200b1" }], warns: [["LOOKALIKE_ID", 1, 3]] },
  },
  { title: "spaces within are part of them", input: lender(" u 1 "), verdict: { rows: [{ lender: "u 1" }] } },
]);

const INERT = [
  "=cmd|'/C calc'!A0",
  "@SUM(A1:A9)",
  "+1",
  "-1+2",
  "＝1+1",
  "<img src=x onerror=alert(1)>",
  `<meta http-equiv=refresh content="0;url=//example.com">`,
  "javascript:alert(1)",
  "{{7*7}}",
  "%s",
  "${x}",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "length",
  "NaN",
  "null",
  "undefined",
  "13800138000",
  "11010519491231002X",
  "😀🀄",
  "𠮷野家",
  "\u0645\u0631\u062d\u0628\u0627",
];

catalogue(
  "text that means something elsewhere is text here",
  INERT.map((id): Case => ({
    title: JSON.stringify(id),
    input: table(`${quoted(id)},${quoted(id)},2024-01-05,lend,5,${quoted(id)},,${quoted(id)}`),
    verdict: { rows: [{ id, lender: id, product: id, channel: id }] },
  })),
);

catalogue("characters that command begin no id that stays", [
  { title: "a tab in front is taken off", input: lender("\t=1+1"), verdict: { rows: [{ lender: "=1+1" }] } },
  { title: "so is a line break", input: lender("\r\n=1+1"), verdict: { rows: [{ lender: "=1+1" }] } },
  {
    title: "a line break within is refused",
    input: plainTable("u1,2024-01-05,exit,5", '"a\nb",2024-01-05,exit,5', "u2,2024-01-05,exit,x"),
    verdict: {
      rows: 1,
      rejects: [
        [3, "BAD_ID", "user_id", "a\nb"],
        [5, "BAD_AMOUNT", "amount", "x"],
      ],
    },
  },
]);

catalogue("words that nobody has explained", [
  {
    title: "types are parked by value, and asked for",
    input: plainTable(
      "u1,2024-01-05,lend,5",
      "u1,2024-01-05,体验金,6",
      "u1,2024-01-06,体验金,7",
      "u1,2024-01-06,内部调账,8",
    ),
    verdict: {
      rows: 1,
      rejects: [
        [3, "UNKNOWN_TYPE", "type", "体验金"],
        [4, "UNKNOWN_TYPE", "type", "体验金"],
        [5, "UNKNOWN_TYPE", "type", "内部调账"],
      ],
    },
  },
  {
    title: "types that were explained",
    input: plainTable(
      "u1,2024-01-05,lend,5",
      "u1,2024-01-05,体验金,6",
      "u1,2024-01-06,体验金,7",
      "u1,2024-01-06,内部调账,8",
    ),
    reading: { types: { 体验金: "subsidy", 内部调账: "ignore" } },
    verdict: { rows: [{ type: "lend" }, { type: "subsidy" }, { type: "subsidy" }], ignored: 1 },
  },
  {
    title: "type and description together",
    input: "user_id,occurred_at,type,amount,备注\nu1,2024-01-05,转账,5,出借\nu1,2024-01-06,转账,6,利息\n",
    reading: { description: 4, types: { "转账 / 出借": "lend", "转账 / 利息": "interest" } },
    verdict: { rows: [{ type: "lend" }, { type: "interest" }] },
  },
]);

const STATUSES = "user_id,occurred_at,type,amount,状态\n";

catalogue("rows of which nothing came", [
  {
    title: "failed, pending, withdrawn and closed ones are ignored",
    input: `${STATUSES}${["成功", "失败", "处理中", "已撤销", "关闭", "failed", "pending", ""].map((status, at) => `u${at},2024-01-05,exit,5,${status}\n`).join("")}`,
    verdict: { rows: [{ lender: "u0" }, { lender: "u7" }], ignored: 6 },
  },
  {
    title: "or those that somebody left out",
    input: `${STATUSES}u1,2024-01-05,exit,5,完结\nu2,2024-01-05,exit,5,在途\n`,
    reading: { status: { column: 4, keep: ["完结"] } },
    verdict: { rows: [{ lender: "u1" }], ignored: 1 },
  },
]);

describe("beside the verdict", () => {
  test("unknown types are counted by value", async () => {
    const { outcomes } = await importAll({
      "a.csv": plainTable(
        "u1,2024-01-05,lend,5",
        ...["体验金", "内部调账", "体验金"].map((type) => `u1,2024-01-05,${type},6`),
      ),
    });
    expect(outcomes).toMatchObject([
      {
        record: {
          unknownTypes: [
            { value: "体验金", count: 2 },
            { value: "内部调账", count: 1 },
          ],
        },
      },
    ]);
  });

  test.each(["13800138000", "11010519491231002X"])("%s is masked where lenders are shown", (id) => {
    const masked = maskLender(id);
    expect(masked).not.toContain(id.slice(3, -4));
    expect(masked.length).toBeLessThan(id.length);
  });

  test("a file of rejected rows runs nothing in a spreadsheet, and comes back as it was", async () => {
    // A sign and digits are a number, which a spreadsheet may show as one.
    const ids = INERT.filter((id) => /^[=@+\-＝]/.test(id) && !/^\+\d+$/.test(id));
    const { engine, outcomes } = await importAll({
      "a.csv": table(
        "T0,u1,2024-01-05,exit,5,,,",
        ...ids.map((id, at) => `T${at + 1},${quoted(id)},2024-01-05,exit,x,,,`),
      ),
    });
    const [outcome] = outcomes;
    if (outcome?.type !== "imported") throw new Error("refused");
    const file = await engine.methods.rejectedFile({ importId: outcome.record.importId });
    const text = await file.text();
    for (const line of text.split("\r\n").slice(1, -1)) {
      for (const cell of line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) expect(cell).not.toMatch(/^"?[=@+＝]|^"?-\d+\+/);
    }
    const mended = new File([text.replaceAll(/,exit,x,/g, ",exit,9,")], "mended.csv");
    const again = await importAll([mended]);
    expect(again.outcomes).toMatchObject([
      { type: "imported", record: { counts: { read: ids.length, accepted: ids.length } } },
    ]);
    const page = await again.engine.methods.rows({
      where: {},
      sort: { by: "lender", descending: false },
      offset: 0,
      limit: 50,
    });
    expect(page.rows.map((each) => each.lender).toSorted()).toEqual(ids.toSorted());
  });
});

recordCases("ids", 4);
