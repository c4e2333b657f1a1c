import { openAsBlob, readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { textsOf } from "#src/domain/columns.ts";
import { TABLES, type TableName } from "#src/domain/datasets.ts";
import type { FileRefusal } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";
import { bytesOf } from "#src/ingest/text/bytes.ts";
import { decodeDataset } from "#src/ingest/tables/datasetDecoder.ts";
import type { DecodedTable } from "#src/ingest/decodedFile.ts";
import { FileText } from "#src/ingest/text/encoding.ts";
import { FileBytes, READ_PLAN } from "#src/ingest/text/fileBytes.ts";
import { FileRefused } from "#src/ingest/fileRefused.ts";

type Row = Readonly<Record<string, string | number | null>>;

async function decode(dataset: TableName, content: string | Blob, reading?: Reading): Promise<DecodedTable> {
  const file = new FileBytes(content instanceof Blob ? content : new Blob([content]), READ_PLAN);
  return decodeDataset(new FileText(file), { dataset, zone: "Asia/Shanghai", ...(reading && { reading }) });
}

async function refusal(dataset: TableName, content: string, reading?: Reading): Promise<FileRefusal> {
  const error = await decode(dataset, content, reading).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FileRefused)) throw new Error(`not refused: ${String(error)}`);
  return error.refusal;
}

/** The rows as a reader would write them down. */
function rowsOf({ dataset, data, lines }: DecodedTable): Row[] {
  const columns = TABLES[dataset].map(({ name, cell }, place) => {
    const values = data.columns[place]!;
    const cells =
      values.type === "text" ? textsOf(values.texts) : Array.from(values.numbers, (value) => spelt(value, cell));
    return [name, cells] as const;
  });
  return Array.from({ length: data.rows }, (_, row) => ({
    line: lines[row]!,
    ...Object.fromEntries(columns.map(([name, cells]) => [name, cells[row]!])),
  }));
}

function spelt(value: number, cell: string): string | number | null {
  if (Number.isNaN(value)) return null;
  return cell === "day" ? new Date(value * 86_400_000).toISOString().slice(0, 10) : value;
}

function rejects({ rejects: all }: DecodedTable): (string | number | null)[][] {
  return all.map(({ line, code, column, value }) => [line, code, column, value]);
}

describe("the sample files", () => {
  test.each([
    ["lenders", 6511],
    ["spend", 1573],
    ["loans", 2912],
    ["funds", 30],
    ["targets", 75],
    ["annotations", 12],
  ] as const)("%s: all %i rows", async (dataset, rows) => {
    const table = await decode(dataset, await openAsBlob(`sample-data/${dataset}.csv`));
    expect(table).toMatchObject({ dataset, read: rows, rejected: 0, ignored: 0, data: { rows } });
    expect(table.lines.at(-1)).toBe(rows + 1);
    for (const [place, { name, cell, required }] of TABLES[dataset].entries()) {
      const values = table.data.columns[place]!;
      expect([name, values.type]).toEqual([name, cell === "text" ? "text" : "number"]);
      const absent = values.type === "text" ? textsOf(values.texts).includes("") : values.numbers.includes(Number.NaN);
      expect([name, required && absent]).toEqual([name, false]);
    }
  });

  test("their first rows, cell by cell", async () => {
    const [lender] = rowsOf(await decode("lenders", await openAsBlob("sample-data/lenders.csv")));
    expect(lender).toMatchObject({
      ...{ line: 2, user_id: "U00001", registered_at: "2023-11-01", channel: "", birth_year: null },
      ...{ first_lend_at: "2024-01-02", is_internal: 1 },
    });
    const [loan] = rowsOf(await decode("loans", await openAsBlob("sample-data/loans.csv")));
    expect(loan).toMatchObject({
      ...{ loan_id: "L22120001", disbursed_on: "2022-12-15", principal: 18_800_000_000, annual_rate: 180_000 },
      ...{ periods: 12, method: "level", penalty_received: 0, overdue_days: 0 },
    });
    const [target] = rowsOf(await decode("targets", await openAsBlob("sample-data/targets.csv")));
    expect(target).toMatchObject({ month: "2024-01-01", metric: "outstanding", value: 5e12, owner: "Operations" });
  });
});

