import { expect, test } from "vitest";

import { rowsOfFigure } from "#src/features/overview/figureRows.ts";
import { treeModel, type TreeNodeModel } from "#src/features/overview/treeModel.ts";
import { epochDay } from "#src/domain/units.ts";

import { answered, seriesResult, totals } from "./answers.ts";
import { AS_OF, FIRST_DAY } from "./screen.tsx";

const ROUND = [
  { volumeNew: 300_00, volumeReturning: 500_00, exitsScheduled: 150_00, exitsEarly: 50_00 },
  { volumeNew: 100_00, volumeReturning: 100_00, openings: 70_00, writeOffs: 20_00, transfersNet: -5_00 },
];

const signed = ({ operator, value }: TreeNodeModel) => (operator === "−" ? -value : value);

test("OB1: the branches are the balance's formula, to the fen", () => {
  const tree = treeModel(answered(seriesResult({ opening: 1_000_00, days: ROUND })));
  expect(tree.branches.reduce((sum, node) => sum + signed(node), 0)).toBe(tree.closing);
  expect(tree.branches.map(({ id }) => id)).toEqual([
    "opening",
    "volume",
    "exits",
    "netTransfers",
    "openings",
    "writeOffs",
  ]);
});

test("VO1, EX1: the parts of volume and exits add up to them", () => {
  const { branches } = treeModel(answered(seriesResult({ opening: 0, days: ROUND })));
  for (const node of branches.filter(({ parts }) => parts.length > 0)) {
    expect(node.parts.reduce((sum, part) => sum + part.value, 0)).toBe(node.value);
    expect(node.parts.reduce((sum, part) => sum + (part.share ?? 0), 0)).toBeCloseTo(1);
  }
});

test("terms that are zero and not core have no node", () => {
  const { branches } = treeModel(answered(seriesResult({ opening: 5_00, days: [{ volumeNew: 1_00 }] })));
  expect(branches.map(({ id }) => id)).toEqual(["opening", "volume", "exits"]);
});

test("a figure is set against the comparison's, and has no ratio where that was zero", () => {
  const before = totals(500_00, { volumeNew: 200_00 });
  const tree = treeModel(answered(seriesResult({ opening: 1_000_00, days: ROUND, before })));
  const volume = tree.branches.find(({ id }) => id === "volume");
  expect(volume?.comparison).toEqual({ before: 200_00, ratio: 4 });
  expect(volume?.parts.find(({ id }) => id === "returning")?.comparison).toEqual({ before: 0, ratio: null });
});

test("a bucket that is not over does not bend the trends", () => {
  const days = [{ volumeNew: 1 }, { volumeNew: 2 }, { volumeNew: 3 }, { volumeNew: 1 }];
  const { branches } = treeModel(answered(seriesResult({ opening: 0, days, open: true })));
  expect(branches.find(({ id }) => id === "volume")?.values).toEqual([1, 2, 3]);
});

const asked = {
  period: { from: epochDay(AS_OF - 2), to: AS_OF },
  filter: { products: ["A"], channels: [] },
  switches: { newRule: "first_instant", transfers: "net" },
  firstDay: FIRST_DAY,
} as const;

test("OB1: a stock leads to every row since the first day", () => {
  expect(rowsOfFigure({ ...asked, figure: "closing" }).period).toEqual({ from: FIRST_DAY, to: AS_OF });
  expect(rowsOfFigure({ ...asked, figure: "opening" }).period).toEqual({ from: FIRST_DAY, to: AS_OF - 3 });
});

test("NR1: new volume leads to the new rows of volume alone", () => {
  expect(rowsOfFigure({ ...asked, figure: "new" })).toEqual({
    period: asked.period,
    filter: asked.filter,
    newness: "new",
    types: ["lend"],
  });
});

test("TR2: in the gross view transfers are volume and exits", () => {
  const gross = { ...asked, switches: { newRule: "first_day", transfers: "gross" } } as const;
  expect(rowsOfFigure({ ...gross, figure: "volume" }).types).toEqual(["lend", "transfer_in"]);
  expect(rowsOfFigure({ ...gross, figure: "exits" }).types).toContain("transfer_out");
  expect(rowsOfFigure({ ...asked, figure: "exits" }).types).not.toContain("transfer_out");
});
