import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";

import type { ImportRecord } from "#src/domain/imports.ts";
import { accepted, refused } from "#src/domain/result.ts";
import type { EngineMethods } from "#src/engine/protocol.ts";
import { DataScreen } from "#src/features/data/DataScreen.tsx";
import { AS_OF, drawScreen, STATUS } from "#test/features/overview/screen.tsx";

import { ATTEMPTS, CHANGE, CHECKS, COVERAGE, RECORD, REJECTED, SAMPLE } from "./answers.ts";

const answers: Partial<EngineMethods> = {
  imports: () => Promise.resolve([RECORD, SAMPLE]),
  rejectedRows: () => Promise.resolve(REJECTED),
  coverage: () => Promise.resolve(COVERAGE),
  checks: () => Promise.resolve(CHECKS),
  findings: () => Promise.resolve([]),
  attempts: () => Promise.resolve(ATTEMPTS),
};

function draw(methods: Partial<EngineMethods> = answers, language: "en" | "zh" = "en") {
  return drawScreen(<DataScreen today={() => AS_OF} />, { methods, language });
}

function drawAt(hash: string) {
  return drawScreen(<DataScreen today={() => AS_OF} />, { methods: answers, search: hash });
}

async function openDetails() {
  fireEvent.click(await screen.findByText("day.csv"));
  return screen.findByRole("dialog", { name: "day.csv" });
}

test("while it is read the panels keep their places", async () => {
  await draw({});
  expect(await screen.findAllByRole("status")).toHaveLength(5);
});

test("without imports it says how to begin", async () => {
  await draw({
    imports: () => Promise.resolve([]),
    coverage: () => Promise.resolve({ days: [] }),
    checks: () => Promise.resolve([]),
    attempts: () => Promise.resolve([]),
  });
  expect(await screen.findByText("Nothing imported yet")).toBeDefined();
  expect(screen.getByText("No day to show yet")).toBeDefined();
  expect(screen.getByText("Nothing to check yet")).toBeDefined();
  expect(screen.getByText("No file was refused")).toBeDefined();
});

test("a fault of each panel is its own alert", async () => {
  const failing = () => Promise.reject(new Error("no store"));
  await draw({ imports: failing, coverage: failing, checks: failing, findings: failing, attempts: failing });
  await expect.poll(() => screen.queryAllByRole("alert")).toHaveLength(5);
});

test("an import's details show rows that add up, its layout and what was passed over", async () => {
  await draw();
  const drawer = await openDetails();
  const text = drawer.textContent;
  expect(text).toContain("Read20=Accepted11+Replaced3+Duplicate1+Rejected4+Ignored1");
  expect(text).toContain("GB18030");
  expect(text).toContain("Amounts in万 yuan");
  expect(within(drawer).getByRole("region", { name: "Types nobody has mapped" }).textContent).toContain("积分兑换2");
  expect(within(drawer).getByRole("region", { name: "Lines passed over" }).textContent).toContain("合计,20");
  expect(within(drawer).getByRole("region", { name: "Warnings" }).textContent).toContain("NO_TERM");
});

test("rejected rows say how many are kept, and hide whole lines until they are asked for", async () => {
  await draw();
  const rejected = within(await openDetails()).getByRole("region", { name: "Rejected rows" });
  expect(rejected.textContent).toContain("The first 2 of 4 are kept");
  expect(await within(rejected).findByRole("button", { name: "Reasons as CSV" })).toHaveProperty("disabled", false);
  expect(within(rejected).queryByRole("columnheader", { name: "Original line" })).toBeNull();
  fireEvent.click(within(rejected).getByRole("button", { name: "Show whole lines" }));
  expect(within(rejected).getByRole("columnheader", { name: "Original line" })).toBeDefined();
});

test("the rows to mend come as the engine writes them", async () => {
  const downloads: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push(this.download);
  });
  const asked: unknown[] = [];
  const rejectedFile: EngineMethods["rejectedFile"] = (args) => {
    asked.push(args);
    return Promise.resolve(new Blob(["x"]));
  };
  await draw({ ...answers, rejectedFile });
  fireEvent.click(within(await openDetails()).getByRole("button", { name: "Download to mend" }));
  await expect.poll(() => downloads).toEqual(["day to mend.tsv"]);
  expect(asked).toEqual([{ importId: 7 }]);
  vi.restoreAllMocks();
});

test("a link to an import marks its row, and the keyboard begins there", async () => {
  await drawAt("#import-3");
  const table = await screen.findByRole("grid", { name: "Import history" });
  const marked = within(table).getByRole("row", { current: true });
  expect(marked.textContent).toContain("sample.csv");
  expect(document.activeElement).toBe(table);
  expect(table.getAttribute("aria-activedescendant")).toBe(marked.id);
  fireEvent.keyDown(table, { key: "Enter" });
  expect(await screen.findByRole("dialog", { name: "sample.csv" })).toBeDefined();
});

