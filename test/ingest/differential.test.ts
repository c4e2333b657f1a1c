import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";

import type { Reading } from "#src/domain/reading.ts";
import { createDecodeFile } from "#src/ingest/decodeFile.ts";

import { decodeText } from "./decodeText.ts";

const HEADERS = ["txn_id", "user_id", "occurred_at", "type", "amount", "product", "channel"];

const text = fc.stringMatching(/^[A-Za-z0-9 ,;|"\t\n稳赢é𠮷=-]{0,12}$/u);
const id = fc.stringMatching(/^[A-Za-z0-9_,;|"稳é𠮷-]{1,10}$/u).filter((value) => !/^[-=]|^\d(\.\d+)?e/i.test(value));
const fen = fc.integer({ min: 1, max: 10 ** 12 });

const tables = fc.array(
  fc.record({
    id,
    lender: id,
    day: fc.integer({ min: 1, max: 28 }),
    type: fc.constantFrom("lend", "exit", "出借", "withdrawal"),
    fen,
    product: text,
    channel: text,
  }),
  { minLength: 1, maxLength: 12 },
);

const dialects = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  quotes: fc.boolean(),
  mark: fc.boolean(),
  last: fc.boolean(),
});

const chunks = fc.constantFrom(5, 17, 64, 300, 100_000, 100_000);

test("what a library writes and reads, we read the same", async () => {
  await fc.assert(
    fc.asyncProperty(tables, dialects, chunks, async (rows, { delimiter, newline, quotes, mark, last }, chunkBytes) => {
      const cells = rows.map((row) => [
        row.id,
        row.lender,
        `2024-01-${String(row.day).padStart(2, "0")} 08:00:00`,
        row.type,
        `${Math.floor(row.fen / 100)}.${String(row.fen % 100).padStart(2, "0")}`,
        row.product,
        row.channel,
      ]);
      const body = Papa.unparse([HEADERS, ...cells], { delimiter, newline, quotes }) + (last ? newline : "");
      const theirs = Papa.parse<string[]>(body, { delimiter, newline, skipEmptyLines: true }).data.slice(1);
      const decode = createDecodeFile({ wholeBytes: 0, chunkBytes, hashWholeBytes: 0 });
      const ours = await decodeText((mark ? "\ufeff" : "") + body, { decode });
      expect(ours.refusal).toBeUndefined();
      expect(ours.file).toMatchObject({ read: rows.length, rejected: 0, ignored: 0 });
      expect(ours.rows.map((row) => [row.id, row.lender, row.at, row.amount, row.product, row.channel])).toEqual(
        theirs.map(([txnId, lender, at, , amount, product, channel]) => [
          txnId,
          lender!.normalize("NFC"),
          at,
          Number(amount!.replace(".", "")),
          product!.trim().normalize("NFC"),
          channel!.trim().normalize("NFC"),
        ]),
      );
    }),
    { numRuns: 150 },
  );
});

const edits = fc.array(
  fc.record({
    kind: fc.constantFrom("flip", "delete", "double", "insert"),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.oneof(fc.constantFrom(34, 44, 10, 13, 0, 59, 255), fc.integer({ min: 0, max: 255 })),
  }),
  { minLength: 1, maxLength: 6 },
);

const BASE = new TextEncoder().encode(
  [
    HEADERS.join(","),
    ...Array.from(
      { length: 12 },
      (_, at) => `T${at},U${at % 3},2024-01-${at + 10} 08:00:00,出借,${at + 1}.50,"P,${at}",渠道`,
    ),
    "合计,,,,78.00,,",
    "channel,amount,type,occurred_at,user_id,状态,txn_id,product",
    ...Array.from(
      { length: 6 },
      (_, at) => `渠道,-${at + 1}.5,回款,0${at + 1}/0${at + 2}/2024,U${at},${at % 2 ? "失败" : ""},S${at},P`,
    ),
    "共18笔",
  ].join("\r\n"),
);

const readings = fc.constantFrom<Reading>(
  {},
  { decimalMark: ".", dateOrder: "month" },
  {
    dateOrder: "day",
    sign: { shape: "signed", positive: "exit", negative: "lend" },
    types: { 出借: "ignore", 回款: "by_sign" },
  },
  { decimalMark: ".", dateOrder: "day", sign: { shape: "signed", positive: "exit", negative: "lend" } },
  {
    sign: { shape: "credit_debit", credit: 4, debit: 5, positive: "exit", negative: "lend" },
    types: { 出借: "by_sign" },
    description: 6,
    dateOrder: "month",
  },
);

test("damaged bytes never throw and never lose a row: read = rows + rejected + ignored", async () => {
  await fc.assert(
    fc.asyncProperty(edits, chunks, readings, async (changes, chunkBytes, reading) => {
      const bytes = [...BASE];
      for (const { kind, place, byte } of changes) {
        const at = Math.floor(place * (bytes.length - 1));
        if (kind === "flip") bytes[at] = byte;
        else if (kind === "delete") bytes.splice(at, 1 + (byte % 5));
        else if (kind === "double") bytes.splice(at, 0, ...bytes.slice(at, at + byte));
        else bytes.splice(at, 0, byte);
      }
      const content = new Uint8Array(bytes);
      const whole = await decodeText(content, { reading });
      const pieces = await decodeText(content, {
        reading,
        decode: createDecodeFile({ wholeBytes: 0, chunkBytes, hashWholeBytes: 0 }),
      });
      expect(pieces.refusal).toEqual(whole.refusal);
      expect(pieces.rows).toEqual(whole.refusal ? pieces.rows : whole.rows);
      expect(pieces.file).toEqual(whole.file);
      const { read, rows, rejected, ignored } = whole.file ?? {
        read: 0,
        rows: whole.rows.length,
        rejected: 0,
        ignored: -whole.rows.length,
      };
      expect(rows + rejected + ignored).toBe(read);
      expect(whole.rows).toHaveLength(rows);
    }),
    { numRuns: 300 },
  );
});

const oddForm: Readonly<Record<string, (cell: string) => string>> = {
  txn_id: (cell) => `'${cell}`,
  user_id: (cell) => ` ${cell}\t`,
  occurred_at: (cell) => cell.replaceAll("-", "/").replace(" ", "  "),
  amount: (cell) => `¥${cell} 元`,
  product: (cell) => `\u00a0${cell}`,
  channel: (cell) => `${cell} `,
  type: (cell) => ` ${cell.toUpperCase()}`,
};

test("the slow path gives the columns of the fast one", async () => {
  const plainCell = fc.record({
    id: fc.stringMatching(/^[A-Z][a-z0-9]{1,8}$/),
    lender: fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/),
    day: fc.integer({ min: 10, max: 28 }),
    fen,
    product: fc.stringMatching(/^[A-Za-z0-9]{0,6}$/),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(plainCell, { minLength: 1, maxLength: 8 }), async (rows) => {
      const cells = rows.map((row) => [
        row.id,
        row.lender,
        `2024-01-${row.day} 08:03:09`,
        "lend",
        `${Math.floor(row.fen / 100)}.${String(row.fen % 100).padStart(2, "0")}`,
        row.product,
        "app",
      ]);
      const odd = cells.map((line) => line.map((cell, at) => `"${oddForm[HEADERS[at]!]!(cell)}"`));
      const fast = await decodeText([HEADERS, ...cells].join("\n"));
      const slow = await decodeText([HEADERS, ...odd].join("\n"));
      expect(slow.rows).toEqual(fast.rows);
      expect(slow.blocks.map(({ newLenders }) => newLenders)).toEqual(fast.blocks.map(({ newLenders }) => newLenders));
    }),
    { numRuns: 100 },
  );
});
