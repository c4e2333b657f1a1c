import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";

import { decodeText } from "./decodeText.ts";
import { bytesOf, refusalOf, unpack } from "./unpackText.ts";
import { sheetOf, workbook, workbookParts } from "./workbookParts.ts";

async function textOf(archive: Uint8Array): Promise<string> {
  const [table] = await unpack("book.xlsx", archive);
  if (table === undefined || !("text" in table)) throw new Error(`refused: ${JSON.stringify(table)}`);
  return table.text;
}

/** The text of one cell of this XML in A1. */
async function cell(xml: string, rest?: Parameters<typeof sheetOf>[1]): Promise<string> {
  return (await textOf(sheetOf(`<row r="1">${xml}</row>`, rest))).trimEnd();
}

describe("sheets", () => {
  test("each visible one is a table, the hidden and the empty ones are there to be chosen", async () => {
    const archive = workbook(
      workbookParts({
        sheets: [
          { name: "June &amp; July", rows: `<row r="1"><c r="A1"><v>1</v></c></row>` },
          { name: "Hidden", rows: `<row r="1"><c r="A1"><v>2</v></c></row>`, state: "hidden" },
          { name: "Very", rows: `<row r="1"><c r="A1"><v>3</v></c></row>`, state: "veryHidden" },
          { name: "Chart", rows: "", isChart: true },
          { name: "Empty", rows: `<row r="7"><c r="C7" s="1"/></row>` },
        ],
      }),
    );
    const tables = await unpack("book.xlsx", archive);
    expect(tables.map((table) => "text" in table && [table.fileName, table.text, table.isSuggested])).toEqual([
      ["book.xlsx › June & July", "1\n", true],
      ["book.xlsx › Hidden", "2\n", false],
      ["book.xlsx › Very", "3\n", false],
      ["book.xlsx › Empty", "", false],
    ]);
    expect(tables[0]).toMatchObject({
      container: { kind: "xlsx", fileName: "book.xlsx", sizeBytes: archive.length, member: "June & July" },
    });
  });

  test("the only one goes by the name of its workbook", async () => {
    const archive = sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`);
    expect(await unpack("x.csv", archive)).toMatchObject([{ fileName: "x.csv", container: { member: "Sheet1" } }]);
  });

  test("a workbook in a zip is taken", async () => {
    const tables = await unpack("a.zip", zipSync({ "b.xlsx": sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`) }));
    expect(tables).toMatchObject([
      { fileName: "a.zip › b.xlsx", container: { kind: "zip", member: "b.xlsx › Sheet1" }, text: "1\n" },
    ]);
  });
});

describe("lines", () => {
  test("row n stands on line n, as wide as the header", async () => {
    const rows =
      `<row r="2"><c r="A2" t="inlineStr"><is><t>title</t></is></c></row>` +
      `<row r="4"><c r="A4" t="s"><v>0</v></c><c r="C4" t="s"><v>1</v></c></row>` +
      `<row r="5"><c r="A5"><v>1</v></c></row><row r="6"><c r="B6" s="1"/></row><row r="9"><c r="C9"><v>9</v></c></row>`;
    const texts = ["<t>a</t>", `<r><t>say </t></r><r><t>"c", d</t></r>`];
    expect(await textOf(sheetOf(rows, { texts }))).toBe(
      ["", "title,,", "", `a,,"say ""c"", d"`, "1,,", "", "", "", ",,9", ""].join("\n"),
    );
  });

  test("a line break within a cell becomes a space", async () => {
    expect(await cell(`<c r="A1" t="inlineStr"><is><t>a&#10;b_x000D_&#10;c</t></is></c>`)).toBe("a b c");
  });

  test("a note far to the right makes no row of the table wider", async () => {
    const row = (n: number, extra = ""): string => `<row r="${n}"><c r="A${n}"><v>${n}</v></c>${extra}</row>`;
    const rows = Array.from({ length: 300 }, (_, at) => row(at + 1, at === 200 ? `<c r="D201"><v>7</v></c>` : ""));
    const lines = (await textOf(sheetOf(rows.join("")))).split("\n");
    expect([lines[0], lines[200], lines[299]]).toEqual(["1", "201,,,7", "300"]);
  });

  test("a merged title above the header is passed over, and lines are the sheet's rows", async () => {
    const archive = await writeXlsx({
      sheets: [
        {
          name: "Ledger",
          rows: [
            ["2024 ledger", null, null, null, null],
            ["流水号", "用户ID", "交易时间", "交易类型", "金额"],
            ["T1", "U1", new Date(Date.UTC(2024, 0, 5, 8, 3, 9)), "出借", 1234.5],
            ["T2", "U2", new Date(Date.UTC(2024, 0, 6)), "出借", 0.1 + 0.2],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }],
        },
      ],
    });
    const { file, rows } = await decodeText(await textOf(new Uint8Array(archive as Uint8Array)));
    expect(file).toMatchObject({ layout: { headerLine: 2 }, rejected: 0 });
    expect(rows.map(({ line, id, at, amount }) => [line, id, at, amount])).toEqual([
      [3, "T1", "2024-01-05 08:03:09", 123_450],
      [4, "T2", "2024-01-06 00:00:00", 30],
    ]);
  });
});

