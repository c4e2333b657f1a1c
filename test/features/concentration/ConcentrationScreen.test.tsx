import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import type { ConcentrationArgs, LendersArgs } from "#src/engine/protocol.ts";
import { ConcentrationScreen } from "#src/features/concentration/ConcentrationScreen.tsx";
import { lenderRow, lendersPage } from "#test/features/lenders/pages.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { CONCENTRATION, NOBODY, WITH_PRODUCTS } from "./answers.ts";

const concentration = ({ byProducts }: ConcentrationArgs) =>
  Promise.resolve(byProducts ? WITH_PRODUCTS : CONCENTRATION);

test("while it is computed the panels keep their places", async () => {
  await drawScreen(<ConcentrationScreen />, { methods: {} });
  const names = (await screen.findAllByRole("heading", { level: 2 })).map(({ textContent }) => textContent);
  expect(names).toEqual(["Lorenz curve", "By channel", "By product"]);
});

test("a fault is said, and can be tried again", async () => {
  await drawScreen(<ConcentrationScreen />, { methods: { concentration: () => Promise.reject(new Error("no book")) } });
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
});

test("KN1 KN2 KN3 KN4: every figure has its tile", async () => {
  await drawScreen(<ConcentrationScreen />, { methods: { concentration } });
  const tiles = await screen.findByLabelText("Concentration of outstanding");
  const figures = within(tiles)
    .getAllByRole("definition")
    .map(({ textContent }) => textContent);
  expect(figures).toEqual([
    "100.0%",
    "4 of 4 holding",
    "40.0%",
    "1 of 4 holding",
    "3,000",
    "of 4 holding",
    "0.250",
    "of 4 holding",
    "3.3",
    "of 4 holding",
  ]);
});

test("KN1: the share of the ten largest leads to them, within the filter", async () => {
  await drawScreen(<ConcentrationScreen />, { methods: { concentration }, search: "?channels=app" });
  const link = await screen.findByRole("link", { name: "The largest lenders: 4 of 4 holding" });
  expect(link.getAttribute("href")).toBe("/lenders?channels=app&sort=-balance");
});

test("an internal account among the ten largest is said, where they are counted", async () => {
  const lenders = (args: LendersArgs) => {
    const page = lendersPage(10, args);
    return Promise.resolve({ ...page, rows: [lenderRow(0, { isInternal: true }), ...page.rows.slice(1)] });
  };
  await drawScreen(<ConcentrationScreen />, { methods: { concentration, lenders }, status: { internalLenders: 1 } });
  expect(await screen.findByText(/among the ten largest lenders, 1 internal/)).toBeDefined();
  expect(screen.getByRole("link", { name: "Leave them out in settings" }).getAttribute("href")).toBe("/settings");
});

test("without one among them nothing is said of internal accounts", async () => {
  const asked: LendersArgs[] = [];
  const lenders = (args: LendersArgs) => (asked.push(args), Promise.resolve(lendersPage(10, args)));
  await drawScreen(<ConcentrationScreen />, { methods: { concentration, lenders }, status: { internalLenders: 1 } });
  await expect.poll(() => asked).toMatchObject([{ sort: { by: "balance", descending: true }, limit: 10 }]);
  expect(screen.queryByText(/internal/)).toBeNull();
});

test("the products wait for the rows while everything else is there", async () => {
  const methods = {
    concentration: ({ byProducts }: ConcentrationArgs) =>
      byProducts ? new Promise<never>(() => {}) : Promise.resolve(CONCENTRATION),
  };
  await drawScreen(<ConcentrationScreen />, { methods });
  expect(await screen.findByRole("grid", { name: "By channel" })).toBeDefined();
  expect(screen.queryByRole("grid", { name: "By product" })).toBeNull();
});

test("without a balance it says so, and names a filter as the cause", async () => {
  const methods = { concentration: () => Promise.resolve(NOBODY) };
  await drawScreen(<ConcentrationScreen />, { methods });
  expect(await screen.findByText("Nobody holds a balance")).toBeDefined();
});

test("a filter that leaves nobody is named as the cause", async () => {
  const methods = { concentration: () => Promise.resolve(NOBODY) };
  await drawScreen(<ConcentrationScreen />, { methods, search: "?channels=nowhere" });
  expect(await screen.findByText("No lender of this filter holds a balance")).toBeDefined();
});

test("it speaks Chinese", async () => {
  await drawScreen(<ConcentrationScreen />, { methods: { concentration }, language: "zh" });
  expect(await screen.findByRole("heading", { name: "洛伦兹曲线" })).toBeDefined();
  expect(screen.getAllByText("基尼系数").length).toBeGreaterThan(0);
});

test("the lines of the tables are reached by the keyboard", async () => {
  const { asked } = await drawScreen(<ConcentrationScreen />, { methods: { concentration } });
  const table = await screen.findByRole("grid", { name: "By product" });
  fireEvent.keyDown(table, { key: "Enter" });
  expect(asked).toMatchObject([
    { title: "Balance rows of P30", where: { filter: { products: ["P30"], channels: [] } } },
  ]);
});
