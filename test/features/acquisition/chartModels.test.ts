import type { CustomSeriesOption } from "echarts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { curveModel, drawnGroups } from "#src/features/acquisition/curveModel.ts";
import { curveOption, curveTooltip } from "#src/features/acquisition/curveOption.ts";
import type { Spoken } from "#src/features/acquisition/figures.ts";
import { labelPlaces } from "#src/features/acquisition/labelPlaces.ts";
import { lineEnd, scatterModel } from "#src/features/acquisition/scatterModel.ts";
import { scatterOption, scatterTooltip } from "#src/features/acquisition/scatterOption.ts";
import { secondModel } from "#src/features/acquisition/secondModel.ts";
import { secondOption, secondTooltip } from "#src/features/acquisition/secondOption.ts";
import { strings } from "#src/features/acquisition/strings.ts";
import { paybackTrendOption, trendTooltip } from "#src/features/acquisition/trendOption.ts";
import { pointCount } from "#src/ui/chartPoint.ts";
import { createFormat } from "#src/ui/format.ts";
import { TOKENS } from "#test/features/overview/tokens.ts";

import { BARE, NAMELESS, REFERRAL, RESULT, SEARCH } from "./answers.ts";

const en: Spoken = { words: strings.en, format: createFormat({ language: "en" }) };

describe("CAC against LTV", () => {
  const model = scatterModel(RESULT.groups);

  test("draws the groups that are known and large enough, the large ones below", () => {
    expect(model.points.map(({ name }) => name)).toEqual(["search", "referral"]);
    expect(model.leftOut).toBe(1);
    expect(scatterModel([NAMELESS]).points).toHaveLength(1);
    expect(scatterModel(BARE.groups).points).toEqual([]);
  });

  test("gives a circle the area of its lenders", () => {
    const [search, referral] = model.points;
    const areas = ((referral?.diameterPx ?? 0) / (search?.diameterPx ?? 1)) ** 2;
    expect(areas).toBeCloseTo(100 / 140);
  });

  test("ends the lines on the edge of the plot", () => {
    const axes = { right: { max: 1_000, interval: 200 }, top: { max: 1_500, interval: 500 } };
    expect(lineEnd(axes, 1)).toEqual([1_000, 1_000]);
    expect(lineEnd(axes, 3)).toEqual([500, 1_500]);
  });

  test("can be read point by point, with the observed part beside the projected one", () => {
    const option = scatterOption(model, "channel", en)(TOKENS);
    expect(pointCount(option)).toBe(2);
    expect(scatterTooltip(model, { by: "channel", at: 1 }, en)).toMatchObject({
      title: "referral",
      rows: [{ value: "¥720.00 e" }, { value: "¥360.00" }, { value: "¥200.00" }, { value: "100" }],
      total: { value: "3.60×" },
    });
    expect(scatterTooltip(model, { by: "channel", at: 2 }, en)).toBeNull();
  });

  test("reaches down where a group has lost money", () => {
    const { bottom, top } = scatterModel([{ ...SEARCH, observedValue: -5_000 }]);
    expect(bottom).toBeLessThanOrEqual(-5_000);
    expect(Math.abs(bottom % top.interval)).toBe(0);
  });
});

describe("names beside circles", () => {
  const plot = { left: 0, right: 400, top: 0, bottom: 300 };

  test("stand right of the circle, else left, and give way at the edge", () => {
    const alone = { y: 100, radius: 10, widthPx: 50 };
    expect(labelPlaces([{ ...alone, x: 100 }], plot, [])).toEqual([{ x: 114, y: 100 }]);
    expect(labelPlaces([{ ...alone, x: 380 }], plot, [])).toEqual([{ x: 316, y: 100 }]);
    expect(labelPlaces([{ ...alone, x: 200, widthPx: 500 }], plot, [])).toEqual([null]);
  });

  test("never meet each other, whatever the circles", () => {
    const circle = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      radius: fc.integer({ min: 4, max: 18 }),
      widthPx: fc.integer({ min: 10, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(circle, { maxLength: 12 }), (circles) => {
        const boxes = labelPlaces(circles, plot, []).flatMap((place, at) =>
          place === null ? [] : [{ ...place, end: place.x + (circles[at]?.widthPx ?? 0) }],
        );
        for (const [at, a] of boxes.entries()) {
          for (const b of boxes.slice(at + 1)) {
            expect(a.x < b.end && b.x < a.end && Math.abs(a.y - b.y) < 14).toBe(false);
          }
        }
      }),
    );
  });
});

