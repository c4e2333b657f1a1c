import { describe, expect, test } from "vitest";

import { createDecodeFile } from "#src/ingest/decodeFile.ts";
import { decodeText } from "#test/ingest/decodeText.ts";
import { encodeText } from "#test/support/encodeText.ts";

import { bytes, catalogue, plainTable, recordCases, utf8, type Case, type Warned } from "./support.ts";

const MARK = [0xef, 0xbb, 0xbf];
const TEXT = [
  "交易流水号,用户ID,交易时间,交易类型,金额（元）,产品,期限,渠道",
  "T1,张三,2024-01-05 08:03:09,出借,5.00,稳赢计划,90天,苹果商店",
  "T2,李四,2024年1月6日,到期退出,6.00,元一胜,,",
  "",
].join("\n");
const ROWS = [
  { line: 2, lender: "张三", amount: 500, product: "稳赢计划", channel: "苹果商店" },
  { line: 3, lender: "李四", amount: 600, product: "元一胜" },
];
/** 𠮷, which has four bytes in GB18030 and is beyond the basic plane. */
const YOSHI = [0x95, 0x34, 0xb2, 0x35];
const gbk = (text: string): Uint8Array<ArrayBuffer> => encodeText(text, "gb18030");
const products = (...names: readonly string[]) => names.map((product) => ({ product }));
const withProduct = (...parts: readonly (readonly number[] | Uint8Array | string)[]): Uint8Array<ArrayBuffer> =>
  bytes("user_id,occurred_at,type,amount,product\n", "u1,2024-01-05,exit,5,", ...parts, "\n");

catalogue("UTF-8", [
  { title: "without a mark", input: utf8(TEXT), verdict: { rows: ROWS, layout: { encoding: "utf-8" } } },
  { title: "with a mark", input: bytes(MARK, TEXT), verdict: { rows: ROWS, layout: { encoding: "utf-8-bom" } } },
  {
    title: "with two marks",
    input: bytes(MARK, MARK, TEXT),
    verdict: { rows: ROWS, layout: { encoding: "utf-8-bom" } },
  },
  {
    title: "that is GB18030 as well is UTF-8",
    // Two characters of three bytes are three characters of two.
    input: withProduct("交易"),
    verdict: { rows: products("交易"), layout: { encoding: "utf-8" } },
  },
]);

catalogue("GB18030", [
  { title: "as Excel in Chinese saves it", input: gbk(TEXT), verdict: { rows: ROWS, layout: { encoding: "gb18030" } } },
  {
    title: "rare names of four bytes",
    input: withProduct(gbk("张㐂"), YOSHI),
    verdict: { rows: products("张㐂𠮷"), layout: { encoding: "gb18030" } },
  },
  {
    title: "characters of the private area come back as they went",
    input: withProduct([0xaa, 0xa1], gbk("中")),
    verdict: { rows: products("\ue000中"), layout: { encoding: "gb18030" } },
  },
  {
    title: "a header that is UTF-8 as well, above a name that is not",
    input: bytes("user_id,occurred_at,type,amount,", gbk("状态"), "\n", "u1,2024-01-05,lend,5,", gbk("成功"), "\n"),
    verdict: { rows: 1, layout: { encoding: "gb18030", unused: [] } },
  },
  {
    title: "words that are UTF-8 as well, above a name that is not",
    input: withProduct(gbk("状态平台元一胜"), "\nu1,2024-01-06,exit,5,", gbk("中")),
    verdict: { rows: products("状态平台元一胜", "中"), layout: { encoding: "gb18030" } },
  },
  {
    title: "a header that is UTF-8 as well, above ASCII, is what names a column",
    input: bytes(
      "user_id,occurred_at,type,amount(",
      gbk("元"),
      "),",
      gbk("状态"),
      "\nu1,2024-01-05,lend,5,success\nu2,2024-01-05,lend,5,failed\n",
    ),
    verdict: { rows: 1, ignored: 1, layout: { encoding: "gb18030", unused: [] } },
  },
  {
    title: "a file of nothing but such words is UTF-8 until somebody says otherwise",
    input: withProduct(gbk("状态")),
    verdict: { rows: 1, layout: { encoding: "utf-8" } },
  },
  {
    title: "the same when somebody did",
    input: withProduct(gbk("状态")),
    reading: { encoding: "gb18030" },
    verdict: { rows: products("状态"), layout: { encoding: "gb18030" } },
  },
  {
    title: "one name behind 3 MB of ASCII",
    input: bytes(
      `${plainTable("u1,2024-01-05,exit,5")}${"u1,2024-01-05,exit,5\n".repeat(150_000)}`,
      gbk("张三,2024-01-06,exit,7\n"),
    ),
    verdict: { rows: 150_002, layout: { encoding: "gb18030" } },
  },
]);

const TABBED = TEXT.replaceAll(",", "\t");
const withoutMark = (encoding: "utf-16le" | "utf-16be", text: string) => encodeText(text, encoding).slice(2);

