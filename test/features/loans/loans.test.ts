import { expect, test } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { EngineMethods, LoansArgs, LoansPage } from "#src/engine/protocol.ts";
import { largestAmount, loanColumns } from "#src/features/loans/loanColumns.tsx";
import { loanFacts, loanTotals } from "#src/features/loans/loanFacts.ts";
import { loansFile } from "#src/features/loans/loansFile.ts";
import { firstAsked } from "#src/features/loans/LoansList.tsx";
import { scheduleTable, standing } from "#src/features/loans/scheduleTable.ts";
import { createFormat } from "#src/ui/format.ts";
import { maskLender } from "#src/ui/maskLender.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

import { INSTALMENTS, loanRow, loansPage } from "./pages.ts";

const english = createFormat({ language: "en" });
const chinese = createFormat({ language: "zh" });
const rules = DEFAULT_CREDIT_RULES;

test("facts restate what was asked in both languages, and only rules that are not the usual ones", () => {
  const where = {
    disbursed: { from: AS_OF, to: AS_OF },
    products: ["", "CL12"],
    overdue: "over_90",
    owing: true,
  } as const;
  const texts = (format: typeof english, asked = rules) =>
    loanFacts({ where, rules: asked }, format).map(({ name, value }) => `${name}: ${value}`);
  expect(texts(english)).toEqual([
    "Disbursed: Nov 20, 2026",
    "Products: (none) and CL12",
    "Overdue: more than 90 days",
    "State: not repaid in full",
  ]);
  expect(texts(chinese)[2]).toBe("逾期: 90 天以上");
  expect(texts(english, { rounding: "half_even", dayCount: "30_360", capital: "repayments" }).at(-1)).toBe(
    "Rules: half to even, twelfths, and capital by repayments",
  );
});

test.each([
  [0, "Falls due: in 0–7 days", "应还: 0–7 天内"],
  [3, "Falls due: in 61–90 days", "应还: 61–90 天内"],
  [5, "Falls due: in more than 180 days", "应还: 180 天以后"],
  ["overdue", "Falls due: overdue by the schedule", "应还: 已过应还日"],
] as const)("MT4: the line of the ladder %s is among the facts", (due, en, zh) => {
  const text = (format: typeof english) =>
    loanFacts({ where: { disbursed: null, products: [], due }, rules }, format).map(
      (fact) => `${fact.name}: ${fact.value}`,
    );
  expect([text(english), text(chinese)]).toEqual([[en], [zh]]);
});

test("MT4: what falls in a line stands among the totals and the columns only where it was asked for", () => {
  const page = loansPage(1);
  const ids = (due: number | null) => loanTotals({ ...page, due }, english).map(({ id, value }) => `${id} ${value}`);
  expect(ids(12_345)[1]).toBe("due ¥123.45");
  expect(ids(null).some((total) => total.startsWith("due"))).toBe(false);
  const columns = (hasDue: boolean) => loanColumns(english, hasDue).map(({ id }) => id);
  expect(columns(true)).toContain("due");
  expect(columns(false)).not.toContain("due");
});

test("amounts of any size have room: columns of money are as wide as the largest of the loans needs", () => {
  const widths = (rows: Parameters<typeof largestAmount>[0]) =>
    ["principal", "profit", "repaid", "owed", "bad"].map(
      (id) => loanColumns(english, false, largestAmount(rows)).find((column) => column.id === id)?.minWidthPx ?? 0,
    );
  expect(widths([loanRow(0)])).toEqual(widths([]));
  // "−¥9,000,000,000.00" is 120 px wide, and its cell has 12 px on either side.
  for (const row of [loanRow(0, { principal: 900_000_000_000 }), loanRow(0, { profit: -900_000_000_000 })]) {
    expect(Math.min(...widths([loanRow(1), row]))).toBeGreaterThanOrEqual(144);
  }
});

test("all loans ever are asked for by nothing", () => {
  expect(loanFacts({ where: { disbursed: null, products: [] }, rules }, english)).toEqual([]);
});

test("PF1 VT4: totals are exact, and what is not repaid is owed and bad together", () => {
  const page = loansPage(2, [loanRow(0), loanRow(1, { bad: 100_001, owed: 799_999, profit: -62_000 })]);
  const totals = Object.fromEntries(loanTotals(page, english).map(({ id, value }) => [id, value]));
  expect(totals).toEqual({
    loans: "2",
    disbursed: "¥24,000.00",
    income: "¥1,240.01",
    bad: "¥1,000.01",
    funding: "¥400.00",
    marketing: "¥80.00",
    profit: "−¥240.00",
    owed: "¥16,999.99",
    unpaid: "¥18,000.00",
  });
});

test("PF7: what the file does not have is told as nothing, not as zero", () => {
  const page = loansPage(1);
  const total = { ...page.total, bad: null, profit: null };
  const byId = new Map(loanTotals({ total, due: null }, english).map(({ id, value }) => [id, value]));
  expect([byId.get("bad"), byId.get("profit"), byId.has("unpaid")]).toEqual(["—", "—", false]);
});

