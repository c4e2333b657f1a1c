import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { accepted } from "#src/domain/result.ts";
import type { Segment } from "#src/domain/segments.ts";
import { DEFAULT_SETTINGS, type Settings } from "#src/domain/switches.ts";
import type { LendersArgs } from "#src/engine/protocol.ts";
import { lenderColumns } from "#src/features/lenders/lenderColumns.tsx";
import { LendersScreen } from "#src/features/lenders/LendersScreen.tsx";
import { createFormat } from "#src/ui/format.ts";
import { maskLender } from "#src/ui/maskLender.ts";
import { parseSearch } from "#src/view/search.ts";
import { drawScreen, STATUS, type ScreenOptions } from "#test/features/overview/screen.tsx";

import { lendersPage } from "./pages.ts";

const VIP: Segment = { id: "vip", name: "VIP", rules: { balance: { from: 10_000_000, to: null } } };

/** The screen over a list of so many lenders, with what was asked and what was saved. */
async function drawLenders(total: number, options: Omit<ScreenOptions, "methods"> & { segments?: Segment[] } = {}) {
  const asked: LendersArgs[] = [];
  const saved: Settings[] = [];
  const { segments = [], ...rest } = options;
  const drawn = await drawScreen(<LendersScreen />, {
    ...rest,
    status: { channels: ["", "Referral"], products: ["M3"], settings: { ...DEFAULT_SETTINGS, segments } },
    methods: {
      lenders: (args) => (asked.push(args), Promise.resolve(lendersPage(total, args))),
      saveSettings: ({ settings }) => (saved.push(settings), Promise.resolve(accepted(STATUS))),
    },
  });
  const link = () => parseSearch(drawn.search());
  return { asked, saved, link, rules: (): unknown => JSON.parse(link()["rules"] ?? "{}") };
}

test("while lenders are found the screen keeps its place", async () => {
  await drawScreen(<LendersScreen />, { methods: {} });
  expect(await screen.findByRole("heading", { name: "Lenders" })).toBeDefined();
  expect(screen.getByRole("status")).toBeDefined();
});

