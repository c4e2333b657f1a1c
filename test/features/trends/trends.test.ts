import { expect, test } from "vitest";

import { choiceChange, choicesOf } from "#src/features/trends/choices.ts";
import type { TrendAnswer } from "#src/features/trends/queries.ts";
import { valuesOf } from "#src/features/trends/rolling.ts";
import { strings } from "#src/features/trends/strings.ts";
import { trendModel } from "#src/features/trends/trendModel.ts";
import { trendOption } from "#src/features/trends/trendOption.ts";
import { rowsOfPoint } from "#src/features/trends/trendRows.ts";
import { TRENDS, type TrendId } from "#src/features/trends/trendSpecs.ts";
import { trendTable } from "#src/features/trends/trendTable.ts";
import { trendTooltip } from "#src/features/trends/trendTooltip.ts";
import { epochDay } from "#src/domain/units.ts";
import { createFormat } from "#src/ui/format.ts";
import { BASIS, seriesResult, totals, type Parts } from "#test/features/overview/answers.ts";
import { AS_OF, FIRST_DAY } from "#test/features/overview/screen.tsx";
import { TOKENS } from "#test/features/overview/tokens.ts";

const english = { words: strings.en, format: createFormat({ language: "en" }) };
const plain = choicesOf({ draw: undefined, scale: undefined, rolling: undefined });

function spec(id: TrendId) {
  const found = TRENDS.find((trend) => trend.id === id);
  if (!found) throw new Error(`no trend ${id}`);
  return found;
}

interface Asked {
  readonly days: readonly Parts[];
  readonly rolling?: 0 | 7 | 28;
  /** Days before the first that only a rolling average reads. */
  readonly earlier?: readonly Parts[];
  readonly open?: boolean;
}

function answer({ days, rolling = 0, earlier = [], open = false }: Asked): TrendAnswer {
  const series = seriesResult({ opening: 0, days, before: totals(0, {}), open });
  const daily = seriesResult({ opening: 0, days: [...earlier, ...days] });
  const filter = { products: [], channels: [] };
  const args = {
    period: series.total.period,
    grain: "day",
    filter,
    comparison: "previous",
    rolling,
    lenders: false,
  } as const;
  const comparison = series.comparison && { ...series.comparison, days: undefined };
  return { ...series, args, days: rolling === 0 ? undefined : daily, comparison };
}

const TWO_DAYS: readonly Parts[] = [
  { volumeNew: 30_00, volumeReturning: 70_00 },
  { volumeNew: 10_00, volumeReturning: 10_00 },
];

test("choices at their default stay out of the link", () => {
  expect(choiceChange({ draw: "stacked", scale: "totals", rolling: 0 })).toEqual({
    draw: undefined,
    scale: undefined,
    rolling: undefined,
  });
  expect(choicesOf({ draw: "lines", scale: "shares", rolling: "28" })).toEqual({
    draw: "lines",
    scale: "shares",
    rolling: 28,
  });
});

test("VO1: parts stand beside their whole", () => {
  const model = trendModel(answer({ days: TWO_DAYS }), spec("volume"), plain);
  expect(model.lines.map(({ values }) => values)).toEqual([
    [30_00, 10_00],
    [70_00, 10_00],
  ]);
  expect(model.whole?.values).toEqual([100_00, 20_00]);
});

test("shares divide each part by the whole, and are null where there is none", () => {
  const model = trendModel(answer({ days: [...TWO_DAYS, {}] }), spec("volume"), { ...plain, scale: "shares" });
  expect(model.lines.map(({ values }) => values)).toEqual([
    [0.3, 0.5, null],
    [0.7, 0.5, null],
  ]);
  expect(model.unit).toBe("ratio");
});

test("shares and stacks do not apply to what does not add up", () => {
  const model = trendModel(answer({ days: TWO_DAYS }), spec("outstanding"), { ...plain, scale: "shares" });
  expect(model).toMatchObject({ unit: "money", draw: "lines" });
});

test("exits that never occur have no series", () => {
  const model = trendModel(answer({ days: [{ exitsScheduled: 1 }] }), spec("exits"), plain);
  expect(model.lines.map(({ measure }) => measure)).toEqual(["exitsScheduled", "exitsEarly"]);
});

const SEVEN: readonly Parts[] = [10, 20, 30, 40, 50, 60, 70].map((volumeNew) => ({ volumeNew, lends: 2 }));

