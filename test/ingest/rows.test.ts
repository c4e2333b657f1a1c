import { expect, test } from "vitest";

import { decodeText, table } from "./decodeText.ts";

test("a canonical file becomes columns, with physical lines", async () => {
  const { file, rows, sha256 } = await decodeText(
    table(
      "T1,U1,2024-01-01 08:16:08,recharge,11200.00,,,",
      "T2,U1,2024-01-01 08:17:08,lend,11200.5,YZ90,90,appstore",
      "T3,U2,2024-01-31T23:59:59,exit,7,XS30,30,referral",
    ),
  );
  expect(rows.map(({ hash: _hash, ...row }) => row)).toEqual([
    {
      line: 2,
      id: "T1",
      lender: "U1",
      at: "2024-01-01 08:16:08",
      type: "deposit",
      amount: 1120000,
      product: "",
      channel: "",
      term: 0,
    },
    {
      line: 3,
      id: "T2",
      lender: "U1",
      at: "2024-01-01 08:17:08",
      type: "lend",
      amount: 1120050,
      product: "YZ90",
      channel: "appstore",
      term: 90,
    },
    {
      line: 4,
      id: "T3",
      lender: "U2",
      at: "2024-01-31 23:59:59",
      type: "exit",
      amount: 700,
      product: "XS30",
      channel: "referral",
      term: 30,
    },
  ]);
  expect(file).toMatchObject({ read: 3, rows: 3, rejected: 0, ignored: 0, warnings: [] });
  expect(file?.layout).toEqual({
    encoding: "utf-8",
    delimiter: ",",
    headerLine: 1,
    headerText: "txn_id,user_id,occurred_at,type,amount,product,term_days,channel",
    mapping: ["txn_id", "user_id", "occurred_at", "type", "amount", "product", "term_days", "channel"].map((name) => ({
      column: name,
      header: name,
    })),
    unused: [],
    amountScaleFen: 100,
  });
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("each row of the dirty ledger is rejected for its one fault, and the rest is taken", async () => {
  const { file, rows } = await decodeText(
    table(
      "x1,u1,2024-01-01,lend,100.00,P,30,a",
      "x1,u1,2024-01-01,lend,100.00,P,30,a",
      "x2,u1,2024-01-02,lend,50,P,30,a",
      "x2,u1,2024-01-02,lend,60,P,30,a",
      "x3,u1,2024-02-30,lend,1,P,30,a",
      "x4,u1,2024-01-03,lend,-1,P,30,a",
      "x5,u1,2024-01-03,lend,1.005,P,30,a",
      "x6,,2024-01-03,lend,1,P,30,a",
      "x7,u1,2024-01-03,gift,1,P,30,a",
      ",u1,2024-01-03,lend,1,P,30,a",
      "x8,u1,2024-01-03,lend,0.00,P,30,a",
      "x9,u1,2024-01-03,lend,1,P,abc,a",
      'x10,u2,2024/01/03 08:00:00,lend,"1,000.10",P,,a',
      "x11,u2,2024-01-31,exit,2000,P,30,a",
    ),
  );
  expect(rows.map(({ id }) => id)).toEqual(["x1", "x1", "x2", "x2", "x10", "x11"]);
  expect(rows[4]).toMatchObject({ at: "2024-01-03 08:00:00", amount: 100010, term: 0 });
  expect(file?.rejects.map(({ line, code, column, value }) => [line, code, column, value])).toEqual([
    [6, "BAD_DATE", "occurred_at", "2024-02-30"],
    [7, "BAD_AMOUNT", "amount", "-1"],
    [8, "BAD_AMOUNT", "amount", "1.005"],
    [9, "MISSING_USER", "user_id", ""],
    [10, "UNKNOWN_TYPE", "type", "gift"],
    [11, "MISSING_TXN_ID", "txn_id", ""],
    [12, "ZERO_AMOUNT", "amount", "0.00"],
    [13, "BAD_TERM", "term_days", "abc"],
  ]);
  expect(file?.rejects[0]?.text).toBe("x3,u1,2024-02-30,lend,1,P,30,a");
  expect(file?.warnings).toEqual([{ code: "NO_TERM", count: 1, examples: [{ line: 14, value: "" }] }]);
  expect(file?.unknownTypes).toEqual([{ value: "gift", count: 1 }]);
  expect(file).toMatchObject({ read: 14, rows: 6, rejected: 8, ignored: 0 });
});
