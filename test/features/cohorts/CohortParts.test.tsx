import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import type { EngineMethods, ProjectionArgs, ProjectionResult, RetentionArgs } from "#src/engine/protocol.ts";
import { CohortsScreen } from "#src/features/cohorts/CohortsScreen.tsx";
import { drawScreen, type ScreenOptions } from "#test/features/overview/screen.tsx";

import { month, RESULT, RETENTION } from "./answers.ts";
import { PROJECTION, RENEWAL } from "./projectionAnswers.ts";

async function draw(
  search: string,
  options: Omit<ScreenOptions, "methods" | "search"> = {},
  own: Partial<EngineMethods> = {},
) {
  const asked: RetentionArgs[] = [];
  const methods: Partial<EngineMethods> = {
    cohorts: () => Promise.resolve(RESULT),
    retention: (args) => {
      asked.push(args);
      return Promise.resolve(RETENTION);
    },
    cohortProjection: () => Promise.resolve(PROJECTION),
    renewalFit: () => Promise.resolve(RENEWAL),
    ...own,
  };
  return { ...(await drawScreen(<CohortsScreen />, { ...options, methods, search })), modes: asked };
}

/** As a pointer does: the press, then the click. */
async function choose(label: string, option: string): Promise<void> {
  fireEvent.click(await screen.findByRole("combobox", { name: label }));
  const item = await screen.findByRole("option", { name: option });
  fireEvent.pointerDown(item, { pointerType: "mouse" });
  fireEvent.click(item);
}

test("RT5 a mode is asked for and stands in the link", async () => {
  const { search, modes } = await draw("");
  await choose("Counts as retained", "In a bracket of ages");
  await expect.poll(search).toContain("retained=brackets");
  await expect.poll(() => modes.at(-1)).toMatchObject({ mode: "brackets", brackets: [0, 1, 3, 6, 12] });
  expect(await screen.findByRole("columnheader", { name: "M1–M2" })).toBeDefined();
});

test("RT5 first ages of brackets are edited, and refused when they do not ascend", async () => {
  const { search, modes } = await draw("?retained=brackets");
  const field = await screen.findByRole("textbox", { name: "First ages of the brackets" });
  fireEvent.change(field, { target: { value: "0, 5, 2" } });
  expect(await screen.findByText("Whole ages that ascend: 0, 1, 3, 6")).toBeDefined();
  fireEvent.change(field, { target: { value: "0, 2" } });
  fireEvent.click(screen.getByRole("button", { name: "Apply" }));
  await expect.poll(search).toContain("brackets=0%2C2");
  await expect.poll(() => modes.at(-1)?.brackets).toEqual([0, 2]);
});

test("RT6 RT7 rolling months and the simple mean are one press away", async () => {
  const { modes } = await draw("");
  fireEvent.click(await screen.findByRole("radio", { name: "Rolling" }));
  fireEvent.click(screen.getByRole("radio", { name: "Simple" }));
  await expect.poll(() => modes.at(-1)).toMatchObject({ clock: "rolling", mean: "simple", mode: "on" });
});

test("modes are not offered where they mean nothing", async () => {
  await draw("?measure=volume");
  await screen.findByRole("heading", { name: "Cohorts by age" });
  expect(screen.queryByRole("combobox", { name: "Counts as retained" })).toBeNull();
});

test("RT9 a cell leads to the lenders that it counts", async () => {
  const { asked } = await draw("?retained=brackets");
  fireEvent.click(await screen.findByRole("button", { name: /Aug 2026, M1–M2: 80%/ }));
  expect(asked[0]).toMatchObject({
    title: "Cohort Aug 2026 at M1–M2",
    where: { cohort: month(0), retained: { measure: "holding", clock: "calendar", ages: { from: 1, to: 2 } } },
  });
});

test("ways of coming need a lenders file, and say so", async () => {
  await draw("?split=kind");
  expect(await screen.findByText("Drop a lenders file to split by how lenders came")).toBeDefined();
  fireEvent.click(await screen.findByRole("combobox", { name: "Split by" }));
  const option = await screen.findByRole("option", { name: "Campaign: needs a lenders file" });
  expect(option.getAttribute("aria-disabled")).toBe("true");
});

