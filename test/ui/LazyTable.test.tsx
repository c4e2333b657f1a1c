import { render, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import type { DataColumn } from "#src/ui/dataColumn.ts";
import { LazyTable } from "#src/ui/LazyTable.tsx";

const columns: readonly DataColumn<{ readonly name: string }>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, sortable: true },
];

function table(
  rowAt: (index: number) => { readonly name: string } | undefined,
  need: (offset: number, limit: number) => void,
) {
  return <LazyTable name="Rows" columns={columns} total={1_000_000} rowAt={rowAt} onNeedRows={need} sort={null} />;
}

test("rows in sight that are not there are asked for, by the page", async () => {
  const need = vi.fn<(offset: number, limit: number) => void>();
  render(table(() => undefined, need));
  await waitFor(() => expect(need).toHaveBeenCalledWith(0, 200));
});

test("rows that are there are not asked for again", async () => {
  const need = vi.fn<() => void>();
  const { rerender } = render(table(() => undefined, need));
  await waitFor(() => expect(need).toHaveBeenCalledTimes(1));
  rerender(table((index) => ({ name: `row ${index}` }), need));
  expect(await screen.findByText("row 3")).toBeTruthy();
  expect(need).toHaveBeenCalledTimes(1);
});
