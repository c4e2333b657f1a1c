import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import type { EngineMethods } from "#src/engine/protocol.ts";
import { OverviewScreen } from "#src/features/overview/OverviewScreen.tsx";
import { NOTES, TARGETS, targetOf } from "#test/features/targets/answers.ts";

import { cohortResult, seriesResult } from "./answers.ts";
import { AS_OF, drawScreen, type ScreenOptions } from "./screen.tsx";

const days = [{ volumeNew: 1_000_00, volumeReturning: 2_000_00, exitsScheduled: 500_00 }, {}, {}];
const outstanding = targetOf({
  in: "2026-11-01",
  metric: "outstanding",
  metricName: "outstanding",
  target: 500_000,
  actual: 400_000,
  share: 0.8,
  isOver: false,
  expectedByNow: 420_000,
  pace: "behind",
});

async function draw(methods: Partial<EngineMethods> = {}, options: Partial<ScreenOptions> = {}) {
  await drawScreen(<OverviewScreen />, {
    methods: {
      series: () => Promise.resolve(seriesResult({ opening: 1_000_00, days })),
      cohorts: () => Promise.resolve(cohortResult(0.5, 0.6)),
      targets: () => Promise.resolve({ ...TARGETS, targets: [...TARGETS.targets, outstanding] }),
      annotations: () => Promise.resolve(NOTES),
      ...methods,
    },
    status: { tables: { targets: 6, annotations: 2 } },
    ...options,
  });
}

test("the north star and its terms say how far the month's targets are", async () => {
  await draw();
  expect((await screen.findAllByText(/80% of ¥5,000, Nov 2026/)).length).toBeGreaterThan(0);
  expect(screen.getByText(/Behind by ¥200/)).toBeDefined();
  // A quarter's figure is not read against a month's target.
  expect(await screen.findByText("Nov target: 30%")).toBeDefined();
});

test("the figure of the target's own month needs no month's name", async () => {
  const period = { from: outstanding.month.from, to: AS_OF };
  const answer = seriesResult({ opening: 1_000_00, days });
  await draw({ series: () => Promise.resolve({ ...answer, total: { ...answer.total, period } }) });
  expect(await screen.findByText("30% of target")).toBeDefined();
});

test("in Chinese the month's target is named, too", async () => {
  await draw({}, { language: "zh" });
  expect(await screen.findByText("11月目标 30%")).toBeDefined();
});

test("beside the figures of a part there is no target of the whole", async () => {
  await draw({}, { search: "?channels=app" });
  expect((await screen.findAllByText("Volume")).length).toBeGreaterThan(0);
  expect(screen.queryByText(/of target/)).toBeNull();
});

test("the time chart lists the notes that reach into its days, and none else", async () => {
  const today = { day: AS_OF, endDay: null, text: "Autumn sale", kind: "campaign", importId: 1 };
  await draw({ annotations: () => Promise.resolve([...NOTES, today]) });
  const list = await screen.findByRole("region", { name: "Notes on the time axis" });
  expect(list.textContent).toBe("1Nov 20, 2026 Autumn sale");
});
