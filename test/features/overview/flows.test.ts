import { expect, test } from "vitest";

import { cutOpen, flowsModel } from "#src/features/overview/flowsModel.ts";
import { flowsOption } from "#src/features/overview/flowsOption.ts";
import { flowsTable } from "#src/features/overview/flowsTable.ts";
import { flowsTooltip } from "#src/features/overview/flowsTooltip.ts";
import { strings } from "#src/features/overview/strings.ts";
import { createFormat } from "#src/ui/format.ts";

import { answered, seriesResult, totals, type Parts } from "./answers.ts";
import { TOKENS } from "./tokens.ts";

const DAYS: readonly Parts[] = [
  { volumeNew: 100_00, volumeReturning: 200_00, exitsScheduled: 50_00 },
  { volumeNew: 10_00, volumeReturning: 20_00, exitsScheduled: 300_00, exitsEarly: 5_00, writeOffs: 1_00 },
  { volumeReturning: 7_00 },
];
const english = { words: strings.en, format: createFormat({ language: "en" }) };
const chinese = { words: strings.zh, format: createFormat({ language: "zh" }) };

function model(open = false) {
  return flowsModel(answered(seriesResult({ opening: 1_000_00, days: DAYS, before: totals(0, {}), open })));
}

test("OB1: the net change of a bucket is the sum of its bars", () => {
  expect(model().netChange).toEqual([250_00, -276_00, 7_00]);
  expect(model().outstanding).toEqual([1_250_00, 974_00, 981_00]);
});

test("exits go down, and only terms that occur are drawn", () => {
  expect(model().bars.map(({ term, values }) => [term.id, values])).toEqual([
    ["new", [100_00, 10_00, 0]],
    ["returning", [200_00, 20_00, 7_00]],
    ["scheduled", [-50_00, -300_00, 0]],
    ["early", [0, -5_00, 0]],
    ["writeOffs", [0, -1_00, 0]],
  ]);
});

test("a bucket that is not over is cut from the line", () => {
  expect(cutOpen(model(true))).toEqual({ settled: [1_250_00, 974_00, null], open: [null, 974_00, 981_00] });
  expect(cutOpen(model()).open).toBeUndefined();
});

test("a bucket that is not over is said so in the tooltip", () => {
  expect(flowsTooltip({ model: model(true), ...english }, 2)).toMatchObject({
    note: "Cut by the period or not over yet",
  });
  expect(flowsTooltip({ model: model(true), ...english }, 1)).not.toHaveProperty("note");
});

test("the tooltip ends in the derived net change, in both languages", () => {
  expect(flowsTooltip({ model: model(), ...english }, 1)).toMatchObject({
    title: "Nov 19, 2026 Thu",
    total: { name: "Net change", value: "−¥276.00" },
  });
  expect(flowsTooltip({ model: model(), ...chinese }, 1)).toMatchObject({
    title: "2026年11月19日 周四",
    total: { name: "净变动", value: "−¥276.00" },
  });
});

test("line above, bars below, one cursor through both", () => {
  const option = flowsOption({ model: model(true), ...english }, TOKENS);
  expect(option.axisPointer).toEqual({ link: [{ xAxisIndex: "all" }] });
  expect(option.series).toMatchObject([
    { id: "outstanding", type: "line", xAxisIndex: 0 },
    { id: "outstanding-open", type: "line" },
    { id: "before", type: "line", lineStyle: { type: [3, 3] } },
    { id: "new", type: "bar", xAxisIndex: 1, stack: "flows" },
    { id: "returning" },
    { id: "scheduled" },
    { id: "early" },
    { id: "writeOffs" },
  ]);
});

test("the table twin has a row a bucket, exact, and says which is not over", () => {
  const table = flowsTable(model(true), english.words, english.format);
  expect(table.columns.map(({ label }) => label)).toEqual([
    "Day",
    "Outstanding",
    "Previous",
    "New",
    "Returning",
    "Scheduled",
    "Early",
    "Write-offs",
    "Net change",
    "Note",
  ]);
  expect(table.rows[1]?.slice(1)).toEqual([974_00, 974_00, 10_00, 20_00, -300_00, -5_00, -1_00, -276_00, ""]);
});
