import { describe, expect, test } from "vitest";

import { createDecodeFile } from "#src/ingest/decodeFile.ts";
import { sketchTable } from "#src/ingest/header/sketch.ts";
import { Utf8Check } from "#src/ingest/text/utf8Check.ts";

import { decodeText } from "./decodeText.ts";

const TEXT = [
  "交易流水号,用户ID,交易时间,交易类型,金额（元）,产品,期限,渠道",
  'T1,张㐂,2024-01-05 08:03:09,出借,"1,234.50",稳赢,90天,苹果商店',
  'T2,𠮷野,2024年1月6日,到期退出,5.00,"元一\n胜",,',
  "合计,,,,1239.50,,,",
  "",
].join("\n");

/** TEXT in GB18030; 㐂 and 𠮷 have four bytes. */
const GB18030 = [
  "bdbbd2d7c1f7cbaebac52cd3c3bba749442cbdbbd2d7cab1bce42cbdbbd2d7c0e0d0cd2cbdf0b6eea3a8d4aaa3a92cb2fac6b72cc6dacf",
  "de2cc7feb5c00a54312cd5c58139ef312c323032342d30312d30352030383a30333a30392cb3f6bde82c22312c3233342e3530222ccec8",
  "d3ae2c3930ccec2cc6bbb9fbc9ccb5ea0a54322c9534b235d2b02c32303234c4ea31d4c236c8d52cb5bdc6dacdcbb3f62c352e30302c22",
  "d4aad2bb0acaa4222c2c0abacfbcc62c2c2c2c313233392e35302c2c2c0a",
].join("");

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hex.match(/../g)!.map((byte) => Number.parseInt(byte, 16)));
}

const utf8 = new TextEncoder().encode(TEXT);
const gb18030 = fromHex(GB18030);
const MARK = [0xef, 0xbb, 0xbf];
const withMark = new Uint8Array([...MARK, ...utf8]);

describe.each([
  ["utf-8", utf8],
  ["utf-8-bom", withMark],
  ["gb18030", gb18030],
] as const)("%s", (encoding, bytes) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 1000])("in pieces of %i bytes", async (chunkBytes) => {
    const whole = await decodeText(utf8);
    const { file, rows, sha256 } = await decodeText(bytes, {
      decode: createDecodeFile({ wholeBytes: 0, chunkBytes, hashWholeBytes: 0 }),
    });
    expect(file?.layout).toEqual({ ...whole.file?.layout, encoding });
    expect(rows).toEqual(whole.rows);
    expect(rows.map(({ lender, line }) => [lender, line])).toEqual([
      ["张㐂", 2],
      ["𠮷野", 3],
    ]);
    expect(file).toMatchObject({ read: 3, ignored: 1, skippedLines: [{ line: 5, text: "合计,,,,1239.50,,," }] });
    expect(sha256).toBe((await decodeText(bytes)).sha256);
  });
});

test("a second mark is dropped like the first", async () => {
  const { rows } = await decodeText(new Uint8Array([...MARK, ...withMark]));
  expect(rows).toHaveLength(2);
});

const HEADER = "user_id,occurred_at,type,amount,product\n";
const plain = new TextEncoder().encode(HEADER + "u1,2024-01-05,lend,5,P\n".repeat(20_000));

describe("the whole file decides", () => {
  test.each([0, 1 << 30])("one GBK name at the end of ASCII (whole up to %i bytes)", async (wholeBytes) => {
    const bytes = new Uint8Array([...plain, ...new TextEncoder().encode("u1,2024-01-05,lend,5,"), 0xd6, 0xd0]);
    const { file, rows } = await decodeText(bytes, {
      decode: createDecodeFile({ wholeBytes, chunkBytes: 1 << 14, hashWholeBytes: 0 }),
    });
    expect(file?.layout.encoding).toBe("gb18030");
    expect(rows.at(-1)?.product).toBe("中");
    expect(rows).toHaveLength(20_001);
  });

  test("bytes that are UTF-8 as well as GBK, until one is not", async () => {
    // 0xd7b4 0xccac is 状态; each pair is a valid UTF-8 character too.
    const row = [...new TextEncoder().encode("u1,2024-01-05,lend,5,"), 0xd7, 0xb4, 0xcc, 0xac, 10];
    const both = new Uint8Array([...new TextEncoder().encode(HEADER), ...row, ...row]);
    expect((await decodeText(both)).file?.layout.encoding).toBe("utf-8");
    const gbk = new Uint8Array([...both, ...new TextEncoder().encode("u1,2024-01-05,lend,5,"), 0xd6, 0xd0, 10]);
    for (const wholeBytes of [0, 1 << 30]) {
      const { file, rows } = await decodeText(gbk, {
        decode: createDecodeFile({ wholeBytes, chunkBytes: 16, hashWholeBytes: 0 }),
      });
      expect(file?.layout.encoding).toBe("gb18030");
      expect(rows.map(({ product }) => product)).toEqual(["状态", "状态", "中"]);
    }
  });
});