describe("Chinese exports", () => {
  test("of lenders", async () => {
    const table = await decode(
      "lenders",
      '注册用户表\n用户编号,注册时间,注册渠道,渠道类型,是否内部,邀请人\n="007",2024-01-31T20:00:00Z,应用商店,线上,是,\nU2,2024/1/5 08:00,门店,线下,否,007\n',
    );
    expect(rowsOf(table)).toMatchObject([
      { line: 3, user_id: "007", registered_at: "2024-02-01", channel_kind: "online", is_internal: 1, referrer_id: "" },
      {
        line: 4,
        registered_at: "2024-01-05",
        channel: "门店",
        channel_kind: "offline",
        is_internal: 0,
        referrer_id: "007",
      },
    ]);
    expect(table.skippedLines).toEqual([{ line: 1, text: "注册用户表" }]);
  });

  test("of loans, in 万元 and percent, with every method", async () => {
    const methods = ["等额本息", "等额本金", "先息后本", "到期还本付息", "双周付"];
    const table = await decode(
      "loans",
      [
        "借款编号,产品,放款日期,借款金额（万元）,年利率,期限（月）,还款方式,借款状态",
        ...methods.map((method, at) => `L${at},车贷,2024年1月5日,1.5,9.6,12个月,${method},还款中`),
      ].join("\n"),
    );
    expect(rowsOf(table).map(({ method }) => method)).toEqual([
      ...["level", "equal_principal", "interest_only", "bullet", "双周付"],
    ]);
    expect(rowsOf(table)[0]).toMatchObject({
      principal: 1_500_000,
      annual_rate: 96_000,
      periods: 12,
      status: "current",
    });
    expect(table.layout).toMatchObject({ amountScaleFen: 1_000_000, unused: [] });
    // Kept, and told of: no schedule can be made of it.
    expect(table.warnings).toEqual([{ code: "UNKNOWN_METHOD", count: 1, examples: [{ line: 6, value: "双周付" }] }]);
  });

  test("of funds of a kind that is none of ours: kept, and told of", async () => {
    const table = await decode(
      "funds",
      "as_of,kind,amount\n2024-06-30,magic,5000000\n2024-06-30,净资产,1\n2024-06-30,魔法,2\n",
    );
    expect(rowsOf(table).map(({ kind }) => kind)).toEqual(["magic", "net_assets", "魔法"]);
    expect(table.warnings).toEqual([
      {
        code: "UNKNOWN_KIND",
        count: 2,
        examples: [
          { line: 2, value: "magic" },
          { line: 4, value: "魔法" },
        ],
      },
    ]);
    // Spend and annotations have kinds of their own.
    const spend = await decode("spend", "date,channel,amount,kind\n2024-01-01,app,1,magic\n");
    expect(spend.warnings).toEqual([]);
  });

  test("of spend by month, and of funds below zero", async () => {
    const spend = await decode(
      "spend",
      '月份,渠道,花费\n2024-01,搜索,"1,200.50"\n2024年2月,搜索,0\n202403,搜索,1\n合计,,1201.50\n',
    );
    expect(rowsOf(spend)).toMatchObject([
      { date: "2024-01-01", amount: 120_050 },
      { date: "2024-02-01", amount: 0 },
      { date: "2024-03-01", amount: 100 },
    ]);
    expect(spend).toMatchObject({
      read: 4,
      rejected: 0,
      ignored: 1,
      skippedLines: [{ line: 5, text: "合计,,1201.50" }],
    });
    const funds = await decode(
      "funds",
      "截至日期,类别,金额（万元）,是否关联\n2024-03-31,净资产,-20.5,非关联\n2024-03-31,保险,0,\n",
    );
    expect(rowsOf(funds)).toMatchObject([
      { kind: "net_assets", amount: -20_500_000, related: 0 },
      { kind: "insurance", amount: 0, related: null },
    ]);
  });
});

