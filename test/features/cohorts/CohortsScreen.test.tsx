import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { CohortsScreen } from "#src/features/cohorts/CohortsScreen.tsx";
import type { CohortArgs, CohortResult } from "#src/engine/protocol.ts";
import { drawScreen, type ScreenOptions } from "#test/features/overview/screen.tsx";

import { month, RESULT, SPLIT } from "./answers.ts";

function draw(answer: CohortResult | Error, options: Omit<ScreenOptions, "methods"> = {}) {
  const cohorts = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  return drawScreen(<CohortsScreen />, { ...options, methods: { cohorts } });
}

test("while it is computed the panels keep their places", async () => {
  await drawScreen(<CohortsScreen />, { methods: {} });
  expect(await screen.findAllByRole("status")).not.toHaveLength(0);
  expect(screen.getByRole("heading", { name: "Cohorts by age" })).toBeDefined();
});

test("a fault is an alert with a way to try again", async () => {
  await draw(new Error("no book"));
  expect((await screen.findByRole("alert")).textContent).toContain("no book");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

test("without cohorts it says what brings them", async () => {
  await draw({ ...RESULT, groups: [] });
  expect(await screen.findByText("No cohort yet")).toBeDefined();
});

test("margin without a spread says what to enter and links to Settings", async () => {
  await draw({ ...RESULT, groups: [], missing: "spread" }, { search: "?measure=lifetimeMargin" });
  const link = await screen.findByRole("link", { name: "Enter the net spread in Settings" });
  expect(link.getAttribute("href")).toMatch(/^\/settings/);
});

test("a cell names its value, interval and size, and leads to its rows", async () => {
  const { asked } = await draw(RESULT);
  const cell = await screen.findByRole("button", {
    name: /Aug 2026, M1: 80%.*95 % interval 25\.0% – 37\.5%.*Cohort size 100/,
  });
  fireEvent.click(cell);
  expect(asked[0]).toMatchObject({
    title: "Cohort Aug 2026 at M1",
    where: { cohort: month(0), period: { to: month(1).to } },
  });
});

test("the running cohort has its size and no cells", async () => {
  await draw(RESULT);
  const row = (await screen.findByRole("rowheader", { name: "Nov 2026, running" })).closest("tr");
  expect(within(row!).queryAllByRole("button")).toHaveLength(0);
  expect(row?.textContent).toContain("80");
});

test("re-lend retention is never shown without the note on locked lenders", async () => {
  const { search } = await draw(RESULT, { search: "?measure=relend" });
  expect(await screen.findByText(/Locked lenders need not lend/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show holding retention" }));
  await expect.poll(search).toContain("measure=holding");
});

test("a split shows its groups side by side and one of them in full", async () => {
  const { asked } = await draw(SPLIT, { search: "?split=channel" });
  fireEvent.click(await screen.findByRole("tab", { name: /\(none\)/ }));
  expect(screen.getByRole("region", { name: "search" })).toBeDefined();
  fireEvent.click(await screen.findByRole("button", { name: /Aug 2026, M1: 80%/ }));
  expect(asked[0]).toMatchObject({ title: "Cohort Aug 2026 at M1, (none)", where: { firstChannel: "" } });
});

test("the controls stand in the link", async () => {
  const asked: CohortArgs[] = [];
  const cohorts = (args: CohortArgs) => {
    asked.push(args);
    return Promise.resolve(RESULT);
  };
  const { search } = await drawScreen(<CohortsScreen />, { methods: { cohorts }, search: "?measure=volume" });
  fireEvent.click(await screen.findByRole("radio", { name: "Total" }));
  fireEvent.click(screen.getByRole("radio", { name: "Week" }));
  await expect.poll(search).toContain("by=week");
  expect(search()).toContain("per=total");
  await expect.poll(() => asked.at(-1)).toMatchObject({ measure: "volume", per: "total", grain: "week" });
});

test("it speaks Chinese", async () => {
  await draw(RESULT, { language: "zh" });
  expect(await screen.findByRole("heading", { name: "同期群热力图" })).toBeDefined();
  expect(screen.getByRole("rowheader", { name: "2026年11月（进行中）" })).toBeDefined();
});
