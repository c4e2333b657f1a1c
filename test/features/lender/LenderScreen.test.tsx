import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import type { LenderArgs, LenderDetail } from "#src/engine/protocol.ts";
import { LenderScreen } from "#src/features/lender/LenderScreen.tsx";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { DETAIL, EVENTS } from "./answers.ts";

const search = "?id=lender-0001";

function answering(detail: LenderDetail | null) {
  return {
    lender: ({ withEvents }: LenderArgs) =>
      Promise.resolve(detail && { ...detail, events: withEvents ? EVENTS : null }),
  };
}

test("without an id it says that nobody is chosen, and leads to the list", async () => {
  await drawScreen(<LenderScreen />, { methods: {} });
  expect(await screen.findByText("No lender is chosen")).toBeDefined();
  expect(screen.getByRole("link", { name: "All lenders" }).getAttribute("href")).toMatch(/^\/lenders/);
});

test("an id of nobody is named as such", async () => {
  await drawScreen(<LenderScreen />, { methods: answering(null), search });
  expect(await screen.findByText("No lender has this id")).toBeDefined();
  expect(screen.queryByText("lender-0001")).toBeNull();
});

test("a fault is said", async () => {
  await drawScreen(<LenderScreen />, { methods: { lender: () => Promise.reject(new Error("no rows")) }, search });
  expect((await screen.findByRole("alert")).textContent).toContain("no rows");
});

test("the id is masked until it is asked for", async () => {
  await drawScreen(<LenderScreen />, { methods: answering(DETAIL), search });
  const show = await screen.findByRole("button", { name: "Show id" });
  expect(screen.getByRole("heading", { level: 2, name: "le••••01" })).toBeDefined();
  fireEvent.click(show);
  expect(screen.getByRole("heading", { level: 2, name: "lender-0001" })).toBeDefined();
});

test("the key figures are those of the lender's rows", async () => {
  await drawScreen(<LenderScreen />, { methods: answering(DETAIL), search });
  const tiles = await screen.findByLabelText("Key figures");
  const figures = within(tiles)
    .getAllByRole("definition")
    .map(({ textContent }) => textContent);
  expect(figures).toEqual([
    "¥1,500",
    "¥4,000",
    "¥5,500",
    "3 lend days",
    "¥4,000",
    "¥1,000 early",
    "¥12.34",
    "¥0",
    "¥0",
  ]);
});

test("the cohort leads to its lenders, and a missing file is named", async () => {
  await drawScreen(<LenderScreen />, { methods: answering(DETAIL), search });
  const link = await screen.findByRole("link", { name: /40 lenders, 12 hold now$/ });
  const href = decodeURIComponent(link.getAttribute("href") ?? "");
  expect(href).toMatch(/^\/lenders\?.*"firstLend":\{"from":20700,"to":20729\}/);
  expect(href).not.toContain("lender-0001");
  expect(screen.getByText(/^Drop a lenders file/)).toBeDefined();
});

test("with a lenders file nothing asks for one", async () => {
  await drawScreen(<LenderScreen />, { methods: answering(DETAIL), search, status: { tables: { lenders: 10 } } });
  await screen.findByLabelText("Key figures");
  expect(screen.queryByText(/^Drop a lenders file/)).toBeNull();
});

test("the lots are a list as well", async () => {
  await drawScreen(<LenderScreen />, { methods: answering(DETAIL), search });
  fireEvent.click(await screen.findByRole("radio", { name: "List" }));
  expect(screen.getByRole("grid", { name: "Lots" }).getAttribute("aria-rowcount")).toBe("4");
});

test("exits without a lot are said", async () => {
  await drawScreen(<LenderScreen />, { methods: answering({ ...DETAIL, orphans: 200_000 }), search });
  expect(await screen.findByText(/^¥2,000 of exits found no lot/)).toBeDefined();
});

test("events lead to all rows of the lender", async () => {
  const { asked } = await drawScreen(<LenderScreen />, { methods: answering(DETAIL), search });
  expect(await screen.findByText("The newest 2 of 5 rows")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "All rows" }));
  expect(asked).toEqual([{ title: "Events: le••••01", where: { lender: "lender-0001" } }]);
});

test("who only registered has a header and no history", async () => {
  const row: LenderDetail["row"] = { ...DETAIL.row, state: "never_lent", firstLendDay: null };
  const registered: LenderDetail = {
    ...DETAIL,
    row,
    lots: [],
    balance: [],
    eventCount: 0,
    totals: {},
    cohort: null,
  };
  await drawScreen(<LenderScreen />, { methods: answering(registered), search });
  expect(await screen.findByText("Never lent")).toBeDefined();
  expect(screen.getByText("Has not lent")).toBeDefined();
  expect(screen.queryByLabelText("Key figures")).toBeNull();
});

test("a lender of deposits alone has events and neither balance nor lots", async () => {
  const detail: LenderDetail = { ...DETAIL, lots: [], balance: [], totals: { deposit: 100 }, cohort: null };
  await drawScreen(<LenderScreen />, { methods: answering(detail), search });
  expect(await screen.findAllByText("Nothing was lent")).toHaveLength(2);
});

test("an account that is left out of figures says so", async () => {
  const detail = { ...DETAIL, row: { ...DETAIL.row, isInternal: true } };
  const settings = { ...DEFAULT_SETTINGS, leavesInternalOut: true };
  await drawScreen(<LenderScreen />, { methods: answering(detail), search, status: { settings } });
  expect(await screen.findByText(/left out of every figure/)).toBeDefined();
});

test("it speaks Chinese", async () => {
  await drawScreen(<LenderScreen />, { methods: answering(DETAIL), search, language: "zh" });
  expect(await screen.findByRole("link", { name: "全部出借人" })).toBeDefined();
  expect(screen.getByText("在投")).toBeDefined();
});
