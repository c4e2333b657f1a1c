import { describe, expect, test } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import type { RetentionResult } from "#src/engine/protocol.ts";
import { curvesModel } from "#src/features/cohorts/chartModel.ts";
import { curvesOption } from "#src/features/cohorts/chartOption.ts";
import { curvesTable } from "#src/features/cohorts/chartTable.ts";
import { curvePlace, figureWhere } from "#src/features/cohorts/cohortRows.ts";
import { cohortArgs, cohortView, parseAges, retentionArgs } from "#src/features/cohorts/cohortView.ts";
import { curveTooltip } from "#src/features/cohorts/curveTooltip.ts";
import type { Spoken } from "#src/features/cohorts/figures.ts";
import { heatModel, type HeatArgs } from "#src/features/cohorts/heatModel.ts";
import { observedAges, shownRetention } from "#src/features/cohorts/shownCohorts.ts";
import { stepModel } from "#src/features/cohorts/stepModel.ts";
import { stepOption, stepTable } from "#src/features/cohorts/stepOption.ts";
import { strings } from "#src/features/cohorts/strings.ts";
import { createFormat } from "#src/ui/format.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { GROUP, month, RESULT, RETENTION } from "./answers.ts";

const en: Spoken = { words: strings.en, format: createFormat({ language: "en" }) };
const drawing: HeatArgs = {
  measure: "holding",
  grain: "month",
  mode: "on",
  mean: "weighted",
  unit: "ratio",
  scale: en.format.scaleFor(100),
  columns: undefined,
  hidden: [],
  compared: [],
};
const idOf = (at: number) => String(month(at).from);

describe("what is asked", () => {
  test("the cohort table has the answer until a mode, clock, mean or way of coming is chosen", () => {
    expect(cohortArgs(cohortView({ hide: "2026-08-01" }))?.hidden).toEqual([month(0).from]);
    for (const search of [
      { retained: "on_or_after" },
      { clock: "rolling" },
      { mean: "simple" },
      { split: "kind" },
      { split: "campaign" },
    ] as const)
      expect(cohortArgs(cohortView(search))).toBeUndefined();
  });

  test("modes are for shares of lenders by month; elsewhere the link's are put aside", () => {
    const chosen = { retained: "brackets", clock: "rolling", mean: "simple", split: "kind" } as const;
    expect(cohortArgs(cohortView({ ...chosen, by: "week" }))).toMatchObject({ grain: "week", splitBy: "none" });
    expect(cohortArgs(cohortView({ ...chosen, measure: "volume" }))).toMatchObject({ splitBy: "none" });
  });

  test("brackets come from the link, or are 0, 1, 3, 6 and 12", () => {
    const asked = (brackets?: string) =>
      retentionArgs(cohortView({ retained: "brackets", ...(brackets === undefined ? {} : { brackets }) })).brackets;
    expect(asked("0,2,5")).toEqual([0, 2, 5]);
    expect(asked()).toEqual([0, 1, 3, 6, 12]);
    expect(asked("5,2")).toEqual([0, 1, 3, 6, 12]);
  });

  test("ages are typed with commas of either language", () => {
    expect(parseAges(" 0， 1、3 6")).toEqual([0, 1, 3, 6]);
    for (const text of ["", "0,0", "1.5", "-1", "3,1", "a"]) expect(parseAges(text)).toBeUndefined();
  });

  test("no more than 6 cohorts are compared, and a day that does not exist is none", () => {
    const lines = ["2026-13-01", ...Array.from({ length: 8 }, (_, at) => `2026-0${at + 1}-01`)].join(",");
    expect(cohortView({ lines }).compared).toHaveLength(6);
  });
});

describe("retention by its modes", () => {
  test("names columns by their ages", () => {
    const shown = shownRetention(RETENTION, { mode: "brackets", clock: "calendar" });
    const { columns, rows } = heatModel(shown.groups[0]!, { ...drawing, mode: "brackets", columns: shown.columns }, en);
    expect(columns.map(({ label }) => label)).toEqual(["M0", "M1–M2"]);
    const observed = en.format.period({ from: month(1).from, to: month(2).to });
    expect(rows[0]?.cells[1]?.lines.at(-1)).toEqual({ label: "Observed in", value: observed });
  });

  test("on or after an age looks up to the last age that is over", () => {
    const after = shownRetention(afterOf(RETENTION), { mode: "on_or_after", clock: "calendar" });
    const [first] = after.groups[0]!.rows;
    expect(first?.cells[1]?.period).toEqual({ from: month(1).from, to: month(2).to });
    expect(observedAges(first!, 1, { ...after, mode: "on_or_after", clock: "calendar" })).toEqual({ from: 1, to: 2 });
    const { columns } = heatModel(after.groups[0]!, { ...drawing, mode: "on_or_after", columns: after.columns }, en);
    expect(columns.map(({ label }) => label)).toEqual(["M0+", "M1+", "M2+"]);
  });

  test("rolling ages end months after the last day of the cohort", () => {
    const rolling = shownRetention(afterOf(RETENTION), { mode: "on", clock: "rolling" });
    expect(rolling.groups[0]?.rows[0]?.cells[1]?.period).toEqual({ from: month(1).from, to: dayOf(2026, 10, 30) });
  });
});