test.each(["", "#import-99", "#import-x"])("without an import to lead to no row is marked: %s", async (hash) => {
  await drawAt(hash);
  const table = await screen.findByRole("grid", { name: "Import history" });
  expect(within(table).queryByRole("row", { current: true })).toBeNull();
  expect(document.activeElement).toBe(document.body);
});

test("the drawer tells dataset, mode, container and totals that do not agree", async () => {
  const record: ImportRecord = {
    ...RECORD,
    dataset: "loans",
    mode: "replace_days",
    container: { kind: "zip", fileName: "june.zip", sizeBytes: 9, member: "2024-06-01.csv" },
    controlTotals: [
      { line: 24, text: "合计,20", measure: "amount", stated: 2_000, found: 1_500 },
      { line: 25, text: "笔数,14", measure: "rows", stated: 14, found: 14 },
    ],
  };
  await draw({ ...answers, imports: () => Promise.resolve([record]) });
  const drawer = within(await openDetails());
  const layout = drawer.getByRole("region", { name: "How the file was read" }).textContent;
  expect(layout).toContain("DatasetLoans");
  expect(layout).toContain("ModeReplace days");
  expect(layout).toContain("Packed in2024-06-01.csv in june.zip");
  const totals = drawer.getByRole("region", { name: "Control totals" }).textContent;
  expect(totals).toContain("24合计,20¥20.00¥15.00−¥5.00");
  expect(totals).toContain("25笔数,141414Agrees");
  // What is beside the ledger has no rows in its list, and changes none of its figures.
  expect(drawer.queryByRole("button", { name: "See rows" })).toBeNull();
  expect(drawer.queryByRole("region", { name: "What this import changed" })).toBeNull();
});

test("what an import changed is shown with its details", async () => {
  const asked: unknown[] = [];
  const restatement: EngineMethods["restatement"] = (args) => {
    asked.push(args);
    return Promise.resolve(CHANGE);
  };
  await draw({ ...answers, restatement });
  const changed = within(await openDetails()).getByRole("region", { name: "What this import changed" });
  expect(await within(changed).findByText("¥10.00 → ¥12.00")).toBeDefined();
  expect(changed.textContent).toContain("Rows added3");
  expect(changed.textContent).toContain("Outstanding at Nov 20, 2026¥90.00 → ¥92.00");
  expect(within(changed).getByRole("grid").textContent).toContain("Nov 20, 2026");
  expect(asked).toEqual([{ importId: 7 }]);
});

test("an import that was compacted says why it cannot be undone", async () => {
  await draw({ ...answers, imports: () => Promise.resolve([{ ...RECORD, isCompacted: true }]) });
  const drawer = within(await openDetails());
  expect(drawer.getByRole("button", { name: "Undo import" })).toHaveProperty("disabled", true);
  expect(drawer.getByText(/rows that later imports stand over were compacted away/)).toBeDefined();
});

test("files that were refused say when, why and what to do", async () => {
  await draw();
  const list = await screen.findByRole("list", { name: "Files that were refused" });
  expect(list.textContent).toContain("export.zip");
  expect(list.textContent).toContain("The archive is damaged CORRUPT_ARCHIVE");
  expect(list.textContent).toContain("Download or export it again");
});

test("on a phone the history tells file, days, rows and status", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  await draw();
  const list = await screen.findByRole("list", { name: "Import history" });
  expect(list.querySelector("li")?.textContent).toBe("day.csv4 rejectedNov 20, 202620 rows");
  fireEvent.click(within(list).getByRole("button", { name: /^day\.csv/ }));
  expect(await screen.findByRole("dialog", { name: "day.csv" })).toBeDefined();
  vi.unstubAllGlobals();
});

test("on a phone too a link to an import marks its line and begins there", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  await drawAt("#import-3");
  const line = within(await screen.findByRole("list", { name: "Import history" })).getByRole("button", {
    current: true,
  });
  expect(line.textContent).toContain("sample.csv");
  expect(document.activeElement).toBe(line);
  vi.unstubAllGlobals();
});

test("the list undoes an import without opening it", async () => {
  const deleted: unknown[] = [];
  const deleteImports: EngineMethods["deleteImports"] = (args) => {
    deleted.push(args);
    return Promise.resolve(accepted(STATUS));
  };
  await draw({ ...answers, deleteImports });
  fireEvent.click(await screen.findByRole("button", { name: "Undo the import of day.csv" }));
  const dialog = await screen.findByRole("dialog", { name: "Undo the import of day.csv?" });
  expect(screen.queryByRole("dialog", { name: "day.csv" })).toBeNull();
  fireEvent.click(within(dialog).getByRole("button", { name: "Undo import" }));
  await expect.poll(() => deleted).toEqual([{ importIds: [7], today: AS_OF }]);
});