catalogue("UTF-16", [
  ...(["utf-16le", "utf-16be"] as const).flatMap((encoding): Case[] => [
    {
      title: `${encoding} with a mark and tabs, as Excel saves Unicode text`,
      input: encodeText(TABBED, encoding),
      verdict: { rows: ROWS, layout: { encoding, delimiter: "\t" } },
    },
    {
      title: `${encoding} without a mark, told by its zeros`,
      input: withoutMark(encoding, plainTable("u1,2024-01-05,exit,5", "张三,2024-01-05,exit,6")),
      verdict: { rows: 2, layout: { encoding } },
    },
  ]),
  ...(["utf-16le", "utf-16be"] as const).map((encoding): Case => ({
    title: `${encoding} without a mark, with too few zeros to tell it`,
    input: withoutMark(encoding, TEXT),
    verdict: { refused: "UNKNOWN_ENCODING" },
  })),
  {
    title: "cut in the middle of a character",
    input: encodeText(TABBED, "utf-16le").slice(0, -1),
    verdict: { refused: "UNKNOWN_ENCODING", byteOffset: encodeText(TABBED, "utf-16le").length - 2 },
  },
]);

const utf32 = (text: string): number[] => Array.from(text, (character) => [character.charCodeAt(0), 0, 0, 0]).flat();
/** Letters, digits and marks of EBCDIC that a header and a row need. */
const EBCDIC: Readonly<Record<string, number>> = { ",": 0x6b, "\n": 0x15, _: 0x6d, "-": 0x60, ".": 0x4b };
function ebcdic(text: string): number[] {
  return Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    if (/\d/.test(character)) return 0xf0 + code - 48;
    if (character <= "i" && character >= "a") return 0x81 + code - 97;
    if (character <= "r" && character >= "j") return 0x91 + code - 106;
    if (character <= "z" && character >= "s") return 0xa2 + code - 115;
    return EBCDIC[character] ?? 0x40;
  });
}
// "用户ID,交易时间,类型,金额" in Big5, and a row under it.
const BIG5 = [
  ...[0xa5, 0xce, 0xa4, 0xe1, 0x49, 0x44, 0x2c, 0xa5, 0xe6, 0xa9, 0xf6, 0xae, 0xc9, 0xb6, 0xa1, 0x2c],
  ...[0xc3, 0xfe, 0xab, 0xac, 0x2c, 0xaa, 0xf7, 0xc3, 0x42, 0x0a],
];

catalogue("what no export of ours is written in", [
  {
    title: "UTF-32",
    input: bytes([0xff, 0xfe, 0, 0], utf32(plainTable("u1,2024-01-05,exit,5"))),
    verdict: { refused: "UNKNOWN_ENCODING", says: "UTF-32", byteOffset: 0 },
  },
  {
    title: "UTF-32 without a mark",
    input: bytes(utf32(plainTable("u1,2024-01-05,exit,5"))),
    verdict: { refused: "UNKNOWN_ENCODING", byteOffset: 0 },
  },
  {
    title: "UTF-7, which is ASCII that names no column",
    input: "+dShiN0lE-,+ThtfAGXlX94-,+TqRmE3x7VYs-,+kdGYnQ-\nu1,2024-01-05,exit,5\n",
    verdict: { refused: "MISSING_COLUMN" },
  },
  {
    title: "UTF-7 with its mark, which hides a column",
    input: `+/v8-${plainTable("u1,2024-01-05,exit,5")}`,
    verdict: { refused: "MISSING_COLUMN", column: "user_id" },
  },
  {
    title: "EBCDIC",
    input: bytes(ebcdic(plainTable("u1,2024-01-05,exit,5", "u2,2024-01-05,exit,6"))),
    verdict: { refused: "UNKNOWN_ENCODING" },
  },
  {
    title: "Big5 reads as other words, and its columns are asked for",
    input: bytes(BIG5, "u1,2024-01-05,exit,5\n"),
    verdict: {
      refused: "MISSING_COLUMN",
      answers: [
        [{ columns: { user_id: 0, occurred_at: 1, type: 2, amount: 3 } }, { rows: [{ lender: "u1", amount: 500 }] }],
      ],
    },
  },
]);

const GOOD = "张三,2024-01-05,exit,5\n";
/** The first bytes of a character, and the rest of it lost. */
const TORN = [0xe5, 0xbc];
const header = "user_id,occurred_at,type,amount\n";

catalogue("bytes that are no character", [
  {
    title: "in one row of many reject that row",
    input: bytes(header, GOOD.repeat(150), TORN, ",2024-01-05,exit,5\n", GOOD),
    verdict: { rows: 151, rejects: [[152, "BAD_BYTES", "user_id", "\ufffd"]], layout: { encoding: "utf-8" } },
  },
  {
    title: "in one row in fifty refuse the file",
    input: bytes(header, GOOD.repeat(49), [0xff], ",2024-01-05,exit,5\n"),
    verdict: { refused: "UNKNOWN_ENCODING", byteOffset: utf8(header + GOOD.repeat(49)).length },
  },
]);

