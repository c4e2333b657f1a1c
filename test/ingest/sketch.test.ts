import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { DATASETS, TABLES } from "#src/domain/datasets.ts";
import type { FileRefusal } from "#src/domain/imports.ts";
import type { FileSketch, Reading } from "#src/domain/reading.ts";
import { headerFingerprint } from "#src/ingest/header/headerFingerprint.ts";
import { recognise } from "#src/ingest/header/recognise.ts";
import { sketchTable } from "#src/ingest/header/sketch.ts";

async function sketch(content: string | Uint8Array<ArrayBuffer>, reading?: Reading): Promise<FileSketch> {
  const found = await sketchTable(new Blob([content]), reading ? { reading } : {});
  if ("code" in found) throw new Error(`refused: ${found.message}`);
  return found;
}

async function refused(content: string): Promise<FileRefusal> {
  const found = await sketchTable(new Blob([content]), {});
  if (!("code" in found)) throw new Error("sketched");
  return found;
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))];
  return new Uint8Array(units.flatMap((unit) => [unit & 255, unit >> 8]));
}

describe("what headers hold", () => {
  test.each(DATASETS)("our own names of %s", (dataset) => {
    const names =
      dataset === "transactions"
        ? ["user_id", "occurred_at", "type", "amount"]
        : TABLES[dataset].map(({ name }): string => name);
    expect(recognise(names)).toEqual({
      dataset,
      columns: Object.fromEntries(names.map((name, index) => [name, index])),
    });
  });

  test.each([
    ["lenders", "用户编号,注册时间,注册渠道,渠道类型,性别"],
    ["lenders", "会员号,注册日期,累计出借金额,首投时间"],
    ["spend", "月份,渠道,花费（元）"],
    ["loans", "借款编号,产品,放款日期,借款金额（万元）,年利率,期限（月）,还款方式,借款人"],
    ["funds", "截至日期,类别,金额(万元),与平台关系,是否关联,备注"],
    ["targets", "月份,指标,目标值,负责人"],
    ["annotations", "日期,事件,结束日期"],
    ["transactions", "用户编号,交易时间,交易类型,交易金额（元）,注册渠道"],
    ["transactions", "user_id,date,amount,channel"],
    ["transactions", "uid,date,description,amount"],
    ["transactions", "出借人,日期,收入,支出,摘要"],
  ])("%s: %s", (dataset, headers) => {
    expect(recognise(headers.split(","))?.dataset).toBe(dataset);
  });

  test("nothing of ours", () => {
    expect(recognise(["name", "phone", "user_id"])).toBeUndefined();
  });
});

describe("a sketch", () => {
  test.each(["lenders", "spend", "loans", "funds", "targets", "annotations"] as const)("of %s.csv", async (dataset) => {
    const found = await sketch(readFileSync(`sample-data/${dataset}.csv`, "utf8"));
    const names = TABLES[dataset].map(({ name }): string => name);
    expect(found).toMatchObject({ dataset, delimiter: ",", headerLine: 1, headers: names });
    expect(found.columns).toEqual(Object.fromEntries(names.map((name, index) => [name, index])));
    expect(found.samples.length).toBeGreaterThan(11);
    expect(found.lines[0]).toEqual({ line: 1, text: names.join(",") });
  });

  test("below title lines, in GBK", async () => {
    const text = "\u6708\u4efd,\u6307\u6807,\u76ee\u6807\u503c";
    // GBK of 报表 and of 月份,指标,目标值.
    const gbk = [
      ...[0xb1, 0xa8, 0xb1, 0xed, 0x0a, 0xd4, 0xc2, 0xb7, 0xdd, 0x2c],
      ...[0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xc4, 0xbf, 0xb1, 0xea, 0xd6, 0xb5, 0x0a],
    ];
    const found = await sketch(new Uint8Array(gbk));
    expect(found).toMatchObject({ dataset: "targets", encoding: "gb18030", headerLine: 2, headers: text.split(",") });
  });

  test("in UTF-16", async () => {
    const found = await sketch(utf16("日期\t事件\r\n2024-01-02\t上线\r\n"));
    expect(found).toMatchObject({ dataset: "annotations", encoding: "utf-16le", delimiter: "\t" });
    expect(found.samples).toEqual([["2024-01-02", "上线"]]);
  });

  test("of a file longer than its head tears no character", async () => {
    for (const pad of ["", "x", "xx"]) {
      const long = await sketch(`date,text${pad}\n${"2024-01-02,上线\n".repeat(30_000)}`);
      expect(long).toMatchObject({ encoding: "utf-8", headerLine: 1 });
      expect(long.samples).toHaveLength(20);
      expect(long.lines).toHaveLength(20);
    }
  });

  test("of unknown headers offers the line of words, and of rows alone none", async () => {
    const unknown = await sketch("Report\nwho;what;how\nu1;2024-01-05;5\n");
    expect(unknown).toMatchObject({ dataset: undefined, headerLine: 2, headers: ["who", "what", "how"], columns: {} });
    const rows = await sketch("u1;2024-01-05;5\nu2;2024-01-06;6\n");
    expect(rows).toMatchObject({ dataset: undefined, headerLine: 0, headers: ["1", "2", "3"], delimiter: ";" });
    expect(rows.samples).toHaveLength(2);
  });

  test("follows the reading", async () => {
    const text = "who,what,how\na,b,c\n1,2,3\n";
    const reading = { dataset: "spend", headerLine: 2, columns: { date: 0, channel: 1, amount: 2 } } as const;
    expect(await sketch(text, reading)).toMatchObject({
      dataset: "spend",
      headerLine: 2,
      headers: ["a", "b", "c"],
      columns: reading.columns,
      samples: [["1", "2", "3"]],
    });
    expect((await sketch(text, { headerLine: 0 })).samples).toHaveLength(3);
    expect((await sketch("date;channel;amount\n", { delimiter: "," })).headers).toEqual(["1"]);
  });

  test("of what is no text is a refusal", async () => {
    expect(await refused("")).toMatchObject({ code: "EMPTY_FILE" });
    expect(await refused("\n\n")).toMatchObject({ code: "EMPTY_FILE" });
    expect(await refused("%PDF-1.7")).toMatchObject({ code: "NOT_A_TABLE" });
    expect(await refused("x".repeat(300_000))).toMatchObject({ code: "LINE_TOO_LONG" });
  });

  test("that is aborted rejects", async () => {
    const signal = AbortSignal.abort();
    await expect(sketchTable(new Blob(["date,text\n"]), { signal })).rejects.toThrow(/abort/i);
  });
});

describe("the fingerprint of a header", () => {
  test("is the same whatever the case, width and blanks", () => {
    const print = headerFingerprint(["User ID", "金额（元）", ""]);
    expect(headerFingerprint([" user id", "金额(元) "])).toBe(print);
    expect(print).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is another for other names, or another order", () => {
    const prints = [["a", "b"], ["b", "a"], ["a,b"], ["a", "", "b"]].map(headerFingerprint);
    expect(new Set(prints).size).toBe(4);
  });
});
