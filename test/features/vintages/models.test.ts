import { assert, array, integer, property } from "fast-check";
import { expect, test } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { epochDay } from "#src/domain/units.ts";
import { actualFile } from "#src/features/vintages/actualColumns.tsx";
import { curvesLegend, curvesOption, curvesTable, curvesTooltip } from "#src/features/vintages/curvesOption.ts";
import { dominantMonth, dominantProduct, vintageFindings } from "#src/features/vintages/findings.ts";
import { heatModel } from "#src/features/vintages/heatModel.ts";
import { overdueFile } from "#src/features/vintages/overdueFile.ts";
import { overdueModel, worstProducts } from "#src/features/vintages/overdueModel.ts";
import { strings } from "#src/features/vintages/strings.ts";
import { isWatched, strongLines, vintageModel } from "#src/features/vintages/vintageModel.ts";
import { monthWhere, vintagesView } from "#src/features/vintages/vintagesView.ts";
import { toCsv } from "#src/ui/csv.ts";
import { createFormat } from "#src/ui/format.ts";
import { AS_OF, FIRST_DAY } from "#test/features/overview/screen.tsx";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { monthBack, overdueOf, RESULT, vintage, VINTAGES, vintagesResult, YOUNG } from "./answers.ts";

const english = { words: strings.en, format: createFormat({ language: "en" }) };
const chinese = { words: strings.zh, format: createFormat({ language: "zh" }) };
const model = vintageModel(RESULT, "bad");

test("VT2 VT3: each month stands at its oldest month on book against what is expected there", () => {
  // Expected adds (0 + 10,000 + 0) ÷ 40,000 yuan by M1, (10,000 + 70,000) ÷ 30,000 by M2, 10,000 ÷ 10,000 by M3.
  const at1 = 10_000 / 4_000_000;
  const at2 = at1 + 80_000 / 3_000_000;
  expect(model.expected).toEqual([0, at1, at2, at2 + 10_000 / 1_000_000]);
  expect(model.lines.map(({ age, actual, expected }) => [age, actual, expected])).toEqual([
    [3, 0.02, at2 + 0.01],
    [2, 0.04, at2],
    [1, 0, at1],
    [-1, null, null],
  ]);
  const [, second, , youngest] = model.lines;
  expect(second?.difference).toBeCloseTo(0.04 - at2, 12);
  expect(second?.excess).toBeCloseTo((0.04 - at2) * 2_000_000, 6);
  expect([youngest?.difference, youngest?.excess]).toEqual([null, null]);
});

test("VT3: the worst month is the one with the most fen above what is expected, whatever its share", () => {
  assert(
    property(array(integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 }), (tenths) => {
      const vintages = tenths.map((tenth, at) => vintage(12 - at, (at + 1) * 30_000, [0, (at + 1) * 3000 * tenth]));
      const { lines, worst, expected } = vintageModel(vintagesResult(vintages), "bad");
      const above = tenths.map((tenth, at) => (tenth / 10 - (expected[1] ?? 0)) * (at + 1) * 30_000);
      const most = Math.max(...above);
      if (most <= 1e-9) return worst === undefined || Math.abs(worst.excess ?? 0) < 1e-9;
      return Math.abs((worst?.excess ?? 0) - most) < 1e-6 && lines.includes(worst!);
    }),
  );
});

test("the latest six months watched for a quarter are drawn strong, and the worst is always among them", () => {
  const steady = Array.from({ length: 9 }, (_, at) => vintage(14 - at, 1_000_000, [0, 0, 0, 1000]));
  const withWorst = [vintage(15, 1_000_000, [0, 0, 0, 90_000]), ...steady, vintage(1, 1_000_000, [0])];
  const drawn = strongLines(vintageModel(vintagesResult(withWorst), "bad")).map(({ month }) => month.from);
  expect(drawn).toHaveLength(6);
  expect(drawn[0]).toBe(monthBack(15).from);
  expect(drawn.slice(1)).toEqual([10, 9, 8, 7, 6].map((back) => monthBack(back).from));
});

test("where no month has been watched for a quarter, those watched for a month are drawn", () => {
  const two = [vintage(2, 1_000_000, [0, 0]), vintage(1, 1_000_000, [0])];
  expect(strongLines(vintageModel(vintagesResult(two), "bad"))).toHaveLength(1);
});

test("VT2: a month on book must be over before there is anything to compare", () => {
  expect([isWatched(model), isWatched(vintageModel(YOUNG, "bad"))]).toEqual([true, false]);
});

