import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { OverviewScreen } from "#src/features/overview/OverviewScreen.tsx";

import { cohortResult, EMPTY, seriesResult, totals } from "./answers.ts";
import { AS_OF, drawScreen, FIRST_DAY } from "./screen.tsx";

const DAYS = [
  { volumeNew: 300_00, volumeReturning: 500_00, exitsScheduled: 150_00, exitsEarly: 50_00 },
  { volumeNew: 100_00, volumeReturning: 100_00, exitsScheduled: 40_00 },
];
const READY = {
  series: () =>
    Promise.resolve(seriesResult({ opening: 1_000_00, days: DAYS, before: totals(900_00, { volumeNew: 800_00 }) })),
  cohorts: () => Promise.resolve(cohortResult(0.8, 0.9)),
};

const PANELS = ["Balance and flows", "What moved the balance", "Retention by month of first lend"];

test("while figures are computed every panel holds its place", async () => {
  await drawScreen(<OverviewScreen />, { methods: {} });
  expect(screen.getAllByRole("status")).toHaveLength(4);
  for (const name of PANELS) expect(screen.getByRole("region", { name })).toBeDefined();
});

test("a panel that failed says so and can be tried again", async () => {
  let calls = 0;
  const series = () => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error("cube is broken")) : READY.series();
  };
  await drawScreen(<OverviewScreen />, { methods: { ...READY, series } });
  const [alert] = await screen.findAllByRole("alert");
  within(alert ?? document.body)
    .getByRole("button", { name: "Try again" })
    .click();
  expect(await screen.findByRole("button", { name: /^Outstanding ¥1,?760: see rows$/ })).toBeDefined();
});

test("a period without data says how to choose another", async () => {
  const series = () => Promise.resolve(EMPTY);
  const cohorts = () => Promise.resolve({ ...cohortResult(1, 1), groups: [] });
  await drawScreen(<OverviewScreen />, { methods: { series, cohorts } });
  expect(await screen.findAllByText("No days with data in this period")).toHaveLength(3);
  expect(await screen.findByText("No cohort has a complete month yet")).toBeDefined();
});

test("without any data the screen says what it needs", async () => {
  await drawScreen(<OverviewScreen />, { methods: READY, status: { asOf: null, firstDay: null } });
  expect(screen.getByText("No data yet")).toBeDefined();
});

test("the tree is drawn as the formula, and its figures lead to their rows", async () => {
  const { asked } = await drawScreen(<OverviewScreen />, { methods: READY });
  const tree = within(await screen.findByRole("region", { name: "North-star tree" }));
  (await tree.findByRole("button", { name: /^Outstanding ¥1,?760/ })).click();
  tree.getByRole("button", { name: /^Returning ¥600.00/ }).click();
  tree.getByRole("button", { name: "See rows" }).click();
  expect(asked.map(({ where: { period, newness } }) => ({ period, newness }))).toEqual([
    { period: { from: FIRST_DAY, to: AS_OF }, newness: undefined },
    { period: { from: AS_OF - 1, to: AS_OF }, newness: "returning" },
    { period: { from: AS_OF - 1, to: AS_OF }, newness: undefined },
  ]);
  expect(tree.getByText(/^Outstanding rose ¥760.00 \(76.0% of the opening balance\) to ¥1,?760\./)).toBeDefined();
});

test("VO1: a figure's definition shows the parts that it was made of", async () => {
  await drawScreen(<OverviewScreen />, { methods: READY });
  (await screen.findByRole("button", { name: "How is Volume computed?" })).click();
  const popover = within(await screen.findByRole("dialog", { name: "How is Volume computed?" }));
  expect(popover.getByText("Volume = new + returning")).toBeDefined();
  expect(popover.getByText("VO1")).toBeDefined();
  expect(popover.getByText("1,234 ledger rows")).toBeDefined();
  expect(popover.getByText("¥600")).toBeDefined();
});

test("the grain of the chart goes into the link", async () => {
  const { search } = await drawScreen(<OverviewScreen />, { methods: READY });
  (await screen.findByRole("radio", { name: "Week" })).click();
  await expect.poll(search).toBe("?g=week");
});

test("RT1: lending again is never shown without holding", async () => {
  const { asked } = await drawScreen(<OverviewScreen />, { methods: READY });
  expect(await screen.findAllByRole("grid")).toHaveLength(1);
  const panel = within(screen.getByRole("region", { name: "Retention by month of first lend" }));
  panel.getByRole("radio", { name: "Holding and lent again" }).click();
  await expect.poll(() => panel.getAllByRole("grid").length).toBe(2);
  panel.getAllByRole("button", { name: /^Sep 26, M1: 80%/ })[0]?.click();
  expect(asked[0]?.where.cohort).toEqual({ from: 20_697, to: 20_726 });
});

test("the link to Cohorts keeps the search", async () => {
  await drawScreen(<OverviewScreen />, { methods: READY, search: "?p=30d&cmp=none" });
  const link = await screen.findByRole("link", { name: "Open in Cohorts" });
  expect(link.getAttribute("href")).toBe("/cohorts?p=30d&cmp=none");
});

test("until the warm-up is over the split of new and returning is flagged", async () => {
  await drawScreen(<OverviewScreen />, { methods: READY, status: { warmUpUntil: AS_OF } });
  expect(await screen.findAllByRole("button", { name: /^History begins before the files do/ })).toHaveLength(2);
});

test("in Chinese the same figures stand under Chinese names", async () => {
  await drawScreen(<OverviewScreen />, { methods: READY, language: "zh" });
  expect(await screen.findByRole("button", { name: /^成交额 ¥1,?000：查看明细$/ })).toBeDefined();
  expect(screen.getByText(/^待收增加 ¥760.00（期初的 76.0%），期末为 ¥1,?760。/)).toBeDefined();
});
