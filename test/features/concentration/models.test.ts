import { describe, expect, test } from "vitest";

import { figureNote, figureText } from "#src/features/concentration/figures.ts";
import { groupFile, groupLines } from "#src/features/concentration/groupTable.ts";
import { holdersSearch } from "#src/features/concentration/holdersSearch.ts";
import { heldBySmallest, lorenzOption, lorenzTable, lorenzTooltip } from "#src/features/concentration/lorenz.ts";
import { productRows } from "#src/features/concentration/productRows.ts";
import { strings } from "#src/features/concentration/strings.ts";
import { toCsv } from "#src/ui/csv.ts";
import { createFormat } from "#src/ui/format.ts";
import { textToRules } from "#src/view/lenderRules.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { CONCENTRATION, NOBODY } from "./answers.ts";

const en = { words: strings.en, format: createFormat({ language: "en" }) };
const { lorenz, total, byChannel } = CONCENTRATION;

describe("the Lorenz curve", () => {
  test("KN6 is read between its points in proportion", () => {
    expect(heldBySmallest(lorenz, 0.5)).toBeCloseTo(0.3, 12);
    expect(heldBySmallest(lorenz, 0.9)).toBeCloseTo(0.6 + 0.6 * 0.4, 12);
    expect(heldBySmallest(lorenz, 0)).toBe(0);
    expect(heldBySmallest(lorenz, 1)).toBe(1);
    expect(heldBySmallest([], 0.5)).toBe(0);
  });

  test("is drawn over the line of equality", () => {
    const { series } = lorenzOption(lorenz, en)(TOKENS) as { series: { id: string; data: number[] }[] };
    expect(series.map(({ id }) => id)).toEqual(["equality", "curve"]);
    expect(series[0]!.data).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(series[1]!.data.every((share, at) => share <= series[0]!.data[at]!)).toBe(true);
  });

  test("always names both ends of the axis", () => {
    const points = Array.from({ length: 54 }, (_, at) => ({ lenders: at / 53, balance: (at / 53) ** 2 }));
    const { xAxis } = lorenzOption(points, en)(TOKENS) as {
      xAxis: { data: string[]; axisLabel: { interval: (index: number) => boolean } };
    };
    const shown = xAxis.data.filter((_, at) => xAxis.axisLabel.interval(at));
    expect([shown.length, shown[0], shown.at(-1)]).toEqual([5, "0%", "100%"]);
  });

  test("says at a point what the smallest hold, and what the others", () => {
    expect(lorenzTooltip(lorenz, en, 2)).toMatchObject({
      title: "Smallest 50% of lenders",
      rows: [{ value: "30.0%" }],
      total: { name: "The other 50%", value: "70.0%" },
    });
    expect(lorenzTooltip(lorenz, en, 9)).toBeNull();
  });

  test("is a table of the same points", () => {
    expect(lorenzTable(lorenz, strings.en).rows).toEqual(lorenz.map(({ lenders, balance }) => [lenders, balance]));
  });
});

describe("figures of concentration", () => {
  test("without a balance there is none", () => {
    expect(figureText("gini", NOBODY.total, en.format)).toBe("—");
    expect(figureText("herfindahl", NOBODY.total, en.format)).toBe("—");
  });

  test("say of how many lenders the top is", () => {
    expect(figureNote("topPercentShare", 377, en)).toBe("4 of 377 holding");
    expect(figureNote("topTenShare", 7, en)).toBe("7 of 7 holding");
  });
});

describe("groups", () => {
  test("have their share of all lenders shown", () => {
    expect(groupLines(byChannel, total).map(({ share }) => share)).toEqual([0.6, 0.4]);
    expect(groupLines(byChannel, NOBODY.total).map(({ share }) => share)).toEqual([null, null]);
  });

  test("are a file with yuan, ratios and the index in ten-thousandths", () => {
    const [, first, second] = toCsv(groupFile(groupLines(byChannel, total), "channel", strings.en)).split("\r\n");
    expect(first).toMatch(/^"app",2,6000\.00,0\.6,1,0\.666\d*,5555\.5\d*,0\.166\d*,1\.[78]\d*$/);
    expect(second).toMatch(/^"\(no channel\)",2,4000\.00,0\.4,/);
  });
});

test("a channel leads to its holders, within the filter", () => {
  const search = holdersSearch("", { products: ["P30"], channels: [] });
  expect(search).toMatchObject({ products: "P30", sort: "-balance" });
  expect(textToRules(search.rules)).toEqual({ channels: [""], balance: { from: 1, to: null } });
});

describe("the rows of a product", () => {
  test("keep the filter of channels, and turn one product of the filter into the first one", () => {
    expect(productRows("P30", { products: [], channels: ["app"] })?.filter).toEqual({
      products: ["P30"],
      channels: ["app"],
    });
    expect(productRows("P30", { products: ["P90"], channels: [] })).toMatchObject({
      firstProduct: "P90",
      filter: { products: ["P30"] },
    });
  });

  test("cannot be asked for when the filter names several", () => {
    expect(productRows("P30", { products: ["P30", "P90"], channels: [] })).toBeNull();
  });

  test("are those that move a balance", () => {
    const types = productRows("P30", { products: [], channels: [] })?.types;
    expect(types).toContain("write_off");
    expect(types).not.toContain("interest");
  });
});
