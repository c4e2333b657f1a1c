import { describe, expect, test } from "vitest";

import { comparableGroups, curvesModel, extremesAt, sharedTop } from "#src/features/cohorts/chartModel.ts";
import { curvesOption } from "#src/features/cohorts/chartOption.ts";
import { curvesTable } from "#src/features/cohorts/chartTable.ts";
import { curvePlace, figureWhere, rowsKind } from "#src/features/cohorts/cohortRows.ts";
import { cohortArgs, cohortView } from "#src/features/cohorts/cohortView.ts";
import { curveTooltip } from "#src/features/cohorts/curveTooltip.ts";
import { largestValue, type Spoken } from "#src/features/cohorts/figures.ts";
import { heatModel, type HeatArgs } from "#src/features/cohorts/heatModel.ts";
import { strings } from "#src/features/cohorts/strings.ts";
import { createFormat } from "#src/ui/format.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { GROUP, month, RESULT } from "./answers.ts";

const en: Spoken = { words: strings.en, format: createFormat({ language: "en" }) };
const zh: Spoken = { words: strings.zh, format: createFormat({ language: "zh" }) };
const scale = en.format.scaleFor(100);
const holding: HeatArgs = {
  measure: "holding",
  grain: "month",
  mode: "on",
  mean: "weighted",
  unit: "ratio",
  scale,
  columns: undefined,
  hidden: [],
  compared: [],
};

describe("the heat map", () => {
  const { columns, rows, summary } = heatModel(GROUP, holding, en);

  test("has a column for every age that has been observed", () => {
    expect(columns.map(({ label }) => label)).toEqual(["M0", "M1", "M2"]);
  });

  test("lists the running cohort with its size and no cells", () => {
    expect(rows[3]).toEqual({
      id: String(month(3).from),
      label: "Nov 2026, running",
      size: 80,
      small: false,
      cells: [],
    });
  });

  test("greys cohorts under 20 lenders", () => {
    expect(rows.map(({ small }) => small)).toEqual([false, true, false, false]);
  });

  test("says value, interval, numerator, size and period of a cell", () => {
    expect(rows[0]?.cells[1]).toMatchObject({
      text: "80%",
      lines: [
        { label: "Exactly", value: "80.00%" },
        { label: "95 % interval", value: "25.0% – 37.5%" },
        { label: "Lenders counted", value: "80" },
        { label: "Cohort size", value: "100" },
        { label: "Observed in", value: "Sep 2026" },
      ],
    });
  });

  test("says the interval of a ratio of balance, above 100 % as well", () => {
    const balance: HeatArgs = { ...holding, measure: "balance" };
    const interval = { low: 0.9, high: 1.625 };
    const [first, ...others] = GROUP.rows;
    const group = {
      ...GROUP,
      rows: [{ ...first!, cells: first!.cells.map((cell) => ({ ...cell, interval })) }, ...others],
      curve: GROUP.curve.map((point) => ({ ...point, interval })),
    };
    const line = { label: "95 % interval", value: "90.0% – 162.5%" };
    const heat = heatModel(group, balance, en);
    expect(heat.rows[0]?.cells[1]?.lines).toContainEqual(line);
    expect(heat.summary.cells[1]?.lines).toContainEqual(line);
    const model = curvesModel(group, { hidden: [], compared: [] });
    const told = curveTooltip(model, { ...balance, age: 1 }, en);
    expect(told?.rows).toContainEqual({ name: line.label, value: line.value });
    const table = curvesTable(model, balance, en);
    expect(table.columns.map(({ label }) => label)).toEqual(expect.arrayContaining(["95 % low", "95 % high"]));
    expect(table.rows[1]).toEqual(expect.arrayContaining([0.9, 1.625]));
  });

  test("takes the colour from ages that fewer than 3 cohorts have reached", () => {
    expect(summary.cells.map((cell) => cell?.muted)).toEqual([false, true, true]);
  });

  test("takes the colour from the 100 % that re-lend retention begins with", () => {
    const relend = heatModel(GROUP, { ...holding, measure: "relend" }, en);
    expect(relend.rows[0]?.cells.map((cell) => cell?.muted)).toEqual([true, false, false]);
  });

  test("speaks Chinese", () => {
    const model = heatModel(GROUP, holding, zh);
    expect(model.rows[3]?.label).toBe("2026年11月（进行中）");
    expect(model.rows[0]?.cells[1]?.lines[1]).toEqual({ label: "95% 区间", value: "25.0% – 37.5%" });
  });

  test("leaves the unit of money to the heading", () => {
    const money = { ...holding, measure: "volume", unit: "fen", scale: zh.format.scaleFor(2_000_000) } as const;
    const rich = {
      ...GROUP,
      rows: GROUP.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, value: 1_850_000, numerator: 185_000_000 })),
      })),
    };
    const cell = heatModel(rich, money, zh).rows[0]?.cells[0];
    expect(cell?.text).toBe("1.85");
    expect(cell?.lines[0]).toEqual({ label: "精确值", value: "¥18,500.00" });
  });
});

