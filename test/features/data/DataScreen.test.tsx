import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";

import { accepted, refused } from "#src/domain/result.ts";
import type { EngineMethods } from "#src/engine/protocol.ts";
import { DataScreen } from "#src/features/data/DataScreen.tsx";
import { AS_OF, drawScreen, STATUS } from "#test/features/overview/screen.tsx";

import { CHECKS, COVERAGE, RECORD, REJECTED, SAMPLE } from "./answers.ts";

const answers: Partial<EngineMethods> = {
  imports: () => Promise.resolve([RECORD, SAMPLE]),
  rejectedRows: () => Promise.resolve(REJECTED),
  coverage: () => Promise.resolve(COVERAGE),
  checks: () => Promise.resolve(CHECKS),
};

function draw(methods: Partial<EngineMethods> = answers, language: "en" | "zh" = "en") {
  return drawScreen(<DataScreen today={() => AS_OF} />, { methods, language });
}

async function openDetails() {
  fireEvent.click(await screen.findByText("day.csv"));
  return screen.findByRole("dialog", { name: "day.csv" });
}

test("while it is read the panels keep their places", async () => {
  await draw({});
  expect(await screen.findAllByRole("status")).toHaveLength(3);
});

test("without imports it says how to begin", async () => {
  await draw({
    imports: () => Promise.resolve([]),
    coverage: () => Promise.resolve({ days: [] }),
    checks: () => Promise.resolve([]),
  });
  expect(await screen.findByText("Nothing imported yet")).toBeDefined();
  expect(screen.getByText("No day to show yet")).toBeDefined();
  expect(screen.getByText("Nothing to check yet")).toBeDefined();
});

test("a fault of each panel is its own alert", async () => {
  const failing = () => Promise.reject(new Error("no store"));
  await draw({ imports: failing, coverage: failing, checks: failing });
  await expect.poll(() => screen.queryAllByRole("alert")).toHaveLength(3);
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

test("rejected rows say how many are kept", async () => {
  await draw();
  const rejected = within(await openDetails()).getByRole("region", { name: "Rejected rows" });
  expect(rejected.textContent).toContain("The first 2 of 4 are kept");
  expect(await within(rejected).findByRole("button", { name: "Download CSV" })).toHaveProperty("disabled", false);
});

test("an import leads to its rows", async () => {
  const { asked } = await draw();
  fireEvent.click(within(await openDetails()).getByRole("button", { name: "See rows" }));
  expect(asked).toMatchObject([{ where: { importId: 7 } }]);
});

test("deleting says what will change, and then that it is done", async () => {
  const deleted: unknown[] = [];
  const deleteImports: EngineMethods["deleteImports"] = (args) => {
    deleted.push(args);
    return Promise.resolve(accepted(STATUS));
  };
  await draw({ ...answers, deleteImports });
  fireEvent.click(within(await openDetails()).getByRole("button", { name: "Delete import" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete day.csv?" });
  expect(dialog.textContent).toContain("Its 14 rows (Nov 20, 2026) leave every figure");
  fireEvent.click(within(dialog).getByRole("button", { name: "Delete import" }));
  expect(await screen.findByText("day.csv deleted")).toBeDefined();
  expect(deleted).toEqual([{ importIds: [7], today: AS_OF }]);
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
