import { afterAll, describe, expect, test } from "vitest";

import type { FileRefusalCode, RowRejection, RowWarning } from "#src/domain/codes.ts";
import type { ColumnName, FileLayout, FileRefusal, ImportRecord } from "#src/domain/imports.ts";
import type { Reading } from "#src/domain/reading.ts";
import type { ImportOutcome, TableChoice } from "#src/engine/protocol.ts";
import { createDecodeFile } from "#src/ingest/decodeFile.ts";
import { unpackFile } from "#src/ingest/unpack/unpack.ts";
import { decodeText, type Decoded } from "#test/ingest/decodeText.ts";
import { filesOf, openEngine, TODAY } from "#test/support/engineHarness.ts";
import { recordTorture } from "#test/support/tortureRuns.ts";

type Row = Decoded["rows"][number];
type Reject = readonly [line: number, code: RowRejection, column: ColumnName | null, value: string];
export type Warned = readonly [code: RowWarning, count: number, firstLine?: number];

/** What is left unsaid is none: no rejects, nothing ignored, no warning but NO_TERM, which most inputs here give. */
export interface Taken {
  /** How many, or what they are. */
  readonly rows: number | readonly Partial<Row>[];
  readonly rejects?: readonly Reject[];
  readonly ignored?: number;
  readonly warns?: readonly Warned[];
  readonly layout?: Partial<FileLayout>;
  /** Lines passed over above the header and below the data. */
  readonly skipped?: readonly number[];
  /** Stated and found, in file order. */
  readonly totals?: readonly (readonly [stated: number, found: number])[];
}

interface Refused extends Partial<Omit<FileRefusal, "code" | "message">> {
  readonly refused: FileRefusalCode;
  /** A part of the message. */
  readonly says?: string;
  /** A question: what the file comes to with each answer. */
  readonly answers?: readonly (readonly [answer: Reading, then: Taken])[];
}

/** One input and what must become of it. */
export interface Case {
  readonly title: string;
  readonly input: string | Uint8Array<ArrayBuffer>;
  /** Of the file; `export.csv` unless the name matters. */
  readonly name?: string;
  /** What somebody settled about it before. */
  readonly reading?: Reading;
  readonly verdict: Taken | Refused;
}

/** Tests every case, decoded alone and taken by an engine, with and without the preview. */
export function catalogue(name: string, cases: readonly Case[]): void {
  // oxlint-disable-next-line vitest/valid-title -- each list brings its own title.
  describe(name, () => {
    // oxlint-disable-next-line vitest/expect-expect -- `expectVerdict` expects.
    test.each(cases)("$title", async ({ input, name: fileName = "export.csv", reading, verdict }) => {
      await expectVerdict(new File([input], fileName), { reading, verdict });
      const answers = "refused" in verdict ? (verdict.answers ?? []) : [];
      for (const [answer, then] of answers) {
        await expectVerdict(new File([input], fileName), { reading: answer, verdict: then });
      }
    });
  });
  counted += cases.length;
}

let counted = 0;

/** Leaves how many inputs a test file holds, for the report; `byHand` are those that no list holds. */
export function recordCases(about: string, byHand: number): void {
  afterAll(() => recordTorture(`catalogue of inputs: ${about}`, { cases: counted + byHand }));
}

interface Expected {
  readonly reading?: Reading | undefined;
  readonly verdict: Taken | Refused;
}

/** Holds one file, which holds one table, against its verdict. */
export async function expectVerdict(file: File, { reading, verdict }: Expected): Promise<void> {
  const { tables } = await unpackFile(file, {});
  expect(tables).toHaveLength(1);
  const [table] = tables;
  const content = table !== undefined && "content" in table ? table.content : undefined;
  const decoded = content && (await decodeText(content, reading ? { reading } : {}));
  const refusal = table !== undefined && "refusal" in table ? table.refusal : decoded?.refusal;
  if ("refused" in verdict) expectRefusal(refusal, verdict);
  else {
    if (decoded === undefined || refusal !== undefined) throw new Error(`refused: ${refusal?.message ?? "?"}`);
    expectTaken(decoded, verdict);
  }
  if (decoded && content && content.size < 20_000) await expectSameInPieces(content, { decoded, reading });
  const outcome = await expectImport(file, reading);
  expect(verdictOf(outcome)).toBe("refused" in verdict ? verdict.refused : "imported");
  if (outcome.type === "imported" && !("refused" in verdict)) expectRecord(outcome.record, verdict);
}

