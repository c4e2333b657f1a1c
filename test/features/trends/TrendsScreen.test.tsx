import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { TrendsScreen } from "#src/features/trends/TrendsScreen.tsx";
import type { LenderSeriesResult, SeriesArgs } from "#src/engine/protocol.ts";
import { EMPTY, seriesResult, totals } from "#test/features/overview/answers.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

const SERIES = seriesResult({
  opening: 1_000_00,
  days: [{ volumeNew: 300_00, volumeReturning: 500_00, exitsScheduled: 150_00, lends: 4 }],
  before: totals(900_00, {}),
});
const COUNTS: LenderSeriesResult = {
  basis: SERIES.basis,
  buckets: SERIES.buckets,
  points: {
    newLenders: [2],
    lendingLenders: [3],
    lendersHolding: [9],
    averageBalance: [183_33.3],
    averageLend: [200_00],
  },
  comparison: null,
};
const READY = { series: () => Promise.resolve(SERIES), lenderSeries: () => Promise.resolve(COUNTS) };

const TITLES = [
  "Volume",
  "Exits",
  "Outstanding",
  "Net inflow",
  "Lenders lending",
  "Lenders holding",
  "Average lend",
  "Average balance",
];

test("while trends are computed every panel holds its place", async () => {
  await drawScreen(<TrendsScreen />, { methods: {} });
  expect(screen.getAllByRole("status")).toHaveLength(8);
  expect(screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)).toEqual(TITLES);
});

test("a trend that failed says so, and the others go on", async () => {
  const lenderSeries = () => Promise.reject(new Error("out of memory"));
  await drawScreen(<TrendsScreen />, { methods: { ...READY, lenderSeries } });
  expect(await screen.findAllByRole("alert")).toHaveLength(4);
  expect(
    await screen.findByLabelText(/^Volume, Nov 20, 2026\. Last: New ¥300.00 and Returning ¥500.00$/),
  ).toBeDefined();
});

test("a period without data says how to choose another", async () => {
  await drawScreen(<TrendsScreen />, {
    methods: { series: () => Promise.resolve(EMPTY), lenderSeries: () => Promise.resolve({ ...COUNTS, buckets: [] }) },
  });
  await expect.poll(() => screen.queryAllByText("No days with data in this period").length).toBe(8);
});

test("without any data the screen says what it needs", async () => {
  await drawScreen(<TrendsScreen />, { methods: READY, status: { asOf: null, firstDay: null } });
  expect(screen.getByText("No data yet")).toBeDefined();
});

test("choices go into the link and come from it", async () => {
  const { search } = await drawScreen(<TrendsScreen />, { methods: READY, search: "?rolling=7" });
  expect(screen.getByRole("radio", { name: "7 days" })).toHaveProperty("checked", true);
  fireEvent.click(screen.getByRole("radio", { name: "Shares" }));
  await expect.poll(search).toBe("?rolling=7&scale=shares");
  expect(await screen.findAllByText("Average a day over the 7 days to each point")).toHaveLength(4);
});

test("a rolling average asks for the days before the period", async () => {
  const asked: SeriesArgs[] = [];
  const series = (args: SeriesArgs) => {
    asked.push(args);
    return Promise.resolve(SERIES);
  };
  await drawScreen(<TrendsScreen />, { methods: { ...READY, series }, search: "?rolling=28&cmp=none" });
  const { to } = SERIES.total.period;
  await expect.poll(() => asked.some(({ grain, period }) => grain === "day" && period.from === to - 27)).toBe(true);
});

test("a figure's definition leads to its rows", async () => {
  const { asked } = await drawScreen(<TrendsScreen />, { methods: READY });
  fireEvent.click(await screen.findByRole("button", { name: "How is Lenders holding computed?" }));
  const popover = within(await screen.findByRole("dialog", { name: "How is Lenders holding computed?" }));
  fireEvent.click(popover.getByRole("button", { name: "See rows" }));
  expect(asked[0]?.title).toBe("Holding · to Nov 20, 2026");
});

test("in Chinese the same panels stand under Chinese names", async () => {
  await drawScreen(<TrendsScreen />, { methods: READY, language: "zh" });
  expect(await screen.findByText("每日，按新老用户")).toBeDefined();
  expect(screen.getByRole("region", { name: "人均待收" })).toBeDefined();
});
