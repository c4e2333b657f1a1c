import { describe, expect, test } from "vitest";

import { methodOf, projectionModel } from "#src/features/cohorts/projectionModel.ts";
import { projectionOption, projectionTooltip, projectionTwin } from "#src/features/cohorts/projectionOption.ts";
import { projectionFile, projectionRows } from "#src/features/cohorts/projectionRows.ts";
import { projectionStrings } from "#src/features/cohorts/projectionStrings.ts";
import { projectionView } from "#src/features/cohorts/projectionView.ts";
import { renewalModel } from "#src/features/cohorts/renewalModel.ts";
import { renewalOption, renewalTable } from "#src/features/cohorts/renewalOption.ts";
import { renewalStrings } from "#src/features/cohorts/renewalStrings.ts";
import { strings } from "#src/features/cohorts/strings.ts";
import { createFormat } from "#src/ui/format.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { month } from "./answers.ts";
import { PROJECTION, RENEWAL } from "./projectionAnswers.ts";

const format = createFormat({ language: "en" });
const spoken = { words: projectionStrings.en, common: strings.en, format };
const drawing = { unit: "fen", scale: format.scaleFor(1_000_000) } as const;
const ofCohort = (at: number, per: "lender" | "total" = "total") =>
  projectionModel(PROJECTION, { cohortDay: month(at).from, per });

describe("a cohort's line", () => {
  test("is solid as far as it is observed, and goes on dashed from there, in its band", () => {
    expect(ofCohort(1)).toMatchObject({
      observed: [60_000, 100_000, null],
      projected: [null, 100_000, 150_000],
      low: [null, 100_000, 149_000],
      high: [null, 100_000, 152_000],
    });
  });

  test("has no dash where nothing is left to project", () => {
    expect(ofCohort(0)).toMatchObject({ projected: [null, null, null], low: [null, null, null] });
  });

  test("loses its band where the mean gains stand in for the ladder", () => {
    expect(ofCohort(2).high).toEqual([20_000, 42_000, null]);
  });

  test("is per acquired lender when asked", () => {
    expect(ofCohort(1, "lender").projected).toEqual([null, 1_000, 1_500]);
  });

  test("draws the projected apart from the observed", () => {
    const series = projectionOption(ofCohort(1), drawing, spoken)(TOKENS).series as {
      id: string;
      lineStyle: { type?: unknown };
    }[];
    expect(series.map(({ id }) => id)).toEqual(["band low", "band span", "projected", "observed"]);
    expect(series[2]?.lineStyle.type).toEqual([5, 4]);
    expect(series[3]?.lineStyle.type).toBe("solid");
  });

  test("marks estimates in the tooltip, and only them", () => {
    const told = (age: number) => projectionTooltip(ofCohort(1), { ...drawing, age }, spoken)?.rows;
    expect(told(1)).toEqual([{ name: "Observed", value: "¥1,000", tone: "returning", mark: "line" }]);
    expect(told(2)).toMatchObject([
      { name: "Projected", value: "¥1,500 e", mark: "dash" },
      { name: "80 % band", value: "¥1,490 – ¥1,520" },
    ]);
    expect(told(3)).toBeUndefined();
  });
});

describe("all cohorts", () => {
  const all = projectionModel(PROJECTION, { cohortDay: undefined, per: "lender" });

  test("are the weighted curve of what is over, and apart from it every cohort carried on", () => {
    expect(all.observed).toEqual([500, 900, 1500]);
    expect(all.projected).toEqual([180_000 / 350, 340_000 / 350, 505_000 / 350]);
  });

  test("say in legend and twin that each is carried on from what it has", () => {
    expect(projectionTwin(all, spoken).columns[3]?.label).toBe("All cohorts, carried on from what each has");
  });

  test("in total are the sums", () => {
    const total = projectionModel(PROJECTION, { cohortDay: undefined, per: "total" });
    expect(total.projected).toEqual([180_000, 340_000, 505_000]);
    expect(total.observed).toEqual([175_000, 315_000, 525_000]);
  });

  test("have a twin with the lenders behind every age", () => {
    expect(projectionTwin(all, spoken).rows[1]).toEqual(["M1", 900, 300, 340_000 / 350, null, null, null]);
    expect(projectionTwin(ofCohort(2), spoken).rows.map((row) => row.at(-1))).toEqual([null, "Ladder", "Additive"]);
  });
});

describe("the table of cohorts", () => {
  const rows = projectionRows(PROJECTION, "total");

  test("has what is observed, expected and how sure, and all of them at the end", () => {
    expect(rows[1]).toEqual({
      cohort: month(1).from,
      size: 100,
      isIndicative: false,
      age: 1,
      observed: 100_000,
      ultimate: 150_000,
      standardError: 5_000,
      interval: { low: 149_000, high: 152_000 },
      method: "ladder",
    });
    expect(rows.at(-1)).toMatchObject({
      cohort: null,
      size: 350,
      observed: 420_000,
      ultimate: 505_000,
      standardError: 7_000,
    });
  });

  test("names the method", () => {
    expect(PROJECTION.cohorts.map(methodOf)).toEqual(["observed", "ladder", "mixed"]);
  });

  test("goes into a file with the word for few lenders", () => {
    const file = projectionFile(rows, { words: spoken.words, format, horizon: "M2" });
    expect(file.rows[2]?.slice(0, 4)).toEqual(["Oct 2026", 50, "indicative", "M0"]);
  });
});

test("the link says what is projected, how far and how amounts are discounted", () => {
  expect(projectionView({}).args).toEqual({
    measure: "volume",
    horizonMonths: 12,
    lastDiagonalsOnly: false,
    discountPpm: 0,
    filter: { products: [], channels: [] },
  });
  expect(projectionView({ projected: "margin", horizon: "7", discount: "10", diagonals: "6" }).args).toMatchObject({
    measure: "margin",
    horizonMonths: 7,
    lastDiagonalsOnly: true,
    discountPpm: 100_000,
  });
  expect(projectionView({ horizon: "far" }).args.horizonMonths).toBe(12);
});

describe("renewal of a term", () => {
  const [fitted, refused] = RENEWAL.groups;
  const words = { words: renewalStrings.en, format };

  test("is observed as far as it is known and fitted beyond", () => {
    const model = renewalModel(fitted!);
    expect(model.observed).toEqual([1, 0.75, 0.6, 0.54, null, null, null]);
    expect(renewalTable(model, words).rows[2]).toEqual([2, 200, 160, 0.6, 0.61]);
    const series = renewalOption(model, words)(TOKENS).series as { id: string }[];
    expect(series.map(({ id }) => id)).toEqual(["fitted", "observed"]);
  });

  test("without a fit is what was observed", () => {
    const model = renewalModel(refused!);
    expect(model.observed).toEqual([1, 0.5]);
    expect(model.fitted).toEqual([null, null]);
  });
});