describe("a character cut anywhere between two reads", () => {
  test("comes out whole", async () => {
    for (const input of [utf8(TEXT), gbk(TEXT), encodeText(TEXT, "utf-16le"), withProduct(gbk("㐂"), YOSHI)]) {
      const whole = await decodeText(input);
      for (let chunkBytes = 1; chunkBytes <= 8; chunkBytes++) {
        const decode = createDecodeFile({ wholeBytes: 0, chunkBytes, hashWholeBytes: 0 });
        expect((await decodeText(input, { decode })).rows).toEqual(whole.rows);
      }
    }
  });
});

const damaged = (line: number, count = 1): readonly Warned[] => [["DAMAGED_AT_SOURCE", count, line]];

catalogue("text that was damaged before it was exported is kept with a warning", [
  {
    title: "the sign of a lost character",
    input: withProduct("稳\ufffd"),
    verdict: { rows: products("稳\ufffd"), warns: damaged(2) },
  },
  { title: "锟斤拷", input: withProduct("锟斤拷"), verdict: { rows: products("锟斤拷"), warns: damaged(2) } },
  {
    title: "锟斤拷 in GBK, in two rows of three",
    input: withProduct(gbk("稳赢"), "\nu1,2024-01-05,exit,6,", gbk("锟斤拷"), "\nu1,2024-01-05,exit,7,", gbk("锟斤拷")),
    verdict: { rows: 3, warns: damaged(3, 2) },
  },
  {
    title: "UTF-8 that somebody read as GBK",
    input: withProduct("浜ゆ槗"),
    verdict: { rows: products("浜ゆ槗"), warns: damaged(2) },
  },
  { title: "ordinary words are no damage", input: withProduct("稳赢宝理财计划锟"), verdict: { rows: 1 } },
]);

catalogue("zeros", [
  {
    title: "in an id",
    input: plainTable("u1,2024-01-05,exit,5", "u\u00002,2024-01-05,exit,5"),
    verdict: { rows: 1, rejects: [[3, "BAD_ID", "user_id", "u\u00002"]] },
  },
  {
    title: "in a name",
    input: withProduct("a\u0000b\nu1,2024-01-05,exit,5,P"),
    verdict: { rows: 1, rejects: [[2, "BAD_ID", "product", "a\u0000b"]] },
  },
  {
    title: "in a number",
    input: plainTable("u1,2024-01-05,exit,5", "u2,2024-01-05,exit,5\u00000"),
    verdict: { rows: 1, rejects: [[3, "BAD_AMOUNT", "amount", "5\u00000"]] },
  },
  {
    title: "that fill the file up",
    input: `${plainTable("u1,2024-01-05,exit,5")}${"\0".repeat(4000)}`,
    verdict: { rows: 1 },
  },
  { title: "and nothing else", input: "\0".repeat(4000), verdict: { refused: "EMPTY_FILE" } },
]);

const INVISIBLE: readonly (readonly [string, string])[] = [
  ["a no-break space", "\u00a0"],
  ["a line separator", "\u2028"],
  ["a zero-width space", "\u200b"],
  ["a soft hyphen", "\u00ad"],
  ["a right-to-left mark", "\u200f"],
];

catalogue("characters that nobody sees", [
  ...INVISIBLE.map(([name, mark]): Case => ({
    title: `${name} around an id is taken off with a warning`,
    input: plainTable(`${mark}u1${mark},2024-01-05,exit,5`),
    verdict: { rows: [{ lender: "u1" }], warns: [["LOOKALIKE_ID", 1, 2]] },
  })),
  ...INVISIBLE.map(([name, mark]): Case => ({
    title: `${name} around a number, a date and a type means nothing`,
    input: plainTable(`u1,${mark}2024-01-05${mark},${mark}exit,5${mark}`),
    verdict: { rows: [{ amount: 500, type: "exit", at: "2024-01-05 00:00:00" }] },
  })),
]);

catalogue("one character in two spellings", [
  {
    title: "composed or not, an id is one",
    input: plainTable("caf\u00e9,2024-01-05,exit,5", "cafe\u0301,2024-01-05,exit,6"),
    verdict: { rows: [{ lender: "caf\u00e9" }, { lender: "caf\u00e9" }] },
  },
  {
    title: "full-width letters in an id are another id, with a warning",
    input: plainTable("A1,2024-01-05,exit,5", "Ａ１,2024-01-05,exit,6"),
    verdict: { rows: [{ lender: "A1" }, { lender: "Ａ１" }], warns: [["LOOKALIKE_ID", 1, 3]] },
  },
  {
    title: "full-width letters in headers, types and numbers mean nothing",
    input: "ＵＩＤ,ｄａｔｅ,ｔｙｐｅ,ａｍｏｕｎｔ\nu1,２０２４-01-05,ｅｘｉｔ,５．００\n",
    verdict: { rows: [{ amount: 500, type: "exit", at: "2024-01-05 00:00:00" }] },
  },
]);

recordCases("encodings", 1);
