import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { createDecodeFile } from "#src/ingest/decodeFile.ts";

import { decodeText, longTable, table } from "./decodeText.ts";

const streamed = createDecodeFile({ wholeBytes: 0, chunkBytes: 1 << 16, hashWholeBytes: 0 });

async function refusalOf(content: string | Uint8Array<ArrayBuffer> | Blob) {
  const { refusal } = await decodeText(content);
  return refusal;
}

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...values, ...Array.from({ length: 64 }, () => 65)]);

test.each(["", "\ufeff", "\n\n\n", "  \r\n \r\n", "\0\0\0"])("%j is an empty file", async (content) => {
  expect((await refusalOf(content))?.code).toBe("EMPTY_FILE");
});

test.each([
  ["a PNG image", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
  ["a PDF document", "%PDF-1.7\n..."],
  ["a gzip archive", bytes(0x1f, 0x8b, 8)],
  ["a zip archive", bytes(0x50, 0x4b, 3, 4)],
  ["an Excel workbook", "PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml"],
  ["an old or encrypted Excel workbook", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ["a web page", "\n<!DOCTYPE html><html><body>Please log in</body></html>"],
  ["JSON", '[{"user_id": "u"}]'],
])("%s is no table", async (kind, content) => {
  const refusal = await refusalOf(content);
  expect(refusal?.code).toBe("NOT_A_TABLE");
  expect(refusal?.message).toContain(kind);
});

test("an archive is to be unpacked first", async () => {
  expect((await refusalOf(bytes(0x1f, 0x8b, 8)))?.message).toContain("unpack it first");
});

test("a backup is to be restored", async () => {
  const refusal = await refusalOf("DIPPERBK\u0001\0\0\0{}");
  expect(refusal).toMatchObject({ code: "NOT_A_TABLE", values: ["a Dipper backup"] });
  expect(refusal?.message).toContain("restore it under Settings");
});

test("text without columns is no table", async () => {
  expect((await refusalOf("Dear all\n\nplease find attached\n"))?.code).toBe("NOT_A_TABLE");
});

test("a quote that is never closed is refused where it opens", async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => `T${at},U,2024-01-05,lend,5,,,`);
  const late = table('"T\nx",U,2024-01-05,lend,5,,,', 'T,U,2024-01-05,lend,5,"P,,', ...rows);
  expect(await refusalOf(late)).toMatchObject({ code: "UNCLOSED_QUOTE", line: 4 });
  expect(await refusalOf(table("T,U,2024-01-05,lend,5,,,", 'T,U,2024-01-05,lend,5,"P,,'))).toMatchObject({
    code: "UNCLOSED_QUOTE",
    line: 3,
  });
  expect(await refusalOf(table(`T,U,2024-01-05,lend,5,"${"x".repeat(70_000)}",,`))).toMatchObject({
    code: "UNCLOSED_QUOTE",
    line: 2,
  });
});

test("a line over 1 MB or a field over 64 KB is refused", async () => {
  const long = table("T,U,2024-01-05,lend,5,,,", `T,U,2024-01-05,lend,5,${"x".repeat(2 << 20)},,`);
  expect(await refusalOf(long)).toMatchObject({ code: "LINE_TOO_LONG", line: 3 });
  expect((await decodeText(long, { decode: streamed })).refusal).toMatchObject({ code: "LINE_TOO_LONG", line: 3 });
  expect(await refusalOf("x".repeat(3 << 20))).toMatchObject({ code: "LINE_TOO_LONG", line: 1 });
  const field = table(`T,U,2024-01-05,lend,5,${"x".repeat(66_000)},,`);
  expect(await refusalOf(field)).toMatchObject({ code: "LINE_TOO_LONG", line: 2 });
});

test("when every row is rejected the file is, and says why", async () => {
  const refusal = await refusalOf(table("T1,U,2024-02-30,lend,5,,,", "T2,U,2024-01-05,gift,5,,,"));
  expect(refusal).toMatchObject({ code: "ALL_ROWS_REJECTED", line: 2, values: ["BAD_DATE", "UNKNOWN_TYPE"] });
  expect(refusal?.rejects).toHaveLength(2);
});

test("more products than codes is too large", async () => {
  const rows = Array.from({ length: 65_600 }, (_, at) => `T${at},U,2024-01-05,lend,5,P${at},,`);
  expect(await refusalOf(longTable(rows))).toMatchObject({ code: "TOO_LARGE", column: "product" });
});

test("over 4 GB is too large, and not a byte of it is read", async () => {
  const file = new Blob(["x"]);
  Object.defineProperty(file, "size", { value: 5 * 1024 ** 3 });
  expect(await refusalOf(file)).toMatchObject({ code: "TOO_LARGE" });
});

test.each([
  ["at once", undefined],
  ["in pieces", streamed],
])("a file that shrinks or vanishes while it is read %s", async (_, decode) => {
  const options = decode === undefined ? {} : { decode };
  const shrunk = new Blob([table("T1,U,2024-01-05,lend,5,,,")]);
  Object.defineProperty(shrunk, "size", { value: shrunk.size + 100_000 });
  expect((await decodeText(shrunk, options)).refusal?.code).toBe("CHANGED_WHILE_READING");
  const gone = new Blob([table("T1,U,2024-01-05,lend,5,,,")]);
  const vanish = () => Promise.reject(new DOMException("gone", "NotReadableError"));
  Object.assign(gone, { arrayBuffer: vanish, slice: () => gone });
  expect((await decodeText(gone, options)).refusal?.code).toBe("CHANGED_WHILE_READING");
});

test("aborting rejects with AbortError, before and between blocks", async () => {
  const abort = new AbortController();
  const content = longTable(Array.from({ length: 140_000 }, (_, at) => `T${at},U,2024-01-05,lend,5,,,`));
  const reading = streamed(new Blob([content]), {
    zone: "Asia/Shanghai",
    signal: abort.signal,
    onBlock: () => abort.abort(),
  });
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  await expect(decodeText(content, { signal: abort.signal })).rejects.toMatchObject({ name: "AbortError" });
});

test("the hash is of the file's bytes, however they are read", async () => {
  const content = table("T1,U,2024-01-05,lend,5,,,", "T2,甲,2024-01-05,lend,5,,,");
  const expected = createHash("sha256").update(content).digest("hex");
  expect((await decodeText(content)).sha256).toBe(expected);
  expect((await decodeText(content, { decode: streamed })).sha256).toBe(expected);
  expect((await decodeText("nothing to see")).sha256).toBe(createHash("sha256").update("nothing to see").digest("hex"));
});
