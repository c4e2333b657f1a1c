import { describe, expect, test } from "vitest";

import { TABLES, type TableColumn, type TableName } from "#src/domain/datasets.ts";
import { CELL } from "#src/ingest/cells/cellText.ts";
import { cellRejection } from "#src/ingest/tables/datasetColumns.ts";
import { errorText } from "#src/ui/errorText.ts";
import { loanStatusName } from "#src/ui/loanStatusNames.ts";
import { rowErrorText } from "#src/ui/rowErrorText.ts";

const FITTING: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  loan_id: [/the platform's id/, /平台的编号/],
  borrower_id: [/the platform's id/, /平台的编号/],
  product: [/plain text; it must not be empty/, /普通文字，不能为空/],
  method: [/plain text; it must not be empty/, /普通文字，不能为空/],
  kind: [/plain text; it must not be empty/, /普通文字，不能为空/],
  status: [/as plain text\.$/, /普通文字。$/],
  relation: [/as plain text\.$/, /普通文字。$/],
  main_business: [/as plain text\.$/, /普通文字。$/],
  note: [/as plain text\.$/, /普通文字。$/],
  disbursed_on: [/as a date, such as 2026-11-20\./, /日期，如/],
  as_of: [/as a date, such as 2026-11-20\./, /日期，如/],
  principal: [/above zero/, /大于零/],
  amount: [/may lie below zero/, /可以小于零/],
  annual_rate: [/with a % sign/, /带 % 号/],
  periods: [/number of months alone, 1 or more/, /月数，不小于 1/],
  overdue_days: [/number of days alone, 0 or more/, /天数，不小于 0/],
  related: [/as yes or no/, /“是”或“否”/],
};
const MONEY = [/0 or more, with at most two decimals/, /不小于 0 的数字/] as const;

const ALL = (["loans", "funds"] as const).flatMap((dataset: TableName) => {
  const columns: readonly TableColumn[] = TABLES[dataset];
  return columns.map((spec) => ({ dataset, spec, column: spec.name }));
});

describe("a row that cannot be taken", () => {
  test.each(ALL)("$dataset.$column is told what to write there", ({ dataset, spec, column }) => {
    const verdicts = spec.required ? [CELL.bad, CELL.missing] : [CELL.bad];
    for (const verdict of verdicts) {
      const facts = { code: cellRejection(spec, verdict), column, dataset } as const;
      const [en, zh] = FITTING[column] ?? MONEY;
      for (const [language, fits] of [
        ["en", en],
        ["zh", zh],
      ] as const) {
        const { what, fix } = rowErrorText(facts, language);
        expect(fix).toMatch(fits);
        expect(fix).toContain(column);
        expect(`${what} ${fix}`).toContain(column);
        expect(`${what} ${fix}`).not.toMatch(/txn_id|transaction|交易|occurred_at|undefined/u);
      }
    }
  });

  test("is told as errors of transactions are where it is one of the ledger, or its cells are not to blame", () => {
    const facts = { code: "BAD_TERM", column: "term_days" } as const;
    expect(rowErrorText({ ...facts, dataset: "transactions" }, "en")).toEqual(errorText(facts, "en"));
    expect(rowErrorText(facts, "zh")).toEqual(errorText(facts, "zh"));
    const wrong = { code: "WRONG_COLUMN_COUNT", column: null, dataset: "loans" } as const;
    expect(rowErrorText(wrong, "en").fix).toBe(errorText(wrong, "en").fix);
  });

  test("a spend or a target may be of a month", () => {
    expect(rowErrorText({ code: "BAD_DATE", column: "date", dataset: "spend" }, "en").fix).toContain("2026-11.");
    expect(rowErrorText({ code: "BAD_DATE", column: "date", dataset: "annotations" }, "en").fix).not.toContain("month");
  });
});

test("a rate is told to be written so that no column of percentages misreads it", () => {
  for (const language of ["en", "zh"] as const) {
    expect(errorText({ code: "BAD_RATE" }, language).fix).toContain("7.2%");
    expect(errorText({ code: "BAD_RATE" }, language).fix).not.toContain("0.072");
  }
});

test("a loan's status is read in the reader's language, and one of the file's own stays", () => {
  expect(["current", "settled", "overdue", "bad"].map((status) => loanStatusName(status, "zh"))).toEqual([
    "还款中",
    "已结清",
    "逾期",
    "坏账",
  ]);
  expect(loanStatusName("展期", "en")).toBe("展期");
  expect(loanStatusName("toString", "zh")).toBe("toString");
});
