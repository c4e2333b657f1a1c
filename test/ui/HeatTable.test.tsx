import { fireEvent, render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import { cellColour, largestValue } from "#src/ui/heatRows.ts";
import type { HeatCell, HeatRow } from "#src/ui/heatRows.ts";
import { HeatTable } from "#src/ui/HeatTable.tsx";

function cell(value: number, muted = false): HeatCell {
  return { value, text: `${value * 100}%`, lines: [{ label: "Interval", value: "40–48%" }], muted };
}

const columns = ["M0", "M1", "M2"].map((label) => ({ id: label, label }));
const rows: readonly HeatRow[] = [
  { id: "jan", label: "Jan", size: 1545, small: false, cells: [cell(1, true), cell(0.5), cell(0.25)] },
  { id: "feb", label: "Feb", size: 12, small: true, cells: [cell(1, true), cell(0.5), null] },
  { id: "mar", label: "Mar", size: 900, small: false, cells: [cell(1, true), null, null] },
];

function draw(onCellClick?: (rowId: string, columnId: string) => void) {
  render(
    <HeatTable
      name="Retention"
      rowHeader="Month"
      sizeHeader="Lenders"
      columns={columns}
      rows={rows}
      onCellClick={onCellClick}
    />,
  );
  return screen.getByRole("grid", { name: "Retention" });
}

test("what has not been observed stays blank", () => {
  const table = draw();
  expect(within(table).getAllByRole("button")).toHaveLength(6);
});

test("the largest observed value has the fullest colour, what is known beforehand has none, small cohorts are grey", () => {
  const max = largestValue(rows);
  expect(max).toBe(0.5);
  expect(cellColour(cell(0.5), { small: false, max })).toBe("color-mix(in srgb, var(--returning) 58%, var(--surface))");
  expect(cellColour(cell(0), { small: false, max })).toBe("color-mix(in srgb, var(--returning) 6%, var(--surface))");
  expect(cellColour(cell(0.9), { small: false, max })).toContain("58%");
  expect(cellColour(cell(1, true), { small: false, max })).toBe("var(--sunken)");
  expect(cellColour(cell(0.5), { small: true, max })).toContain("var(--ink-3)");
});

test("a screen reader hears the cohort, the age, the value and its interval", () => {
  draw();
  expect(screen.getByRole("button", { name: "Jan, M1: 50%; Interval 40–48%" })).toBeTruthy();
});

test("one cell is in the tab order and arrow keys move over what is there", () => {
  const table = draw();
  const stops = () =>
    within(table)
      .getAllByRole("button")
      .filter((button) => button.tabIndex === 0);
  expect(stops()).toHaveLength(1);
  stops()[0]!.focus();
  const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
  press("ArrowRight");
  press("ArrowDown");
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Feb, M1/u);
  press("ArrowRight");
  press("ArrowDown");
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Feb, M1/u);
  press("Home");
  press("ArrowDown");
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Mar, M0/u);
  expect(stops()).toHaveLength(1);
});

test("focus and hover show the interval", async () => {
  const table = draw();
  fireEvent.focus(within(table).getByRole("button", { name: /^Jan, M1/u }));
  expect(await screen.findByText("40–48%")).toBeTruthy();
  fireEvent.keyDown(within(table).getByRole("button", { name: /^Jan, M1/u }), { key: "Escape" });
  expect(screen.queryByText("40–48%")).toBeNull();
});

test("a cell leads to its rows", () => {
  const open = vi.fn<(rowId: string, columnId: string) => void>();
  draw(open);
  fireEvent.click(screen.getByRole("button", { name: /^Feb, M1/u }));
  expect(open).toHaveBeenCalledWith("feb", "M1");
});
