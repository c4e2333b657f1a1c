import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { FilterControls } from "#src/app/shell/ViewControls.tsx";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { parseSearch } from "#src/view/search.ts";
import { useView } from "#src/view/view.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

const segments = [
  { id: "big", name: "Big ones", rules: {} },
  { id: "vip", name: "VIP", rules: {} },
];

function Controls() {
  const view = useView();
  return view && <FilterControls view={view} />;
}

test("without a saved segment there is no control for it", async () => {
  await drawScreen(<Controls />, { methods: {} });
  expect(await screen.findByRole("button", { name: "Products" })).toBeDefined();
  expect(screen.queryByText("Segment: all lenders")).toBeNull();
});

test("SG1: a saved segment is chosen into the link and cleared with the other filters", async () => {
  const { search } = await drawScreen(<Controls />, {
    methods: {},
    status: { settings: { ...DEFAULT_SETTINGS, segments } },
    search: "?channels=app",
  });
  const control = await screen.findByRole("combobox", { name: "Segment" });
  expect(control.textContent).toBe("Segment: all lenders");
  fireEvent.click(control);
  const option = await screen.findByRole("option", { name: "VIP" });
  // As a pointer does: the press, then the click.
  fireEvent.pointerDown(option);
  fireEvent.click(option);
  await expect.poll(() => parseSearch(search())).toEqual({ channels: "app", sg: "vip" });
  fireEvent.click(await screen.findByRole("button", { name: "Clear filters (2)" }));
  await expect.poll(() => parseSearch(search())).toEqual({});
});

test("a link with a segment that is not saved says so", async () => {
  await drawScreen(<Controls />, { methods: {}, search: "?sg=gone" });
  expect((await screen.findByRole("combobox", { name: "Segment" })).textContent).toContain("not saved here");
  expect(screen.getByRole("button", { name: "Clear filters (1)" })).toBeDefined();
});