describe("cells", () => {
  test.each([
    ["1234.5599999999999", "1234.56"],
    ["0.1", "0.1"],
    ["1E-7", "0.0000001"],
    ["-0.5", "-0.5"],
    ["-0", "0"],
    ["100", "100"],
    ["123456789012345", "123456789012345"],
    ["99999999999999.9", "99999999999999.9"],
    ["1234567890123456", "1.23456789012346E+15"],
    ["1.2345678901234567E+18", "1.23456789012346E+18"],
    ["1E+15", "1E+15"],
  ])("the number %s is %s", async (value, text) => {
    expect(await cell(`<c r="A1"><v>${value}</v></c>`)).toBe(text);
  });

  test.each([
    ["b", "1", "TRUE"],
    ["b", "0", "FALSE"],
    ["e", "#REF!", "#REF!"],
    ["e", "#N/A", "#N/A"],
    ["str", "00123", "00123"],
    ["d", "2024-01-05T08:03:09", "2024-01-05T08:03:09"],
  ])("a cell of type %s that holds %s is %s", async (type, value, text) => {
    expect(await cell(`<c r="A1" t="${type}"><v>${value}</v></c>`)).toBe(text);
  });

  test("a formula is what it came to when the workbook was saved", async () => {
    expect(await cell(`<c r="A1"><f>SUM(B1:B9)</f><v>12.5</v></c>`)).toBe("12.5");
    expect(await cell(`<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`)).toBe("#DIV/0!");
  });

  const FORMATS = [
    "yyyy\\-mm\\-dd",
    "yyyy/m/d\\ h:mm",
    "[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
    "h:mm:ss",
  ];
  test.each([
    [1, "45296", "2024-01-05"],
    [2, "45296.335520833331", "2024-01-05 08:03:09"],
    [2, "45296.99999", "2024-01-05 23:59:59"],
    [3, "45296", "2024-01-05"],
    [4, "0.5", "12:00:00"],
    [1, "61", "1900-03-01"],
  ])("format %i makes %s the date %s", async (style, value, text) => {
    expect(await cell(`<c r="A1" s="${style}"><v>${value}</v></c>`, { formats: FORMATS })).toBe(text);
  });

  test("dates count from 1904 where the workbook says so", async () => {
    const dated = `<c r="A1" s="1"><v>43834</v></c>`;
    expect(await cell(dated, { formats: FORMATS, is1904: true })).toBe("2024-01-05");
    expect(await cell(`<c r="A1" s="4"><v>0.5</v></c>`, { formats: FORMATS, is1904: true })).toBe("12:00:00");
  });

  test("money and percents are no dates", async () => {
    const formats = ["#,##0.00_);[Red](#,##0.00)", "0.00%", "&quot;¥&quot;#,##0.00", "#,##0.00\\ [$USD]"];
    for (const style of [1, 2, 3, 4]) {
      expect(await cell(`<c r="A1" s="${style}"><v>45296.5</v></c>`, { formats })).toBe("45296.5");
    }
  });
});

