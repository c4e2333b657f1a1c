import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { RowsDrawer } from "#src/features/rows/RowsDrawer.tsx";
import type { RowsArgs } from "#src/engine/protocol.ts";
import { maskLender } from "#src/ui/maskLender.ts";
import { AS_OF, drawScreen } from "#test/features/overview/screen.tsx";

import { rowsPage } from "./pages.ts";

const REQUEST = {
  title: "Volume · Nov 20, 2026",
  subtitle: "Volume = new + returning",
  where: { period: { from: AS_OF, to: AS_OF }, types: ["lend"] },
} as const;

const drawer = (onClose = () => {}) => <RowsDrawer request={REQUEST} onClose={onClose} />;
const rows = () => Promise.resolve(rowsPage(3));

test("while rows are found the drawer says what is listed", async () => {
  await drawScreen(drawer(), { methods: {} });
  const dialog = within(await screen.findByRole("dialog", { name: REQUEST.title }));
  expect(dialog.getByText(REQUEST.subtitle)).toBeDefined();
  expect(dialog.getByRole("status")).toBeDefined();
});

test("a list that failed can be tried again", async () => {
  let calls = 0;
  const failing = () => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error("block is gone")) : rows();
  };
  await drawScreen(drawer(), { methods: { rows: failing } });
  fireEvent.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("grid", { name: `Ledger rows: ${REQUEST.title}` })).toBeDefined();
});

test("no rows are said to be none", async () => {
  await drawScreen(drawer(), { methods: { rows: () => Promise.resolve(rowsPage(0)) } });
  expect(await screen.findByText("No rows")).toBeDefined();
});

test("totals and filters stand above the rows, to the fen", async () => {
  await drawScreen(drawer(), { methods: { rows } });
  const table = await screen.findByRole("grid", { name: `Ledger rows: ${REQUEST.title}` });
  expect(table.getAttribute("aria-rowcount")).toBe("4");
  expect(screen.getByText("Σ Lend").nextSibling?.textContent).toBe("¥3,000.06");
  expect(screen.getByText("Types").nextSibling?.textContent).toBe("Lend");
});

test("the list is asked for in the order of the column that is clicked", async () => {
  const asked: RowsArgs[] = [];
  const methods = { rows: (args: RowsArgs) => (asked.push(args), rows()) };
  await drawScreen(drawer(), { methods });
  fireEvent.click(await screen.findByRole("button", { name: "Amount" }));
  await expect.poll(() => asked.at(-1)?.sort).toEqual({ by: "amount", descending: true });
  expect(screen.getByRole("columnheader", { name: "Amount" }).getAttribute("aria-sort")).toBe("descending");
});

test("lenders' ids are masked until they are asked for", async () => {
  await drawScreen(drawer(), { methods: { rows } });
  const button = await screen.findByRole("button", { name: "Show lender ids" });
  fireEvent.click(button);
  expect(await screen.findByRole("button", { name: "Mask lender ids" })).toBeDefined();
  expect(maskLender("lender-0")).not.toBe("lender-0");
});

test("the file is written with progress and can be cancelled", async () => {
  const createObjectURL = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:rows");
  const methods = {
    rows: ({ limit }: RowsArgs) => (limit > 1000 ? new Promise<never>(() => {}) : rows()),
  };
  await drawScreen(drawer(), { methods });
  fireEvent.click(await screen.findByRole("button", { name: "CSV" }));
  expect(await screen.findByRole("progressbar", { name: "Writing CSV" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(createObjectURL).not.toHaveBeenCalled();
  createObjectURL.mockRestore();
});

test("closing is asked of whoever opened it", async () => {
  const onClose = vi.fn<() => void>();
  await drawScreen(drawer(onClose), { methods: { rows } });
  fireEvent.click(await screen.findByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});