describe("LTV against CAC", () => {
  const model = curveModel(REFERRAL, false);

  test("begins with nothing and stands at the end of each month", () => {
    expect(model.values).toEqual([0, 5_000, 12_000, 19_000, 27_000, 36_000]);
    expect(model.months).toBe(5);
  });

  test("is solid while three cohorts stand behind it, without a gap", () => {
    expect(model.solid).toEqual([0, 5_000, 12_000, 19_000, null, null]);
    expect(model.thin).toEqual([null, null, null, 19_000, 27_000, 36_000]);
    expect(curveModel(REFERRAL, true).solid).toEqual(model.values);
  });

  test("meets its CAC at the payback: the value there is the cost", () => {
    const at = model.payback ?? 0;
    const [below, above] = [model.values[Math.floor(at)] ?? 0, model.values[Math.ceil(at)] ?? 0];
    expect(below + (above - below) * (at - Math.floor(at))).toBeCloseTo(model.cost ?? 0);
  });

  test("marks the payback only where there is one", () => {
    const ids = (one: typeof REFERRAL) =>
      (curveOption({ model: curveModel(one, false), months: 5 }, en)(TOKENS).series as CustomSeriesOption[]).map(
        ({ id }) => id,
      );
    expect(ids(REFERRAL)).toEqual(["thin", "curve", "payback"]);
    expect(ids(SEARCH)).toEqual(["thin", "curve"]);
    expect(curveTooltip(model, 2, en)).toMatchObject({
      title: "2 months from the start",
      total: { value: "0.60×" },
      note: "4 cohorts, 100 lenders",
    });
  });

  test("shows the six largest groups with a curve, small ones only where there is no other", () => {
    expect(drawnGroups(RESULT.groups).map(({ name }) => name)).toEqual(["search", "referral"]);
    expect(drawnGroups([NAMELESS])).toEqual([NAMELESS]);
    expect(drawnGroups(BARE.groups)).toEqual([]);
    const many = Array.from({ length: 9 }, (_, at) => ({ ...REFERRAL, name: `${at}`, newLenders: 20 + at }));
    expect(drawnGroups(many).map(({ name }) => name)).toEqual(["3", "4", "5", "6", "7", "8"]);
  });
});

describe("time to the second lend", () => {
  const model = secondModel(RESULT.timeToSecond);

  test("holds each step until the next, from nobody on day 0", () => {
    expect(model.share).toEqual([0, 0, 0.25, 0.25, 0.25, 0.6]);
    expect(model.atRisk).toEqual([100, 100, 100, 100, 100, 75]);
    expect(model.events).toEqual([0, 0, 25, 0, 0, 35]);
  });

  test("stacks the band on its lower end", () => {
    const series = secondOption(model, en)(TOKENS).series as { data: number[]; stack?: string }[];
    expect(series.map(({ stack }) => stack)).toEqual(["band", "band", undefined]);
    expect((series[0]?.data[5] ?? 0) + (series[1]?.data[5] ?? 0)).toBeCloseTo(0.7);
    expect(secondTooltip(model, 5, en)?.rows.map(({ value }) => value)).toEqual(["60.0%", "50.0% – 70.0%", "35", "75"]);
  });

  test("is empty before anybody lent again", () => {
    expect(secondModel({ ...RESULT.timeToSecond, points: [], events: 0 }).share).toEqual([]);
  });
});

test("a month that is not paid back is an outline as high as it is old", () => {
  const [bars] = paybackTrendOption(RESULT.trend, en)(TOKENS).series as { data: unknown[] }[];
  expect(bars?.data[0]).toBe(2.5);
  expect(bars?.data[1]).toMatchObject({ value: 2, itemStyle: { borderWidth: 1 } });
  expect(trendTooltip(RESULT.trend, 1, en)?.rows.map(({ value }) => value)).toEqual(["¥700.00", "> 2", "123"]);
  expect(trendTooltip(BARE.trend, 1, en)?.rows.map(({ value }) => value)).toEqual(["—", "—", "123"]);
});
