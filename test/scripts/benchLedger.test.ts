import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { createLedgerDays, DAYS, HEADER } from "#scripts/bench/ledgerDays.mjs";
import { ledgerFiles } from "#scripts/bench/ledgerFiles.mjs";

const ROWS = 20_000;

interface Row {
  readonly id: string;
  readonly lender: string;
  readonly instant: string;
  readonly type: string;
  readonly fen: number;
  readonly bytes: number;
}

const folder = mkdtempSync(path.join(tmpdir(), "dipper-bench-test-"));
let files: Awaited<ReturnType<typeof ledgerFiles>>;
let history: readonly Row[];
let nextDay: readonly Row[];

function rowsOf(file: string): Row[] {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(`${lines[0]}\n`).toBe(HEADER);
  return lines.slice(1).map((line) => {
    const [id = "", lender = "", instant = "", type = "", amount = ""] = line.split(",");
    return { id, lender, instant, type, fen: Number(amount.replace(".", "")), bytes: line.length + 1 };
  });
}

beforeAll(async () => {
  files = await ledgerFiles({ folder, rows: ROWS, seed: 1 });
  history = rowsOf(files.history.file);
  nextDay = rowsOf(files.nextDay.file);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the same seed gives the same bytes, another seed others", () => {
  const text = (seed: number) => [...createLedgerDays({ rows: 2000, seed }).history()].join("");
  expect(text(1)).toBe(text(1));
  expect(text(1)).not.toBe(text(2));
});

test("there are as many rows as asked, of about 75 bytes, and a lender for about 50", () => {
  expect(history).toHaveLength(ROWS);
  const bytes = history.reduce((sum, row) => sum + row.bytes, 0);
  expect(bytes / ROWS).toBeCloseTo(75, 0);
  expect(new Set(history.map((row) => row.lender)).size).toBe(ROWS / 50);
});

test("rows are in order of time over fifteen months, the one more day after them, and ids are unique", () => {
  const rows = [...history, ...nextDay];
  expect(rows.filter((row, index) => row.instant < (rows[index - 1]?.instant ?? ""))).toEqual([]);
  expect(new Set(history.map((row) => row.instant.slice(0, 10))).size).toBe(DAYS);
  expect(new Set(nextDay.map((row) => row.instant.slice(0, 10)))).toEqual(new Set(["2025-04-01"]));
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
});

test("nobody gets back more than they lent", () => {
  const balances = new Map<string, number>();
  const negative = [...history, ...nextDay].filter(({ lender, type, fen }) => {
    const balance = (balances.get(lender) ?? 0) + (type === "lend" ? fen : -fen);
    balances.set(lender, balance);
    return balance < 0;
  });
  expect(negative).toEqual([]);
});

test("the totals are those of the rows", () => {
  const volume = (rows: readonly Row[]) => rows.reduce((sum, { type, fen }) => sum + (type === "lend" ? fen : 0), 0);
  const exits = (rows: readonly Row[]) => rows.reduce((sum, { type, fen }) => sum + (type === "lend" ? 0 : fen), 0);
  const totals = (rows: readonly Row[]) => ({
    rows: rows.length,
    lenders: new Set(rows.map((row) => row.lender)).size,
    volumeFen: volume(rows),
    outstandingFen: volume(rows) - exits(rows),
  });
  expect(files.history.totals).toEqual(totals(history));
  expect(files.nextDay.totals).toEqual(totals([...history, ...nextDay]));
});

test("files are made once", async () => {
  expect(await ledgerFiles({ folder, rows: ROWS, seed: 1 })).toEqual(files);
});