describe("the curves", () => {
  const model = curvesModel(GROUP, holding);

  test("go dashed from the last age that 3 cohorts have reached", () => {
    expect(model.solid).toEqual([0.99, null, null]);
    expect(model.thin).toEqual([0.99, 0.75, 0.5]);
  });

  test("leave out the cohort that is running", () => {
    expect(model.lines.map(({ values }) => values)).toEqual([
      [1, 0.8, 0.5],
      [1, 0.4, null],
      [0.95, null, null],
    ]);
  });

  test("name the highest and lowest cohort, but none under 20 lenders", () => {
    expect(extremesAt(model, 0)?.lowest.values[0]).toBe(0.95);
    expect(extremesAt(model, 1)).toBeNull();
  });

  test("share one axis over groups, which thin ages do not stretch", () => {
    const [first, ...rest] = GROUP.curve;
    const wild = { ...GROUP, curve: [first!, ...rest.map((point) => ({ ...point, value: 900 }))] };
    expect(sharedTop([GROUP, wild])).toBe(0.99);
    expect(sharedTop([{ ...GROUP, curve: rest }])).toBe(0.75);
  });

  test("are set side by side for groups of 20 lenders or more", () => {
    const few = { ...GROUP, name: "few", lenders: 3 };
    expect(comparableGroups([GROUP, few])).toEqual([GROUP]);
    expect(comparableGroups([few])).toEqual([few]);
  });

  test("take their unit of money from cohorts that can be trusted", () => {
    const [first, small] = GROUP.rows;
    const wild = {
      ...GROUP,
      curve: [],
      rows: [first!, { ...small!, cells: small!.cells.map((cell) => ({ ...cell, value: 900 })) }],
    };
    expect(largestValue(wild)).toBe(1);
    expect(largestValue({ ...wild, rows: wild.rows.slice(1) })).toBe(900);
  });

  test("say in the tooltip what stands behind a point", () => {
    expect(curveTooltip(model, { ...holding, age: 1 }, en)).toMatchObject({
      title: "M1",
      rows: [{ name: "Weighted", value: "75.0%", mark: "dash" }],
      note: "2 cohorts, 100 lenders; shown grey: fewer than 3 cohorts",
    });
    expect(curveTooltip(model, { ...holding, age: 0 }, zh)?.note).toBe("3 个同期群，150 人");
    expect(curveTooltip(model, { ...holding, age: 9 }, en)).toBeNull();
  });

  test("draw a line a cohort and the weighted one over them", () => {
    const option = curvesOption(model, holding, en)(TOKENS);
    const series = option.series as { id: string }[];
    expect(series.map(({ id }) => id)).toEqual([...model.lines.map(({ id }) => id), "thin", "curve"]);
    expect(option.yAxis).toMatchObject({ max: 1, interval: 0.25 });
  });

  test("make a table with contributing cohorts and lenders", () => {
    const table = curvesTable(model, holding, en);
    expect(table.columns.map(({ label }) => label)).toEqual([
      "Age",
      "Weighted",
      "Cohorts",
      "Lenders",
      "Aug 2026",
      "Sep 2026",
      "Oct 2026",
    ]);
    expect(table.rows[1]).toEqual(["M1", 0.75, 2, 100, 0.8, 0.4, null]);
  });
});

describe("the rows behind a figure", () => {
  const place = {
    cohort: month(0),
    observed: month(2),
    group: { ...GROUP, name: "search" },
    transfers: "net",
    firstDay: month(0).from,
  } as const;

  test("of re-lend are the lends of the period", () => {
    const view = cohortView({ measure: "relend", split: "channel" });
    expect(figureWhere({ ...place, view })).toEqual({
      cohort: month(0),
      period: month(2),
      types: ["lend"],
      filter: { products: [], channels: [] },
      firstChannel: "search",
    });
  });

  test("of re-lend count bought claims in the gross view", () => {
    const view = cohortView({ measure: "relend" });
    expect(figureWhere({ ...place, transfers: "gross", view }).types).toEqual(["lend", "transfer_in"]);
  });

  test("of a balance are all since the first day", () => {
    const view = cohortView({ measure: "balance", split: "product" });
    const where = figureWhere({ ...place, view });
    expect(where.period).toEqual({ from: month(0).from, to: month(2).to });
    expect(where.firstProduct).toBe("search");
    expect(where.types).toContain("early_exit");
    expect(where.types).not.toContain("withdraw");
  });

  test("of the weighted curve are those of every cohort that has reached the age", () => {
    expect(curvePlace(GROUP, 1)).toEqual({
      cohort: { from: month(0).from, to: month(1).to },
      observed: { from: month(1).from, to: month(2).to },
    });
    expect(curvePlace(GROUP, 7)).toBeNull();
  });

  test("are told apart by measure", () => {
    expect([rowsKind("volume"), rowsKind("lifetimeVolume"), rowsKind("holding"), rowsKind("lifetimeMargin")]).toEqual([
      "flow",
      "lifetime",
      "stock",
      "margin",
    ]);
  });
});

test("the link's defaults are holding retention by month, unsplit", () => {
  expect(cohortArgs(cohortView({}))).toEqual({
    measure: "holding",
    grain: "month",
    per: "lender",
    splitBy: "none",
    filter: { products: [], channels: [] },
  });
  expect(cohortView({ measure: "holding", per: "total" }).per).toBe("lender");
  expect(RESULT.groups).toHaveLength(1);
});