describe("rows that cannot be taken", () => {
  test("of lenders", async () => {
    const table = await decode(
      "lenders",
      [
        "user_id,registered_at,birth_year,is_internal",
        "u1,2024-01-05,1985,",
        ",2024-01-05,,",
        "u2,,,",
        "u3,2024-02-30,,",
        "1.2E+15,2024-01-05,,",
        "u4,2024-01-05,abc,",
        "u5,2024-01-05,,perhaps",
        "u6,2024-01-05",
        "#REF!,2024-01-05,,",
        "u7,2024-01,,",
      ].join("\n"),
    );
    expect(rejects(table)).toEqual([
      [3, "MISSING_USER", "user_id", ""],
      [4, "MISSING_DATE", "registered_at", ""],
      [5, "BAD_DATE", "registered_at", "2024-02-30"],
      [6, "BAD_ID", "user_id", "1.2E+15"],
      [7, "BAD_TERM", "birth_year", "abc"],
      [8, "BAD_ID", "is_internal", "perhaps"],
      [9, "WRONG_COLUMN_COUNT", null, "2"],
      [10, "CELL_ERROR", "user_id", "#REF!"],
      [11, "BAD_DATE", "registered_at", "2024-01"],
    ]);
    expect(table).toMatchObject({ read: 10, rejected: 9, data: { rows: 1 } });
  });

  test("of loans and spend", async () => {
    const header = "loan_id,product,disbursed_on,principal,annual_rate,periods,method,fees_received";
    const loans = await decode(
      "loans",
      [
        header,
        "L1,P,2024-01-05,100,18%,12,level,",
        ",P,2024-01-05,100,18%,12,level,",
        "L2,,2024-01-05,100,18%,12,level,",
        "L3,P,2024-01-05,,18%,12,level,",
        "L4,P,2024-01-05,100,,12,level,",
        "L5,P,2024-01-05,100,18%,0,level,",
        "L6,P,2024-01-05,100,18%,90天,level,",
        "L7,P,2024-01-05,100,18%,12,level,-1",
        header,
      ].join("\n"),
    );
    expect(rejects(loans).map(([line, code, column]) => [line, code, column])).toEqual([
      [3, "MISSING_TXN_ID", "loan_id"],
      [4, "BAD_ID", "product"],
      [5, "MISSING_AMOUNT", "principal"],
      [6, "BAD_RATE", "annual_rate"],
      [7, "BAD_TERM", "periods"],
      [8, "BAD_TERM", "periods"],
      [9, "BAD_AMOUNT", "fees_received"],
    ]);
    expect(loans).toMatchObject({ read: 9, rejected: 7, ignored: 1, data: { rows: 1 } });
    const spend = await decode(
      "spend",
      "date,channel,amount\n2024-01-05,a,-3\n2024-01-05,a,1.2345\n2024-01-05,a,$5\n2024-01-05,a,5\n",
    );
    expect(rejects(spend).map(([line, code]) => [line, code])).toEqual([
      [2, "BAD_AMOUNT"],
      [3, "BAD_AMOUNT"],
      [4, "WRONG_CURRENCY"],
    ]);
  });

  test("all of them: the file is refused", async () => {
    expect(await refusal("annotations", "date,text\nsoon,x\n2024-01-05,\n")).toMatchObject({
      code: "ALL_ROWS_REJECTED",
      line: 2,
      values: ["BAD_DATE", "BAD_ID"],
      rejects: [{ line: 2 }, { line: 3, column: "text" }],
    });
  });
});

test("a balloon loan is none that is paid back at once, and stays as the file has it", async () => {
  const header = "loan_id,product,disbursed_on,principal,annual_rate,periods,method";
  const methods = ["bullet", "balloon", "一次性还本付息"];
  const rows = methods.map((method, at) => `L${at},P,2024-01-05,100,18%,12,${method}`);
  const table = await decode("loans", [header, ...rows].join("\n"));
  expect(rowsOf(table).map(({ method }) => method)).toEqual(["bullet", "balloon", "bullet"]);
});

describe("what a whole column says", () => {
  test("rates up to 1 are fractions", async () => {
    const loans = (rates: readonly string[]): Promise<DecodedTable> =>
      decode(
        "loans",
        [
          "loan_id,product,disbursed_on,principal,annual_rate,periods,method",
          ...rates.map((rate, at) => `L${at},P,2024-01-05,100,${rate},12,level`),
        ].join("\n"),
      );
    expect(rowsOf(await loans(["0.18", "0.096"])).map((row) => row["annual_rate"])).toEqual([180_000, 96_000]);
    expect(rowsOf(await loans(["0.18", "9.6"])).map((row) => row["annual_rate"])).toEqual([1_800, 96_000]);
  });

  test("day and month, or a question", async () => {
    const [first, second] = rowsOf(await decode("annotations", "date,text\n03/04/2024,a\n28/04/2024,b\n"));
    expect([first?.["date"], second?.["date"]]).toEqual(["2024-04-03", "2024-04-28"]);
    const open = "date,text\n03/04/2024,a\n";
    expect(await refusal("annotations", open)).toMatchObject({ code: "AMBIGUOUS_DATE", column: "date" });
    expect(rowsOf(await decode("annotations", open, { dateOrder: "month" }))[0]).toMatchObject({ date: "2024-03-04" });
  });

  test("the decimal mark, or a question", async () => {
    const open = "date,channel,amount\n2024-01-05,a,1.234\n";
    expect(await refusal("spend", open)).toMatchObject({ code: "AMBIGUOUS_NUMBER", values: ["1.234"] });
    expect(rowsOf(await decode("spend", open, { decimalMark: "," }))[0]).toMatchObject({ amount: 123_400 });
    const comma = await decode("spend", "date;channel;amount\n2024-01-05;a;1.234,50\n");
    expect(rowsOf(comma)[0]).toMatchObject({ amount: 123_450 });
  });

  test("values of targets to the millionth, and beyond 90 billion", async () => {
    const values = ["0.000001", "12.5", "-3", "100000000000", "0.0000001"];
    const table = await decode(
      "targets",
      ["month,metric,value", ...values.map((value) => `2024-01,m,${value}`)].join("\n"),
    );
    expect(rowsOf(table).map(({ value }) => value)).toEqual([1, 12_500_000, -3_000_000, 1e17]);
    expect(rejects(table)).toEqual([[6, "BAD_AMOUNT", "value", "0.0000001"]]);
  });
});

