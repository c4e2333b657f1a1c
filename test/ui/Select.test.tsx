import { fireEvent, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";

import { Select } from "#src/ui/Select.tsx";

const select = <Select label="Grain" value="day" onChange={() => {}} options={[{ value: "day", label: "Day" }]} />;

test("the control has its name from the first paint", () => {
  expect(renderToString(select)).toMatch(/<button[^>]*aria-label="Grain"/);
});

test("its label still names it, and its value is its text", async () => {
  render(select);
  expect((await screen.findByRole("combobox", { name: "Grain" })).textContent).toBe("Day");
});

test("its open list is fixed in the window, so that a page that moves behind a dialog does not take it along", async () => {
  render(select);
  fireEvent.mouseDown(screen.getByRole("combobox", { name: "Grain" }));
  const list = await screen.findByRole("listbox");
  expect(list.closest<HTMLElement>(".z-50")?.style.position).toBe("fixed");
});
