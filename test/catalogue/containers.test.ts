import { constants, deflateRawSync } from "node:zlib";

import { gzipSync, strToU8, zipSync, type Zippable } from "fflate";
import { describe, expect, test } from "vitest";

import { droppedFiles } from "#src/ui/droppedFiles.ts";
import { decodeText, table } from "#test/ingest/decodeText.ts";
import { sheetOf, workbook, workbookParts } from "#test/ingest/workbookParts.ts";
import { TODAY } from "#test/support/engineHarness.ts";
import { encodeText } from "#test/support/encodeText.ts";

import {
  bytes,
  catalogue,
  expectVerdict,
  figuresOf,
  importAll,
  plainTable,
  recordCases,
  utf8,
  verdictOf,
  type Case,
} from "./support.ts";

const row = (id: string, amount = "5"): string => `${id},u1,2024-01-05,exit,${amount},,,`;
const CSV = table(row("T1"), row("T2", "x"), row("T3"));
const TAKEN = {
  rows: [
    { id: "T1", line: 2 },
    { id: "T3", line: 4 },
  ],
  rejects: [[3, "BAD_AMOUNT", "amount", "x"]],
} as const;
const gz = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(gzipSync(typeof content === "string" ? utf8(content) : content));
const zip = (members: Zippable): Uint8Array<ArrayBuffer> => Uint8Array.from(zipSync(members));

catalogue("next to nothing in a file", [
  { title: "no byte", input: "", verdict: { refused: "EMPTY_FILE" } },
  { title: "a mark of UTF-8", input: "\ufeff", verdict: { refused: "EMPTY_FILE" } },
  { title: "empty lines", input: "\n\n\r\n  \r\n", verdict: { refused: "EMPTY_FILE" } },
  { title: "a header: an import of no rows", input: table(), verdict: { rows: 0 } },
]);

/** The container in which old and encrypted workbooks lie, with one name in its directory. */
function ole(name: string): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(1536);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(file.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, 0, true);
  for (const [at, character] of Array.from(name).entries()) view.setUint16(512 + at * 2, character.charCodeAt(0), true);
  return file;
}

const padded = (...head: readonly number[]): Uint8Array<ArrayBuffer> => bytes(head, "A".repeat(64));

