import { describe, expect, test } from "vitest";

import {
  besideText,
  figureText,
  findingsInOrder,
  findingsTable,
  labelText,
  wordsOfFinding,
} from "#src/features/data/findingModel.ts";
import { findingStrings } from "#src/features/data/findingStrings.ts";
import { findingWords } from "#src/features/data/findingWords.ts";
import { coverageModel } from "#src/features/data/coverageModel.ts";
import { toCsv } from "#src/ui/csv.ts";
import { createFormat } from "#src/ui/format.ts";
import { maskLender } from "#src/ui/maskLender.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

import { FINDINGS, PARTIAL_COVERAGE } from "./findingAnswers.ts";

const format = createFormat({ language: "en" });
const speech = { format, lenderText: maskLender };
const item = { label: "a", value: null, expected: null, measure: null, where: null, importId: null };

describe("findings", () => {
  test("that make figures wrong come first, then by id", () => {
    expect(findingsInOrder(FINDINGS).map(({ id }) => id)).toEqual([
      "balances-negative",
      "rows-rejected",
      "days-missing",
      "zz-of-tomorrow",
    ]);
  });

  test("have words in both languages that say the rule and what to do", () => {
    for (const [id, words] of Object.entries(findingWords.zh)) {
      expect(words.label).toBe(findingWords.en[id]?.label);
      expect([words.title, words.how, words.fix].every((text) => text.length > 5)).toBe(true);
    }
    expect(Object.keys(findingWords.zh)).toHaveLength(15);
  });

  test("of an unknown id are named from it and show what they have", () => {
    const words = wordsOfFinding(FINDINGS[3]!, findingWords.en, findingStrings.en);
    expect(words.title).toBe("Zz of tomorrow");
    expect(figureText({ ...item, value: 4, expected: 5, measure: "count" }, words, format)).toBe("4, expected 5");
    expect(figureText({ ...item, value: 400, measure: "fen" }, words, format)).toBe("¥4.00");
  });

  test("name days, gaps, lenders and files", () => {
    expect(labelText("2026-11-17", "day", speech)).toBe("Nov 17, 2026");
    expect(labelText("2026-11-17/2026-11-19", "day", speech)).toMatch(/^Nov 17\s–\s19, 2026$/u);
    expect(labelText("lender-0042", "lender", speech)).toBe("le••••42");
    expect(labelText("2026-11-17", "text", speech)).toBe("2026-11-17");
    expect(besideText({ ...item, beside: "lender-0042" }, "lender", speech)).toBe("le••••42");
    expect(besideText({ ...item, beside: "a.csv" }, "day", speech)).toBe("a.csv");
    expect(figureText(item, findingWords.en["last-day-cut"]!, format)).toBe("");
  });

  test("are a file with one line an item, money and counts apart, formulas harmless and lenders masked", () => {
    const known = findingWords.en;
    const lines = toCsv(findingsTable(FINDINGS, { known, chrome: findingStrings.en }, speech)).split("\r\n");
    expect(lines[0]).toContain('"Amount (CNY)","Expected amount (CNY)","Count","Expected count"');
    expect(lines[1]).toContain('"Makes figures wrong","le••••00","",-5.00,0.00,,');
    expect(lines[51]).toContain(`"'=day.csv","",,,4,20`);
    expect(lines[52]).toContain('"2026-11-17/2026-11-19","",,,3,');
  });
});

test("coverage knows its partial days", () => {
  expect(coverageModel(PARTIAL_COVERAGE).partial).toEqual([AS_OF - 19]);
});
