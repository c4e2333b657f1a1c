import { fireEvent, render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import type { DataColumn } from "#src/ui/dataColumn.ts";
import { DataTable } from "#src/ui/DataTable.tsx";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly amount: number | null;
}

const columns: readonly DataColumn<Row>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, sortValue: (row) => row.name },
  { id: "amount", header: "Amount", align: "end", cell: (row) => row.amount, sortValue: (row) => row.amount },
  { id: "note", header: "Note", cell: () => "" },
];
const rows: readonly Row[] = [
  { id: "1", name: "row 10", amount: 5 },
  { id: "2", name: "row 2", amount: null },
  { id: "3", name: "row 1", amount: 70 },
];

function names(): (string | null | undefined)[] {
  return screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[0]?.textContent);
}

test("rows stand as given until a header is clicked", () => {
  render(<DataTable name="Rows" columns={columns} rows={rows} />);
  expect(names()).toEqual(["row 10", "row 2", "row 1"]);
  expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("none");
  expect(screen.getByRole("columnheader", { name: "Note" }).hasAttribute("aria-sort")).toBe(false);
});

test("text sorts as people count, figures begin with the largest, and nothing comes last both ways", () => {
  render(<DataTable name="Rows" columns={columns} rows={rows} />);
  fireEvent.click(screen.getByRole("button", { name: "Name" }));
  expect(names()).toEqual(["row 1", "row 2", "row 10"]);
  expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending");

  fireEvent.click(screen.getByRole("button", { name: "Amount" }));
  expect(names()).toEqual(["row 1", "row 10", "row 2"]);
  fireEvent.click(screen.getByRole("button", { name: "Amount" }));
  expect(names()).toEqual(["row 10", "row 1", "row 2"]);
});

test("of many rows only those in sight are in the document, and all are counted", () => {
  const many = Array.from({ length: 50_000 }, (_, at) => ({ id: String(at), name: `row ${at}`, amount: at }));
  render(<DataTable name="Rows" columns={columns} rows={many} />);
  const table = screen.getByRole("grid", { name: "Rows" });
  expect(table.getAttribute("aria-rowcount")).toBe("50001");
  expect(within(table).getAllByRole("row").length).toBeLessThan(60);
});

test("a row opens by the mouse and by the keyboard", () => {
  const open = vi.fn<(row: Row) => void>();
  render(<DataTable name="Rows" columns={columns} rows={rows} onRowClick={open} />);
  fireEvent.click(screen.getByText("row 2"));
  expect(open).toHaveBeenLastCalledWith(rows[1]);
  const grid = screen.getByRole("grid", { name: "Rows" });
  fireEvent.keyDown(grid, { key: "ArrowDown" });
  fireEvent.keyDown(grid, { key: "Enter" });
  expect(open).toHaveBeenLastCalledWith(rows[2]);
});
