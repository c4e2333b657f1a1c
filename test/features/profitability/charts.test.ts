import type { BarSeriesOption, LineSeriesOption } from "echarts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PROFIT_DRIVERS } from "#src/domain/loans.ts";
import type { ProfitFigures } from "#src/engine/protocol.ts";
import { outcomeRows } from "#src/features/profitability/outcomeRows.ts";
import { loansAt } from "#src/features/profitability/overTimeLoans.ts";
import { overTimeModel } from "#src/features/profitability/overTimeModel.ts";
import {
  isAlone,
  overTimeOption,
  overTimeTooltip,
  type OverTimeDrawing,
} from "#src/features/profitability/overTimeOption.ts";
import { overTimeTable } from "#src/features/profitability/overTimeTable.ts";
import { profitColumns, sortAfter, sortedLines } from "#src/features/profitability/profitColumns.ts";
import { productLines } from "#src/features/profitability/profitLine.ts";
import { strings } from "#src/features/profitability/strings.ts";
import { tornadoBars, type TornadoBar } from "#src/features/profitability/tornadoModel.ts";
import { tornadoOption, tornadoTooltip } from "#src/features/profitability/tornadoOption.ts";
import { waterfallSteps } from "#src/features/profitability/waterfallModel.ts";
import { barPieces, waterfallTooltip } from "#src/features/profitability/waterfallOption.ts";
import { changeAt, changesToText, factorsOf, sliderStep, textToChanges } from "#src/features/profitability/whatIf.ts";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { createFormat } from "#src/ui/format.ts";

import { figuresOf, monthBack, productOf, PRODUCTS, RESULT, TEACH, WHAT_IF, WITHOUT_BAD } from "./answers.ts";

const EN = { words: strings.en, format: createFormat({ language: "en" }) };
const ALL = { disbursed: null, products: [] };

/** Every tone its own colour: only what differs by it is told apart. */
const TOKENS = {
  series: { outstanding: "#000001", ramp1: "#000002", volume: "#000003", other: "#000004" },
} as ChartTokens;

/** Figures beside the bars of a tenth less. */
function sides(bars: readonly TornadoBar[]): readonly (string | undefined)[] {
  const [lower] = tornadoOption(bars, EN, "wide")(TOKENS).series as readonly BarSeriesOption[];
  // Figures are written by a function of their place.
  const write = lower?.label?.formatter as (at: { readonly dataIndex: number }) => string;
  return bars.map((_, dataIndex) => write({ dataIndex }));
}

function linesOf(drawing: OverTimeDrawing): readonly LineSeriesOption[] {
  // The option draws lines alone.
  return overTimeOption(drawing)(TOKENS).series as readonly LineSeriesOption[];
}

