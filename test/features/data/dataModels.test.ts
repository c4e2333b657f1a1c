import { describe, expect, test } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import type { RejectedRow } from "#src/domain/imports.ts";
import { epochDay } from "#src/domain/units.ts";
import { checksInOrder, differenceText, sideText, wordsOfCheck } from "#src/features/data/checkModel.ts";
import { checkStrings } from "#src/features/data/checkStrings.ts";
import { checkWords } from "#src/features/data/checkWords.ts";
import { coverageModel, dayBeside, intensityOf } from "#src/features/data/coverageModel.ts";
import {
  importState,
  rejectedTable,
  rejectionReason,
  ROW_FATES,
  storedRows,
  warningValue,
} from "#src/features/data/importModel.ts";
import { filesByAttention, outcomeCounts, type QueuedFile } from "#src/features/data/importQueue.ts";
import { strings } from "#src/features/data/strings.ts";
import { maskLender } from "#src/ui/maskLender.ts";
import { toCsv } from "#src/ui/csv.ts";
import { createFormat } from "#src/ui/format.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

import { check, CHECKS, COVERAGE, RECORD, REJECTED } from "./answers.ts";

describe("an import", () => {
  test("CV1: puts every row read in one place", () => {
    expect(ROW_FATES.reduce((sum, fate) => sum + RECORD.counts[fate], 0)).toBe(RECORD.counts.read);
    expect(storedRows(RECORD.counts)).toBe(14);
  });

  test("gives its rejected rows with the reason in words, in both languages", () => {
    const [row] = REJECTED;
    expect(rejectionReason(row!, { dataset: undefined, language: "en" })).toMatch(
      /^The amount cannot be taken as it is\. /,
    );
    expect(rejectionReason(row!, { dataset: undefined, language: "zh" })).toMatch(/^[^a-z]+。/);
    expect(rejectionReason(row!, { dataset: "funds", language: "en" })).toContain("it may lie below zero");
  });

  test("gives a file of them that a spreadsheet will not compute", () => {
    const options = {
      columns: strings.en.columns,
      dataset: undefined,
      language: "en",
      lenderText: maskLender,
      withText: true,
    } as const;
    const csv = toCsv(rejectedTable(REJECTED, options));
    const lines = csv.split("\r\n");
    expect(lines[0]).toBe('\uFEFF"Line","Code","Column","Value","Reason","Original line"');
    expect(lines[1]).toMatch(/^5,"BAD_AMOUNT","amount","12\.345","The amount/);
    expect(lines[2]).toContain(`"'=1+1"`);
  });

  test("keeps lenders' ids out of it while they are hidden", () => {
    const rows: readonly RejectedRow[] = [
      { line: 3, code: "BAD_ID", column: "user_id", value: "lender-0042", text: "T1,lender-0042,5" },
    ];
    const options = {
      columns: strings.en.columns,
      dataset: undefined,
      language: "en",
      lenderText: maskLender,
      withText: false,
    } as const;
    expect(toCsv(rejectedTable(rows, options))).not.toContain("lender-0042");
  });

  test("shows no lender in the examples of a warning, and amounts and texts as they are", () => {
    expect(warningValue("DUP_REPLACED", "lender-0042", maskLender)).toBe("le••••42");
    expect(warningValue("DAMAGED_AT_SOURCE", "渠道�", maskLender)).toBe("渠道�");
    expect(warningValue("LOOKALIKE_ID", "", maskLender)).toBe("");
  });

  test("is said to need a look by what is worst", () => {
    const counts = { ...RECORD.counts, rejected: 0 };
    const total = { line: 9, text: "合计", measure: "amount", stated: 5, found: 5 } as const;
    expect(importState({ ...RECORD, controlTotals: [{ ...total, found: 4 }] })).toEqual({ type: "totals" });
    expect(importState({ ...RECORD, controlTotals: [total] })).toEqual({ type: "rejected", count: 4 });
    const warning = { count: 5, examples: [] };
    const warned = (code: "DUP_SAME" | "NO_TERM") =>
      importState({ ...RECORD, counts, warnings: [{ ...warning, code }] });
    expect(warned("DUP_SAME")).toEqual({ type: "warned", count: 5 });
    expect(warned("NO_TERM")).toEqual({ type: "taken" });
    expect(importState({ ...RECORD, counts, warnings: [] })).toEqual({ type: "taken" });
  });
});

describe("coverage", () => {
  const model = coverageModel(COVERAGE);

  test("lists months from the newest, with rows and missing days", () => {
    expect(model.months.map(({ month, rows, missing }) => [month, rows, missing])).toEqual([
      [dayOf(2026, 11, 1), 95, 1],
      [dayOf(2026, 10, 1), 10, 0],
    ]);
    expect(model.missing).toEqual([AS_OF]);
  });

  test("leaves days outside the data blank", () => {
    expect(model.months[1]?.cells.filter((cell) => cell !== null)).toHaveLength(1);
    expect(model.months[1]?.cells).toHaveLength(31);
  });

  test("is not paled by one great day", () => {
    expect(model.fullRows).toBe(5);
    expect(intensityOf(10, model.fullRows)).toBe(1);
    expect(intensityOf(1, 0)).toBe(0);
  });

  test("moves by day, by month and to the ends", () => {
    const first = dayOf(2026, 11, 1);
    expect(dayBeside(model, first, "ArrowLeft")).toBe(first);
    expect(dayBeside(model, first, "ArrowRight")).toBe(epochDay(first + 1));
    expect(dayBeside(model, first, "ArrowDown")).toBe(AS_OF - 20);
    expect(dayBeside(model, first, "ArrowUp")).toBe(first);
    expect(dayBeside(model, first, "End")).toBe(AS_OF);
    expect(dayBeside(model, AS_OF, "Home")).toBe(first);
  });
});

describe("checks", () => {
  const en = createFormat({ language: "en" });

  test("that fail come first", () => {
    expect(checksInOrder(CHECKS).map(({ id }) => id)).toEqual([
      "no-negative-balance",
      "transfers-pair",
      "channel-sum",
      "zz-of-tomorrow",
    ]);
  });

  test("have words in both languages", () => {
    expect(Object.keys(checkWords.zh)).toEqual(Object.keys(checkWords.en));
    expect(wordsOfCheck(check("transfers-pair"), checkWords.zh, checkStrings.zh).title).toBe("每日债权转让两边相等");
  });

  test("of an unknown id are named from it", () => {
    expect(wordsOfCheck(check("lots-match"), checkWords.en, checkStrings.en)).toMatchObject({
      title: "Lots match",
      explanation: "A check of a newer version; its figures are below.",
    });
    const detail = "3 lots do not match";
    expect(wordsOfCheck(check("lots-match", { detail }), checkWords.en, checkStrings.en).explanation).toBe(detail);
  });

  test("say by how much the sides differ", () => {
    expect(differenceText(check("a", { left: 300, right: 500 }), "fen", en)).toBe("−¥2.00");
    expect(differenceText(check("a", { left: 7, right: 5 }), "count", en)).toBe("+2");
    expect(differenceText(check("a"), "fen", en)).toBeNull();
    expect(sideText(null, "fen", en)).toBe("—");
  });
});

describe("the queue", () => {
  const file = (index: number, change: Partial<QueuedFile>): QueuedFile => ({
    index,
    fileName: `${index}.csv`,
    sizeBytes: 1,
    step: "done",
    rows: 0,
    outcome: null,
    ...change,
  });
  const files = [
    file(0, { outcome: { type: "imported", fileName: "0.csv", record: RECORD } }),
    file(1, { step: "waiting" }),
    file(2, { step: "reading" }),
    file(3, {
      outcome: { type: "refused", fileName: "3.csv", sha256: "", refusal: { code: "EMPTY_FILE", message: "" } },
    }),
  ];

  test("shows what needs the reader first", () => {
    expect(filesByAttention(files).map(({ index }) => index)).toEqual([3, 2, 0, 1]);
  });

  test("counts what became of its files", () => {
    const queue = { files, running: true, doneBytes: 0, totalBytes: 4, rowsPerSecond: null, secondsLeft: null };
    expect(outcomeCounts(queue)).toEqual({ imported: 1, known: 0, refused: 1, unstored: 0, cancelled: 0 });
  });
});