test("an import leads to its rows", async () => {
  const { asked } = await draw();
  fireEvent.click(within(await openDetails()).getByRole("button", { name: "See rows" }));
  expect(asked).toMatchObject([{ where: { importId: 7 } }]);
});

test("undoing says what will change, and then that it is done", async () => {
  const deleted: unknown[] = [];
  const deleteImports: EngineMethods["deleteImports"] = (args) => {
    deleted.push(args);
    return Promise.resolve(accepted(STATUS));
  };
  await draw({ ...answers, deleteImports });
  fireEvent.click(within(await openDetails()).getByRole("button", { name: "Undo import" }));
  const dialog = await screen.findByRole("dialog", { name: "Undo the import of day.csv?" });
  expect(dialog.textContent).toContain("Its 14 rows (Nov 20, 2026) leave every figure");
  fireEvent.click(within(dialog).getByRole("button", { name: "Undo import" }));
  expect(await screen.findByText("Import of day.csv undone")).toBeDefined();
  expect(deleted).toEqual([{ importIds: [7], today: AS_OF }]);
});

test("undoing a file whose rows were all there does not speak of none", async () => {
  const counts = { read: 12, accepted: 0, replaced: 0, duplicate: 12, rejected: 0, ignored: 0 };
  await draw({ ...answers, imports: () => Promise.resolve([{ ...RECORD, counts }]) });
  fireEvent.click(await screen.findByRole("button", { name: "Undo the import of day.csv" }));
  const dialog = await screen.findByRole("dialog", { name: "Undo the import of day.csv?" });
  expect(dialog.textContent).toContain("its 12 rows (Nov 20, 2026) were there already");
  expect(dialog.textContent).not.toContain("0 rows");
});

test("a store that refuses is worded", async () => {
  const deleteImports = () => Promise.resolve(refused({ code: "STORAGE_FULL" as const, message: "" }));
  await draw({ ...answers, deleteImports });
  fireEvent.click(await screen.findByRole("button", { name: "Remove sample data" }));
  // An urgent toast is shown and announced.
  expect(await screen.findAllByText("The browser has no more room for data")).not.toHaveLength(0);
});

test("one click removes the sample, and only the sample", async () => {
  const deleted: (readonly number[])[] = [];
  const deleteImports: EngineMethods["deleteImports"] = ({ importIds }) => {
    deleted.push(importIds);
    return Promise.resolve(accepted(STATUS));
  };
  await draw({ ...answers, deleteImports });
  fireEvent.click(await screen.findByRole("button", { name: "Remove sample data" }));
  expect(await screen.findByText("Sample data removed")).toBeDefined();
  expect(deleted).toEqual([[3]]);
});

test("a day of the calendar tells its rows, is reached by arrow keys and leads to its rows", async () => {
  const { asked } = await draw();
  const newest = await screen.findByRole("button", { name: "Sunday, November 1, 2026: 5 rows" });
  expect(newest.tabIndex).toBe(0);
  newest.focus();
  fireEvent.keyDown(newest, { key: "End" });
  const missing = screen.getByRole("button", { name: "Friday, November 20, 2026: no rows, missing" });
  expect(document.activeElement).toBe(missing);
  fireEvent.click(missing);
  expect(asked).toMatchObject([{ where: { period: { from: AS_OF, to: AS_OF } } }]);
  expect(screen.getByText("1 day missing")).toBeDefined();
});

test("checks that fail are open, with both sides and examples that lead to rows", async () => {
  const { asked } = await draw();
  const sides = await screen.findByLabelText("Figures of “Transfers pair up every day”");
  expect(sides.textContent).toBe("Transfers in¥5.00Transfers out¥3.00Difference+¥2.00");
  fireEvent.click(screen.getByRole("button", { name: "Nov 20, 2026" }));
  expect(asked[0]).toMatchObject({ where: { period: { from: AS_OF, to: AS_OF } } });
  expect(screen.getByText("2 checks need a look")).toBeDefined();
  expect(screen.getByText("2 lenders")).toBeDefined();
});

test("a lender in an example is masked, and leads to its rows", async () => {
  const { asked } = await draw();
  await screen.findByText("2 checks need a look");
  expect(screen.queryByText(/lender-0042/)).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: /42$/ }));
  expect(asked[0]).toMatchObject({ where: { lender: "lender-0042" } });
  expect(asked[0]?.title).not.toContain("lender-0042");
});

test("it speaks Chinese", async () => {
  await draw(answers, "zh");
  expect(await screen.findByRole("heading", { name: "数据校验" })).toBeDefined();
  expect(screen.getByRole("button", { name: "移除示例数据" })).toBeDefined();
});
