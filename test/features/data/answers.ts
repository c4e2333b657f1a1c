import type { ImportRecord, RefusedAttempt, RejectedRow } from "#src/domain/imports.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Check, CoverageResult, Restatement } from "#src/engine/protocol.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

export const RECORD: ImportRecord = {
  importId: 7,
  fileName: "day.csv",
  sizeBytes: 12_000,
  sha256: "ab".repeat(32),
  origin: "own",
  importedAtMs: 1_795_000_000_000,
  layout: {
    encoding: "gb18030",
    delimiter: "\t",
    headerLine: 3,
    mapping: [{ column: "user_id", header: "用户ID" }],
    unused: ["备注"],
    amountScaleFen: 1_000_000,
  },
  counts: { read: 20, accepted: 11, replaced: 3, duplicate: 1, rejected: 4, ignored: 1 },
  firstDay: AS_OF,
  lastDay: AS_OF,
  warnings: [{ code: "NO_TERM", count: 5, examples: [{ line: 9, value: "" }] }],
  unknownTypes: [{ value: "积分兑换", count: 2 }],
  skippedLines: [{ line: 24, text: "合计,20" }],
  rejectsKept: 2,
  partitions: 1,
  days: [{ day: AS_OF, rows: 14 }],
};

export const SAMPLE: ImportRecord = { ...RECORD, importId: 3, fileName: "sample.csv", origin: "sample" };

export const REJECTED: readonly RejectedRow[] = [
  { line: 5, code: "BAD_AMOUNT", column: "amount", value: "12.345", text: "T5,u1,12.345" },
  { line: 8, code: "UNKNOWN_TYPE", column: "type", value: "=1+1", text: "T8,u2,=1+1" },
];

export const COVERAGE: CoverageResult = {
  days: [
    { day: epochDay(AS_OF - 20), rows: 10, volume: 100_00, exits: 0 },
    ...Array.from({ length: 19 }, (_, at) => ({ day: epochDay(AS_OF - 19 + at), rows: 5, volume: 100, exits: 50 })),
    { day: AS_OF, rows: 0, volume: 0, exits: 0 },
  ],
};

export function check(id: string, change: Partial<Check> = {}): Check {
  return { id, holds: true, left: 100, right: 100, affected: 0, examples: [], detail: null, ...change };
}

export const CHECKS: readonly Check[] = [
  check("channel-sum"),
  check("no-negative-balance", { holds: false, left: null, right: null, affected: 2, examples: ["lender-0042"] }),
  check("transfers-pair", { holds: false, left: 500, right: 300, affected: 1, examples: ["2026-11-20"] }),
  check("zz-of-tomorrow", { left: 4, right: 4 }),
];

export const ATTEMPTS: readonly RefusedAttempt[] = [
  {
    fileName: "export.zip",
    sizeBytes: 12_000,
    atMs: 1_795_000_000_000,
    refusal: { code: "CORRUPT_ARCHIVE", message: "" },
  },
];

const FIGURES = {
  volume: { before: 1_000, after: 1_200 },
  exits: { before: 300, after: 300 },
  outstanding: { before: 9_000, after: 9_200 },
};

export const CHANGE: Restatement = {
  days: [{ day: AS_OF, rowsAdded: 3, rowsRemoved: 1, rowsChanged: 2, ...FIGURES }],
  rowsAdded: 3,
  rowsRemoved: 1,
  rowsChanged: 2,
  rowsSame: 8,
  ...FIGURES,
  volume: { before: 1_000, after: 1_250 },
  lastDay: AS_OF,
};
