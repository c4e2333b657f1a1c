import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { definitions } from "#src/features/definitions/definitions.ts";
import { DefinitionsScreen } from "#src/features/definitions/DefinitionsScreen.tsx";
import { glossarySections } from "#src/features/definitions/glossaryModel.ts";
import { drawScreen } from "#test/features/overview/screen.tsx";

test("a definition has both names, a sentence, a formula, its rule and what changes it", async () => {
  await drawScreen(<DefinitionsScreen />, { methods: {} });
  const entry = await screen.findByRole("article", { name: /^New volume/ });
  expect(within(entry).getByRole("heading").textContent).toBe("New volume新用户成交额NR1");
  expect(entry.textContent).toContain("Formula: Σ lends at the lender's first instant");
  expect(entry.textContent).toContain("Changed byNew-lender ruleTransfers view");
});

test("a search finds words of either language", async () => {
  await drawScreen(<DefinitionsScreen />, { methods: {} });
  fireEvent.change(await screen.findByRole("searchbox"), { target: { value: "复投" } });
  expect(screen.getAllByRole("article").map(({ id }) => id)).toEqual(["relend-retention", "renewal-fit"]);
  expect(screen.getByRole("status").textContent).toBe("2 definitions");
});

test("a search that finds nothing can be cleared", async () => {
  await drawScreen(<DefinitionsScreen />, { methods: {} });
  fireEvent.change(await screen.findByRole("searchbox"), { target: { value: "zzz" } });
  expect(screen.getByText("No definition matches")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Clear the search" }));
  expect(screen.getAllByRole("article")).toHaveLength(definitions.length);
});

test("it speaks Chinese", async () => {
  await drawScreen(<DefinitionsScreen />, { methods: {}, language: "zh" });
  const entry = await screen.findByRole("article", { name: /^待收/ });
  expect(entry.textContent).toContain("前一日待收 + 成交额");
});

test("ids are unique and every text is there in both languages", () => {
  expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
  for (const { name, sentence, formula } of definitions) {
    for (const text of [name, sentence, ...(formula ? [formula] : [])]) {
      expect(text.en.trim()).not.toBe("");
      expect(text.zh.trim()).not.toBe("");
    }
  }
});

test("sections keep the order of the definitions", () => {
  expect(glossarySections(definitions, "").map(({ group }) => group)).toEqual([
    "ledger",
    "lenders",
    "cohorts",
    "lifetime",
    "growth",
    "states",
    "acquisition",
    "activation",
    "credit",
    "platform",
    "targets",
  ]);
});