describe("the waterfall", () => {
  const fen = fc.integer({ min: 0, max: 1_000_000 });

  test("PF1: steps follow each other to the profit, for any parts", () => {
    fc.assert(
      fc.property(fc.record({ interest: fen, fees: fen, bad: fen, funding: fen, marketing: fen }), (parts) => {
        const figures = figuresOf({ disbursed: 1_000, ...parts });
        const steps = waterfallSteps(figures);
        const flows = steps.filter(({ type }) => type === "part");
        expect(flows.at(-1)?.to).toBe(figures.profit);
        expect(steps.at(-1)).toMatchObject({ id: "profit", from: 0, to: figures.profit });
        flows.forEach(({ from, to, amount }, at) => {
          expect(from).toBe(at === 0 ? 0 : flows[at - 1]!.to);
          expect(to - from).toBe(amount);
        });
      }),
    );
  });

  test("PF7: a part that is not known is left out, with the totals that need it", () => {
    const steps = waterfallSteps({ ...figuresOf(TEACH), bad: null, cost: null, profit: null });
    expect(steps.map(({ id }) => id)).toEqual(["interest", "funding", "marketing"]);
  });

  test("one source of income needs no sum, two do", () => {
    expect(waterfallSteps(figuresOf(TEACH)).map(({ id }) => id)).not.toContain("income");
    expect(waterfallSteps(figuresOf({ ...TEACH, fees: 1 })).map(({ id }) => id)).toContain("income");
  });

  test("the tooltip tells a step to the fen, and what is left after it", () => {
    const steps = waterfallSteps(figuresOf(TEACH));
    expect(waterfallTooltip(steps, 1, EN)).toMatchObject({
      title: "Bad principal",
      rows: [{ name: "Amount", value: "−¥5,200,000.00", tone: "exits" }],
      total: { name: "After it", value: "¥10,800,000.00" },
    });
    expect(waterfallTooltip(steps, 4, EN)).toMatchObject({ title: "Profit", rows: [{ value: "¥2,000,000.00" }] });
    expect(waterfallTooltip(steps, 5, EN)).toBeNull();
  });

  test("a bar that crosses zero has a piece on either side, and its pieces make the whole", () => {
    expect(barPieces({ from: 30, to: -20 })).toEqual({ above: { gap: 0, length: 30 }, below: { gap: 0, length: -20 } });
    expect(barPieces({ from: 50, to: 30 })).toEqual({ above: { gap: 30, length: 20 }, below: { gap: 0, length: 0 } });
    expect(barPieces({ from: -50, to: -30 }).below).toEqual({ gap: -30, length: -20 });
    const level = fc.integer({ min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(level, level, (from, to) => {
        const { above, below } = barPieces({ from, to });
        expect(above.length - below.length).toBe(Math.abs(to - from));
      }),
    );
  });
});

describe("the table", () => {
  const lines = productLines(PRODUCTS, ALL, EN);
  const columns = profitColumns(lines, EN);
  const order = (by: "profit" | "xirr" | "name", descending: boolean) =>
    sortedLines(lines, columns, { by, descending }).map(({ name }) => name);

  test("it is sorted by any column, and keeps its own order where there is no figure", () => {
    expect(order("profit", true)).toEqual(["TEACH12", "CAR24", "CL12"]);
    expect(order("profit", false)).toEqual(["CL12", "CAR24", "TEACH12"]);
    expect(order("xirr", true)).toEqual(["TEACH12", "CL12", "CAR24"]);
    expect(order("name", true)).toEqual(["CAR24", "CL12", "TEACH12"]);
    expect(sortAfter("profit", { by: "name", descending: false })).toEqual({ by: "profit", descending: true });
    expect(sortAfter("profit", { by: "profit", descending: true }).descending).toBe(false);
    expect(sortAfter("name", { by: "profit", descending: true }).descending).toBe(false);
  });

  test("IR3: a return that there is not says why", () => {
    const xirr = columns.find(({ id }) => id === "xirr");
    expect(xirr?.text(PRODUCTS[0]!)).toBe("—");
    expect(xirr?.why?.(PRODUCTS[0]!)).toBe("No return: more than one rate would fit these flows");
  });

  test("PF6 PF8: a figure that is odd says what it means", () => {
    const exact = (id: "breakEven" | "irr", figures: ProfitFigures) =>
      columns.find((column) => column.id === id)?.exact?.(figures);
    const losing = figuresOf({ ...TEACH, interest: 1_000_000 });
    expect(exact("breakEven", losing)).toBe("Below zero: it loses even without any bad principal");
    expect(exact("breakEven", figuresOf(TEACH))).toBeUndefined();
    expect(exact("irr", { ...losing, irr: { rate: -1.2 } })).toMatch(/^Nominal: 12 × the monthly rate/);
    expect(exact("irr", losing)).toBeUndefined();
  });

  test("PF6: the tick of the bad rate stands at the break-even, all lines on one scale", () => {
    const bar = columns.find(({ id }) => id === "badRate")?.bar;
    // CL12 is worst: 7 % of what was lent went bad, and it would have borne 5 %.
    expect(bar?.(PRODUCTS[1]!)).toMatchObject({ share: 1, tick: 5 / 7 });
    expect(bar?.(PRODUCTS[2]!)?.share).toBeCloseTo(0.0018 / 0.07, 12);
    expect(bar?.(WITHOUT_BAD.products[0]!)).toBeNull();
  });
});

describe("over time", () => {
  test("PF2: a line for each product, and no figure where nothing was lent", () => {
    const { series } = overTimeModel(RESULT, "perDisbursed", null);
    expect(series.map(({ product, values }) => [product, values])).toEqual([
      ["TEACH12", [200 / 18_800, null, null]],
      ["CL12", [null, -1 / 60, -1 / 40]],
      ["CAR24", [null, null, 1_185_000 / 50_000_000]],
    ]);
  });

  describe("PF13: a lonely head", () => {
    interface Lending {
      readonly old?: number;
      readonly oldMonth?: number;
      readonly recent?: number;
      readonly alsoOld?: number;
    }
    const EARLY = { months: 20, product: "OLD" };
    /** OLD lends in its month, NEW in each of the last; fen. */
    function bookOf({ old = 100, oldMonth = EARLY.months, recent = 10, alsoOld = 0 }: Lending) {
      const months = Array.from({ length: oldMonth }, (_, at) => oldMonth - at);
      const fen = (month: number): [number, number] =>
        month === oldMonth ? [old, 0] : month <= recent ? [alsoOld, 100] : [0, 0];
      const overTime = months.map((month) => ({
        bucket: monthBack(month),
        profit: fen(month).map((lent) => (lent > 0 ? month : null)),
        disbursed: fen(month),
      }));
      return { products: [productOf(EARLY.product, TEACH), productOf("NEW", TEACH)], overTime };
    }
    const drawnOf = (book: ReturnType<typeof bookOf>) => overTimeModel(book, "profit", null);

    test("is left out of the axis, and said to be", () => {
      const model = drawnOf(bookOf({}));
      expect(model.series.map(({ product }) => product)).toEqual(["NEW"]);
      expect(model.buckets).toHaveLength(10);
      expect(model.series[0]?.profit).toHaveLength(10);
      expect(model.notDrawn).toMatchObject({ period: monthBack(20), products: ["OLD"], disbursed: 100 });
    });

    test("stays in the table, with its product", () => {
      const table = overTimeTable({ model: drawnOf(bookOf({})), grain: "month", ...EN });
      expect(table.columns.map(({ label }) => label)).toEqual([
        "By month of disbursal",
        "NEW, Profit",
        "NEW, Disbursed",
        "OLD, Profit",
        "OLD, Disbursed",
      ]);
      expect(table.rows).toHaveLength(20);
      expect(table.rows[0]?.slice(1)).toEqual([null, 0, 20, 100]);
      expect(table.rows[19]?.slice(1)).toEqual([1, 100, null, 0]);
    });

    test.each<[string, Lending]>([
      ["its product lends later too", { alsoOld: 1 }],
      ["it holds more than 60 % of what was lent", { old: 1_501 }],
      ["it is more than a bucket in ten", { recent: 8 }],
      ["six months lie between", { oldMonth: 17 }],
      ["less than a quarter of the axis lies between", { oldMonth: 47, recent: 36 }],
    ])("is drawn where %s", (_, book) => {
      const model = drawnOf(bookOf(book));
      expect(model.notDrawn).toBeNull();
      expect(model.buckets[0]).toEqual(monthBack(book.oldMonth ?? EARLY.months));
      expect(model.series.map(({ product }) => product)).toContain(EARLY.product);
    });

    test("of 60 % is still left out, and one after seven empty months of 18", () => {
      expect(drawnOf(bookOf({ old: 1_500 })).notDrawn).not.toBeNull();
      expect(drawnOf(bookOf({ oldMonth: 18 })).notDrawn).not.toBeNull();
    });
  });

  test("a bucket alone stands in the middle, seen; where all is nil the axis is short", () => {
    const model = overTimeModel(RESULT, "perDisbursed", "TEACH12");
    const option = overTimeOption({ model, grain: "month", ...EN })(TOKENS);
    expect(option.xAxis).toMatchObject({ boundaryGap: true });
    expect(option.yAxis).not.toHaveProperty("max");
    const symbolSize = linesOf({ model, grain: "month", ...EN })[0]?.symbolSize;
    // The option draws symbols by a function of their place.
    const sizeAt = symbolSize as (value: unknown, at: { readonly dataIndex: number }) => number;
    expect(sizeAt(null, { dataIndex: 0 })).toBeGreaterThan(0);
    const overTime = [{ bucket: monthBack(1), profit: [0], disbursed: [100] }];
    const nil = overTimeModel({ products: [productOf("A", TEACH)], overTime }, "perDisbursed", null);
    expect(overTimeOption({ model: nil, grain: "month", ...EN })(TOKENS).yAxis).toMatchObject({ max: 0.01 });
  });

  test("the axis ends where the chosen product was last lent", () => {
    expect(overTimeModel(RESULT, "profit", "TEACH12").buckets).toEqual([monthBack(40)]);
    expect(overTimeModel({ products: [], overTime: [] }, "profit", null)).toMatchObject({ buckets: [], series: [] });
  });

  test("a chosen product stands alone", () => {
    const { series } = overTimeModel(RESULT, "profit", "CL12");
    expect(series).toMatchObject([{ product: "CL12", tone: "outstanding", values: [-1_000_000, -1_000_000] }]);
  });

  test("of more than six products the smallest are one line, and its sums are theirs", () => {
    const products = Array.from({ length: 8 }, (_, at) => productOf(`P${at}`, TEACH));
    const profit = [1, 2, 3, 4, 5, 6, null, 8];
    const disbursed = [10, 10, 10, 10, 10, 10, 0, 10];
    const model = overTimeModel({ products, overTime: [{ bucket: monthBack(1), profit, disbursed }] }, "profit", null);
    expect(model.series).toHaveLength(6);
    expect(model.series.at(-1)).toMatchObject({ product: null, profit: [14], disbursed: [20], tone: "other" });
    const unknown = { bucket: monthBack(1), profit: [1, 2, 3, 4, 5, 6, null, 8], disbursed: disbursed.map(() => 10) };
    expect(overTimeModel({ products, overTime: [unknown] }, "profit", null).series.at(-1)?.profit).toEqual([null]);
  });

  test("no two of six lines look the same, and each is named at its end where there is room", () => {
    const products = Array.from({ length: 6 }, (_, at) => productOf(`P${at}`, TEACH));
    const six = [1, 2, 3, 4, 5, 6];
    const model = overTimeModel(
      { products, overTime: [{ bucket: monthBack(1), profit: six, disbursed: six }] },
      "profit",
      null,
    );
    expect(new Set(model.series.map(({ tone, mark }) => `${tone} ${mark}`)).size).toBe(6);
    const drawing = { model, grain: "month" as const, ...EN };
    expect(linesOf({ ...drawing, named: true })).toMatchObject(
      products.map(({ product }) => ({
        name: product,
        endLabel: { show: true },
        labelLayout: { moveOverlap: "shiftY" },
      })),
    );
    const strokes = linesOf(drawing).map(({ lineStyle }) =>
      JSON.stringify([lineStyle?.color, lineStyle?.type, lineStyle?.width]),
    );
    expect(new Set(strokes).size).toBe(6);
    expect(
      new Set(
        linesOf(drawing)
          .slice(0, 3)
          .map(({ lineStyle }) => lineStyle?.color),
      ).size,
    ).toBe(3);
    for (const { endLabel, lineStyle } of linesOf({ ...drawing, named: true })) {
      expect(endLabel?.color).toBe(lineStyle?.color);
    }
    expect(linesOf(drawing).every(({ endLabel }) => endLabel === undefined)).toBe(true);
    const alone = overTimeModel(RESULT, "profit", "CL12");
    expect(linesOf({ ...drawing, model: alone, named: true })[0]?.endLabel).toBeUndefined();
  });

  test("a line that is chosen is brought out before the others, as one under the pointer is", () => {
    const drawing = { model: overTimeModel(RESULT, "profit", null), grain: "month" as const, ...EN };
    const opacities = (picked?: string) => linesOf({ ...drawing, picked }).map(({ lineStyle }) => lineStyle?.opacity);
    expect(opacities()).toEqual([1, 1, 1]);
    const [first, second, third] = opacities("product CL12");
    expect(second).toBe(1);
    expect(first).toBeLessThan(0.5);
    expect(third).toBe(first);
    expect(linesOf(drawing)).toMatchObject(
      drawing.model.series.map(() => ({ emphasis: { focus: "series" }, blur: { lineStyle: { opacity: first } } })),
    );
  });

  test("a point leads to the loans of its line, a column to those of all lines", () => {
    const drawing = { model: overTimeModel(RESULT, "profit", null), grain: "month" as const, ...EN };
    expect(loansAt(drawing, { dataIndex: 2, seriesId: "product CL12" }, ALL)).toMatchObject({
      profit: -1_000_000,
      where: { disbursed: monthBack(1), products: ["CL12"] },
    });
    expect(loansAt(drawing, { dataIndex: 2 }, ALL)).toMatchObject({
      profit: 185_000,
      where: { disbursed: monthBack(1), products: [] },
    });
    expect(loansAt(drawing, { dataIndex: 9 }, ALL)).toBeNull();
  });

  test("the tooltip names who lent then, and what", () => {
    const model = overTimeModel(RESULT, "profit", null);
    const tooltip = overTimeTooltip({ model, grain: "month", ...EN }, 1);
    expect(tooltip?.rows).toMatchObject([{ name: "CL12", value: "−¥10.0K · −1.67%" }]);
    expect(tooltip?.total?.value).toBe("¥600.0K");
  });

  test("the table has profit and principal of every line; a lone point is one without neighbours", () => {
    const table = overTimeTable({ model: overTimeModel(RESULT, "profit", null), grain: "month", ...EN });
    expect(table.columns).toHaveLength(7);
    expect(table.rows[1]).toEqual([expect.any(String), null, 0, -1_000_000, 60_000_000, null, 0]);
    expect([isAlone([1, null, 2], 0), isAlone([1, 2, null], 0), isAlone([null, 1], 1)]).toEqual([true, false, true]);
  });
});

describe("what if", () => {
  test("changes go into the link and come out of it", () => {
    const change = fc.integer({ min: -50, max: 100 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...PROFIT_DRIVERS), change, { noNullPrototype: true }), (changes) => {
        const moved = Object.fromEntries(Object.entries(changes).filter(([, percent]) => percent !== 0));
        expect(textToChanges(changesToText(moved))).toEqual(moved);
      }),
    );
    expect(changesToText({ bad: 0 })).toBeUndefined();
  });

  test("what is not understood is left out, what is too much is cut", () => {
    expect(textToChanges("bad:-10,fees:5")).toEqual({ bad: -10, fees: 5 });
    expect(textToChanges("bad:-900,interest:500,penalty:5,funding:x,:3,marketing:1.5")).toEqual({
      bad: -50,
      interest: 100,
    });
    expect(textToChanges("bad:1394")).toEqual({ bad: 1394 });
    expect(textToChanges("bad:9999")).toEqual({ bad: 2000 });
    expect(textToChanges(undefined)).toEqual({});
  });

  test("a slider goes by single per cents up to 100, then by tens up to all that may be tried", () => {
    expect([-50, 0, 100, 110, 2000].map(sliderStep)).toEqual([-50, 0, 100, 101, 290]);
    fc.assert(fc.property(fc.integer({ min: -50, max: 290 }), (step) => sliderStep(changeAt(step)) === step));
  });

  test("a driver is multiplied in millionths", () => {
    expect(factorsOf({ bad: -10, fees: 5, interest: 0 })).toEqual({ bad: 900_000, fees: 1_050_000 });
  });

  test("PF6: now beside then", () => {
    const rows = outcomeRows(WHAT_IF, 18_800_000_000, EN);
    expect(rows.map(({ id, now, trial, change }) => [id, now, trial, change])).toEqual([
      ["profit", "¥2.00M", "¥2.52M", "+¥520.0K"],
      ["perDisbursed", "1.06%", "1.34%", "+0.28 pp"],
      ["perClosing", "2.25%", "2.83%", "+0.58 pp"],
      ["perOpening", "1.91%", "2.41%", "+0.50 pp"],
      ["breakEven", "3.83%", "3.83%", ""],
    ]);
  });

  test("PF1: a bar of the tornado is the change of profit", () => {
    expect(tornadoBars(WHAT_IF)).toMatchObject([
      { driver: "interest", lower: -160_000_000, higher: 160_000_000, profitLower: 40_000_000 },
      { driver: "bad", lower: 52_000_000, higher: -52_000_000 },
    ]);
    expect(tornadoTooltip(tornadoBars(WHAT_IF), 1, EN)?.rows).toMatchObject([
      { name: "10 % lower", value: "+¥520.0K → ¥2.52M", tone: "exits" },
      { name: "10 % higher", value: "−¥520.0K → ¥1.48M", tone: "exits" },
    ]);
    expect(sides(tornadoBars(WHAT_IF))).toEqual(["−¥1.60M", "+¥0.52M"]);
    const small = { driver: "fees" as const, lower: 199_999_200, higher: 200_000_800 };
    expect(sides(tornadoBars({ ...WHAT_IF, tornado: [...WHAT_IF.tornado, small] }))[2]).toBe("−¥8.00");
    const still = { driver: "fees" as const, lower: 200_000_000, higher: 200_000_000 };
    expect(tornadoBars({ ...WHAT_IF, tornado: [still] })).toEqual([]);
    expect(tornadoBars({ ...WHAT_IF, now: { ...WHAT_IF.now, profit: null } })).toEqual([]);
  });
});
