import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { CommandPalette } from "#src/app/palette/CommandPalette.tsx";
import { ImportRunnerContext, type ImportRunner } from "#src/view/importing.tsx";
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
  await drawScreen(
    <ImportRunnerContext value={runner}>
      <CommandPalette onClose={never} onImport={never} />
    </ImportRunnerContext>,
    { methods: {} },
  );
  const box = await screen.findByRole("combobox", { name: "Search or jump to" });
  fireEvent.change(box, { target: { value: query } });
  await expect.poll(() => screen.queryByRole("option", { name: "Settings" })).toBeNull();
  expect(screen.getByRole("option", { name: new RegExp(`^${name}`) })).toBeDefined();
});