catalogue("other files with the name of a table", [
  ...(
    [
      ["a PNG image", padded(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
      ["a PDF document", "%PDF-1.7\n1 0 obj\n"],
      ["a RAR archive", padded(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00)],
      ["a 7z archive", padded(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
      ["a Parquet file", "PAR1\u0015\u0004PAR1"],
    ] as const
  ).map(([kind, input]): Case => ({ title: kind, input, verdict: { refused: "NOT_A_TABLE", says: kind } })),
  {
    title: "a page to log in on",
    input: "<!DOCTYPE html>\n<html><body>请先登录</body></html>",
    verdict: { refused: "NOT_A_TABLE", says: "session" },
  },
  { title: "a workbook of the old format", input: ole("Workbook"), verdict: { refused: "NOT_A_TABLE", says: ".xls" } },
  {
    title: "a workbook with a password",
    input: ole("EncryptedPackage"),
    name: "june.xlsx",
    verdict: { refused: "ENCRYPTED", says: "remove the password" },
  },
]);

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const line = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((each) => (each.startsWith("<c") ? each : cell(each))).join("")}</row>`;
const HEADER = ["txn_id", "user_id", "occurred_at", "type", "amount"];
const SHEET = line(1, ...HEADER) + line(2, "T1", "u1", "2024-01-05", "exit", "<c><v>5</v></c>");

catalogue("workbooks", [
  {
    title: "as they are",
    input: Uint8Array.from(sheetOf(SHEET)),
    name: "june.xlsx",
    verdict: { rows: [{ id: "T1", amount: 500, line: 2 }] },
  },
  {
    title: "with the name of a CSV",
    input: Uint8Array.from(sheetOf(SHEET)),
    verdict: { rows: [{ id: "T1", line: 2 }] },
  },
  {
    title: "with a title over all columns",
    input: Uint8Array.from(
      sheetOf(
        line(1, "六月出借明细") +
          line(3, ...HEADER) +
          line(4, "T1", "u1", "2024-01-05", "exit", "5") +
          line(6, "T2", "u1", "x", "exit", "5"),
      ),
    ),
    verdict: { rows: [{ id: "T1", line: 4 }], rejects: [[6, "BAD_DATE", "occurred_at", "x"]], skipped: [1] },
  },
  ...([false, true] as const).map((is1904): Case => ({
    title: `with days as numbers since ${is1904 ? 1904 : 1900}, and as text`,
    input: Uint8Array.from(
      sheetOf(
        line(1, ...HEADER) +
          line(2, "T1", "u1", `<c s="1"><v>${is1904 ? 43830 : 45292}</v></c>`, "exit", "5") +
          line(3, "T2", "u1", `<c s="1"><v>${is1904 ? 43830.5 : 45292.5}</v></c>`, "exit", "5") +
          line(4, "T3", "u1", "2024-01-01", "exit", "5"),
        { is1904, formats: ["yyyy-mm-dd hh:mm"] },
      ),
    ),
    verdict: {
      rows: [{ at: "2024-01-01 00:00:00" }, { at: "2024-01-01 12:00:00" }, { at: "2024-01-01 00:00:00" }],
    },
  })),
  {
    title: "with formulas and what they failed to give",
    input: Uint8Array.from(
      sheetOf(
        line(1, ...HEADER) +
          line(2, "T1", "u1", "2024-01-05", "exit", "<c><f>2+3</f><v>5</v></c>") +
          line(3, "T2", "u1", "2024-01-05", "exit", `<c t="e"><f>A1/0</f><v>#REF!</v></c>`) +
          line(4, "T3", "u1", `<c t="e"><v>#N/A</v></c>`, "exit", "5"),
      ),
    ),
    verdict: {
      rows: [{ id: "T1", amount: 500 }],
      rejects: [
        [3, "CELL_ERROR", "amount", "#REF!"],
        [4, "CELL_ERROR", "occurred_at", "#N/A"],
      ],
    },
  },
]);

test("of several sheets the one with a header that we know is suggested, and any can be chosen", async () => {
  const book = workbook(
    workbookParts({
      sheets: [
        { name: "说明", rows: line(1, "说明", "内容") + line(2, "口径", "按成交时间") },
        { name: "明细", rows: SHEET },
        { name: "旧明细", rows: SHEET.replace("T1", "T9"), state: "hidden" },
      ],
    }),
  );
  const { engine } = await importAll([]);
  const { dropId, tables } = await engine.methods.openDrop({ files: [new File([Uint8Array.from(book)], "june.xlsx")] });
  expect(tables.map(({ fileName, isSuggested }) => [fileName, isSuggested])).toEqual([
    ["june.xlsx › 说明", false],
    ["june.xlsx › 明细", true],
    ["june.xlsx › 旧明细", false],
  ]);
  const choices = [{ table: 2, reading: null, mode: null }];
  const outcomes = await engine.methods.importDrop({ dropId, choices, origin: "own", today: TODAY, nowMs: 1 });
  expect(outcomes).toMatchObject([{ type: "imported", fileName: "june.xlsx › 旧明细" }]);
});