describe("bytes that are neither are refused with their place", () => {
  test.each([0, 1 << 30])("whole up to %i bytes", async (wholeBytes) => {
    const few = plain.subarray(0, plain.indexOf(10, 2000) + 1);
    const bytes = new Uint8Array([...few, 0xff, 0x41, 0x41]);
    const decode = createDecodeFile({ wholeBytes, chunkBytes: 1000, hashWholeBytes: 0 });
    expect((await decodeText(bytes, { decode })).refusal).toMatchObject({
      code: "UNKNOWN_ENCODING",
      byteOffset: few.length,
    });
  });

  test("behind characters of either encoding", async () => {
    for (const [text, decode] of [gb18030, utf8].flatMap((bytes) =>
      [0, 1 << 30].map(
        (wholeBytes) => [bytes, createDecodeFile({ wholeBytes, chunkBytes: 7, hashWholeBytes: 0 })] as const,
      ),
    )) {
      const { refusal } = await decodeText(new Uint8Array([...text, 0xff, 0x41]), { decode });
      expect(refusal).toMatchObject({ code: "UNKNOWN_ENCODING", byteOffset: text.length });
    }
  });

  test("behind a mark only UTF-8 is", async () => {
    const { refusal } = await decodeText(new Uint8Array([...MARK, ...gb18030]));
    expect(refusal).toMatchObject({ code: "UNKNOWN_ENCODING", byteOffset: 3 });
  });

  test("UTF-32 is named", async () => {
    for (const bytes of [
      [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0],
      [0, 0, 0xfe, 0xff, 0, 0, 0, 0x41],
      Array.from(HEADER, (character) => [character.charCodeAt(0), 0, 0, 0]).flat(),
    ]) {
      const { refusal } = await decodeText(new Uint8Array(bytes));
      expect(refusal).toMatchObject({ code: "UNKNOWN_ENCODING", byteOffset: 0 });
      expect(refusal?.message).toContain("UTF-32");
    }
  });
});

/** Code units of a text, low byte first unless told otherwise. */
function utf16(text: string, isBigEndian = false): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
  return bytes;
}

describe("UTF-16", () => {
  describe.each([
    ["utf-16le", utf16(`\ufeff${TEXT}`)],
    ["utf-16be", utf16(`\ufeff${TEXT}`, true)],
  ] as const)("%s with a mark", (encoding, bytes) => {
    test.each([1, 2, 3, 5, 1000])("in pieces of %i bytes", async (chunkBytes) => {
      const whole = await decodeText(utf8);
      const { file, rows } = await decodeText(bytes, {
        decode: createDecodeFile({ wholeBytes: 0, chunkBytes, hashWholeBytes: 0 }),
      });
      expect(file?.layout).toEqual({ ...whole.file?.layout, encoding });
      expect(rows).toEqual(whole.rows);
    });
  });

  test("without a mark its NULs tell it", async () => {
    const rows = `${HEADER}u1,2024-01-05,lend,5,一\n`;
    expect((await decodeText(utf16(rows))).file).toMatchObject({ rows: 1, layout: { encoding: "utf-16le" } });
    expect((await decodeText(utf16(rows, true))).file).toMatchObject({ rows: 1, layout: { encoding: "utf-16be" } });
  });

  test("a long file without a mark is sketched from a head that is cut between characters", async () => {
    const long = utf16(HEADER + "u1,2024-01-05,lend,5,P\n".repeat(10_000));
    expect(await sketchTable(new Blob([long]), {})).toMatchObject({ dataset: "transactions", encoding: "utf-16le" });
  });

  test("a lone half of a character is refused with its place", async () => {
    const before = `\ufeff${HEADER}u1,2024-01-05,lend,5,`;
    for (const half of ["\ud842", "\udfb7"]) {
      const { refusal } = await decodeText(utf16(`${before}${half}x\n`));
      const byteOffset = before.length * 2 + (half === "\ud842" ? 2 : 0);
      expect(refusal).toMatchObject({ code: "UNKNOWN_ENCODING", byteOffset });
    }
  });

  test("an odd number of bytes is refused at the last", async () => {
    const bytes = new Uint8Array([...utf16(`\ufeff${HEADER}u1,2024-01-05,lend,5,P\n`), 0x41]);
    expect((await decodeText(bytes)).refusal).toMatchObject({
      code: "UNKNOWN_ENCODING",
      byteOffset: bytes.length - 1,
    });
  });
});

