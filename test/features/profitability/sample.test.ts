import { readFileSync } from "node:fs";

import { beforeAll, expect, test } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { EngineMethods, LoanScope, LoansPage, ProfitabilityResult } from "#src/engine/protocol.ts";
import { costShares, workedLine, yieldLines } from "#src/features/profitability/detailModel.ts";
import { findingsSentence } from "#src/features/profitability/findings.ts";
import { loansAt } from "#src/features/profitability/overTimeLoans.ts";
import { overTimeModel } from "#src/features/profitability/overTimeModel.ts";
import { seriesId } from "#src/features/profitability/overTimeOption.ts";
import { monthLines, productLines } from "#src/features/profitability/profitLine.ts";
import { realisedNote } from "#src/features/profitability/realisedNote.ts";
import { selectionOf } from "#src/features/profitability/profitView.ts";
import { strings } from "#src/features/profitability/strings.ts";
import { createFormat } from "#src/ui/format.ts";
import { csvOf, openEngine } from "#test/support/engineHarness.ts";

const rules = DEFAULT_CREDIT_RULES;
const ALL: LoanScope = { disbursed: null, products: [] };
const EN = { words: strings.en, format: createFormat({ language: "en" }) };
const LAST_DAY = "2025-03-31";

let methods: EngineMethods;
let result: ProfitabilityResult;

beforeAll(async () => {
  const engine = await openEngine();
  const loans = new URL("../../../sample-data/loans.csv", import.meta.url);
  const lend = { lender: "A", type: "lend", amount: "100", product: "T", term: "30", channel: "" };
  await engine.drop({
    "ledger.csv": csvOf([{ ...lend, txnId: "1", at: LAST_DAY }]),
    "loans.csv": readFileSync(loans, "utf8"),
  });
  ({ methods } = engine);
  result = await methods.profitability({ ...ALL, rules, grain: "month" });
});

function loansOf(where: LoanScope): Promise<LoansPage> {
  return methods.loans({ where, rules, sort: { by: "profit", descending: true }, offset: 0, limit: 1 });
}

test("PF1 PF2 PF3 PF5: the sample's worked example reads as it was worked", async () => {
  const { figures, where } = selectionOf(result, { psel: "TEACH12", pmonth: "2022-12" }, ALL);
  expect(workedLine(figures, EN)).toBe(
    "Profit ¥2.00M; per disbursed 1.06%; on capital in use (closing mean ¥88.94M) 2.25%; on capital in use (time-weighted ¥104.61M) 1.91%.",
  );
  expect(costShares(figures)?.map(({ part, share }) => [part, EN.format.percent(share)])).toEqual([
    ["bad", "37.1%"],
    ["funding", "33.6%"],
    ["marketing", "29.3%"],
  ]);
  expect(yieldLines(figures).map(({ net, income }) => [income, net].map((one) => EN.format.percent(one, 2)))).toEqual([
    ["8.51%", "1.06%"],
    ["17.99%", "2.25%"],
    ["15.29%", "1.91%"],
  ]);
  expect((await loansOf(where)).total.loans).toBe(1);
});

test("PF4: no interest of the sample puts its day in doubt; of a file that ends before what came in, it does", async () => {
  expect(realisedNote(result, EN)).toBeNull();
  const engine = await openEngine();
  const columns = "loan_id,product,disbursed_on,principal,annual_rate,periods,method,interest_received";
  await engine.drop({
    "loans.csv": [
      columns,
      "D1,LEAP,2024-01-31,10000.00,36.5%,1,bullet,3660",
      "D2,LEAP,2024-02-29,10000.00,36.5%,12,bullet,3660",
    ].join("\n"),
  });
  const alone = await engine.methods.profitability({ ...ALL, rules, grain: "month" });
  expect(alone.total.realised).toBeGreaterThan(1.5);
  expect(realisedNote(alone, EN)).toMatch(/^Interest realised of LEAP: .* due by Feb 29, 2024/);
});

test("PF3: the sample's profit divides by the yuan-years that are printed", () => {
  const said = workedLine(result.total, EN);
  const [, profit, closing, perClosing] =
    /^Profit ¥([\d.]+)M; .*closing mean ¥[\d.]+M, divided by ¥([\d.]+)M-years\) ([\d.]+)%; /.exec(said) ?? [];
  expect((100 * Number(profit)) / Number(closing)).toBeCloseTo(Number(perClosing), 1);
});

test("PF1 PF6: the sample says which product loses and why, and until what bad rate the best one earns", () => {
  const said = findingsSentence(result, EN);
  expect(said).toMatch(/^CL12 loses ¥1\.70M: marketing cost takes 69% and bad principal takes 52% of its income/);
  expect(said).toContain("CAR24 earns most per yuan lent (2.37%) and would still earn until 2.54% of it went bad");
});

test("PF1: every line of the tables leads to loans that make its profit", async () => {
  const lines = result.products.flatMap((product) => monthLines(product, ALL, EN));
  expect(lines.length).toBeGreaterThan(30);
  for (const { figures, where } of [...productLines(result.products, ALL, EN), ...lines]) {
    const { total } = await loansOf(where);
    expect([total.loans, total.profit]).toEqual([figures.loans, figures.profit]);
  }
});

test("PF1: a point of the chart over time leads to loans that make its profit", async () => {
  const model = overTimeModel(result, "profit", null);
  const last = model.buckets.length - 1;
  const drawing = { model, grain: "month" as const, ...EN };
  const points = model.series.flatMap((series) =>
    [0, last]
      .filter((at) => (series.disbursed[at] ?? 0) > 0)
      .map((at) => ({ dataIndex: at, seriesId: seriesId(series) })),
  );
  expect(points.length).toBeGreaterThan(5);
  for (const point of points) {
    const asked = loansAt(drawing, point, ALL);
    const { total } = await loansOf(asked?.where ?? ALL);
    expect(total.profit).toBe(asked?.profit);
  }
});

test("PF1: what-if begins where the table stands", async () => {
  const { figures, where } = selectionOf(result, { psel: "CL12" }, ALL);
  const { now, moved } = await methods.profitWhatIf({ ...where, rules, factors: { bad: 0 } });
  expect([now.profit, now.perClosing, now.perOpening]).toEqual([
    figures.profit,
    figures.closing.perYear,
    figures.opening.perYear,
  ]);
  expect(moved.profit).toBe((figures.profit ?? 0) + (figures.bad ?? 0));
});