describe("a reading", () => {
  test("says where the columns are, and what money is worth", async () => {
    const reading: Reading = {
      ...{ headerLine: 0, delimiter: "|", scaleFen: 1 },
      columns: { date: 2, channel: 0, amount: 1 },
    };
    const table = await decode("spend", "feed|1234|2024-01-05|x\n", reading);
    expect(rowsOf(table)).toMatchObject([{ line: 1, date: "2024-01-05", channel: "feed", amount: 1234 }]);
    expect(table.layout).toMatchObject({ headerLine: 0, headerText: "", amountScaleFen: 1, unused: ["4"] });
  });

  test("leaves out rows of another status, and refuses another currency", async () => {
    const table = await decode(
      "spend",
      "date,channel,amount,s,c\n2024-01-05,a,5,ok,CNY\n2024-01-05,b,5,void,CNY\n2024-01-05,c,5,ok,USD\n",
      {
        status: { column: 3, keep: ["ok"] },
        currency: { column: 4, keep: "CNY" },
      },
    );
    expect(table).toMatchObject({ read: 3, ignored: 1, rejected: 1, data: { rows: 1 } });
    expect(rejects(table)).toEqual([[4, "WRONG_CURRENCY", null, "USD"]]);
  });

  test("is needed where a column is missing or named twice", async () => {
    expect(await refusal("funds", "as_of,kind,sum\n")).toMatchObject({ code: "MISSING_COLUMN", column: "amount" });
    expect(await refusal("funds", "as_of,kind,amount,金额\n")).toMatchObject({ code: "AMBIGUOUS_COLUMN" });
  });
});

test("damaged bytes never throw and never lose a row: read = rows + rejected + ignored", async () => {
  const names = ["lenders", "spend", "loans", "funds", "targets", "annotations"] as const;
  const heads = names.map((name) => readFileSync(`sample-data/${name}.csv`).subarray(0, 1500));
  const change = fc.tuple(fc.nat(1499), fc.oneof(fc.nat(255), fc.constantFrom(...bytesOf('",;\n\r\t-./:%万'))));
  await fc.assert(
    fc.asyncProperty(fc.nat(5), fc.array(change, { minLength: 1, maxLength: 12 }), async (at, changes) => {
      const bytes = new Uint8Array(heads[at]!);
      for (const [place, byte] of changes) bytes[place] = byte;
      const outcome = await decode(names[at]!, new Blob([bytes])).catch((error: unknown) => error);
      if (outcome instanceof FileRefused) return;
      if (outcome instanceof Error) throw outcome;
      const { read, data, rejected, ignored, lines } = outcome as DecodedTable;
      expect(data.rows + rejected + ignored).toBe(read);
      expect(lines).toHaveLength(data.rows);
    }),
    { numRuns: 1000 },
  );
});

test("a row with bytes that are no text is rejected, and one that lost a character is told of", async () => {
  const good = Array.from({ length: 200 }, (_, at) => bytesOf(`2024-01-05,春节${at}\n`));
  const parts = [
    bytesOf("date,text\n"),
    ...good,
    bytesOf("2024-01-05,\ufffd\n2024-01-06,"),
    new Uint8Array([0xff, 10]),
  ];
  const table = await decode("annotations", new Blob(parts.map((part) => part.slice())));
  expect(table).toMatchObject({ read: 202, rejected: 1, data: { rows: 201 } });
  expect(table.rejects).toMatchObject([{ line: 203, code: "BAD_BYTES", column: "text" }]);
  expect(table.warnings).toMatchObject([{ code: "DAMAGED_AT_SOURCE", count: 1, examples: [{ line: 202 }] }]);
});

test("line breaks inside quotes count, and windows change nothing", async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `2024-01-05,"text\n${at} 春节",`);
  const text = ["date,text,kind", ...rows].join("\r\n");
  const whole = await decode("annotations", text);
  const file = new FileBytes(new Blob([text]), { ...READ_PLAN, wholeBytes: 0, chunkBytes: 1021 });
  const pieces = await decodeDataset(new FileText(file), { dataset: "annotations", zone: "Asia/Shanghai" });
  expect(whole.lines.slice(0, 3)).toEqual(new Uint32Array([2, 4, 6]));
  expect(rowsOf(pieces)).toEqual(rowsOf(whole));
  expect(whole.data.rows).toBe(3000);
});
