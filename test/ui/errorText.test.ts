import { describe, expect, test } from "vitest";

import { FILE_REFUSED, ROW_REJECTED, ROW_WARNED, STORE_REFUSED } from "#src/domain/codes.ts";
import { errorText } from "#src/ui/errorText.ts";

const CODES = [...ROW_REJECTED, ...ROW_WARNED, ...FILE_REFUSED, ...STORE_REFUSED];

describe.each(["en", "zh"] as const)("in %s", (language) => {
  test.each(CODES)("%s says what happened and what to do, with no facts at all", (code) => {
    const { what, where, fix } = errorText({ code }, language);
    expect(what.length).toBeGreaterThan(3);
    expect(fix.length).toBeGreaterThan(8);
    expect(where).toBe("");
    expect(`${what}${fix}`).not.toMatch(/undefined|null|\[object|NaN/u);
    expect(/[一-鿿]/u.test(what)).toBe(language === "zh");
  });

  test("no two codes have the same words", () => {
    expect(new Set(CODES.map((code) => errorText({ code }, language).what)).size).toBe(CODES.length);
  });
});

test("a refusal's own facts are in its words", () => {
  const text = errorText(
    {
      code: "MISSING_COLUMN",
      fileName: "2026-11-20.csv",
      column: "amount",
      headersFound: ["id", "amt"],
      nearest: [{ column: "amount", headers: ["amt"] }],
    },
    "en",
  );
  expect(text).toEqual({
    what: "The required column amount is missing",
    where: "2026-11-20.csv, column amount",
    fix: "amount: is it “amt”? Headers found: “id”, “amt”.",
  });
});

test("a rejected row is found by its line", () => {
  const facts = { code: "BAD_AMOUNT", line: 12, column: "amount", value: "1.2.3" } as const;
  expect(errorText(facts, "en").where).toBe("Line 12, column amount, “1.2.3”");
  expect(errorText(facts, "zh").where).toBe("第 12 行，amount 列，“1.2.3”");
});

test("a long value is cut", () => {
  expect(errorText({ code: "BAD_DATE", value: "x".repeat(500) }, "en").where.length).toBeLessThan(80);
});