test("a list that failed says so and can be tried again", async () => {
  await drawScreen(<LendersScreen />, { methods: { lenders: () => Promise.reject(new Error("no book")) } });
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

test("nobody who fits is said to be nobody", async () => {
  await drawLenders(0);
  expect(await screen.findByText("Nobody fits")).toBeDefined();
});

test("LX1: the table has every lender, the largest balance first, ids masked", async () => {
  const { asked } = await drawLenders(5000);
  const table = await screen.findByRole("grid", { name: "Lenders" });
  expect(table.getAttribute("aria-rowcount")).toBe("5001");
  expect(await within(table).findAllByText(maskLender("lender-0"))).toBeDefined();
  expect(within(table).queryByText("lender-0")).toBeNull();
  expect(asked.filter(({ limit }) => limit > 0)[0]).toMatchObject({
    sort: { by: "balance", descending: true },
    offset: 0,
    search: "",
    rules: {},
  });
  expect(screen.getByText("Balance", { selector: "dt" }).nextSibling?.textContent).toBe("¥5.00M");
});

test("a header sorts, and the link keeps the order", async () => {
  const { asked, link } = await drawLenders(3);
  fireEvent.click(await screen.findByRole("button", { name: "Last lend" }));
  await expect.poll(() => asked.at(-1)?.sort).toEqual({ by: "lastLend", descending: false });
  expect(link()["sort"]).toBe("lastLend");
  expect(screen.getByRole("columnheader", { name: "Last lend" }).getAttribute("aria-sort")).toBe("ascending");
});

test("a search is asked once the typing rests", async () => {
  const { asked, link } = await drawLenders(3);
  const box = await screen.findByRole("searchbox", { name: "Search lender ids" });
  for (const text of ["v", "vi", "vip"]) fireEvent.change(box, { target: { value: text } });
  await expect.poll(() => asked.at(-1)?.search).toBe("vip");
  expect(asked.some(({ search }) => search === "vi")).toBe(false);
  expect(link()["q"]).toBe("vip");
});

test("a state of the strip becomes a rule, and goes again with its chip", async () => {
  const { asked, rules } = await drawLenders(3);
  fireEvent.click(await screen.findByRole("button", { name: "At risk 1" }));
  await expect.poll(() => asked.at(-1)?.rules).toEqual({ states: ["at_risk"] });
  expect(screen.getByRole("button", { name: "At risk 1" }).getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(screen.getByRole("button", { name: "Remove the rule: State At risk" }));
  await expect.poll(rules).toEqual({});
});

test("rules of the link are in force and shown as chips", async () => {
  const { asked } = await drawLenders(3, {
    search: `?rules=${encodeURIComponent('{"channels":[""],"volume":{"from":null,"to":100000},"isHunter":false}')}`,
  });
  const chips = within(await screen.findByRole("list", { name: "Rules in force" }));
  expect(chips.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Channel(no channel)",
    "Volume≤ ¥1,000",
    "Bonus hunterNo",
    "Clear all",
  ]);
  expect(asked[0]?.rules).toEqual({ channels: [""], volume: { from: null, to: 100_000 }, isHunter: false });
});

test("filters are entered in yuan and days, and are in force at once", async () => {
  const { rules } = await drawLenders(3);
  fireEvent.click(await screen.findByRole("button", { name: "Filters" }));
  const drawer = within(await screen.findByRole("dialog", { name: "Filters" }));
  const balance = within(drawer.getByRole("group", { name: "Balance" })).getByLabelText("At least (≥)");
  fireEvent.change(balance, { target: { value: "1000.5" } });
  fireEvent.blur(balance);
  await expect.poll(rules).toEqual({ balance: { from: 100_050, to: null } });
  const firstLend = within(drawer.getByRole("group", { name: "First lend" })).getByLabelText("To");
  fireEvent.change(firstLend, { target: { value: "2026-11-31" } });
  expect(drawer.getByText("A day is written 2026-11-20")).toBeDefined();
  fireEvent.change(firstLend, { target: { value: "2026-11-20" } });
  await expect.poll(rules).toEqual({
    balance: { from: 100_050, to: null },
    firstLend: { from: null, to: STATUS.asOf },
  });
  fireEvent.click(within(drawer.getByRole("radiogroup", { name: "Bonus hunter" })).getByRole("radio", { name: "Yes" }));
  await expect.poll(rules).toMatchObject({ isHunter: true });
});

test("without a lenders file the filters that need it say which file to drop", async () => {
  await drawScreen(<LendersScreen />, {
    methods: { lenders: (args) => Promise.resolve({ ...lendersPage(3, args), campaigns: null }) },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Filters" }));
  expect((await screen.findByText(/^Drop a lenders file/)).textContent).toContain("channel_kind, campaign");
  expect(screen.queryByRole("group", { name: "Registered" })).toBeNull();
});

test("a line leads to its lender", async () => {
  const { link } = await drawLenders(3);
  const table = await screen.findByRole("grid", { name: "Lenders" });
  fireEvent.click((await within(table).findAllByText(maskLender("lender-0")))[0]!);
  await expect.poll(() => link()["id"]).toBe("lender-0");
});

test("SG1: rules are saved under a name, with an id of their own", async () => {
  const { saved } = await drawLenders(3, {
    search: `?rules=${encodeURIComponent('{"states":["lost"]}')}`,
    segments: [VIP],
  });
  fireEvent.click(await screen.findByRole("button", { name: "Save as segment" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Save as segment" }));
  await expect.poll(() => document.activeElement).toBe(dialog.getByLabelText("Name"));
  fireEvent.change(dialog.getByLabelText("Name"), { target: { value: " Lost ones " } });
  fireEvent.click(dialog.getByRole("button", { name: "Save" }));
  await expect
    .poll(() => saved.at(-1)?.segments)
    .toEqual([{ id: "lost-ones", name: "Lost ones", rules: { states: ["lost"] } }, VIP]);
  expect(await screen.findByText("Segment Lost ones saved")).toBeDefined();
});

test("a saved segment shows whom it keeps, opens its rules and filters every screen", async () => {
  const { asked, rules, link } = await drawLenders(3, { segments: [VIP] });
  const list = within(await screen.findByRole("list", { name: "Saved segments" }));
  expect(await list.findByText("3 lenders · Balance ¥3,000")).toBeDefined();
  expect(list.getByText("Balance ≥ ¥100.0K")).toBeDefined();
  fireEvent.click(list.getByRole("button", { name: "Filter every screen by VIP" }));
  await expect.poll(() => link()["sg"]).toBe("vip");
  await expect.poll(() => asked.some(({ filter }) => filter.segment === "vip")).toBe(true);
  fireEvent.click(list.getByRole("button", { name: "Open VIP" }));
  await expect.poll(rules).toEqual(VIP.rules);
});

test("a segment is renamed and deleted", async () => {
  const { saved, link } = await drawLenders(3, { segments: [VIP], search: "?sg=vip" });
  fireEvent.click(await screen.findByRole("button", { name: "Rename VIP" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Rename segment" }));
  const name = dialog.getByLabelText<HTMLInputElement>("Name");
  await expect.poll(() => document.activeElement).toBe(name);
  fireEvent.change(name, { target: { value: "Large" } });
  // As Enter in the field does.
  name.form?.requestSubmit();
  await expect.poll(() => saved.at(-1)?.segments).toEqual([{ ...VIP, name: "Large" }]);
  fireEvent.click(screen.getByRole("button", { name: "Delete VIP" }));
  const question = within(await screen.findByRole("dialog", { name: "Delete the segment VIP?" }));
  fireEvent.click(question.getByRole("button", { name: "Delete segment" }));
  await expect.poll(() => saved.at(-1)?.segments).toEqual([]);
  expect(link()["sg"]).toBeUndefined();
});

test("rules in the link that are no rules are said to be, and taken away by hand", async () => {
  const { link } = await drawLenders(3, { search: "?rules=%7B%22balance" });
  expect((await screen.findByRole("alert")).textContent).toContain("The rules in the link were not understood");
  fireEvent.click(screen.getByRole("button", { name: "Take them away" }));
  await expect.poll(() => link()["rules"]).toBeUndefined();
  await expect.poll(() => screen.queryByRole("alert")).toBeNull();
});

test("the button of the file says when ids are masked in it", async () => {
  await drawLenders(3);
  expect(await screen.findByRole("button", { name: "CSV (ids masked)" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show lender ids" }));
  expect(await screen.findByRole("button", { name: "CSV" })).toBeDefined();
});

test("every column has room for its header and the mark of the order", () => {
  for (const { header, minWidthPx = 0 } of lenderColumns(createFormat({ language: "en" }))) {
    expect(minWidthPx, header).toBeGreaterThanOrEqual(40 + 7.5 * header.length);
  }
});

test("it speaks Chinese", async () => {
  await drawLenders(3, { language: "zh", segments: [VIP] });
  expect(await screen.findByRole("heading", { name: "出借人" })).toBeDefined();
  expect(screen.getByRole("button", { name: "流失预警 1" })).toBeDefined();
  expect(screen.getByRole("heading", { name: "已存分群" })).toBeDefined();
});