test("VT1 VT2: cells are shares of what was lent, blank where not over, grey where few loans stand behind them", () => {
  const heat = heatModel(model, english);
  expect(heat.columns.map(({ label }) => label)).toEqual(["M0", "M1", "M2", "M3"]);
  expect(heat.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null))).toEqual([
    ["0.00%", "0.00%", "1.00%", "2.00%"],
    ["0.00%", "0.50%", "4.00%", null],
    ["0.00%", "0.00%", null, null],
    [null, null, null, null],
  ]);
  const few = heatModel(vintageModel(vintagesResult([vintage(3, 29_000, [0, 0])]), "bad"), english);
  expect([heat.rows[0]?.small, few.rows[0]?.small]).toEqual([false, true]);
  expect(heat.summary.cells.map((cell) => cell?.value)).toEqual([...model.expected]);
  expect(heat.rows[1]?.cells[2]?.lines.map(({ value }) => value)).toEqual([
    "¥800.00",
    "¥20,000.00",
    "2.92%",
    "+1.08 pp",
  ]);
});

test("VT1 VT3: the chart's table holds every month, its tooltip the strong ones and what is expected", () => {
  const table = curvesTable(model, english);
  expect(table.columns.map(({ label }) => label)).toEqual([
    "Month on book",
    "Expected",
    "Months behind it",
    ...VINTAGES.map(({ month }) => english.format.month(month.from)),
  ]);
  expect(table.rows[2]).toEqual(["M2", model.expected[2], 2, 0.01, 0.04, null, null]);
  const tip = curvesTooltip(model, 3, english);
  expect(tip?.rows.map(({ name, value }) => `${name} ${value}`)).toEqual(["Expected 3.92%", "Jul 2026 2.00%"]);
  expect(tip?.note).toBe("Months of lending behind what is expected: 1");
  expect(curvesTooltip(model, 4, english)).toBeNull();
});

test("the worst month has its own colour for what goes bad, and none for what comes back early", () => {
  const tonesOf = (measure: "bad" | "prepaid") =>
    curvesLegend(vintageModel(RESULT, measure), english).map(({ tone }) => tone);
  expect(tonesOf("bad")).toContain("exits");
  expect(tonesOf("prepaid")).not.toContain("exits");
});

test("VT4: owed principal adds up over products, and shares are of what each has not repaid", () => {
  const { rows, total } = overdueModel(RESULT.overdue);
  expect(rows.map(({ owed, cells }) => [owed, cells.over_90.share])).toEqual([
    [1_000_000, 0.05],
    [100_000, 0.2],
  ]);
  expect([total.owed, total.cells.over_90.owed, total.cells.over_90.share]).toEqual([1_100_000, 70_000, 7 / 110]);
  expect(overdueModel([]).total.cells.over_90.share).toBeNull();
});

test("VT4: most of it and the largest share may lie in two products", () => {
  const worst = worstProducts(overdueModel(RESULT.overdue));
  expect([worst?.most.product, worst?.highest.product]).toEqual(["CL12", "CAR24"]);
  expect(worstProducts(overdueModel([overdueOf("A", { on_time: 1 })]))).toBeUndefined();
});

test("VT3: a month of fewer than 30 loans is never the worst; where all are, none is judged", () => {
  const tiny = vintage(5, 29_000, [0, 0, 0, 29_000]);
  const result = vintagesResult([tiny, ...VINTAGES]);
  expect(vintageModel(result, "bad").worst?.month.from).toBe(monthBack(3).from);
  expect(vintageFindings(result, english)).toContain("of the 3 months that can be judged");
  expect(vintageFindings(vintagesResult([tiny]), english)).toBe(
    "Every month of lending has fewer than 30 loans: too small to judge.",
  );
});

test("VT3 VT4: one sentence says which month is worst, and where money is long overdue", () => {
  expect(vintageFindings(RESULT, english)).toBe(
    "Loans of Aug 2026 stand worst: by M2 on book, 4.00% of what was lent has gone bad, 1.08 pp or ¥216.67 above what is expected at that age. Above it: 1 of the 3 months that can be judged (a month on book and 30 loans or more). " +
      "6.4% of principal not repaid (¥700.00) is more than 90 days overdue; most of it in CL12 (¥500.00, 5.0% of its own), the largest share in CAR24 (20.0%).",
  );
  expect(vintageFindings(RESULT, chinese)).toContain("2026年8月放款表现最差：截至账龄 M2，放款的 4.00% 已成坏账");
});

