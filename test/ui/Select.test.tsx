import { render, screen } from "@testing-library/react";
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
