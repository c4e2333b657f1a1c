import { expect, test } from "vitest";

import { unpackFile } from "#src/ingest/unpack/unpack.ts";

import { bytesOf, unpack } from "./unpackText.ts";

test("a file of text is its own only table, whatever its name", async () => {
  const file = new File(["a,b\n1,2\n"], "june.csv.gz");
  expect(await unpackFile(file, {})).toEqual({
    tables: [{ fileName: "june.csv.gz", container: undefined, content: file, isSuggested: true }],
  });
});

test("an empty file is for the decoder to refuse", async () => {
  expect(await unpack("june.csv", new Uint8Array(0))).toMatchObject([{ text: "" }]);
});

test.each([
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31]],
  ["a web page", [...bytesOf("<!DOCTYPE html>")]],
])("%s is refused by what it is", async (kind, bytes) => {
  expect(await unpack("june.csv", new Uint8Array(bytes))).toMatchObject([
    { fileName: "june.csv", refusal: { code: "NOT_A_TABLE", values: [kind] } },
  ]);
});

test("over 4 GB is refused before a byte of it is read", async () => {
  const file = new File([new Uint8Array([0x1f, 0x8b])], "june.gz");
  Object.defineProperty(file, "size", { value: 5 * 1024 ** 3 });
  expect(await unpackFile(file, {})).toMatchObject({ tables: [{ refusal: { code: "TOO_LARGE" } }] });
});

test("a file that vanishes while it is read is refused", async () => {
  const file = new File([new Uint8Array([0x1f, 0x8b, 8])], "june.gz");
  Object.defineProperty(file, "size", { value: 5000 });
  expect(await unpackFile(file, {})).toMatchObject({ tables: [{ refusal: { code: "CHANGED_WHILE_READING" } }] });
});

test("aborting before it begins rejects", async () => {
  const unpacking = unpackFile(new File(["a"], "a.csv"), { signal: AbortSignal.abort() });
  await expect(unpacking).rejects.toMatchObject({ name: "AbortError" });
});