test("a list opens with the newest loans, one of overdue loans with the longest overdue, one of a line with the most in it", () => {
  const request = (where: LoansArgs["where"]) => ({ title: "", where, rules });
  const everything = { disbursed: null, products: [] };
  expect(firstAsked(request(everything)).sort.by).toBe("disbursedOn");
  expect(firstAsked(request({ ...everything, overdue: "1_30" })).sort.by).toBe("overdueDays");
  expect(firstAsked(request({ ...everything, due: "overdue" })).sort.by).toBe("due");
});

test("VT4: where days overdue tell nothing apart, a list opens with those that owe most", () => {
  const first = (overdue: "any" | "on_time") =>
    firstAsked({ title: "", where: { disbursed: null, products: [], overdue }, rules }).sort;
  expect([first("any"), first("on_time")]).toEqual([
    { by: "owed", descending: true },
    { by: "owed", descending: true },
  ]);
});

test("VT4: loans not repaid, however long overdue, are told by their state alone", () => {
  const where = { disbursed: null, products: [], overdue: "any" } as const;
  expect(loanFacts({ where, rules }, english).map(({ id, value }) => [id, value])).toEqual([
    ["owing", "not repaid in full"],
  ]);
});

/** An engine of nothing but loans. */
function engineOf(loans: (args: LoansArgs) => Promise<LoansPage>): EngineMethods {
  // The file asks for loans alone.
  return { loans } as Partial<EngineMethods> as EngineMethods;
}

test("the file holds every page once under one header, with borrowers masked as on screen", async () => {
  const rows = [loanRow(0, { product: "=1+1" }), loanRow(1, { bad: null, borrower: "" }), loanRow(2)];
  const engine = engineOf(({ offset }) =>
    Promise.resolve({ ...loansPage(3, rows), rows: rows.slice(offset, offset + 2) }),
  );
  const file = await loansFile(
    engine,
    {
      where: { disbursed: null, products: [] },
      rules,
      sort: { by: "disbursedOn", descending: true },
      language: "en",
      borrowerText: maskLender,
    },
    { signal: new AbortController().signal, onProgress: () => {} },
  );
  const text = file.type === "written" ? await file.blob.text() : "";
  const lines = text.replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('"Principal (CNY)","Rate","Months"');
  expect(lines[1]).toBe(
    `"L0","'=1+1",2026-08-12,12000.00,0.18,12,"Level",500.00,520.00,,120.00,0.00,200.00,40.00,380.00,3000.00,9000.00,0,"current","${maskLender("borrower-0")}"`,
  );
  expect(lines[2]).toMatch(/,,200\.00,.*""$/);
});

test("MT4: the file tells what of each loan is in the line that was asked for", async () => {
  const engine = engineOf(() => Promise.resolve({ ...loansPage(1, [loanRow(0, { due: 30_000 })]), due: 30_000 }));
  const fileOf = async (where: LoansArgs["where"]) => {
    const sort = { by: "due", descending: true } as const;
    const asked = { where, rules, sort, language: "en", borrowerText: maskLender } as const;
    const file = await loansFile(engine, asked, { signal: new AbortController().signal, onProgress: () => {} });
    return file.type === "written" ? await file.blob.text() : "";
  };
  const everything = { disbursed: null, products: [] };
  expect(await fileOf({ ...everything, due: 1 })).toMatch(/"In this line \(CNY\)"[^]*,9000\.00,300\.00,0,/u);
  expect(await fileOf(everything)).not.toContain("In this line");
});

test("AM1: the schedule as a table ends in what its columns add up to", () => {
  const { columns, rows } = scheduleTable("L1", INSTALMENTS, english);
  expect(columns.filter(({ type }) => type === "money")).toHaveLength(5);
  expect(rows).toHaveLength(4);
  expect(rows.at(-1)).toEqual(["Total", null, 900, 18, 918, null, null]);
});

test("LC5: bad principal is said first, leaves the balance on its day, and never sounds repaid ahead", () => {
  const loan = loanRow(0, { principal: 900, repaid: 300, bad: 600, owed: 0 });
  const instalments = [INSTALMENTS[0]!, { ...INSTALMENTS[1]!, actual: 0 }, INSTALMENTS[2]!];
  expect(standing({ loan, instalments }, english)).toBe(
    "¥6.00 went bad (not repaid); nothing more is expected. It leaves the balance at the instalment of Nov 10, 2026 as bad principal, not as repaid. Bad principal counted, ¥3.00 more is unpaid at the instalment of Nov 10, 2026 than the schedule has.",
  );
  expect(standing({ loan, instalments }, chinese)).toMatch(/^¥6\.00 已成坏账（未偿还），预计不再收回。/);
  expect(standing({ loan: { ...loan, owed: 100 }, instalments }, english)).toContain("nothing more of it is expected");
});

test("LC6: a loan is told to be behind, ahead of, or on its schedule at the last due day passed", () => {
  const at = (actual: number) =>
    standing({ loan: loanRow(0, { bad: 0 }), instalments: [{ ...INSTALMENTS[1]!, actual }] }, english);
  expect(at(600)).toBe("At the instalment of Nov 10, 2026 ¥3.00 more is owed than the schedule has.");
  expect(at(0)).toContain("¥3.00 less is owed");
  expect(at(300)).toContain("is what the schedule has");
  const loan = loanRow(0, { bad: null });
  expect(standing({ loan, instalments: INSTALMENTS }, english)).toBe(at(600));
  expect(standing({ loan, instalments: [INSTALMENTS[2]!] }, chinese)).toBe("尚无到期的分期。");
});
