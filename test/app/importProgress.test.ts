import { expect, test } from "vitest";

import { createMeter } from "#src/app/importing/importProgress.ts";
import type { ImportStep } from "#src/engine/protocol.ts";

const step = (fileIndex: number, rows: number): ImportStep => ({ fileIndex, fileName: "a.csv", step: "reading", rows });

test("rows add up over files", () => {
  const measure = createMeter(0);
  measure({ done: 10, total: 100, importStep: step(0, 40) }, 10);
  measure({ done: 20, total: 100, importStep: step(0, 60) }, 20);
  expect(measure({ done: 30, total: 100, importStep: step(1, 5) }, 30)).toMatchObject({ rows: 65, doneBytes: 30 });
});

test("rate and time left are means since the start, and unknown at first", () => {
  const measure = createMeter(1000);
  expect(measure({ done: 10, total: 100, importStep: step(0, 40) }, 1100)).toMatchObject({
    rowsPerSecond: 0,
    secondsLeft: undefined,
  });
  expect(measure({ done: 25, total: 100, importStep: step(0, 100) }, 3000)).toMatchObject({
    rowsPerSecond: 50,
    secondsLeft: 6,
  });
});