describe("is refused", () => {
  const row = `<row r="1"><c r="A1"><v>1</v></c></row>`;
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

  /** A file of the old format whose directory, in its second sector, lists this name. */
  function ole(name: string): Uint8Array {
    const bytes = new Uint8Array(4096);
    const view = new DataView(bytes.buffer);
    bytes.set(OLE);
    view.setUint16(30, 9, true);
    view.setUint32(48, 1, true);
    for (const [at, character] of Array.from(name).entries()) {
      view.setUint16(1024 + 128 + at * 2, character.charCodeAt(0), true);
    }
    return bytes;
  }

  test.each([
    ["EncryptedPackage", "ENCRYPTED", "remove the password"],
    ["Workbook", "NOT_A_TABLE", "(.xls)"],
    ["Contents", "NOT_A_TABLE", "old Office document"],
  ])("an old container of %s", async (name, code, words) => {
    const [table] = await unpack("book.xlsx", ole(name));
    expect(refusalOf(table)).toMatchObject({ code });
    expect(refusalOf(table)?.message).toContain(words);
  });

  test.each([
    ["xl/workbook.bin", "a binary Excel workbook (.xlsb)"],
    ["word/document.xml", "a Word document"],
    ["META-INF/manifest.xml", "an OpenDocument file"],
  ])("a document with %s", async (member, kind) => {
    const archive = zipSync({ "[Content_Types].xml": bytesOf("<Types/>"), [member]: bytesOf("x") });
    expect(await unpack("book.xlsx", archive)).toMatchObject([{ refusal: { code: "NOT_A_TABLE", values: [kind] } }]);
  });

  test("a damaged part", async () => {
    const archive = sheetOf(row);
    for (const broken of [archive.subarray(0, -30), archive.map((byte, index) => (index === 60 ? byte ^ 1 : byte))]) {
      expect(await unpack("book.xlsx", broken)).toMatchObject([{ refusal: { code: "CORRUPT_ARCHIVE" } }]);
    }
  });

  test("a workbook without a list of sheets, a sheet that breaks off, and one that is missing", async () => {
    const parts = workbookParts({
      sheets: [
        { name: "A", rows: row },
        { name: "B", rows: row },
      ],
    });
    const { "xl/workbook.xml": _, ...rest } = parts;
    expect(await unpack("book.xlsx", workbook(rest))).toMatchObject([{ refusal: { code: "CORRUPT_ARCHIVE" } }]);
    const broken = { ...parts, "xl/worksheets/sheet2.xml": "<worksheet><sheetData><row" };
    expect(await unpack("book.xlsx", workbook(broken))).toMatchObject([
      { fileName: "book.xlsx", refusal: { code: "CORRUPT_ARCHIVE" } },
    ]);
    const { "xl/worksheets/sheet2.xml": __, ...without } = parts;
    expect(await unpack("book.xlsx", workbook(without))).toMatchObject([
      { fileName: "book.xlsx › A", text: "1\n" },
      { fileName: "book.xlsx › B", refusal: { code: "CORRUPT_ARCHIVE" } },
    ]);
  });

  test("rows that are out of order or have no place", async () => {
    for (const rows of [
      `<row r="2"><c r="A2"><v>1</v></c></row>${row}`,
      `<row r="2000000"><c r="A2000000"><v>1</v></c></row>`,
    ]) {
      expect(await unpack("book.xlsx", sheetOf(rows))).toMatchObject([{ refusal: { code: "CORRUPT_ARCHIVE" } }]);
    }
  });

  test("a bomb in one of its parts, before the reader sees it", async () => {
    const parts = workbookParts({ sheets: [{ name: "A", rows: row }] });
    const bomb = { ...parts, "xl/worksheets/sheet9.xml": strToU8(" ".repeat(40_000_000)) };
    expect(await unpack("book.xlsx", workbook(bomb))).toMatchObject([{ refusal: { code: "TOO_LARGE" } }]);
  });

  test("a sheet that becomes a bomb once it is written out", async () => {
    const wide = Array.from({ length: 2000 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`);
    expect(await unpack("book.xlsx", sheetOf(wide.join("")))).toMatchObject([{ refusal: { code: "TOO_LARGE" } }]);
  });
});
