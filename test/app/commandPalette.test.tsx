import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { CommandPalette } from "#src/app/palette/CommandPalette.tsx";
import { ImportRunnerContext, type ImportRunner } from "#src/view/importing.tsx";
import { RESULT } from "#test/features/profitability/answers.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

const never = () => {};
const runner: ImportRunner = {
  subscribe: () => never,
  job: () => undefined,
  importFiles: never,
  importMade: never,
  loadSample: never,
  removeSample: never,
  cancel: never,
  dismiss: never,
};

const palette = (
  <ImportRunnerContext value={runner}>
    <CommandPalette onClose={never} onImport={never} />
  </ImportRunnerContext>
);

test("a product of loans leads to what it earns, whatever loans were chosen before", async () => {
  const { search } = await drawScreen(palette, {
    methods: { profitability: () => Promise.resolve({ ...RESULT, allProducts: ["CL12", "CAR,24"] }) },
    status: { tables: { loans: 3 } },
    search: "?lp=CL12&loansIn=period&psel=CL12&pmonth=2026-10",
  });
  fireEvent.change(await screen.findByRole("combobox", { name: "Search or jump to" }), { target: { value: "car,24" } });
  fireEvent.click(await screen.findByRole("option", { name: "Profit of CAR,24" }));
  await expect.poll(() => new URLSearchParams(search()).get("psel")).toBe("CAR%2C24");
  expect(search()).not.toMatch(/lp=|loansIn=|pmonth=/);
});

test("without loans nothing is asked about them", async () => {
  let asked = 0;
  await drawScreen(palette, { methods: { profitability: () => (asked++, Promise.resolve(RESULT)) } });
  await screen.findByRole("option", { name: /^Profitability/ });
  expect(asked).toBe(0);
});

test.each([
  ["羊毛党", "Acquisition"],
  ["CAC", "Acquisition"],
  ["payback", "Acquisition"],
  ["回本", "Acquisition"],
  ["漏斗", "Acquisition"],
  ["hunter bonus", "Acquisition"],
  ["renewal", "Cohorts"],
  ["retention projection", "Cohorts"],
  ["gini", "Concentration"],
  ["HHI", "Concentration"],
  ["top 10", "Concentration"],
  ["segment list", "Lenders"],
  ["goal", "Targets"],
  ["annotation", "Targets"],
  ["A/B", "Magic number"],
  ["魔法数字", "Magic number"],
])("%s finds the screen that answers it: %s", async (query, name) => {
  await drawScreen(palette, { methods: {} });
  const box = await screen.findByRole("combobox", { name: "Search or jump to" });
  fireEvent.change(box, { target: { value: query } });
  await expect.poll(() => screen.queryByRole("option", { name: "Settings" })).toBeNull();
  expect(screen.getByRole("option", { name: new RegExp(`^${name}`) })).toBeDefined();
});
