import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import type { OpenLotsArgs } from "#src/engine/protocol.ts";
import { LotsDrawer } from "#src/features/openLots/LotsDrawer.tsx";
import { drawScreen } from "#test/features/overview/screen.tsx";

import { lotsPage, openLot, UNDATED } from "./pages.ts";

const REQUEST = {
  title: "Lenders due: 8–30 days",
  subtitle: "“Open” adds up to ¥1,500.03",
  due: { type: "term", from: 8, to: 30 },
} as const;
const TABLE = `Open lots: ${REQUEST.title}`;

const drawer = (onClose = () => {}) => <LotsDrawer request={REQUEST} onClose={onClose} />;
const openLots = () => Promise.resolve(lotsPage([openLot(0), openLot(1, UNDATED), openLot(2)]));

test("while lots are found the drawer says what is listed", async () => {
  await drawScreen(drawer(), { methods: {} });
  const dialog = within(await screen.findByRole("dialog", { name: REQUEST.title }));
  expect(dialog.getByText(REQUEST.subtitle)).toBeDefined();
  expect(dialog.getByRole("status")).toBeDefined();
});

test("a list that failed can be tried again", async () => {
  let calls = 0;
  const failing = () => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error("block is gone")) : openLots();
  };
  await drawScreen(drawer(), { methods: { openLots: failing } });
  fireEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("grid", { name: TABLE })).toBeDefined();
});

test("no lots are said to be none", async () => {
  await drawScreen(drawer(), { methods: { openLots: () => Promise.resolve(lotsPage([])) } });
  expect(await screen.findByText("No open lots")).toBeDefined();
  expect(screen.queryByRole("button", { name: "CSV" })).toBeNull();
});

test("MT4: what the lots come to stands above them, to the fen", async () => {
  await drawScreen(drawer(), { methods: { openLots } });
  const table = await screen.findByRole("grid", { name: TABLE });
  expect(table.getAttribute("aria-rowcount")).toBe("4");
  const totals = within(screen.getByLabelText("Totals"));
  expect(totals.getByText("Lots").nextSibling?.textContent).toBe("3");
  expect(totals.getByText("Open").nextSibling?.textContent).toBe("¥1,500.03");
});

test("lots are asked for by where they are due, first by due day, then in the order of the column that is clicked", async () => {
  const asked: OpenLotsArgs[] = [];
  const methods = { openLots: (args: OpenLotsArgs) => (asked.push(args), openLots()) };
  await drawScreen(drawer(), { methods });
  fireEvent.click(await screen.findByRole("button", { name: "Open" }));
  await expect.poll(() => asked.at(-1)?.sort).toEqual({ by: "open", descending: true });
  expect(asked[0]).toMatchObject({ due: REQUEST.due, sort: { by: "maturityDay", descending: false }, offset: 0 });
  expect(asked.at(-1)?.due).toEqual(REQUEST.due);
});

test("lenders' ids are masked until they are asked for", async () => {
  await drawScreen(drawer(), { methods: { openLots } });
  expect(await screen.findByText("le••••-0")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show lender ids" }));
  expect(await screen.findByText("lender-0")).toBeDefined();
});

test("a lot leads to its lender", async () => {
  const { search } = await drawScreen(drawer(), { methods: { openLots } });
  const table = await screen.findByRole("grid", { name: TABLE });
  fireEvent.keyDown(table, { key: "End" });
  fireEvent.keyDown(table, { key: "Enter" });
  await expect.poll(search).toBe("?id=lender-2");
});

test("the file is written with progress and can be cancelled", async () => {
  const createObjectURL = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:lots");
  const methods = { openLots: ({ limit }: OpenLotsArgs) => (limit > 1000 ? new Promise<never>(() => {}) : openLots()) };
  await drawScreen(drawer(), { methods });
  fireEvent.click(await screen.findByRole("button", { name: "CSV" }));
  expect(await screen.findByRole("progressbar", { name: "Writing CSV" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(createObjectURL).not.toHaveBeenCalled();
  createObjectURL.mockRestore();
});

test("closing is asked of whoever opened it", async () => {
  const onClose = vi.fn<() => void>();
  await drawScreen(drawer(onClose), { methods: { openLots } });
  fireEvent.click(await screen.findByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});

test("it speaks Chinese", async () => {
  await drawScreen(drawer(), { methods: { openLots }, language: "zh" });
  expect(await screen.findByRole("grid", { name: `未结清出借：${REQUEST.title}` })).toBeDefined();
  expect(screen.getByText("未定期限")).toBeDefined();
});
