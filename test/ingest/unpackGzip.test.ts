import { gzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { bytesOf, unpack } from "./unpackText.ts";

const first = bytesOf("a,b\n1,2\n");
const second = bytesOf("3,4\n");
const member = gzipSync(first, { filename: "june.csv" });

/** Rows that do not pack away, so that a member spans several reads. */
function noise(bytes: number): Uint8Array {
  let state = 7;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  return Uint8Array.from({ length: bytes }, (_, at) => (at % 40 === 39 ? 10 : 48 + (next() >>> 24) / 3));
}

test("is its own only table, by its own name", async () => {
  expect(await unpack("june.csv.gz", member)).toEqual([
    {
      fileName: "june.csv.gz",
      container: { kind: "gzip", fileName: "june.csv.gz", sizeBytes: member.length, member: null },
      isSuggested: true,
      text: "a,b\n1,2\n",
    },
  ]);
  expect(await unpack("june.csv", member)).toMatchObject([{ text: "a,b\n1,2\n" }]);
});

test("every member is read", async () => {
  const long = noise(3 << 20);
  const parts = [member, gzipSync(second), gzipSync(new Uint8Array(0)), gzipSync(long), gzipSync(second)];
  const [table] = await unpack("x.gz", parts);
  if (table === undefined || !("text" in table)) throw new Error("refused");
  expect(table.text).toBe(`a,b\n1,2\n3,4\n${new TextDecoder().decode(long)}3,4\n`);
});

test("thousands of small members", async () => {
  const small = gzipSync(second);
  const [table] = await unpack(
    "x.gz",
    Array.from({ length: 5000 }, () => small),
  );
  expect(table).toMatchObject({ text: "3,4\n".repeat(5000) });
});

test("its progress ends with its size", async () => {
  const progress: number[] = [];
  await unpack("x.gz", gzipSync(noise(3 << 20)), { onProgress: (bytesDone) => progress.push(bytesDone) });
  expect(progress.length).toBeGreaterThan(1);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
});

describe("is refused as a whole when it is", () => {
  const packed = gzipSync(noise(200_000));
  const changed = (at: number): Uint8Array => packed.map((byte, index) => (index === at ? byte ^ 1 : byte));
  test.each<readonly [string, Uint8Array | readonly Uint8Array[]]>([
    ["cut in its header", packed.subarray(0, 6)],
    ["cut in the middle", packed.subarray(0, 100_000)],
    ["without its trailer", packed.subarray(0, -8)],
    ["cut in its trailer", packed.subarray(0, -3)],
    ["cut in its second member", [member, packed.subarray(0, -20)]],
    ["of another sum", changed(packed.length - 8)],
    ["of another length", changed(packed.length - 4)],
    ["damaged within", changed(120_000)],
    ["damaged in its first member", [changed(60_000), member]],
    ["followed by text", [member, bytesOf("and more")]],
    ["followed by one byte", [member, bytesOf("x")]],
    ["followed by zeros", [member, new Uint8Array(512)]],
  ])("%s", async (_, parts) => {
    expect(await unpack("x.gz", parts)).toMatchObject([{ fileName: "x.gz", refusal: { code: "CORRUPT_ARCHIVE" } }]);
  });
});

test.each([
  ["a zip archive", zipSync({ "a.csv": first })],
  ["a gzip archive", member],
  ["a PDF document", bytesOf("%PDF-1.7\n")],
])("%s in it is no table", async (kind, inner) => {
  const [table] = await unpack("x.gz", gzipSync(inner));
  expect(table).toMatchObject({ refusal: { code: "NOT_A_TABLE", values: [kind] } });
});

test("a bomb is left before most of it is read", async () => {
  const bomb = gzipSync(new Uint8Array(30_000_000));
  let behind = 0;
  // Eighty of them make a file of several reads; the first read is enough to know.
  const parts = [gzipSync(noise(50_000)), ...Array.from({ length: 80 }, () => bomb)];
  const tables = await unpack("x.gz", parts, { onProgress: (bytesDone) => (behind = bytesDone) });
  expect(tables).toMatchObject([{ fileName: "x.gz", refusal: { code: "TOO_LARGE" } }]);
  expect(behind).toBeLessThan(1 << 20);
});

test("aborting rejects", async () => {
  const abort = new AbortController();
  const unpacking = unpack("x.gz", gzipSync(noise(3 << 20)), { signal: abort.signal, onProgress: () => abort.abort() });
  await expect(unpacking).rejects.toMatchObject({ name: "AbortError" });
});
