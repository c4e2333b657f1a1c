import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { FirstRun } from "#src/app/states/FirstRun.tsx";
import type { DatasetName } from "#src/domain/datasets.ts";
import { ImportRunnerContext } from "#src/view/importing.tsx";
import { RECORD } from "#test/features/data/answers.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

const runner = { subscribe: () => () => {}, job: () => undefined };

async function draw(datasets: readonly DatasetName[], language: "en" | "zh" = "en"): Promise<void> {
  const tables = Object.fromEntries(datasets.map((dataset) => [dataset, 1]));
  const records = datasets.map((dataset, importId) => ({ ...RECORD, importId, dataset }));
  await drawScreen(
    // The screen asks nothing of the queue but what it is at.
    <ImportRunnerContext value={runner as never}>
      <FirstRun imports={records.length} />
    </ImportRunnerContext>,
    {
      methods: { imports: () => Promise.resolve(records) },
      status: { asOf: null, firstDay: null, rows: 0, tables },
      language,
    },
  );
}

test("files beside the ledger alone ask for transactions, and are counted", async () => {
  await draw(["lenders", "spend", "spend"]);
  expect(await screen.findByText("No transactions yet")).toBeDefined();
  expect(screen.getByText(/What is stored: 1 lenders file, 2 acquisition spend files\.$/)).toBeDefined();
  expect(screen.queryByRole("link", { name: "Profitability" })).toBeNull();
});

test("it asks in Chinese, too", async () => {
  await draw(["lenders"], "zh");
  expect(await screen.findByText(/已保存：1 个出借人文件。$/)).toBeDefined();
});

test("loans lead to the screens that they are enough for", async () => {
  await draw(["loans"]);
  expect(
    await screen.findByText(
      /stored: 1 loans file\. The loans that are stored are enough for Profitability and Credit quality\.$/,
    ),
  ).toBeDefined();
  expect(screen.getByRole("link", { name: "Profitability" }).getAttribute("href")).toBe("/profitability");
  expect(screen.getByRole("link", { name: "Credit quality" }).getAttribute("href")).toBe("/vintages");
});

test("loans lead there beside transactions that could not be used, in Chinese, too", async () => {
  await draw(["transactions", "loans"], "zh");
  expect(await screen.findByText(/原因见导入记录。已保存的借款足以查看：产品盈利和资产质量。$/)).toBeDefined();
  expect(screen.getByRole("link", { name: "产品盈利" })).toBeDefined();
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
