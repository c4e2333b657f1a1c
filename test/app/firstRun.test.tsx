import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { FirstRun } from "#src/app/states/FirstRun.tsx";
import type { DatasetName } from "#src/domain/datasets.ts";
import { ImportRunnerContext } from "#src/view/importing.tsx";
import { RECORD } from "#test/features/data/answers.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

const runner = { subscribe: () => () => {}, job: () => undefined };

async function draw(datasets: readonly DatasetName[], language: "en" | "zh" = "en"): Promise<void> {
  const records = datasets.map((dataset, importId) => ({ ...RECORD, importId, dataset }));
  await drawScreen(
    // The screen asks nothing of the queue but what it is at.
    <ImportRunnerContext value={runner as never}>
      <FirstRun imports={records.length} />
    </ImportRunnerContext>,
    { methods: { imports: () => Promise.resolve(records) }, status: { asOf: null, firstDay: null, rows: 0 }, language },
  );
}

test("files beside the ledger alone ask for transactions, and are counted", async () => {
  await draw(["lenders", "spend", "spend"]);
  expect(await screen.findByText("No transactions yet")).toBeDefined();
  expect(screen.getByText(/What is stored: 1 lenders file, 2 acquisition spend files\.$/)).toBeDefined();
});

test("it asks in Chinese, too", async () => {
  await draw(["lenders"], "zh");
  expect(await screen.findByText(/已保存：1 个出借人文件。$/)).toBeDefined();
});

test("transactions of which none could be used lead to the imports", async () => {
  await draw(["transactions"]);
  expect(await screen.findByText(/^1 import is stored, but no transaction could be used/)).toBeDefined();
});

test("nothing stored is nothing to explain", async () => {
  await draw([]);
  expect(await screen.findByText("What a file needs")).toBeDefined();
  expect(screen.queryByRole("link", { name: "See imports" })).toBeNull();
});