describe("hidden and compared cohorts", () => {
  test("a hidden one is grey, says so, and leaves the mean's lenders", () => {
    const { rows, summary } = heatModel(GROUP, { ...drawing, hidden: [idOf(0)] }, en);
    expect(rows.map(({ label, small }) => [label, small]).slice(0, 2)).toEqual([
      ["Aug 2026, hidden", true],
      ["Sep 2026", true],
    ]);
    expect(summary.size).toBe(130);
  });

  test("a hidden one is not drawn; compared ones alone are", () => {
    expect(curvesModel(GROUP, { hidden: [idOf(0)], compared: [] }).lines.map(({ id }) => id)).toEqual([
      idOf(1),
      idOf(2),
    ]);
    const compared = curvesModel(GROUP, { hidden: [idOf(0)], compared: [idOf(0), idOf(2)] });
    expect(compared.lines.map(({ id }) => id)).toEqual([idOf(0), idOf(2)]);
    expect(compared.isComparison).toBe(true);
  });

  test("compared ones are told apart and named in the tooltip", () => {
    const chosen = { ...drawing, compared: [idOf(0), idOf(2)] };
    const model = curvesModel(GROUP, chosen);
    const series = curvesOption(model, chosen, en)(TOKENS).series as { id: string }[];
    expect(series.map(({ id }) => id)).toEqual(["curve", idOf(0), idOf(2)]);
    expect(curveTooltip(model, { ...chosen, age: 0 }, en)?.rows).toMatchObject([
      { name: "Weighted", mark: "dash" },
      { name: "Aug 2026", value: "100.0%", tone: "ramp2", mark: "dash" },
      { name: "Oct 2026", value: "95.0%", tone: "ramp1", mark: "line" },
    ]);
  });

  test("compared ones stay when they are older than what the mean is made of", () => {
    const model = curvesModel({ ...GROUP, curve: GROUP.curve.slice(0, 1) }, { hidden: [idOf(0)], compared: [idOf(0)] });
    expect(model.ages).toBe(3);
    expect(curvesTable(model, drawing, en).rows[2]).toEqual(["M2", null, 0, 0, 0.5]);
  });
});

describe("one age over cohorts", () => {
  test("has a point for every cohort that has it behind it", () => {
    const { step, points, mean } = stepModel(GROUP, 1, []);
    expect(step).toBe(1);
    expect(points.map(({ value }) => value)).toEqual([0.8, 0.4]);
    expect(mean).toBe(0.75);
    expect(stepModel(GROUP, 1, [idOf(0)]).points).toHaveLength(1);
  });

  test("takes the oldest age where the link's has not been reached", () => {
    expect(stepModel(GROUP, 99, []).step).toBe(2);
    expect(stepModel({ ...GROUP, rows: [], curve: [] }, 3, [])).toMatchObject({ step: 0, points: [], mean: null });
  });

  test("is a line in the band of its intervals, with the mean across", () => {
    const model = stepModel(GROUP, 1, []);
    const series = stepOption(model, drawing, en)(TOKENS).series as {
      id: string;
      data: unknown[];
      markLine?: object;
    }[];
    expect(series.map(({ id }) => id)).toEqual(["band low", "band span", "step"]);
    expect(series[1]?.data).toEqual([0.125, 0.125]);
    expect(series[2]?.markLine).toMatchObject({ data: [{ yAxis: 0.75 }] });
    expect(stepTable(model, drawing, en).rows[0]).toEqual(["Aug 2026", 0.8, 0.25, 0.375, 100]);
  });
});

describe("the lenders behind a cell", () => {
  const place = {
    cohort: month(0),
    observed: month(1),
    group: GROUP,
    transfers: "net",
    firstDay: month(0).from,
  } as const;
  const ages = { from: 1, to: 1 };

  test("are those that it counts", () => {
    const where = figureWhere({ ...place, ages, view: cohortView({ clock: "rolling" }) });
    expect(where.retained).toEqual({ measure: "holding", clock: "rolling", ages });
  });

  test("of a group are those who came that way", () => {
    const group = { ...GROUP, name: "online" };
    expect(figureWhere({ ...place, group, view: cohortView({ split: "kind" }) }).kind).toBe("online");
    expect(figureWhere({ ...place, group, view: cohortView({ split: "campaign" }) }).campaign).toBe("online");
  });

  test("of a product's own table are listed by its rows, of the modes by the first lend", () => {
    const own = figureWhere({ ...place, ages, view: cohortView({ products: "P30" }) });
    expect(own.retained).toBeUndefined();
    expect(own.filter?.products).toEqual(["P30"]);
    const first = figureWhere({ ...place, ages, view: cohortView({ products: "P30", clock: "rolling" }) });
    expect(first).toMatchObject({ firstProduct: "P30", filter: { products: [] } });
    expect(first.retained).toBeDefined();
  });

  test("of the mean are not those of hidden cohorts at its ends", () => {
    expect(curvePlace(GROUP, 0, [month(0).from])?.cohort).toEqual({ from: month(1).from, to: month(2).to });
    expect(RESULT.groups).toHaveLength(1);
  });
});

/** The same answer with an age a column. */
function afterOf(result: RetentionResult): RetentionResult {
  const [group] = result.groups;
  const [row] = group!.rows;
  const [cell] = row!.cells;
  return {
    ...result,
    columns: [0, 1, 2].map((age) => ({ from: age, to: age })),
    groups: [{ ...group!, rows: [{ ...row!, cells: [cell!, cell!, cell!] }] }],
  };
}