test("a rolling average of flows is the mean of the days that end with the point", () => {
  const rolled = answer({ days: SEVEN.slice(5), earlier: SEVEN.slice(0, 5), rolling: 7 });
  const [part] = spec("volume").parts;
  expect(part && valuesOf(part, rolled, 7)).toEqual([null, 40]);
});

test("a rolling average of quotients divides sum by sum", () => {
  const rolled = answer({ days: SEVEN.slice(6), earlier: SEVEN.slice(0, 6), rolling: 7 });
  const part = { measure: "averageLend", tone: "volume", quotient: ["volume", "lends"] } as const;
  expect(valuesOf(part, rolled, 7)).toEqual([20]);
});

test("a rolling average is not cut by a bucket that is not over", () => {
  const model = trendModel(answer({ days: SEVEN, rolling: 7, open: true }), spec("volume"), plain);
  expect(model.isOpen(6)).toBe(false);
  expect(trendTooltip({ model, ...english }, 6)?.note).toBe("Over 7 days");
});

test("a bucket that is not over is drawn as an outline and said so", () => {
  const model = trendModel(answer({ days: TWO_DAYS, open: true }), spec("volume"), plain);
  const option = trendOption({ model, ...english }, TOKENS);
  expect(option.series).toMatchObject([
    { id: "volumeNew", stack: "parts", data: [30_00, { value: 10_00, itemStyle: { borderWidth: 1 } }] },
    { id: "volumeReturning" },
    { id: "whole-before", lineStyle: { type: [3, 3] } },
  ]);
  expect(trendTooltip({ model, ...english }, 1)?.note).toBe("Cut by the period or not over yet");
});

test("lines carry a dashed comparison each", () => {
  const model = trendModel(answer({ days: TWO_DAYS }), spec("volume"), { ...plain, draw: "lines" });
  const option = trendOption({ model, ...english }, TOKENS);
  expect(option.series).toMatchObject([
    { id: "volumeNew", type: "line" },
    { id: "volumeReturning", type: "line" },
    { id: "volumeNew-before", lineStyle: { type: [3, 3] } },
    { id: "volumeReturning-before", lineStyle: { type: [3, 3] } },
  ]);
});

test("the tooltip ends in the whole, in both languages", () => {
  const model = trendModel(answer({ days: TWO_DAYS }), spec("volume"), plain);
  expect(trendTooltip({ model, ...english }, 0)?.total).toEqual({ name: "Volume", value: "¥100.00" });
  const chinese = { words: strings.zh, format: createFormat({ language: "zh" }) };
  expect(trendTooltip({ model, ...chinese }, 0)).toMatchObject({
    title: "2026年11月19日 周四",
    total: { name: "成交额", value: "¥100.00" },
  });
});

test("the table twin sets each series beside its comparison", () => {
  const table = trendTable(
    trendModel(answer({ days: TWO_DAYS }), spec("volume"), plain),
    english.words,
    english.format,
  );
  expect(table.columns.map(({ label }) => label)).toEqual([
    "Day",
    "New",
    "New, previous",
    "Returning",
    "Returning, previous",
    "Volume",
    "Volume, previous",
  ]);
  expect(table.rows[0]?.slice(1)).toEqual([30_00, 30_00, 70_00, 70_00, 100_00, 100_00]);
});

const book = { filter: { products: [], channels: [] }, basis: BASIS, firstDay: FIRST_DAY };
const bucket = { from: epochDay(AS_OF - 1), to: AS_OF };

test("a point leads to the rows of its bucket, or of the days that it averages", () => {
  expect(rowsOfPoint({ measure: "exitsEarly", bucket, rolling: 0 }, book)).toMatchObject({
    period: bucket,
    types: ["early_exit"],
  });
  expect(rowsOfPoint({ measure: "exitsEarly", bucket, rolling: 7 }, book).period).toEqual({
    from: AS_OF - 6,
    to: AS_OF,
  });
});

test("OB1: a point of a stock leads to every row up to its day", () => {
  expect(rowsOfPoint({ measure: "outstanding", bucket, rolling: 0 }, book).period).toEqual({
    from: FIRST_DAY,
    to: AS_OF,
  });
});

test("NR3: new lenders lead to the lenders whose first lend lies in the bucket", () => {
  expect(rowsOfPoint({ measure: "newLenders", bucket, rolling: 0 }, book).cohort).toEqual(bucket);
});
