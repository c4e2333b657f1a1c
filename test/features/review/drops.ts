import type { FileSketch } from "#src/domain/reading.ts";
import type { DroppedTable, DropPreview, TablePreview } from "#src/engine/protocol.ts";
import { AS_OF, FIRST_DAY } from "#test/features/overview/screen.tsx";

export const SKETCH: FileSketch = {
  dataset: "transactions",
  encoding: "gb18030",
  delimiter: ",",
  headerLine: 1,
  headers: ["流水号", "用户ID", "日期", "类型", "金额", "备注"],
  fingerprint: "f1",
  columns: { txn_id: 0, user_id: 1, occurred_at: 2, type: 3, amount: 4 },
  samples: [
    ["1", "u1", "03/04/2026", "出借", "1,234", "a"],
    ["2", "u2", "05/06/2026", "积分", "5,678", "b"],
  ],
  lines: [
    { line: 1, text: "流水号,用户ID,日期,类型,金额,备注" },
    { line: 2, text: '1,u1,03/04/2026,出借,"1,234",a' },
  ],
};

export function table(fileName: string, change: Partial<DroppedTable> = {}): DroppedTable {
  return {
    fileName,
    fileIndex: 0,
    container: null,
    sizeBytes: 1000,
    isSuggested: true,
    isMisnamed: false,
    sketch: SKETCH,
    refusal: null,
    mapping: null,
    ...change,
  };
}

type Readable = Extract<TablePreview, { readonly type: "readable" }>;

export function readable(place: number, change: Partial<Readable> = {}): Readable {
  return {
    type: "readable",
    table: place,
    dataset: "transactions",
    mode: "merge",
    layout: {
      encoding: "gb18030",
      delimiter: ",",
      headerLine: 1,
      mapping: [],
      unused: ["备注"],
      amountScaleFen: 100,
    },
    counts: { read: 100, accepted: 90, duplicate: 3, replaced: 5, rejected: 2, ignored: 0 },
    firstDay: FIRST_DAY,
    lastDay: AS_OF,
    rowsByType: [{ type: "lend", rows: 95, amount: 123_456 }],
    rejects: [
      {
        code: "BAD_AMOUNT",
        column: "amount",
        count: 2,
        examples: [
          { line: 7, code: "BAD_AMOUNT", column: "amount", value: "12.345", text: "7,u1,03/04/2026,出借,12.345" },
        ],
      },
    ],
    warnings: [],
    unknownTypes: [],
    skippedLines: [],
    controlTotals: [],
    restatedDays: 0,
    lostValues: [],
    ...change,
  };
}

const SAME = { before: 100, after: 100 };

export function previewOf(tables: readonly TablePreview[]): DropPreview {
  return {
    tables,
    change: {
      days: [
        {
          day: AS_OF,
          rowsAdded: 90,
          rowsRemoved: 0,
          rowsChanged: 5,
          volume: { before: 0, after: 123_456 },
          exits: SAME,
          outstanding: { before: 71_520_000_000, after: 71_610_000_000 },
        },
      ],
      rowsAdded: 90,
      rowsRemoved: 0,
      rowsChanged: 5,
      rowsSame: 3,
      volume: { before: 0, after: 123_456 },
      exits: SAME,
      outstanding: { before: 71_520_000_000, after: 71_610_000_000 },
      lastDay: AS_OF,
    },
  };
}
