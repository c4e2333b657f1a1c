import { expect, test } from "vitest";

import { withFormulaMark, withoutFormulaMark } from "#src/domain/formulaMark.ts";
import { FORMULAS } from "#test/support/payloads.ts";

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠a",
  " =1+1",
  '"=1+1',
  "\u3000=1",
  "\uFEFF=1",
  "\u200B=1",
  "\u0000@SUM(A1)",
  "\u202E+1",
  " '\t=1",
  "﹦1+1",
])("text that a spreadsheet would compute is made harmless: %j", (text) => {
  expect(withFormulaMark(text)).toBe(`'${text}`);
});

test.each(["plain", "a=1", "2026-11-20", "6f=c2", "渠道", ""])("other text is left alone: %j", (text) => {
  expect(withFormulaMark(text)).toBe(text);
});

test.each([...FORMULAS, "plain", "'quoted", "''=1", "`'=1", "1'000", "'", ""])(
  "the mark comes off again: %j",
  (text) => {
    expect(withoutFormulaMark(withFormulaMark(text))).toBe(text);
  },
);

test.each(["'quoted", "'t Hart", "''", "'"])("an apostrophe that means something else stays: %j", (text) => {
  expect(withoutFormulaMark(text)).toBe(text);
});
