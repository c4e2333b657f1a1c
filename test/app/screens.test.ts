import { expect, test } from "vitest";

import { isFirstRun, SCREENS, screensWithout, type ScreenEntry } from "#src/app/shell/screens.ts";
import type { EngineStatus } from "#src/engine/protocol.ts";

import { statusWith } from "./fakeEngine.ts";

const LEDGER = statusWith(1);
const LOANS = statusWith(0, { imports: 1, tables: { loans: 12 } });

function firstRunOf(status: EngineStatus): string[] {
  return SCREENS.filter((screen) => isFirstRun(screen, status)).map(({ id }) => id);
}

const idsOf = (screens: readonly ScreenEntry[]): string[] => screens.map(({ id }) => id);

test("without data the first-run page stands for every screen of figures", () => {
  expect(firstRunOf(statusWith(0))).toEqual(idsOf(SCREENS.filter(({ bar }) => bar !== "none")));
  expect(screensWithout(statusWith(0))).toEqual([]);
});

test("transactions open every screen", () => {
  expect(firstRunOf(LEDGER)).toEqual([]);
  expect(firstRunOf(statusWith(1, { tables: { loans: 12 } }))).toEqual([]);
});

test("loans alone open profit and credit quality, and no other", () => {
  expect(idsOf(screensWithout(LOANS))).toEqual(["profitability", "vintages"]);
  const shut = idsOf(SCREENS.filter(({ bar, id }) => bar !== "none" && id !== "profitability" && id !== "vintages"));
  expect(firstRunOf(LOANS)).toEqual(shut);
});

test("neither a loans file without a row nor another dataset is enough", () => {
  expect(screensWithout(statusWith(0, { imports: 1, tables: { loans: 0, funds: 3 } }))).toEqual([]);
});