describe("a few bad bytes", () => {
  const name = "张三丰";
  const good = new TextEncoder().encode(`u1,2024-01-05,lend,5,${name}\n`);
  const ascii = new TextEncoder().encode("u1,2024-01-05,lend,5,P\n");
  // The first two bytes of a character, and the rest of it lost.
  const bad = new Uint8Array([...new TextEncoder().encode("u1,2024-01-05,lend,5,"), 0xe5, 0xbc, 10]);
  const fileOf = (count: number, row: Uint8Array, ...last: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
    new Uint8Array([
      ...new TextEncoder().encode(HEADER),
      ...Array.from({ length: count }, () => [...row]).flat(),
      ...last.flatMap((each) => [...each]),
    ]);

  test.each([0, 1 << 30])("reject their rows and no others (whole up to %i bytes)", async (wholeBytes) => {
    const decode = createDecodeFile({ wholeBytes, chunkBytes: 64, hashWholeBytes: 0 });
    const { file, rows } = await decodeText(fileOf(200, good, bad, good), { decode });
    expect(file).toMatchObject({ read: 202, rejected: 1, layout: { encoding: "utf-8" } });
    expect(file?.rejects).toMatchObject([{ line: 202, code: "BAD_BYTES" }]);
    expect(rows.at(-1)?.product).toBe(name);
  });

  test("behind a mark as well", async () => {
    const { file } = await decodeText(new Uint8Array([...MARK, ...fileOf(200, good, bad)]));
    expect(file).toMatchObject({ rejected: 1, layout: { encoding: "utf-8-bom" } });
  });

  test("in ASCII, where they are no GB18030 either", async () => {
    const bytes = fileOf(200, ascii, new Uint8Array([...ascii.subarray(0, -1), 0xff, 10]));
    expect((await decodeText(bytes)).file?.rejects).toMatchObject([{ line: 202, code: "BAD_BYTES" }]);
  });

  test("one line in a hundred is too many", async () => {
    const bytes = fileOf(98, ascii, new Uint8Array([...ascii.subarray(0, -1), 0xff, 10]));
    expect((await decodeText(bytes)).refusal).toMatchObject({
      code: "UNKNOWN_ENCODING",
      byteOffset: bytes.length - 2,
    });
  });

  test("a file that is cut inside a character loses its last row only", async () => {
    const { file } = await decodeText(fileOf(200, good, good.subarray(0, -2)));
    expect(file).toMatchObject({ read: 201, rejected: 1, layout: { encoding: "utf-8" } });
  });
});

describe("an encoding that somebody chose", () => {
  test("is kept to", async () => {
    // 0xd7b4 0xccac is 状态 in GBK, and two letters in UTF-8.
    const both = new Uint8Array([
      ...new TextEncoder().encode(`${HEADER}u1,2024-01-05,lend,5,`),
      ...[0xd7, 0xb4, 0xcc, 0xac, 10],
    ]);
    const asGb = await decodeText(both, { reading: { encoding: "gb18030" } });
    expect(asGb.rows.map(({ product }) => product)).toEqual(["状态"]);
    expect(asGb.file?.layout.encoding).toBe("gb18030");
  });

  test("UTF-8 takes what is UTF-8 and rejects the other rows", async () => {
    const gbk = new Uint8Array([
      ...new TextEncoder().encode(`${HEADER}u1,2024-01-05,lend,5,中\nu1,2024-01-05,lend,5,`),
      ...[0xd6, 0xd0, 10],
    ]);
    const { file } = await decodeText(gbk, { reading: { encoding: "utf-8" } });
    expect(file).toMatchObject({ rows: 1, rejects: [{ line: 3, code: "BAD_BYTES" }] });
  });

  test("UTF-16 needs no mark", async () => {
    const { file } = await decodeText(utf16(TEXT), { reading: { encoding: "utf-16le" } });
    expect(file).toMatchObject({ rows: 2, layout: { encoding: "utf-16le" } });
  });
});

test("a character lost before the file was made is warned of", async () => {
  const { file, rows } = await decodeText(`${HEADER}u1,2024-01-05,exit,5,稳\ufffd\nu1,2024-01-05,exit,5,稳赢\n`);
  expect(rows).toHaveLength(2);
  expect(file?.warnings).toMatchObject([{ code: "DAMAGED_AT_SOURCE", count: 1, examples: [{ line: 2 }] }]);
});

test("our check of UTF-8 is the platform's, wherever chunks are cut", () => {
  const samples = [
    0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4,
    0xf5,
  ];
  let state = 1;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 16;
  for (let round = 0; round < 20_000; round++) {
    const bytes = new Uint8Array(Array.from({ length: 1 + (next() % 9) }, () => samples[next() % samples.length]!));
    const check = new Utf8Check();
    const cut = next() % bytes.length;
    const accepts = check.push(bytes.subarray(0, cut)) < 0 && check.push(bytes.subarray(cut)) < 0 && check.isWhole;
    expect(accepts, String(bytes)).toBe(isUtf8(bytes));
  }
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
