import { gzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { bytesOf, refusalOf, unpack } from "./unpackText.ts";

const csv = bytesOf("a,b\n1,2\n");
const END_BYTES = 22;
const LOCAL_BYTES = 30;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the directory of an archive without a comment begins. */
function directoryOf(archive: Uint8Array): number {
  return viewOf(archive).getUint32(archive.length - END_BYTES + 16, true);
}

/** The archive with some of its bytes written over; places from the start of its directory. */
function patched(archive: Uint8Array, ...patches: readonly (readonly [at: number, ...bytes: number[]])[]): Uint8Array {
  const copy = archive.slice();
  for (const [at, ...bytes] of patches) copy.set(bytes, directoryOf(archive) + at);
  return copy;
}

async function refusalsOf(archive: Uint8Array | readonly Uint8Array[]) {
  return (await unpack("x.zip", archive)).map((table) => ("refusal" in table ? table.refusal.code : table.text));
}

test("its files come in the order a reader expects, without what file managers leave behind", async () => {
  const archive = zipSync({
    "day10.csv": csv,
    "day9.csv": [bytesOf("c\n"), { level: 0 }],
    "folder/": new Uint8Array(0),
    "folder/day1.csv": bytesOf("d\n"),
    "__MACOSX/._day9.csv": csv,
    "folder/._day9.csv": csv,
    ".DS_Store": csv,
    "Thumbs.db": csv,
    "../../day11.csv": bytesOf("e\n"),
  });
  const tables = await unpack("june.zip", archive);
  expect(tables.map((table) => [table.fileName, "text" in table && table.text])).toEqual([
    ["june.zip › ../../day11.csv", "e\n"],
    ["june.zip › day9.csv", "c\n"],
    ["june.zip › day10.csv", "a,b\n1,2\n"],
    ["june.zip › folder/day1.csv", "d\n"],
  ]);
  expect(tables[1]).toMatchObject({
    container: { kind: "zip", fileName: "june.zip", sizeBytes: archive.length, member: "day9.csv" },
    isSuggested: true,
  });
});

describe("names", () => {
  const archive = zipSync({ abcd: csv });
  const NAME = 46;
  const named = (...bytes: readonly number[]): Uint8Array => patched(archive, [NAME, ...bytes]);

  test.each([
    ["in GBK without a word about it", named(0xc1, 0xf9, 0xd4, 0xc2), "六月"],
    ["in UTF-8 without a word about it", named(0xe5, 0x85, 0xad, 0x31), "六1"],
    ["as plain ASCII", archive, "abcd"],
  ])("%s", async (_, bytes, name) => {
    expect(await unpack("x.zip", bytes)).toMatchObject([{ fileName: `x.zip › ${name}` }]);
  });

  test("in UTF-8 as their flag says", async () => {
    expect(await unpack("x.zip", zipSync({ "六月.csv": csv }))).toMatchObject([{ fileName: "x.zip › 六月.csv" }]);
  });
});

describe("one bad file does not keep the others", () => {
  const good = zipSync({ "a.csv": csv, "b.csv": bytesOf("c\n".repeat(100)) });
  const GOOD = "c\n".repeat(100);

  test.each<readonly [string, Uint8Array, string]>([
    ["encrypted", patched(good, [8, 1]), "ENCRYPTED"],
    ["packed in another way", patched(good, [10, 12]), "CORRUPT_ARCHIVE"],
    ["of another sum", patched(good, [16, 1, 2, 3, 4]), "CORRUPT_ARCHIVE"],
    ["longer than it says", patched(good, [24, 5, 0, 0, 0]), "CORRUPT_ARCHIVE"],
    ["shorter than it says", patched(good, [24, 50, 0, 0, 0]), "CORRUPT_ARCHIVE"],
  ])("%s", async (_, archive, code) => {
    expect(await refusalsOf(archive)).toEqual([code, GOOD]);
  });

  test("not where it should be", async () => {
    const second = viewOf(good).getUint32(directoryOf(good) + 46 + 5 + 42, true);
    expect(await refusalsOf(patched(good, [second - directoryOf(good), 0]))).toEqual(["a,b\n1,2\n", "CORRUPT_ARCHIVE"]);
  });

  test("damaged within", async () => {
    const archive = zipSync({ "a.csv": bytesOf("a,b\n1,2\n".repeat(500)), "b.csv": bytesOf(GOOD) });
    archive[LOCAL_BYTES + 5 + 8]! ^= 255;
    expect(await refusalsOf(archive)).toEqual(["CORRUPT_ARCHIVE", GOOD]);
  });

  test("the other way of packing is named", async () => {
    const [table] = await unpack("x.zip", patched(good, [10, 12]));
    expect(refusalOf(table)?.message).toContain("bzip2");
  });

  test("archives and documents inside it", async () => {
    const tables = await unpack(
      "x.zip",
      zipSync({
        "1.zip": zipSync({ "a.csv": csv }),
        "2.gz": gzipSync(csv),
        "3.pdf": bytesOf("%PDF-1.7"),
        "4.csv": csv,
      }),
    );
    expect(tables.map((table) => ("refusal" in table ? [table.refusal.code, table.refusal.values] : "taken"))).toEqual([
      ["NOT_A_TABLE", ["a zip archive"]],
      ["NOT_A_TABLE", ["a gzip archive"]],
      ["NOT_A_TABLE", ["a PDF document"]],
      "taken",
    ]);
    expect(refusalOf(tables[0])?.message).toContain("unpack it first");
  });
});

describe("the archive is refused", () => {
  const archive = zipSync({ "a.csv": csv, "b.csv": csv });

  test("when its end is missing", async () => {
    for (const cut of [1, 20, END_BYTES, 100]) {
      expect(await refusalsOf(archive.subarray(0, -cut))).toEqual(["CORRUPT_ARCHIVE"]);
    }
  });

  test("when its directory is damaged", async () => {
    expect(await refusalsOf(patched(archive, [0, 0]))).toEqual(["CORRUPT_ARCHIVE"]);
    expect(await refusalsOf(patched(archive, [28, 255, 255]))).toEqual(["CORRUPT_ARCHIVE"]);
  });

  test("when its files share their bytes", async () => {
    const second = directoryOf(archive) + 46 + 5;
    const shared = archive.slice();
    shared.set([0, 0, 0, 0], second + 42);
    expect(await refusalsOf(shared)).toEqual(["TOO_LARGE"]);
  });

  test("when it holds nothing, or nothing but junk", async () => {
    expect(await refusalsOf(zipSync({}))).toEqual(["NOT_A_TABLE"]);
    expect(await refusalsOf(zipSync({ ".DS_Store": csv }))).toEqual(["NOT_A_TABLE"]);
  });

  test("when it holds more than 10,000 files", async () => {
    const end = viewOf(archive).byteLength - END_BYTES;
    const many = archive.slice();
    many.set([0x11, 0x27], end + 10);
    expect(await refusalsOf(many)).toEqual(["TOO_LARGE"]);
  });
});

test("a comment at its end, and numbers of 64 bits", async () => {
  const archive = zipSync({ "a.csv": csv });
  const commented = new Uint8Array([...archive, ...bytesOf("made in June")]);
  commented[archive.length - 2] = 12;
  expect(await refusalsOf(commented)).toEqual(["a,b\n1,2\n"]);

  const directory = directoryOf(archive);
  const end = archive.length - END_BYTES;
  const end64 = new Uint8Array(56);
  const view = viewOf(end64);
  view.setUint32(0, 0x06064b50, true);
  view.setUint32(32, 1, true);
  view.setUint32(40, end - directory, true);
  view.setUint32(48, directory, true);
  const locator = new Uint8Array(20);
  viewOf(locator).setUint32(0, 0x07064b50, true);
  viewOf(locator).setUint32(8, end, true);
  const last = archive.slice(end);
  last.set([0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 8);
  last.set([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 12);
  expect(await refusalsOf([archive.subarray(0, end), end64, locator, last])).toEqual(["a,b\n1,2\n"]);
});

test("a bomb is left before most of it is read, whatever size it states", async () => {
  const bomb = zipSync({ "a.csv": new Uint8Array(60_000_000), "b.csv": csv });
  const progress: number[] = [];
  const tables = await unpack("x.zip", patched(bomb, [24, 100, 0, 0, 0]), {
    onProgress: (bytesDone) => progress.push(bytesDone),
  });
  expect(tables).toMatchObject([{ fileName: "x.zip › a.csv", refusal: { code: "TOO_LARGE" } }, { text: "a,b\n1,2\n" }]);
  // Not one piece of the bomb was read to its end.
  expect(progress.every((bytesDone) => bytesDone > bomb.length / 2)).toBe(true);
});
