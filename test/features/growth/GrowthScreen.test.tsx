import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { GrowthScreen } from "#src/features/growth/GrowthScreen.tsx";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { GROWTH, month, STATES } from "./answers.ts";

const methods = { growth: () => Promise.resolve(GROWTH), lenderStates: () => Promise.resolve(STATES) };

test("while it is computed the panels keep their places", async () => {
  await drawScreen(<GrowthScreen />, { methods: {} });
  const names = (await screen.findAllByRole("heading", { level: 2 })).map(({ textContent }) => textContent);
  expect(names).toEqual(["Growth accounting", "Quick ratio", "Balance retention", "Lender states"]);
  expect(screen.getAllByRole("status")).toHaveLength(4);
});

test("a fault of one panel leaves the other", async () => {
  await drawScreen(<GrowthScreen />, { methods: { ...methods, growth: () => Promise.reject(new Error("no book")) } });
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
  expect(screen.getByRole("button", { name: /^Holding/ })).toBeDefined();
});

test("without a complete month it says when there will be one", async () => {
  await drawScreen(<GrowthScreen />, {
    methods: { ...methods, growth: () => Promise.resolve({ ...GROWTH, rows: [] }) },
  });
  expect(await screen.findByText("No complete month yet")).toBeDefined();
});

test("a filter that leaves nothing is named as the cause", async () => {
  await drawScreen(<GrowthScreen />, {
    methods: { ...methods, growth: () => Promise.resolve({ ...GROWTH, rows: [] }) },
    search: "?channels=nobody",
  });
  expect(await screen.findByText("No lender of this filter has lent in a complete month")).toBeDefined();
});

test("GA1: the table shows the identity, newest month first", async () => {
  await drawScreen(<GrowthScreen />, { methods });
  const table = await screen.findByRole("table");
  const rows = within(table).getAllByRole("row");
  expect(rows[1]?.textContent).toBe(
    "Oct 2026¥5,000.00¥1,000.00¥500.00¥300.00¥800.00¥1,200.00¥4,800.00−¥200.000.90×66.0%",
  );
  expect(rows[2]?.textContent).toContain("Sep 2026");
});

test("a figure of the table leads to its rows", async () => {
  const { asked } = await drawScreen(<GrowthScreen />, { methods, search: "?products=30" });
  fireEvent.click(await screen.findByRole("button", { name: "¥1,200.00" }));
  expect(asked).toMatchObject([
    {
      title: "Churned, Oct 2026",
      where: { growth: { month: month(1), class: "churned" }, filter: { products: ["30"] } },
    },
  ]);
});

test("the table counts lenders, too", async () => {
  const { asked } = await drawScreen(<GrowthScreen />, { methods });
  fireEvent.click(await screen.findByRole("radio", { name: "Lenders" }));
  const table = screen.getByRole("table");
  expect(within(table).getByRole("columnheader", { name: "Transient" })).toBeDefined();
  fireEvent.click(within(table).getAllByRole("button").at(-1)!);
  expect(asked[0]).toMatchObject({ where: { growth: { class: "transient" } } });
});

test("a lender state has its count, balance and meaning, and leads to its lenders' rows", async () => {
  const { asked } = await drawScreen(<GrowthScreen />, { methods });
  const holding = await screen.findByRole("button", {
    name: /^Holding.*neither at risk, new nor resurrected.*5 lenders.*¥3,800.*50\.0%$/,
  });
  fireEvent.click(holding);
  expect(asked[0]).toMatchObject({ title: "Rows of lenders: Holding", where: { lenderState: "holding" } });
  expect(screen.getByRole("button", { name: /^Never lent/ })).toHaveProperty("disabled", true);
});

test("it speaks Chinese", async () => {
  await drawScreen(<GrowthScreen />, { methods, language: "zh" });
  expect(await screen.findByRole("heading", { name: "增长核算" })).toBeDefined();
  expect(screen.getByRole("button", { name: /^在投.*5 人/ })).toBeDefined();
});