function expectRefusal(refusal: FileRefusal | undefined, { refused, says, answers: _answers, ...rest }: Refused): void {
  expect(refusal).toMatchObject({ code: refused, ...rest });
  if (says !== undefined) expect(refusal?.message).toContain(says);
}

function expectTaken({ file, rows }: Decoded, { rows: wanted, rejects = [], ignored = 0, ...rest }: Taken): void {
  expect(file?.rejects.map(({ line, code, column, value }) => [line, code, column, value])).toEqual(rejects);
  expect(file).toMatchObject({ rejected: rejects.length, ignored });
  if (typeof wanted === "number") expect(rows).toHaveLength(wanted);
  else expect(rows).toMatchObject(wanted);
  const { layout, skipped, totals } = rest;
  if (layout) expect(file?.layout).toMatchObject(layout);
  if (skipped) expect(file?.skippedLines.map(({ line }) => line)).toEqual(skipped);
  if (totals) expect(file?.controlTotals.map(({ stated, found }) => [stated, found])).toEqual(totals);
}

/** However its bytes are handed over, a file is the same. */
async function expectSameInPieces(
  content: Blob,
  { decoded, reading }: { readonly decoded: Decoded; readonly reading: Reading | undefined },
): Promise<void> {
  for (const chunkBytes of [1, 7]) {
    const decode = createDecodeFile({ wholeBytes: 0, chunkBytes, hashWholeBytes: 0 });
    const { file, refusal, rows } = await decodeText(content, { decode, ...(reading ? { reading } : {}) });
    expect({ file, refusal, rows }).toEqual({ file: decoded.file, refusal: decoded.refusal, rows: decoded.rows });
  }
}

function expectRecord(record: ImportRecord, { warns = [] }: Taken): void {
  const given = record.warnings.filter(({ code }) => code !== "NO_TERM" || warns.some(([wanted]) => wanted === code));
  const shown = given.map(({ code, count, examples: [first] }, at) =>
    warns[at]?.[2] === undefined ? [code, count] : [code, count, first?.line],
  );
  expect(shown).toEqual(warns);
}

export type Engine = Awaited<ReturnType<typeof openEngine>>;

/** All that is shown of an engine's ledger, but for the count of its changes. */
export async function figuresOf({ methods, days }: Engine): Promise<unknown> {
  const [{ dataVersion: _version, ...status }, { basis: _basis, ...series }] = [await methods.status({}), await days()];
  return { status, series, checks: await methods.checks({}), coverage: await methods.coverage({}) };
}

const STORED = {
  "stored.csv": [
    "txn_id,user_id,occurred_at,type,amount,product,term_days,channel",
    "stored-1,stored,2024-01-05 09:00:00,lend,70.00,P,30,app",
    "stored-2,stored,2024-01-09 09:00:00,exit,30.00,P,30,app",
    "",
  ].join("\n"),
};