/** Rows that do not pack away, so that damage meets them. */
const MANY = table(
  ...Array.from({ length: 3000 }, (_, at) => row(`T${(Math.imul(at, 2654435761) >>> 0).toString(36)}`)),
);
const packed = gz(MANY);
const flipped = (from: Uint8Array, at: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(from, (byte, place) => (place === at ? byte ^ 4 : byte));

catalogue("gzip", [
  { title: "a file", input: gz(CSV), name: "june.csv.gz", verdict: TAKEN },
  { title: "with the name of a CSV", input: gz(CSV), verdict: TAKEN },
  { title: "a CSV with the name of one", input: CSV, name: "june.csv.gz", verdict: TAKEN },
  {
    title: "of GBK",
    input: gz(encodeText(table("T1,张三,2024-01-05,还本,5,,,"), "gb18030")),
    verdict: { rows: [{ lender: "张三" }] },
  },
  { title: "cut in the middle", input: packed.slice(0, packed.length >> 1), verdict: { refused: "CORRUPT_ARCHIVE" } },
  { title: "without its last eight bytes", input: packed.slice(0, -8), verdict: { refused: "CORRUPT_ARCHIVE" } },
  { title: "of another sum", input: flipped(packed, packed.length - 7), verdict: { refused: "CORRUPT_ARCHIVE" } },
  {
    title: "with one bit another",
    input: flipped(packed, packed.length >> 1),
    verdict: { refused: "CORRUPT_ARCHIVE" },
  },
  {
    title: "of two members, as parallel packers write them",
    input: bytes(gz(CSV), gz(`${row("T4")}\n${row("T5", "y")}\n`)),
    verdict: {
      rows: [...TAKEN.rows, { id: "T4", line: 5 }],
      rejects: [...TAKEN.rejects, [6, "BAD_AMOUNT", "amount", "y"]],
    },
  },
  { title: "with something behind its end", input: bytes(gz(CSV), "junk"), verdict: { refused: "CORRUPT_ARCHIVE" } },
  {
    title: "with zeros behind its end",
    input: bytes(gz(CSV), new Uint8Array(512)),
    verdict: { refused: "CORRUPT_ARCHIVE" },
  },
  { title: "in gzip", input: gz(gz(CSV)), verdict: { refused: "NOT_A_TABLE", says: "unpack it first" } },
]);

const one = zip({ "june.csv": strToU8(CSV) });
const large = zip({ "june.csv": strToU8(MANY) });
/** Where the directory at the end of an archive begins. */
const directoryOf = (archive: Uint8Array): number =>
  new DataView(archive.buffer, archive.byteOffset).getUint32(archive.length - 6, true);
function patched(archive: Uint8Array, at: number, ...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(archive);
  copy.set(values, directoryOf(archive) + at);
  return copy;
}

catalogue("zip", [
  { title: "of one file", input: one, name: "june.zip", verdict: TAKEN },
  { title: "with the name of a CSV", input: one, verdict: TAKEN },
  { title: "a CSV with the name of one", input: CSV, name: "june.zip", verdict: TAKEN },
  { title: "cut off", input: large.slice(0, -30), verdict: { refused: "CORRUPT_ARCHIVE" } },
  { title: "of another sum", input: patched(large, 16, 1, 2, 3, 4), verdict: { refused: "CORRUPT_ARCHIVE" } },
  {
    title: "that says it is shorter than it is",
    input: patched(large, 24, 100, 0, 0, 0),
    verdict: { refused: "CORRUPT_ARCHIVE" },
  },
  { title: "with one bit another", input: flipped(large, 2000), verdict: { refused: "CORRUPT_ARCHIVE" } },
  { title: "with a password", input: patched(one, 8, 1), verdict: { refused: "ENCRYPTED" } },
  { title: "in a zip", input: zip({ "june.zip": one }), verdict: { refused: "NOT_A_TABLE", says: "unpack it first" } },
  {
    title: "of what Finder leaves behind",
    input: zip({ ".DS_Store": strToU8("x"), "__MACOSX/._june.csv": strToU8("x") }),
    verdict: { refused: "NOT_A_TABLE" },
  },
  {
    title: "of a table beside what Finder leaves behind",
    input: zip({ ".DS_Store": strToU8("x"), "__MACOSX/._june.csv": strToU8("x"), "june.csv": strToU8(CSV) }),
    verdict: TAKEN,
  },
]);

describe("zip of several files", () => {
  test("each day is an import of its own, in the order of days, and a bad one keeps no other", async () => {
    const day = (date: number): Uint8Array => strToU8(table(`T${date},u1,2024-01-${date},exit,5,,,`));
    const { outcomes, engine } = await importAll([
      new File(
        [zip({ "10.csv": day(10), "9.csv": strToU8(CSV), "11.csv": strToU8("%PDF-1.7"), "12.csv": day(12) })],
        "days.zip",
      ),
    ]);
    expect(outcomes.map((outcome) => [outcome.fileName, verdictOf(outcome)])).toEqual([
      ["days.zip › 9.csv", "imported"],
      ["days.zip › 10.csv", "imported"],
      ["days.zip › 11.csv", "NOT_A_TABLE"],
      ["days.zip › 12.csv", "imported"],
    ]);
    expect(await engine.methods.imports({})).toHaveLength(3);
  });

  test("names that lead elsewhere are names, and those in GBK are read", async () => {
    const archive = zip({ "../../x.csv": strToU8(CSV), abcd: strToU8(table(row("T8"))) });
    const named = patched(archive, 46 + 11 + 46, 0xc1, 0xf9, 0xd4, 0xc2);
    const { outcomes } = await importAll([new File([named], "a.zip")]);
    expect(outcomes.map((outcome) => [outcome.fileName, verdictOf(outcome)])).toEqual([
      ["a.zip › ../../x.csv", "imported"],
      ["a.zip › 六月", "imported"],
    ]);
  });

  test("a name that says another kind than the content is shown as such", async () => {
    const { engine } = await importAll([]);
    const files = [
      new File([Uint8Array.from(sheetOf(SHEET))], "book.csv"),
      new File([CSV], "table.xlsx"),
      new File([CSV], "table.csv.gz"),
      new File([CSV], "table.csv"),
      new File([gz(CSV)], "table.csv.gz"),
    ];
    const { tables } = await engine.methods.openDrop({ files });
    expect(tables.map(({ isMisnamed }) => isMisnamed)).toEqual([true, true, true, false, false]);
  });
});

/** A megabyte of zeros, deflated so that as many as wanted can stand one behind the other. */
const ZEROS = deflateRawSync(new Uint8Array(1 << 20), { finishFlush: constants.Z_FULL_FLUSH });
const deflatedZeros = (megabytes: number): Uint8Array<ArrayBuffer> =>
  bytesOf([...Array.from({ length: megabytes }, () => ZEROS), deflateRawSync(new Uint8Array(0))]);

function bytesOf(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function gzipBomb(megabytes: number): Uint8Array<ArrayBuffer> {
  const trailer = new Uint8Array(8);
  new DataView(trailer.buffer).setUint32(4, megabytes << 20, true);
  return bytesOf([Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), deflatedZeros(megabytes), trailer]);
}

/** An archive that states 100 bytes of its one member. */
function zipBomb(megabytes: number): Uint8Array<ArrayBuffer> {
  const data = deflatedZeros(megabytes);
  const shell = zip({ "x.csv": [new Uint8Array(100), { level: 0 }] });
  const directory = directoryOf(shell);
  const [local, rest] = [shell.slice(0, 30 + 5), shell.slice(directory)];
  for (const [part, at] of [
    [local, 8],
    [rest, 10],
  ] as const) {
    const view = new DataView(part.buffer);
    view.setUint16(at, 8, true);
    view.setUint32(at + 10, data.length, true);
  }
  new DataView(rest.buffer).setUint32(rest.length - 6, local.length + data.length, true);
  return bytesOf([local, data, rest]);
}

const MOST_MS = 2000;
async function timed(file: File): Promise<readonly [verdict: string, ms: number]> {
  const started = performance.now();
  const { outcomes, engine } = await importAll([file]);
  const ms = performance.now() - started;
  expect(await engine.methods.imports({})).toEqual([]);
  return [verdictOf(outcomes[0]), ms];
}

describe("files that are made to fill the machine", () => {
  test.each([
    ["gzip of 300 MB", () => gzipBomb(300), 400_000],
    ["zip of 200 MB that states 100 bytes", () => zipBomb(200), 300_000],
  ] as const)("%s", async (_, make, most) => {
    const bomb = make();
    expect(bomb.length).toBeLessThan(most);
    const [verdict, ms] = await timed(new File([bomb], "x.csv"));
    expect(verdict).toBe("TOO_LARGE");
    expect(ms).toBeLessThan(MOST_MS);
  });

  test("ten million empty lines", async () => {
    const [verdict, ms] = await timed(new File([new Uint8Array(10_000_000).fill(10)], "x.csv"));
    expect(verdict).toBe("EMPTY_FILE");
    expect(ms).toBeLessThan(30_000);
  });

  test("ten million empty lines under a header are an import of nothing", async () => {
    const { outcomes } = await importAll([new File([table(), new Uint8Array(10_000_000).fill(10)], "x.csv")]);
    expect(outcomes).toMatchObject([{ type: "imported", record: { counts: { read: 0 } } }]);
  });

  test("one line of 100 MB", async () => {
    const part = new Uint8Array(1 << 20).fill(120);
    const [verdict] = await timed(
      new File(
        Array.from({ length: 100 }, () => part),
        "x.csv",
      ),
    );
    expect(verdict).toBe("LINE_TOO_LONG");
    const below = await importAll([new File([table(row("T1")), ...Array.from({ length: 100 }, () => part)], "x.csv")]);
    expect(below.outcomes).toMatchObject([{ type: "refused", refusal: { code: "LINE_TOO_LONG", line: 3 } }]);
  });

  test("more than 4 GB, of which not a byte is read", async () => {
    const file = new File(["x"], "x.csv");
    const never = (): never => {
      throw new Error("read");
    };
    Object.defineProperty(file, "size", { value: 5 * 1024 ** 3 });
    Object.assign(file, { slice: never, arrayBuffer: never, stream: never, text: never });
    const { engine } = await importAll([]);
    const { tables } = await engine.methods.openDrop({ files: [file] });
    expect(tables).toMatchObject([{ refusal: { code: "TOO_LARGE" } }]);
  });

  test("3 GB are read in pieces", async () => {
    const file = new File(["x"], "x.csv");
    const line80 = utf8(`${table().trimEnd()}\n`);
    let most = 0;
    Object.defineProperty(file, "size", { value: 3 * 1024 ** 3 });
    Object.assign(file, {
      arrayBuffer: () => Promise.reject(new DOMException("too large", "NotReadableError")),
      slice: (from = 0, to = 0) => {
        most = Math.max(most, to - from);
        if (from > 32 << 20) return new Blob([]);
        const part = new Uint8Array(to - from).fill(10);
        if (from === 0) part.set(line80.subarray(0, part.length));
        return new Blob([part]);
      },
    });
    expect((await decodeText(file)).refusal?.code).toBe("CHANGED_WHILE_READING");
    expect(most).toBeLessThan(64 << 20);
  });
});

describe("a file that changes while it is read", () => {
  const gone = (name: string): Promise<never> => Promise.reject(new DOMException("gone", name));

  test.each(["NotReadableError", "NotFoundError"])("is refused: %s", async (name) => {
    const file = new File([CSV], "x.csv");
    const vanished = new Blob([CSV]);
    Object.assign(vanished, { arrayBuffer: () => gone(name), slice: () => vanished });
    Object.assign(file, { arrayBuffer: () => gone(name), slice: () => vanished });
    expect(await attempted(file)).toEqual(["CHANGED_WHILE_READING"]);
  });

  test("is refused when it ends before its size", async () => {
    const file = new File([CSV], "x.csv");
    const { size } = file;
    Object.defineProperty(file, "size", { value: size + 5000 });
    expect(await attempted(file)).toEqual(["CHANGED_WHILE_READING"]);
  });

  test("is refused when it changes between the preview and the import", async () => {
    const { engine } = await importAll([]);
    const file = new File([CSV], "x.csv");
    const { dropId } = await engine.methods.openDrop({ files: [file] });
    const vanished = new Blob([CSV]);
    Object.assign(vanished, { arrayBuffer: () => gone("NotReadableError"), slice: () => vanished });
    Object.assign(file, { arrayBuffer: () => gone("NotReadableError"), slice: () => vanished });
    const choices = [{ table: 0, reading: null, mode: null }];
    const outcomes = await engine.methods.importDrop({ dropId, choices, origin: "own", today: TODAY, nowMs: 1 });
    expect(outcomes.map(verdictOf)).toEqual(["CHANGED_WHILE_READING"]);
    expect(await engine.methods.imports({})).toEqual([]);
  });

  /** The verdicts; nothing but the attempt is left. */
  async function attempted(file: File): Promise<readonly string[]> {
    const { engine, outcomes } = await importAll([file]);
    expect(await engine.methods.imports({})).toEqual([]);
    expect(await engine.methods.attempts({})).toMatchObject([{ fileName: "x.csv" }]);
    return outcomes.map(verdictOf);
  }
});

/** A folder as a browser hands it over, two entries at a time. */
function folder(name: string, files: readonly File[]): unknown {
  const entries = files.map((file) => ({
    name: file.name,
    isFile: true,
    isDirectory: false,
    file: (done: (file: File) => void) => done(file),
  }));
  const createReader = () => {
    let at = 0;
    return { readEntries: (done: (some: readonly unknown[]) => void) => done(entries.slice(at, (at += 2))) };
  };
  return { name, isFile: false, isDirectory: true, createReader };
}

describe("many files at once", () => {
  test("a folder is the files in it, in the order of days", async () => {
    const day = (date: number): File => new File([table(`T${date},u1,2024/1/${date},exit,5,,,`)], `${date}.csv`);
    const entry = folder("june", [day(11), new File(["x"], ".DS_Store"), day(9), new File([""], "10.csv")]);
    // A transfer cannot be made by hand.
    const transfer = { items: [{ kind: "file", webkitGetAsEntry: () => entry }] } as unknown as DataTransfer;
    const { outcomes } = await importAll(await droppedFiles(transfer));
    expect(outcomes.map((outcome) => [outcome.fileName, verdictOf(outcome)])).toEqual([
      ["9.csv", "imported"],
      ["10.csv", "EMPTY_FILE"],
      ["11.csv", "imported"],
    ]);
  });

  test("forty, every fourth of them bad: one verdict each, and no good one is kept out", async () => {
    const texts = Array.from({ length: 40 }, (_, at) => {
      if (at % 4 !== 3) return table(`T${at},u1,2024-01-05,exit,5,,,`);
      return ["", "<html></html>", "a,b\n1,2\n", table('"T1')][(at >> 2) % 4]!;
    });
    const { outcomes, engine } = await importAll(texts.map((text, at) => new File([text], `${at}.csv`)));
    expect(outcomes.map(({ fileName }) => fileName)).toEqual(texts.map((_, at) => `${at}.csv`));
    const codes = ["EMPTY_FILE", "NOT_A_TABLE", "MISSING_COLUMN", "UNCLOSED_QUOTE"];
    expect(outcomes.map(verdictOf)).toEqual(texts.map((_, at) => (at % 4 === 3 ? codes[(at >> 2) % 4] : "imported")));
    expect(await engine.methods.imports({})).toHaveLength(30);
    expect(await engine.methods.attempts({})).toHaveLength(10);
  });
});

test.each([
  "<img src=x onerror=alert(1)>.csv",
  "../../etc/passwd",
  `${"x".repeat(251)}.csv`,
  "六月😀.csv",
  "\u202ecsv.exe",
])("a file called %s keeps its name", async (name) => {
  const file = new File([CSV], name);
  await expectVerdict(file, { verdict: TAKEN });
  const { outcomes, engine } = await importAll([file]);
  expect(outcomes).toMatchObject([{ type: "imported", fileName: file.name, record: { fileName: file.name } }]);
  const before = await figuresOf(engine);
  const again = await engine.methods.importFiles({
    files: [new File([plainTable()], "z.csv")],
    origin: "own",
    today: TODAY,
    nowMs: 1,
  });
  expect(again).toMatchObject([{ type: "imported", record: { partitions: 0, counts: { read: 0 } } }]);
  const { imports: _count, ...rest } = (before as { readonly status: Record<string, unknown> }).status;
  expect(await engine.methods.status({})).toMatchObject({ rows: rest["rows"], lenders: rest["lenders"] });
});

recordCases("containers", 22);
