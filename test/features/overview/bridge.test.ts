import { expect, test } from "vitest";

import { bridgeModel } from "#src/features/overview/bridgeModel.ts";
import { bridgeOption, bridgeTooltip } from "#src/features/overview/bridgeOption.ts";
import { bridgeTable } from "#src/features/overview/BridgePanel.tsx";
import { strings } from "#src/features/overview/strings.ts";
import { createFormat } from "#src/ui/format.ts";

import { totals, type Parts } from "./answers.ts";
import { TOKENS } from "./tokens.ts";

const EVERY_TERM: Parts = {
  volumeNew: 3_000_01,
  volumeReturning: 7_000_02,
  transfersNet: -11,
  openings: 500_07,
  exitsScheduled: 2_000_03,
  exitsEarly: 900_09,
  exitsCompensated: 40_01,
  exitsTransferred: 30_02,
  writeOffs: 99,
};

const drawing = (opening: number, parts: Parts) => ({
  model: bridgeModel(totals(opening, parts)),
  words: strings.en,
  format: createFormat({ language: "en" }),
});

test("OB1: every step begins where the one before ended, and the last is the closing balance", () => {
  const total = totals(10_000_00, EVERY_TERM);
  const { steps } = bridgeModel(total);
  const flows = steps.slice(1, -1);
  expect(flows.map(({ from }) => from)).toEqual(steps.slice(0, -2).map(({ to }) => to));
  expect(flows.at(-1)?.to).toBe(total.closing);
  expect(steps.at(-1)?.to).toBe(total.closing);
});

test("OB1: steps that are zero are left out, but for the core ones", () => {
  const { steps } = bridgeModel(totals(10_000_00, { volumeNew: 5_000_00 }));
  expect(steps.map(({ id }) => id)).toEqual(["opening", "new", "returning", "scheduled", "early", "closing"]);
});

test("bars stand on zero while flows can be told apart", () => {
  expect(bridgeModel(totals(10_000_00, { volumeNew: 2_000_00 })).floor).toBeNull();
});

test("the axis is broken below the bars where flows are under 15 % of the balance", () => {
  const { floor } = bridgeModel(totals(10_000_00, { volumeNew: 1_000_00, exitsScheduled: 400_00 }));
  expect(floor).toBeGreaterThan(0);
  expect(floor).toBeLessThan(10_000_00);
});

test("the axis is never broken where the balance crosses zero", () => {
  expect(bridgeModel(totals(10_00, { exitsScheduled: 11_00 })).floor).toBeNull();
});

test("up to seven steps stand, more lie", () => {
  const standing = bridgeOption(drawing(10_000_00, { volumeNew: 1_00 }), TOKENS);
  const lying = bridgeOption(drawing(10_000_00, EVERY_TERM), TOKENS);
  expect(standing.xAxis).toMatchObject({ type: "category" });
  expect(lying.yAxis).toMatchObject({ type: "category", inverse: true });
});

test("the tooltip is exact to the fen", () => {
  expect(bridgeTooltip(drawing(10_000_00, EVERY_TERM), 1)).toEqual({
    title: "New",
    rows: [{ name: "Amount", value: "+¥3,000.01", tone: "new" }],
    total: { name: "Balance after", value: "¥13,000.01" },
  });
});

test("the table twin adds up to the closing balance", () => {
  const total = totals(10_000_00, EVERY_TERM);
  const { rows } = bridgeTable(bridgeModel(total), strings.en, "Nov 2026");
  const amounts = rows.slice(0, -1).map(([, amount]) => Number(amount));
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total.closing);
});
