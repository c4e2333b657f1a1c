import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { ImportQueuePanel } from "#src/features/data/ImportQueuePanel.tsx";
import type { ImportQueueState, QueuedFile } from "#src/features/data/importQueue.ts";
import type { Language } from "#src/ui/signs.ts";
import { UiProviders } from "#src/ui/UiProviders.tsx";

import { RECORD } from "./answers.ts";

const FILES: readonly QueuedFile[] = [
  {
    index: 0,
    fileName: "a.csv",
    sizeBytes: 1000,
    step: "done",
    rows: 0,
    outcome: { type: "imported", fileName: "a.csv", record: RECORD },
  },
  {
    index: 1,
    fileName: "b.csv",
    sizeBytes: 1000,
    step: "done",
    rows: 0,
    outcome: { type: "known", fileName: "b.csv", sha256: "", importId: 1, counts: RECORD.counts },
  },
  {
    index: 2,
    fileName: "c.csv",
    sizeBytes: 1000,
    step: "done",
    rows: 0,
    outcome: { type: "refused", fileName: "c.csv", sha256: "", refusal: { code: "EMPTY_FILE", message: "" } },
  },
  {
    index: 3,
    fileName: "d.csv",
    sizeBytes: 1000,
    step: "done",
    rows: 0,
    outcome: { type: "unstored", fileName: "d.csv", refusal: { code: "STORAGE_FULL", message: "" } },
  },
  {
    index: 4,
    fileName: "e.csv",
    sizeBytes: 1000,
    step: "done",
    rows: 0,
    outcome: { type: "cancelled", fileName: "e.csv" },
  },
  { index: 5, fileName: "f.csv", sizeBytes: 1000, step: "reading", rows: 321, outcome: null },
];

const RUNNING: ImportQueueState = {
  files: FILES,
  running: true,
  doneBytes: 3000,
  totalBytes: 6000,
  rowsPerSecond: 1234.5,
  secondsLeft: 100,
};

function draw(queue: ImportQueueState, language: Language = "en") {
  const calls: string[] = [];
  render(
    <UiProviders language={language}>
      <ImportQueuePanel queue={queue} onCancel={() => calls.push("cancel")} onClose={() => calls.push("close")} />
    </UiProviders>,
  );
  return calls;
}

test("a running queue shows bytes, speed and time left, and can be cancelled", () => {
  const calls = draw(RUNNING);
  expect(screen.getByRole("progressbar").getAttribute("aria-valuetext")).toBe("50%");
  expect(screen.getByText("3 KB of 6 KB · 1,235 rows a second · about 2 minutes left")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(calls).toEqual(["cancel"]);
});

test("a queue that was cancelled says how far it came", () => {
  const ended = FILES.filter(({ outcome }) => outcome !== null);
  draw({ ...RUNNING, files: ended, running: false });
  expect(screen.getByRole("region", { name: "Cancelled after 4 of 5 files" })).toBeDefined();
});

test("every outcome is worded", () => {
  draw(RUNNING);
  expect(screen.getByText(/^14 rows stored/).textContent).toBe(
    "14 rows stored · 3 replaced · 1 duplicate · 4 rejected · 1 ignored",
  );
  expect(screen.getByText(/^Already imported/)).toBeDefined();
  expect(screen.getByText("The file is empty")).toBeDefined();
  expect(screen.getByText("The browser has no more room for data")).toBeDefined();
  expect(screen.getByText("Not taken: the import was cancelled before it was stored")).toBeDefined();
  expect(screen.getByText("Reading · 321 rows")).toBeDefined();
  expect(screen.getByRole("status").textContent).toBe(
    "1 imported · 1 already there · 1 refused · 1 not stored · 1 not taken",
  );
});

test("a finished queue is put away", () => {
  const calls = draw({ ...RUNNING, files: FILES.slice(0, 5), running: false });
  expect(screen.queryByRole("progressbar")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(calls).toEqual(["close"]);
});

test("it speaks Chinese", () => {
  draw({ ...RUNNING, secondsLeft: 5.2 }, "zh");
  expect(screen.getByRole("region", { name: "正在导入 6 个文件" })).toBeDefined();
  expect(screen.getByText(/约剩 5 秒/)).toBeDefined();
});
