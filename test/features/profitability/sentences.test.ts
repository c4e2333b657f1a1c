import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { costShares, workedLine, yieldLines } from "#src/features/profitability/detailModel.ts";
import { breakEvenRate } from "#src/features/profitability/figures.ts";
import { findingsSentence, profitFindings } from "#src/features/profitability/findings.ts";
import { profitArgs, selectChange, selectionOf, whereOf } from "#src/features/profitability/profitView.ts";
import { realisedNote } from "#src/features/profitability/realisedNote.ts";
import { strings } from "#src/features/profitability/strings.ts";
import { createFormat } from "#src/ui/format.ts";
import type { View } from "#src/view/view.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";

import { figuresOf, monthBack, productOf, RESULT, TEACH, totalOf, WITHOUT_BAD } from "./answers.ts";

const EN = { words: strings.en, format: createFormat({ language: "en" }) };
const ZH = { words: strings.zh, format: createFormat({ language: "zh" }) };
const ALL = { disbursed: null, products: [] };
const PERIOD = { from: monthBack(2).from, to: AS_OF };
const VIEW: View = {
  preset: "90d",
  period: PERIOD,
  grain: "day",
  comparison: "none",
  filter: { products: [], channels: [] },
};

describe("what the link asks for", () => {
  test("all loans stand by month, those of the period by the grain of the bar", () => {
    expect(profitArgs({}, VIEW)).toEqual({ ...ALL, rules: DEFAULT_CREDIT_RULES, grain: "month" });
    expect(profitArgs({ g: "day" }, VIEW).grain).toBe("day");
    expect(profitArgs({ loansIn: "period", lp: "CL12" }, VIEW)).toMatchObject({
      disbursed: PERIOD,
      products: ["CL12"],
      grain: "day",
    });
    expect(profitArgs({ loansIn: "period" }, null).disbursed).toBeNull();
  });

  test("a selection goes into the link and comes out of it, whatever the product is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const products = [productOf(name, TEACH, [{ ...figuresOf(TEACH), month: monthBack(3) }])];
        const change = selectChange(name, monthBack(3));
        const selection = selectionOf(
          { products, total: RESULT.total },
          { psel: change.psel, pmonth: change.pmonth },
          ALL,
        );
        expect(selection).toMatchObject({ product: name, month: monthBack(3), where: { products: [name] } });
      }),
    );
  });

  test("what is not in the answer selects what it is part of", () => {
    expect(selectionOf(RESULT, { psel: "GONE", pmonth: "2026-01" }, ALL)).toMatchObject({ product: null, month: null });
    expect(selectionOf(RESULT, { psel: "CL12", pmonth: "1999-01" }, ALL)).toMatchObject({
      product: "CL12",
      month: null,
    });
  });

  test("a month leads to the loans of its days that the period reaches", () => {
    const scope = { disbursed: { from: PERIOD.from, to: monthBack(1).to }, products: ["CL12", "CAR24"] };
    expect(whereOf(scope, null, null)).toEqual(scope);
    expect(whereOf(scope, "CL12", monthBack(1))).toEqual({ disbursed: monthBack(1), products: ["CL12"] });
    expect(whereOf(ALL, "CL12", monthBack(9)).disbursed).toEqual(monthBack(9));
    const cut = { from: monthBack(2).from, to: monthBack(2).from };
    expect(whereOf({ ...ALL, disbursed: cut }, null, monthBack(2)).disbursed).toEqual(cut);
  });
});