test("VT3: a month that outweighs all others is said to make what is expected", () => {
  const lone = vintage(9, 9_000_000, [0, 0, 0, 0]);
  const text = dominantMonth(vintageModel(vintagesResult([lone, ...VINTAGES]), "bad"), english);
  expect(text).toMatch(/^Feb 2026 alone is 69\.0% of what was lent/);
  const { from: month } = monthBack(9);
  const changes = { ownProducts: [{ product: "LONE", month }] };
  const result = vintagesResult([lone, ...VINTAGES], changes);
  expect(dominantProduct(result, vintageModel(result, "bad"))).toBe("LONE");
  expect(dominantProduct({ ...RESULT, ...changes }, model)).toBeUndefined();
  expect(dominantMonth(model, english)).toBeNull();
  expect(dominantMonth(vintageModel(vintagesResult([lone]), "bad"), english)).toBeNull();
});

test("the sentence leaves out what the file does not tell", () => {
  expect(vintageFindings({ ...RESULT, hasBad: false }, english)).toMatch(/^6\.4% of principal/);
  expect(vintageFindings({ ...RESULT, hasOverdue: false }, english)).toMatch(
    /of the 3 months that can be judged \(.*\)\.$/,
  );
  expect(vintageFindings({ ...RESULT, hasBad: false, hasOverdue: false }, english)).toBe("");
  expect(vintageFindings(YOUNG, english)).toBe("");
});

test("where nothing is worse and nothing long overdue, it says so", () => {
  const calm = vintagesResult([vintage(3, 1_000_000, [0, 0])], { overdue: [overdueOf("CL12", { on_time: 100 })] });
  expect(vintageFindings(calm, english)).toBe(
    "No month of lending has gone bad faster than expected at its age. Nothing is more than 90 days overdue.",
  );
});

test("one product alone is not said to hold most of it", () => {
  const one = { ...RESULT, hasBad: false, overdue: [overdueOf("CL12", { on_time: 50, over_90: 50 })] };
  expect(vintageFindings(one, english)).toBe("50.0% of principal not repaid (¥0.50) is more than 90 days overdue.");
});

test("files say the unit of money in their headers", () => {
  const header = (text: string) => text.replace("\uFEFF", "").split("\r\n")[0];
  expect(header(toCsv(actualFile(model.lines, english)))).toBe(
    '"Month lent","Loans","Disbursed (CNY)","Oldest month on book","Actual","Expected","Difference","Above expected (CNY)"',
  );
  const overdue = toCsv(overdueFile(overdueModel(RESULT.overdue), strings.en)).split("\r\n");
  expect(overdue[0]).toContain('"Not repaid (CNY)","On time (CNY)"');
  expect(overdue[3]).toBe('"All",10,11000.00,9800.00,500.00,0.00,0.00,700.00,0.06363636363636363');
});

const VIEW = {
  preset: undefined,
  period: { from: epochDay(FIRST_DAY), to: AS_OF },
  grain: "day",
  comparison: "none",
  filter: { products: ["lent to"], channels: [] },
} as const;

test("the link says which loans and what of them; lenders' filters are no part of it", () => {
  expect(vintagesView({}, VIEW)).toEqual({
    measure: "bad",
    args: { disbursed: null, products: [], rules: DEFAULT_CREDIT_RULES },
  });
  const asked = vintagesView({ vmeasure: "prepaid", loansIn: "period", lp: "CL12", lround: "half_even" }, VIEW);
  expect(asked).toEqual({
    measure: "prepaid",
    args: { disbursed: VIEW.period, products: ["CL12"], rules: { ...DEFAULT_CREDIT_RULES, rounding: "half_even" } },
  });
  expect(vintagesView({ loansIn: "period", lp: "A" }, null).args).toMatchObject({ disbursed: null, products: ["A"] });
});

test("a month leads to its own loans, as far as the period of the choice reaches into it", () => {
  const all = vintagesView({}, VIEW);
  expect(monthWhere(all, monthBack(0)).disbursed).toEqual(monthBack(0));
  const inPeriod = vintagesView({ loansIn: "period" }, VIEW);
  expect(monthWhere(inPeriod, monthBack(0)).disbursed).toEqual({ from: monthBack(0).from, to: AS_OF });
});

test("VT1: when nothing went bad the axis ends at 1 %, else where the figures have it", () => {
  const none = vintageModel(vintagesResult([vintage(3, 30_000, [0, 0, 0]), vintage(2, 30_000, [0, 0])]), "bad");
  expect(curvesOption(none, english)(TOKENS).yAxis).toMatchObject({ max: 0.01 });
  expect(curvesOption(model, english)(TOKENS).yAxis).not.toHaveProperty("max");
});
