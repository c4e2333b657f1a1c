import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { DownloadButton } from "#src/ui/DownloadButton.tsx";
import { pagedFile, type FilePage, type PagedFileOptions } from "#src/ui/pagedFile.ts";
import { UiProviders } from "#src/ui/UiProviders.tsx";

const COLUMNS = [{ id: "n", label: "N", type: "count" }] as const;

const made = vi.fn<(blob: Blob) => string>();

beforeEach(() => {
  made.mockReset().mockReturnValue("blob:file");
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => made(blob as Blob));
});
afterEach(() => vi.restoreAllMocks());

function draw(pageAt: (offset: number) => Promise<FilePage>) {
  const write = (options: PagedFileOptions) => pagedFile({ columns: COLUMNS, pageAt }, options);
  render(
    <UiProviders language="en">
      <DownloadButton
        label="CSV"
        hint="All of them"
        detail={(done, total) => `${done} of ${total} things`}
        fileName="things"
        write={write}
        finished={(count) => `${count} things downloaded`}
      />
    </UiProviders>,
  );
  fireEvent.click(screen.getByRole("button", { name: "CSV" }));
}

test("a list of several pages becomes one file, and it is said how many rows it holds", async () => {
  draw((offset) => Promise.resolve({ dataVersion: 1, total: 3, rows: [[offset]] }));
  expect(await screen.findByText("3 things downloaded")).toBeDefined();
  const text = await made.mock.calls[0]![0].text();
  expect(text.replace("\uFEFF", "").trim().split("\r\n")).toEqual(['"N"', "0", "1", "2"]);
});

test("while it is written it says how far it is, and cancelling makes no file", async () => {
  draw((offset) => (offset === 0 ? Promise.resolve(page(0)) : new Promise<never>(() => {})));
  expect(await screen.findByText("1 of 3 things")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(made).not.toHaveBeenCalled();
});

test("a list that changes on the way makes no file, and says why", async () => {
  draw((offset) => Promise.resolve({ ...page(offset), dataVersion: offset }));
  // An urgent toast is shown and announced.
  expect(await screen.findAllByText("The data changed meanwhile. Start the download again.")).not.toHaveLength(0);
  expect(made).not.toHaveBeenCalled();
});

test("a page that fails says so, and the download can be started again", async () => {
  draw(() => Promise.reject(new Error("block is gone")));
  expect(await screen.findAllByText("block is gone")).not.toHaveLength(0);
  expect(await screen.findByRole("button", { name: "CSV" })).toBeDefined();
});

function page(offset: number): FilePage {
  return { dataVersion: 1, total: 3, rows: [[offset]] };
}
