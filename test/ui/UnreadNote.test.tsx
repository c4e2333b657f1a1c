import { render } from "@testing-library/react";
import { expect, test } from "vitest";

import { LanguageProvider } from "#src/ui/language.tsx";
import type { Language } from "#src/ui/signs.ts";
import type { Unread } from "#src/ui/unreadLoans.ts";
import { UnreadNote } from "#src/ui/UnreadNote.tsx";

const MANY: Unread = { unread: 40, unreadIds: ["L7", "L8", "L9"], unreadMethods: [] };
const ONE: Unread = { unread: 1, unreadIds: ["L7"], unreadMethods: ["weird"] };
const NONE: Unread = { unread: 0, unreadIds: [], unreadMethods: [] };

function said(told: Unread, language: Language = "en", bySchedule = false): string | null {
  const note = <UnreadNote told={told} bySchedule={bySchedule} />;
  return render(<LanguageProvider language={language}>{note}</LanguageProvider>).container.textContent;
}

test("LF1: loans that are in no figure are counted and named, with why and what would be read", () => {
  expect(said(MANY)).toMatch(
    /^40 loans of the file .* figure: first L7, L8,? and L9\. Each has an unknown repayment method, or no principal/,
  );
  expect(said(MANY)).toContain("Methods that are read: level (等额本息)");
  expect(said({ ...ONE, unreadMethods: [] })).toMatch(
    /^1 loan of .* figure: L7\. Its repayment method is not known, or/,
  );
  expect(said({ ...ONE, unreadMethods: [] }, "zh")).toContain(
    "1 笔借款无法读取，未计入任何数据：L7。其还款方式未知，或",
  );
  expect(said(NONE)).toBe("");
});

test("LF1: where only the method ails them it is named as the file has it", () => {
  expect(said(ONE)).toContain("L7. Its repayment method is not known: “weird”. Methods that are read:");
  expect(said({ ...MANY, unreadMethods: ["a", "b"] })).toContain("Their repayment methods are not known: “a” and “b”.");
  expect(said(ONE, "zh")).toContain("L7。其还款方式无法识别：“weird”。可识别的还款方式：等额本息（level）");
});

test("LC6: that what is owed is by the schedule is said", () => {
  expect(said(NONE, "en", true)).toBe(
    "repaid_principal has no value: loans count as repaid by their schedule in what is still owed.",
  );
  expect(said(NONE, "zh", true)).toBe("repaid_principal 没有任何值：未还本金视为按计划还款。");
});