describe("the sentence", () => {
  test("PF1 PF6: it says who loses and why, who earns most, and until what bad rate", () => {
    const said = findingsSentence(RESULT, EN);
    expect(said).toContain(
      "CL12 loses ¥20.0K: bad principal takes 64% of its income, against 32% for all other loans.",
    );
    expect(said).toContain(
      "CAR24 earns most per yuan lent (2.37%) and would still earn until 2.55% of it went bad (now 0.18%).",
    );
    expect(said).toContain("99% of what was lent has run to its end; the rest still runs");
  });

  test("PF5: the cost that is named stands out against the others, though another is larger", () => {
    const usual = { disbursed: 1_000, interest: 100, bad: 10, funding: 60, marketing: 5 };
    const dear = { ...usual, marketing: 45 };
    const products = [productOf("A", usual), productOf("B", dear)];
    const { worst } = profitFindings({ products, total: totalOf([usual, dear]) });
    expect(worst?.costs).toMatchObject([{ cost: "marketing", share: 0.45, others: 0.05 }]);
  });

  test("PF5: two costs that stand out are both named, the furthest first", () => {
    const usual = { disbursed: 1_000, interest: 100, bad: 10, funding: 30, marketing: 10 };
    const dear = { disbursed: 1_000, interest: 100, bad: 40, funding: 30, marketing: 60 };
    const products = [productOf("A", usual), productOf("B", dear)];
    const said = findingsSentence({ products, total: totalOf([usual, dear]), missing: [] }, EN);
    expect(said).toContain(
      "B loses ¥30.00: marketing cost takes 60% and bad principal takes 40% of its income, against 10% and 10% for all other loans.",
    );
  });

  test("PF11: without income the largest cost is named, whatever others pay, and none that is nil", () => {
    const usual = { disbursed: 1_000, interest: 100, bad: 30, funding: 30, marketing: 1 };
    const barren = { disbursed: 20_000, interest: 0, bad: 15_000, funding: 0, marketing: 1 };
    const result = { products: [productOf("A", usual), productOf("F", barren)], total: totalOf([usual, barren]) };
    expect(findingsSentence({ ...result, missing: [] }, EN)).toContain(
      "F loses ¥15.0K: it has no income, and bad principal is its largest cost.",
    );
  });

  test("PF11: a cost that is nil explains no loss, though it comes closest to that of others", () => {
    const usual = { disbursed: 1_000, interest: 100, bad: 60, funding: 60, marketing: 0 };
    const dear = { disbursed: 1_000, interest: 100, bad: 51, funding: 55, marketing: 0 };
    const products = [productOf("A", dear), productOf("B", usual)];
    const { worst } = profitFindings({ products: [products[0]!], total: totalOf([usual, dear]) });
    expect(worst?.costs).toMatchObject([{ cost: "funding" }]);
  });

  test("PF7: products whose profit is not known are not said to lose nothing", () => {
    const known = productOf("A", { disbursed: 1_000, interest: 100, bad: 5, funding: 20, marketing: 1 });
    const unknown = { ...WITHOUT_BAD.products[0]!, product: "U" };
    const said = (products: (typeof known)[]) => findingsSentence({ products, total: known, missing: [] }, EN);
    expect(said([known, unknown])).toMatch(/^No product whose profit is known loses money\. A earns most/);
    expect(said([unknown])).toBe("Profit is not known of any product.");
  });

  test("PF14: what has nearly all run to its end is not said to be all of it", () => {
    const part = { disbursed: 1_000, interest: 100, bad: 5, funding: 20, marketing: 1 };
    const said = (finished: number) => {
      const only = productOf("A", { ...part, finished });
      return findingsSentence({ products: [only], total: only, missing: [] }, EN);
    };
    expect(said(0.998)).toContain("99.80% of what was lent has run to its end");
    expect(said(0.000001)).toContain("0.01% of what was lent has run to its end");
    expect(said(0.8)).toContain("80% of what was lent has run to its end");
  });

  test("one product alone is set against none", () => {
    const only = productOf("A", { disbursed: 1_000, interest: 0, bad: 5, funding: 20, marketing: 1 });
    const said = findingsSentence({ products: [only], total: only, missing: [] }, EN);
    expect(said).toBe("A loses ¥26.00: it has no income, and funding cost is its largest cost. No product earns.");
  });

  test("without a loss it says so, and of one product no comparison", () => {
    const only = productOf("A", { disbursed: 1_000, interest: 100, bad: 5, funding: 20, marketing: 1, finished: 0 });
    const said = findingsSentence({ products: [only], total: only, missing: [] }, EN);
    expect(said).toContain("No product loses money. A earns 7.40% per yuan lent");
    expect(said).toContain("No loan has run to its end");
  });

  test("PF14: the best product's own loans are said to be young where most of them still run", () => {
    expect(findingsSentence(RESULT, EN)).toContain("Only 25% of what was lent there has run to its end so far.");
    const withBest = (finished: number) => {
      const earning = { disbursed: 1_000, interest: 100, bad: 5, funding: 20, marketing: 1, finished };
      const products = [productOf("A", earning), productOf("B", { ...earning, interest: 50 })];
      return findingsSentence({ products, total: RESULT.total, missing: [] }, EN);
    };
    expect(withBest(0)).toContain("None of its loans has run to its end yet.");
    expect(withBest(0.5)).not.toMatch(/None of its loans|there has run/);
  });

  test("others that lose are named, the largest loss first", () => {
    const losing = (loss: number) => ({ disbursed: 1_000, interest: 10, bad: 10 + loss, funding: 0, marketing: 0 });
    const products = [productOf("A", losing(1)), productOf("B", losing(3)), productOf("C", losing(2))];
    const said = findingsSentence({ products, total: totalOf([losing(1), losing(3), losing(2)]), missing: [] }, EN);
    expect(said).toContain("B loses ¥3.00");
    expect(said).toContain("Money is also lost by C (−¥2.00) and A (−¥1.00).");
  });

  test("PF7: a column that has no value is named, and nothing else is said", () => {
    expect(findingsSentence(WITHOUT_BAD, EN)).toBe(
      "Profit is not known: the loans file has no value of bad_principal.",
    );
  });

  test("it speaks Chinese", () => {
    expect(findingsSentence(RESULT, ZH)).toContain("CL12 亏损 ¥2.00万：占其收入的比例为坏账本金 64%，其余借款为 32%。");
  });
});

