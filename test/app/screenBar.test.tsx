import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { ScreenBar } from "#src/app/shell/ScreenBar.tsx";
import { screenOf, type ScreenId } from "#src/app/shell/screens.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

const LOANS_ALONE = { asOf: null, firstDay: null, rows: 0, tables: { loans: 12 } };

const draw = (id: ScreenId, status: object = {}) =>
  drawScreen(<ScreenBar screen={screenOf(id)} />, { methods: {}, status });

function choices(): (string | null)[] {
  return screen.queryAllByRole("radiogroup").map((group) => group.getAttribute("aria-label"));
}

test("with a ledger the screen of profit has period and, in the sheet where there is no room, grain", async () => {
  await draw("profitability");
  expect(choices()).toEqual(["Period"]);
  fireEvent.click(screen.getByRole("button", { name: "View" }));
  expect(await screen.findByRole("radiogroup", { name: "Grain" })).toBeDefined();
});

test.each([
  ["", "Month"],
  ["?loansIn=period", "Day"],
  ["?g=week", "Week"],
])("all loans stand by month, those of a period by its own grain: %s %s", async (search, grain) => {
  await drawScreen(<ScreenBar screen={screenOf("profitability")} />, { methods: {}, search });
  fireEvent.click(screen.getByRole("button", { name: "View" }));
  expect(((await screen.findByRole("radio", { name: grain })) as HTMLInputElement).checked).toBe(true);
});

test("vintages go by months on book: they have a period and no grain", async () => {
  await draw("vintages");
  expect(choices()).toEqual(["Period"]);
  expect(screen.queryByRole("button", { name: "View" })).toBeNull();
});

test("loans alone have no period; what stands by grain keeps it, by month at first", async () => {
  const { search } = await draw("profitability", LOANS_ALONE);
  expect(choices()).toEqual(["Grain"]);
  expect(screen.queryByText(/^Data through/)).toBeNull();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Month" }).checked).toBe(true);
  fireEvent.click(screen.getByRole("radio", { name: "Week" }));
  await expect.poll(search).toBe("?g=week");
});

test("vintages are by month, and other screens have nothing to show", async () => {
  await draw("vintages", LOANS_ALONE);
  await draw("leverage", LOANS_ALONE);
  expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(2);
  expect(choices()).toEqual([]);
});
