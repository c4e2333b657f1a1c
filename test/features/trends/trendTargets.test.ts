import { expect, test } from "vitest";

import type { Grain } from "#src/domain/calendar.ts";
import { bucketsOf } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import type { TargetMetric } from "#src/engine/protocol.ts";
import { choicesOf } from "#src/features/trends/choices.ts";
import type { TrendAnswer } from "#src/features/trends/queries.ts";
import { strings } from "#src/features/trends/strings.ts";
import { trendModel, type TrendModel } from "#src/features/trends/trendModel.ts";
import { trendOption } from "#src/features/trends/trendOption.ts";
import { TRENDS, type TrendId } from "#src/features/trends/trendSpecs.ts";
import { trendTable } from "#src/features/trends/trendTable.ts";
import { trendTargets } from "#src/features/trends/trendTargets.ts";
import { trendTooltip } from "#src/features/trends/trendTooltip.ts";
import { createFormat } from "#src/ui/format.ts";
import { BASIS, seriesResult } from "#test/features/overview/answers.ts";
import { AS_OF } from "#test/features/overview/screen.tsx";
import { TOKENS } from "#test/features/overview/tokens.ts";
import { targetOf } from "#test/features/targets/answers.ts";

/** 2026-09-10: September is cut, November runs until the 20th. */
const FROM = epochDay(20_706);
const english = { words: strings.en, format: createFormat({ language: "en" }) };

function modelOf(
  id: TrendId,
  grain: Grain,
  change: { draw?: "lines"; scale?: "shares"; from?: number } = {},
): TrendModel {
  const spec = TRENDS.find((trend) => trend.id === id);
  if (!spec) throw new Error(`no trend ${id}`);
  const period = { from: epochDay(change.from ?? FROM), to: AS_OF };
  const buckets = bucketsOf(period, grain, 1).map(({ from, to }) => ({
    from: epochDay(Math.max(from, period.from)),
    to: epochDay(Math.min(to, AS_OF)),
    complete: (from >= period.from || period.from === FROM) && to <= AS_OF,
  }));
  const parts = { volumeNew: 10_00, volumeReturning: 20_00, exitsScheduled: 5_00 };
  const { points, total, basis } = seriesResult({ opening: 100_00, days: buckets.map(() => parts) });
  const filter = { products: [], channels: [] };
  const args = { period, grain, filter, comparison: "none", rolling: 0, lenders: false } as const;
  const answer: TrendAnswer = { args, basis, total, buckets, points, days: undefined, comparison: null };
  const drawn = trendModel(answer, spec, choicesOf({ draw: change.draw, scale: change.scale, rolling: undefined }));
  return { ...drawn, targets: trendTargets(drawn, { basis: BASIS, targets: TARGETS }, FROM) };
}

const goal = (month: string, metric: TargetMetric, target: number) =>
  targetOf({ in: `${month}-01`, metric, metricName: metric, target });

const TARGETS = [
  goal("2026-09", "volume", 25_00),
  goal("2026-10", "volume", 30_00),
  goal("2026-11", "volume", 40_00),
  goal("2026-10", "volume_new", 12_00),
  goal("2026-10", "volume_returning", 18_00),
  goal("2026-11", "outstanding", 200_00),
];

test("a flow's target stands beside months: a first month cut by the ledger too, a month cut by the period not", () => {
  expect(modelOf("volume", "month").targets).toEqual([
    { measure: "volume", tone: "volume", values: [25_00, 30_00, 40_00] },
  ]);
  expect(modelOf("volume", "month", { from: FROM + 2 }).targets[0]?.values).toEqual([null, 30_00, 40_00]);
  expect(modelOf("volume", "week").targets).toEqual([]);
  expect(modelOf("volume", "month", { scale: "shares" }).targets).toEqual([]);
});

test("lines have the targets of their own measures", () => {
  expect(modelOf("volume", "month", { draw: "lines" }).targets.map(({ measure, values }) => [measure, values])).toEqual(
    [
      ["volumeNew", [null, 12_00, null]],
      ["volumeReturning", [null, 18_00, null]],
    ],
  );
});

test("the balance has its month's target at any grain", () => {
  const { targets, buckets } = modelOf("outstanding", "week");
  const [line] = targets;
  const november = buckets.map(({ to }) => (to >= 20_758 ? 200_00 : null));
  expect(line?.values).toEqual(november);
});

test("a target is a dotted step, and is in the tooltip and the table", () => {
  const model = modelOf("volume", "month");
  const series = trendOption({ model, ...english }, TOKENS).series;
  expect(Array.isArray(series) ? series.at(-1) : undefined).toMatchObject({
    id: "volume-target",
    name: "Target",
    step: "middle",
    lineStyle: { width: 1, type: [2, 4] },
  });
  expect(trendTooltip({ model, ...english }, 1)?.rows.at(-1)).toMatchObject({ name: "Target", value: "¥30.00" });
  const table = trendTable(model, english.words, english.format);
  const place = table.columns.findIndex(({ label }) => label === "Target");
  expect(table.rows.map((row) => row[place])).toEqual([25_00, 30_00, 40_00]);
});