describe("the worked example", () => {
  test("PF1 PF2 PF3: the printed line", () => {
    expect(workedLine(figuresOf(TEACH), EN)).toBe(
      "Profit ¥2.00M; per disbursed 1.06%; on capital in use (closing mean ¥88.94M) 2.25%; on capital in use (time-weighted ¥104.61M) 1.91%.",
    );
    expect(workedLine(figuresOf(TEACH), ZH)).toBe(
      "盈利 ¥200.0万；放款口径 1.06%；资金占用口径（期末余额均值 ¥8894.5万）2.25%；资金占用口径（时间加权 ¥10,461.1万）1.91%",
    );
  });

  test("PF3: profit divides by what is printed, in or out of use for a year", () => {
    const figures = figuresOf(TEACH);
    const used = (mean: number, years: number) => {
      const fenYears = mean * years;
      return { average: mean, fenYears, perYear: (figures.profit ?? 0) / fenYears };
    };
    const young = { ...figures, closing: used(17_712_000_000, 0.25), opening: used(21_255_000_000, 0.004) };
    expect(workedLine(young, EN)).toBe(
      "Profit ¥2.00M; per disbursed 1.06%; on capital in use (closing mean ¥177.12M, divided by ¥44.28M-years) 4.52%; on capital in use (time-weighted ¥212.55M, divided by ¥850.2K-years) 235.24%.",
    );
    expect(workedLine(young, ZH)).toContain("（期末余额均值 ¥1.77亿，除以 ¥4428.0万·年）4.52%");
    const [, closing] = yieldLines(young);
    expect(EN.format.percent(2 / 44.28, 2)).toBe(EN.format.percent(closing?.net ?? null, 2));
  });

  test("PF4: interest far above all that was due puts the day of the file in doubt", () => {
    const [first, second] = RESULT.products;
    const said = (realised: readonly number[], total = 0.9) =>
      realisedNote(
        {
          products: realised.map((share, at) => ({ ...(at === 0 ? first! : second!), realised: share })),
          total: { ...RESULT.total, realised: total },
          snapshotDay: AS_OF,
        },
        EN,
      );
    expect(said([0.9, 1.5])).toBeNull();
    expect(said([0.9, 1.51])).toMatch(
      /^Interest realised of CL12: more interest was received than had fallen due by Nov 20, 2026, /,
    );
    expect(said([2.83, 13.62])).toContain("of TEACH12 and CL12:");
    expect(said([1.5, 1.5, 1.5], 1.6)).toContain("of All products:");
    expect(said([2, 2, 2, 2, 2])).toContain("of 5 products:");
    expect(realisedNote({ ...RESULT, snapshotDay: null, total: { ...RESULT.total, realised: 3 } }, EN)).toBeNull();
  });

  test("PF5: shares of cost, the largest first", () => {
    const shares = costShares(figuresOf(TEACH))?.map(({ part, share }) => [part, EN.format.percent(share)]);
    expect(shares).toEqual([
      ["bad", "37.1%"],
      ["funding", "33.6%"],
      ["marketing", "29.3%"],
    ]);
    expect(costShares(figuresOf({ ...TEACH, bad: 0, funding: 0, marketing: 0 }))).toEqual([]);
    expect(costShares({ ...figuresOf(TEACH), bad: null, cost: null })).toBeNull();
  });

  test("PF2 PF3: the parts by each of the three measures", () => {
    const table = yieldLines(figuresOf(TEACH)).map(({ income, risk, marketing, funding, net }) =>
      [income, risk, marketing, funding, net].map((rate) => EN.format.percent(rate, 2)),
    );
    expect(table).toEqual([
      ["8.51%", "2.77%", "2.18%", "2.50%", "1.06%"],
      ["17.99%", "5.85%", "4.61%", "5.28%", "2.25%"],
      ["15.29%", "4.97%", "3.92%", "4.49%", "1.91%"],
    ]);
  });

  test("PF6: the break-even bad rate is where profit is nil, and below zero where it is a loss without any", () => {
    expect(breakEvenRate(figuresOf(TEACH))).toBeCloseTo(7.2 / 188, 12);
    expect(breakEvenRate(figuresOf({ disbursed: 100, interest: 1, bad: 0, funding: 3, marketing: 0 }))).toBe(-0.02);
    expect(breakEvenRate({ breakEvenBad: null, disbursed: 100 })).toBeNull();
    expect(breakEvenRate({ breakEvenBad: 5, disbursed: 0 })).toBeNull();
  });
});