test("cohorts are left out of the mean and drawn as lines by ticks in the table", async () => {
  const { search } = await draw("");
  fireEvent.click(await screen.findByRole("button", { name: "Choose cohorts" }));
  fireEvent.click(await screen.findByRole("checkbox", { name: "Sep 2026 in the mean" }));
  await expect.poll(search).toContain("hide=2026-09-01");
  expect(await screen.findByRole("rowheader", { name: "Sep 2026, hidden" })).toBeDefined();
  fireEvent.click(screen.getByRole("checkbox", { name: "Aug 2026 as a line" }));
  await expect.poll(search).toContain("lines=2026-08-01");
  expect(await screen.findByText("The cohorts chosen below, beside the mean")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Show all again" }));
  await expect.poll(search).not.toContain("hide=");
});

test("no more than 6 cohorts can be drawn against each other", async () => {
  const lines = [1, 2, 3, 4, 5, 6].map((at) => `2026-0${at}-01`).join(",");
  await draw(`?lines=${lines}`);
  const box = await screen.findByRole("checkbox", { name: "Aug 2026 as a line" });
  expect(box.getAttribute("aria-disabled")).toBe("true");
});

test("RT8 the age of the trend is chosen", async () => {
  const { search } = await draw("");
  expect(await screen.findByRole("heading", { name: "Holding retention at M1, by cohort" })).toBeDefined();
  await choose("Age", "M2");
  await expect.poll(search).toContain("step=2");
  expect(await screen.findByRole("heading", { name: "Holding retention at M2, by cohort" })).toBeDefined();
});

test("the parts of the screen are tabs in the link", async () => {
  const { search } = await draw("");
  fireEvent.click(await screen.findByRole("tab", { name: "Projection" }));
  await expect.poll(search).toContain("cohortView=projection");
  expect(await screen.findByRole("heading", { name: "Lifetime volume, projected · All cohorts" })).toBeDefined();
});

test("PJ6 the projection prints its own past error", async () => {
  await draw("?cohortView=projection");
  expect(
    await screen.findByText(
      /from 4 earlier months.*\(34 totals\), the ladder was off by 26%.*mean gains by 38%.*held 60% of the time/,
    ),
  ).toBeDefined();
});

test("PJ5 a month that broke the pattern is named, with the way out", async () => {
  const { search } = await draw("?cohortView=projection");
  const note = await screen.findByRole("note", { name: "A month broke the pattern that the projection relies on" });
  expect(note.textContent).toContain("Oct 2026 changed all cohorts at once");
  fireEvent.click(within(note).getByRole("button", { name: "Use the last 6 months only" }));
  await expect.poll(search).toContain("diagonals=6");
});

test("PJ4 the table says how sure it is, and that few lenders are only an indication", async () => {
  const { search } = await draw("?cohortView=projection&per=total");
  const table = await screen.findByRole("grid", { name: "Cohorts: observed and expected" });
  const row = (await within(table).findByText("Sep 2026")).closest("[role=row]");
  expect(row?.textContent).toContain("¥1,500 e");
  expect(row?.textContent).toContain("¥1,490 – ¥1,520");
  expect(within(table).getByText("indicative")).toBeDefined();
  fireEvent.click(within(table).getByText("Sep 2026"));
  await expect.poll(search).toContain("projectedCohort=2026-09-01");
  expect(await screen.findByRole("heading", { name: "Lifetime volume, projected · Sep 2026" })).toBeDefined();
});

test("horizon and discount are asked for, and the horizon goes back to where a range is known", async () => {
  const asked: ProjectionArgs[] = [];
  const cohortProjection = (args: ProjectionArgs): Promise<ProjectionResult> => {
    asked.push(args);
    const cohorts = Array.from({ length: 6 }, (_, at) => ({ ...PROJECTION.cohorts[0]!, cohort: month(at) }));
    return Promise.resolve({ ...PROJECTION, cohorts });
  };
  const { search } = await draw("?cohortView=projection", {}, { cohortProjection });
  fireEvent.click(await screen.findByRole("radio", { name: "10% a year" }));
  await choose("Horizon", "Up to M6");
  await expect.poll(() => asked.at(-1)).toMatchObject({ horizonMonths: 6, discountPpm: 100_000 });
  fireEvent.click(await screen.findByRole("button", { name: "Project up to M1" }));
  await expect.poll(search).toContain("horizon=1");
});

test("a projection of margin without a spread says what to enter", async () => {
  const missing = { ...PROJECTION, missing: "spread", cohorts: [] } as const;
  await draw("?cohortView=projection&projected=margin", {}, { cohortProjection: () => Promise.resolve(missing) });
  expect(await screen.findByRole("link", { name: "Enter the net spread in Settings" })).toBeDefined();
});

test("RN2 renewal shows every term, and why one is not fitted", async () => {
  await draw("?cohortView=renewal");
  expect(await screen.findByRole("heading", { name: "30 days term" })).toBeDefined();
  expect(screen.getByText(/Fewer than 100 lenders with a maturity behind them/)).toBeDefined();
});

test("it speaks Chinese", async () => {
  await draw("?cohortView=projection", { language: "zh" });
  expect(await screen.findByRole("heading", { name: "累计成交额预测 · 全部同期群" })).toBeDefined();
  expect(screen.getByRole("tab", { name: "复投拟合" })).toBeDefined();
});