/** Counts add up, the preview foretold them, a refused file leaves nothing, and undoing restores every figure. */
async function expectImport(file: File, reading: Reading | undefined): Promise<ImportOutcome> {
  const engine = await openEngine();
  await engine.drop(STORED);
  const before = await figuresOf(engine);
  const { methods } = engine;
  const { dropId, tables } = await methods.openDrop({ files: [file] });
  expect(tables).toHaveLength(1);
  const choices: readonly TableChoice[] = [{ table: 0, reading: reading ?? null, mode: null }];
  const preview = await methods.previewDrop({ dropId, choices, today: TODAY });
  expect(await figuresOf(engine)).toEqual(before);
  const [outcome] = await methods.importDrop({ dropId, choices, origin: "own", today: TODAY, nowMs: 1 });
  const [foretold] = preview.tables;
  if (outcome?.type === "imported") {
    expect(foretold).toMatchObject({ type: "readable", counts: outcome.record.counts, mode: outcome.record.mode });
    await expectConserved(engine, outcome.record);
    const { importId } = outcome.record;
    expect(await methods.deleteImports({ importIds: [importId], today: TODAY })).toMatchObject({ ok: true });
  } else if (outcome?.type === "refused") {
    expect(foretold).toMatchObject({ type: "refused", refusal: { code: outcome.refusal.code } });
    expect(await methods.imports({})).toHaveLength(1);
    const { fileName, refusal } = outcome;
    expect(fileName.startsWith(file.name)).toBe(true);
    expect(await methods.attempts({})).toMatchObject([{ fileName, refusal: { code: refusal.code } }]);
  }
  expect(await figuresOf(engine)).toEqual(before);
  if (reading === undefined) await expectSameWithoutPreview(file, outcome);
  if (outcome === undefined) throw new Error("no outcome");
  return outcome;
}

/** What the preview would ask, an import without one refuses; whatever else becomes of a file is the same. */
async function expectSameWithoutPreview(file: File, outcome: ImportOutcome | undefined): Promise<void> {
  const engine = await openEngine();
  await engine.drop(STORED);
  const args = { files: [file], origin: "own", today: TODAY, nowMs: 1 } as const;
  expect(await engine.methods.importFiles(args)).toEqual([outcome]);
}

/** Every row read is in exactly one place. */
export async function expectConserved({ methods }: Engine, record: ImportRecord): Promise<void> {
  const { read, accepted, duplicate, replaced, rejected, ignored } = record.counts;
  expect(accepted + duplicate + replaced + rejected + ignored).toBe(read);
  const rejects = await methods.rejectedRows({ importId: record.importId });
  expect([rejects.length, record.rejectsKept]).toEqual([rejected, rejected]);
}

/** A file that is refused leaves nothing but the attempt; the codes of several, in their order. */
export async function importAll(files: Readonly<Record<string, string>> | readonly File[]): Promise<{
  readonly engine: Engine;
  readonly outcomes: readonly ImportOutcome[];
}> {
  const engine = await openEngine();
  const list = Array.isArray(files) ? (files as readonly File[]) : filesOf(files as Readonly<Record<string, string>>);
  const outcomes = await engine.methods.importFiles({ files: list, origin: "own", today: TODAY, nowMs: 1 });
  for (const outcome of outcomes) if (outcome.type === "imported") await expectConserved(engine, outcome.record);
  return { engine, outcomes };
}

/** How an outcome reads at a glance: a refusal's code, or what it is. */
export function verdictOf(outcome: ImportOutcome | undefined): string {
  if (outcome === undefined) return "none";
  return outcome.type === "refused" ? outcome.refusal.code : outcome.type;
}

const FIXED: Readonly<Record<string, string>> = {
  user_id: "u1",
  occurred_at: "2024-01-05",
  type: "lend",
  amount: "100.00",
};

/** A file of the required columns, in which one has these cells; a first row is plain. */
export function cellsOf(header: string, cells: readonly string[], plain?: string): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const headers = [...Object.keys(FIXED).filter((name) => name !== header), header];
  const all = plain === undefined ? cells : [plain, ...cells];
  const rows = all.map((cell) => headers.map((name) => quoted(name === header ? cell : FIXED[name]!)).join(","));
  return [headers.join(","), ...rows, ""].join("\n");
}

/** Rows of our own headers without ids or terms. */
export function plainTable(...lines: readonly string[]): string {
  return ["user_id,occurred_at,type,amount", ...lines, ""].join("\n");
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function bytes(...parts: readonly (readonly number[] | Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : [...part])));
}
