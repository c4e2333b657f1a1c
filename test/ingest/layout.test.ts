import { describe, expect, test } from "vitest";

import type { FileRefusal } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";
import { bytesOf } from "#src/ingest/text/bytes.ts";
import { layoutOf, type TableLayout } from "#src/ingest/header/layout.ts";

const HEADER = "user_id,occurred_at,type,amount";

function layout(text: string, reading?: Reading): TableLayout {
  const found = layoutOf(bytesOf(text), true, reading);
  if ("code" in found) throw new Error(`refused: ${found.message}`);
  return found;
}

function refusal(text: string, reading?: Reading): FileRefusal {
  const found = layoutOf(bytesOf(text), true, reading);
  if (!("code" in found)) throw new Error("taken");
  return found;
}

describe("without a reading", () => {
  test("the header is kept as it stands, with its place", () => {
    const found = layout(`Report of June\n${HEADER.toUpperCase()}\nu1,2024-01-05,lend,5\n`);
    expect(found).toMatchObject({ headerLine: 2, headerText: HEADER.toUpperCase(), bodyLine: 3, reading: {} });
    expect(found.skipped).toEqual([{ line: 1, text: "Report of June" }]);
  });

  test.each([
    ["状态", "statusIndex"],
    ["交易结果", "statusIndex"],
    ["Order Status", "statusIndex"],
    ["币种", "currencyIndex"],
    ["currency", "currencyIndex"],
  ] as const)("%s is found as %s", (header, index) => {
    expect(layout(`${HEADER},${header}\n`)[index]).toBe(4);
    expect(layout(`${HEADER}\n`)[index]).toBe(-1);
  });

  test("a missing column is refused with the headers that look like it", () => {
    expect(refusal("user_id,occurred_at,type,amonut\n")).toMatchObject({
      code: "MISSING_COLUMN",
      line: 1,
      column: "amount",
      nearest: [{ column: "amount", headers: ["amonut"] }],
    });
  });

  test("two headers for one column are refused with both", () => {
    expect(refusal(`${HEADER},金额\n`)).toMatchObject({ code: "AMBIGUOUS_COLUMN", values: ["amount", "金额"] });
  });
});

describe("columns of a reading", () => {
  const columns = { user_id: 0, occurred_at: 1, type: 2, amount: 3 };

  test("are the only ones that are read, whatever the headers say", () => {
    const found = layout("who,when,what,how much,amount,txn_id\n", { columns });
    expect(Object.fromEntries(found.indexOf)).toEqual(columns);
    expect(found.headers.map(({ column }) => column)).toEqual([
      ...["user_id", "occurred_at", "type", "amount"],
      undefined,
      undefined,
    ]);
  });

  test("settle which of two headers is meant", () => {
    expect(layout(`${HEADER},金额\n`, { columns: { ...columns, amount: 4 } }).indexOf.get("amount")).toBe(4);
  });

  test("find the header below a title that has as many words as it", () => {
    const found = layout("June,2024-06-30\nwho,when,what,how much\nu1,2024-01-05,lend,5\n", { columns });
    expect(found.headerLine).toBe(2);
  });

  test("outside the file are refused", () => {
    const reading = { columns: { ...columns, amount: 4 } };
    expect(refusal("a,b,c,d\n", reading)).toMatchObject({ code: "MISSING_COLUMN", column: "amount" });
    expect(refusal(`${HEADER}\n`, { status: { column: 7, keep: ["ok"] } })).toMatchObject({ code: "MISSING_COLUMN" });
  });

  test("that lack a required one are refused", () => {
    expect(refusal("a,b,c,d\n", { columns: { user_id: 0, occurred_at: 1, type: 2 } })).toMatchObject({
      code: "MISSING_COLUMN",
      column: "amount",
    });
  });

  test("may be nameless ones at the end", () => {
    const found = layout("user_id,occurred_at,type,\n", { columns });
    expect([found.fields, found.indexOf.get("amount")]).toEqual([4, 3]);
  });
});

describe("the shape of the sign", () => {
  const ends = { positive: "lend", negative: "exit" } as const;

  test("signed amounts need no type", () => {
    const text = "user_id,occurred_at,amount\n";
    expect(refusal(text)).toMatchObject({ code: "MISSING_COLUMN", column: "type" });
    expect(layout(text, { sign: { shape: "signed", ...ends } }).indexOf.has("type")).toBe(false);
  });

  test("credit and debit need no amount, and keep their units", () => {
    const text = "user_id,occurred_at,收入（万元）,支出（万元）\n";
    const sign = { shape: "credit_debit", credit: 2, debit: 3, ...ends } as const;
    const found = layout(text, { sign });
    expect(found.indexOf.has("amount")).toBe(false);
    expect(found.headers.map(({ scaleFen }) => scaleFen).slice(2)).toEqual([1_000_000, 1_000_000]);
    expect(refusal(text, { sign: { ...sign, debit: 9 } })).toMatchObject({ code: "MISSING_COLUMN", column: "amount" });
  });
});

describe("where the table is", () => {
  test("a header line of the reading stands over a better one", () => {
    const text = `${HEADER}\na,b,c,d\nu1,2024-01-05,lend,5\n`;
    const found = layout(text, { headerLine: 2, columns: { user_id: 0, occurred_at: 1, type: 2, amount: 3 } });
    expect(found).toMatchObject({ headerLine: 2, headerText: "a,b,c,d", bodyLine: 3 });
  });

  test("a line that holds no record is refused", () => {
    expect(refusal(`${HEADER}\n`, { headerLine: 9 })).toMatchObject({ code: "MISSING_COLUMN", line: 9 });
  });

  test("without a header the columns are numbers, and the first line is a row", () => {
    const columns = { user_id: 0, occurred_at: 1, type: 2, amount: 3 };
    const rows = "u1;2024-01-05;lend;5\nu2;2024-01-05;lend;6\n";
    const found = layout(rows, { headerLine: 0, columns });
    expect(found).toMatchObject({ headerLine: 0, headerText: "", delimiter: ";", bodyFrom: 0, bodyLine: 1, fields: 4 });
    expect(found.headers.map(({ name }) => name)).toEqual(["1", "2", "3", "4"]);
    const announced = layout(`sep=;\r\n${rows}`, { headerLine: 0, columns });
    expect(announced).toMatchObject({ bodyFrom: 7, bodyLine: 2, skipped: [{ line: 1, text: "sep=;" }] });
  });

  test("a delimiter of the reading stands over what is found and what is announced", () => {
    const text = `sep=,\n${HEADER.replaceAll(",", "|")}\n`;
    expect(layout(text, { delimiter: "|" })).toMatchObject({ delimiter: "|", headerLine: 2 });
    expect(refusal(text)).toMatchObject({ code: "MISSING_COLUMN" });
  });

  test("the worth of money in the reading stands over the headers", () => {
    const found = layout("user_id,occurred_at,type,amount(万元)\n", { scaleFen: 1 });
    expect(found.headers[3]).toMatchObject({ column: "amount", scaleFen: 1 });
  });
});
