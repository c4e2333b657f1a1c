import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { ViewNotes } from "#src/app/shell/ViewNotes.tsx";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { parseSearch } from "#src/view/search.ts";
import { useView } from "#src/view/view.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

const segments = [
  { id: "big", name: "Big ones", rules: { balance: { from: 1, to: null } } },
  { id: "app", name: "Of the app", rules: { channels: ["app"] } },
];

function Notes() {
  const view = useView();
  return view && <ViewNotes view={view} />;
}

const draw = (search: string) =>
  drawScreen(<Notes />, { methods: {}, status: { settings: { ...DEFAULT_SETTINGS, segments } }, search });

test("SG1: a segment by how things stand today is said to be one", async () => {
  await draw("?sg=big");
  const badge = await screen.findByText("Segment by how things stand today");
  expect(badge.closest("[title]")?.getAttribute("title")).toContain("lenders chosen by their present");
});

test("a segment by what was known at the first lend needs no note", async () => {
  await draw("?sg=app");
  expect(screen.queryByText(/segment/i)).toBeNull();
});

test("SG1: a segment that is not saved any more is said, and taken out of the link", async () => {
  const { search } = await draw("?sg=gone&channels=app");
  expect(await screen.findByText("This segment is no longer saved")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show all lenders" }));
  await expect.poll(() => parseSearch(search())).toEqual({ channels: "app" });
  await expect.poll(() => screen.queryByText("This segment is no longer saved")).toBeNull();
});
