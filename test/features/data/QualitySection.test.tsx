import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import type { EngineMethods, EngineStatus, Finding } from "#src/engine/protocol.ts";
import { QualitySection } from "#src/features/data/QualitySection.tsx";
import { AS_OF, drawScreen } from "#test/features/overview/screen.tsx";

import { CHECKS } from "./answers.ts";
import { FINDINGS, PARTIAL_COVERAGE } from "./findingAnswers.ts";

async function draw(
  findings: EngineMethods["findings"],
  language: "en" | "zh" = "en",
  status: Partial<EngineStatus> = {},
) {
  const opened: number[] = [];
  const drawn = await drawScreen(<QualitySection onOpenImport={(importId) => void opened.push(importId)} />, {
    methods: {
      findings,
      coverage: () => Promise.resolve(PARTIAL_COVERAGE),
      checks: () => Promise.resolve(CHECKS),
    },
    language,
    status,
  });
  return { ...drawn, opened };
}

const found = (findings: readonly Finding[]) => () => Promise.resolve(findings);

test("while findings are looked for the panel keeps its place, and a fault is an alert", async () => {
  await draw(() => new Promise(() => {}));
  expect(await screen.findByRole("status")).toBeDefined();
});

test("a fault is an alert with another try", async () => {
  await draw(() => Promise.reject(new Error("no store")));
  expect(within(await screen.findByRole("alert")).getByRole("button", { name: "Try again" })).toBeDefined();
});

test("without findings there is nothing to look at", async () => {
  await draw(found([]));
  expect(await screen.findByText("Nothing to look at")).toBeDefined();
});

test("without a ledger nothing is said to hold, and what is found in files is still told", async () => {
  const noLedger = { asOf: null, firstDay: null, rows: 0 };
  await draw(found([]), "en", noLedger);
  expect(await screen.findByText("Nothing to check yet")).toBeDefined();
  expect(screen.getByText("Nothing to look through yet")).toBeDefined();
  cleanup();
  await draw(found(FINDINGS), "en", noLedger);
  expect(await screen.findByText("4 findings")).toBeDefined();
});

test("what makes figures wrong comes first and is open, with its rule and what to do", async () => {
  await draw(found(FINDINGS));
  expect(await screen.findByText("4 findings")).toBeDefined();
  const panel = screen.getByRole("region", { name: "Findings" });
  const entries = [...panel.querySelectorAll("details")];
  expect(entries.map(({ open }) => open)).toEqual([true, true, false, false]);
  expect(entries[0]?.textContent).toContain("Lenders who took out more than they put in60 lenders");
  expect(entries[1]?.textContent).toContain("More than 5% of the rows read were rejected.");
  expect(entries[1]?.textContent).toContain("4 of 20 rows rejected");
  expect(entries[3]?.textContent).toContain("Zz of tomorrow");
});

test("an item leads to its rows, a lender masked", async () => {
  const { asked } = await draw(found(FINDINGS));
  const list = await screen.findByRole("list", { name: "Where: Lenders who took out more than they put in" });
  expect(list.textContent).not.toContain("lender-0007");
  expect(screen.getByText("The first 50 are listed.")).toBeDefined();
  fireEvent.click(within(list).getByRole("button", { name: "le••••07 lowest balance −¥5.07" }));
  expect(asked).toMatchObject([{ where: { lender: "lender-0007", period: { from: AS_OF, to: AS_OF } } }]);
  expect(asked[0]?.title).toBe("Rows: le••••07");
  expect(asked[0]?.subtitle).toBe("Lenders who took out more than they put in: lowest balance −¥5.07");
});

test("an item whose rows were rejected leads to its import, one without either leads nowhere", async () => {
  const { asked, opened } = await draw(found(FINDINGS));
  fireEvent.click(await screen.findByRole("button", { name: /=day\.csv/ }));
  expect([asked, opened]).toEqual([[], [7]]);
  expect(screen.getByText("something").closest("button")).toBeNull();
});

test("a partial day is told apart from others and from missing ones, and leads to its rows", async () => {
  const { asked } = await draw(found([]));
  const partial = await screen.findByRole("button", {
    name: "Sunday, November 1, 2026: 5 rows, partial, ordinarily 40 rows",
  });
  expect(screen.getByText("1 day partial")).toBeDefined();
  expect(screen.getByText("1 day missing")).toBeDefined();
  expect(screen.getByText(/^Partial: under a quarter/)).toBeDefined();
  fireEvent.focus(partial);
  expect(screen.getByText("Partial: ordinarily 40 rows")).toBeDefined();
  fireEvent.click(partial);
  expect(asked).toMatchObject([{ where: { period: { from: AS_OF - 19, to: AS_OF - 19 } } }]);
});

test("it speaks Chinese", async () => {
  await draw(found(FINDINGS), "zh");
  expect(await screen.findByRole("heading", { name: "数据问题" })).toBeDefined();
  expect(screen.getByText("没有数据的日期")).toBeDefined();
});
