import { readFileSync } from "node:fs";
import path from "node:path";

import type { Locator, Page } from "@playwright/test";
import { gzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";

import { downloadCsv, importReviewed, openImport } from "#test/support/appPage.ts";
import { expect, test } from "#test/support/appTest.ts";
import { encodeText } from "#test/support/encodeText.ts";
import { madeFile, type MadeFile } from "#test/support/hostileFiles.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";
import { tamperedCopies } from "#test/support/tamper.ts";

const HEADER = "流水号,用户ID,交易时间,类型,金额（元）,产品,期限,渠道";

function reviewSheet(page: Page): Locator {
  return page.getByRole("dialog", { name: /^Review \d+ files?$/ });
}

async function drop(page: Page, ...files: readonly MadeFile[]): Promise<Locator> {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([...files]);
  await expect(reviewSheet(page)).toBeVisible();
  return reviewSheet(page);
}

/** Imports what is reviewed, and waits until it is stored. */
async function take(page: Page, files: string): Promise<void> {
  await importReviewed(page);
  await expect(page.getByText(`${files} imported`).first()).toBeVisible();
}

/** Balance and flows of every day, as the app writes them. */
async function figures(page: Page): Promise<Record<string, string>[]> {
  await page.goto("/?p=all&g=day&cmp=none");
  return downloadCsv(page, "Balance and flows");
}

async function outstanding(page: Page): Promise<string | undefined> {
  return (await figures(page)).at(-1)?.["Outstanding (CNY)"];
}

/** Restores as far as the file lets it. */
async function restore(page: Page, file: MadeFile, passphrase: string): Promise<Locator> {
  await page.getByRole("button", { name: "Restore from a backup…" }).click();
  const dialog = page.getByRole("dialog", { name: "Restore from a backup" });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    dialog.getByRole("button", { name: "Choose a backup…" }).click(),
  ]);
  await chooser.setFiles([file]);
  const field = dialog.getByRole("textbox", { name: "Passphrase" });
  await expect(field.or(dialog.getByRole("alert"))).toBeVisible();
  if (await field.isVisible()) {
    await field.fill(passphrase);
    await dialog.getByRole("button", { name: /^(Replace and restore|Restore)$/ }).click();
  }
  return dialog;
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();
});

test("an archive of thirty days whose names and texts are in GBK", async ({ page }) => {
  const days = Array.from({ length: 30 }, (_, at) => String(at + 1).padStart(2, "0"));
  const members = days.map((day) => {
    const text = `${HEADER}\nT${day},U${day},2024-06-${day} 10:00:00,出借,100.10,月月盈,30天,微信\n`;
    return [`m${day}.csv`, encodeText(text, "gb18030")] as const;
  });
  const archive = zipSync(Object.fromEntries(members), { level: 0 });
  // The archiver of a Chinese Windows writes names in GBK and says nothing of it; 六 in place of the first two letters.
  const name = encodeText("六", "gb18030");
  for (const [at, byte] of archive.entries()) {
    if (byte !== 0x6d || !/^m\d\d\.csv$/.test(String.fromCharCode(...archive.subarray(at, at + 7)))) continue;
    archive.set(name, at);
  }
  const sheet = await drop(page, madeFile("六月.zip", archive));
  await expect(sheet.getByRole("heading", { name: "30 files", exact: true })).toBeVisible();
  await expect(sheet.getByText("六月.zip › 六", { exact: false }).first()).toBeVisible();
  await expect(sheet.getByText(/GB18030 · Comma/)).toBeVisible();
  await take(page, "30 files");
  expect(await outstanding(page)).toBe("3003.00");
});

test("a workbook of two ledgers, of which one is chosen", async ({ page }) => {
  const sheet = (name: string, amount: number) => ({
    name,
    rows: [HEADER.split(","), [`T-${name}`, "U1", "2024-06-03", "出借", amount, "月月盈", 30, "微信"]],
  });
  const book = await writeXlsx({ sheets: [sheet("五月", 500.5), sheet("六月", 600.25)] });
  const review = await drop(page, madeFile("ledger.xlsx", book));
  await expect(review.getByText("Ready").first()).toBeVisible();
  const [members, single] = [
    review.getByRole("checkbox", { name: "Import ledger.xlsx › 五月" }),
    review.getByRole("checkbox", { name: "Import ledger.xlsx › 六月" }),
  ];
  await expect(single).toBeChecked();
  await members.click();
  await take(page, "1 file");
  expect(await outstanding(page)).toBe("600.25");
});

test("GBK with title lines and a total, and a file packed with gzip", async ({ page }) => {
  const text = [
    "海港出借 交易明细",
    "导出时间：2024-06-05",
    HEADER,
    "T1,U1,2024-06-03 10:00:00,出借,1000.50,月月盈,30天,微信",
    "T2,U2,2024-06-04 10:00:00,出借,200.00,月月盈,30天,抖音",
    "合计,,,,1200.50,,,",
    "",
  ].join("\r\n");
  const review = await drop(page, madeFile("明细.csv", encodeText(text, "gb18030")));
  await expect(review.getByText(/GB18030 · Comma/)).toBeVisible();
  await expect(review.getByText("Totals stated by the file")).toBeVisible();
  await expect(review.getByText("agrees")).toBeVisible();
  await take(page, "1 file");
  expect(await outstanding(page)).toBe("1200.50");

  await drop(
    page,
    madeFile("june.csv.gz", gzipSync(Buffer.from(`${HEADER}\nT3,U3,2024-06-05,出借,0.25,月月盈,30天,微信\n`))),
  );
  await take(page, "1 file");
  expect(await outstanding(page)).toBe("1200.75");
});

test("what a file leaves open is asked once, and remembered for its header", async ({ page }) => {
  const file = (name: string, id: string, days: readonly string[]) =>
    madeFile(
      name,
      [
        "txn_id,user_id,date,type,amount",
        ...days.map((day, at) => `${id}${at},U1,${day},定期加入计划,100.00`),
        "",
      ].join("\n"),
    );
  const review = await drop(page, file("odd.csv", "A", ["03/04/2024", "05/04/2024"]));
  await expect(review.getByText("1 question is open")).toBeVisible();
  await expect(review.getByRole("button", { name: "Import 1 file" })).toBeDisabled();
  await review.getByRole("radio", { name: "Day first" }).click();
  await expect(review.getByText("1 transaction type is not known")).toBeVisible();
  await review.getByRole("combobox", { name: "What “定期加入计划” is" }).click();
  await page.getByRole("option", { name: "Lend", exact: true }).click();
  await review.getByRole("textbox", { name: "Remember these answers as" }).fill("Monthly plan");
  await expect(review.getByText(/^Adds 2 rows/)).toBeVisible();
  await take(page, "1 file");
  expect((await figures(page)).map((row) => row["Day"])).toEqual(["2024-04-03", "2024-04-04", "2024-04-05"]);

  // The next one needs a single press.
  const next = await drop(page, file("next.csv", "B", ["06/04/2024"]));
  await expect(next.getByText("Using mapping “Monthly plan”")).toBeVisible();
  await expect(next.getByText(/^Adds 1 row/)).toBeVisible();
  await next.getByRole("button", { name: "Import 1 file" }).click();
  await expect(page.getByText("1 file imported").first()).toBeVisible();
  expect((await figures(page)).at(-1)).toMatchObject({ Day: "2024-04-06", "Outstanding (CNY)": "300.00" });
});

test("a day exported again shows what it changes, and undoing it gives exactly the figures before", async ({
  page,
}) => {
  const header = "user_id,occurred_at,type,amount";
  const rows = (...lines: readonly string[]): string => [header, ...lines, ""].join("\n");
  await drop(
    page,
    madeFile("first.csv", rows("U1,2024-06-03,lend,1000.00", "U2,2024-06-03,lend,50.00", "U1,2024-06-04,lend,7.00")),
  );
  await take(page, "1 file");
  const before = await figures(page);

  const review = await drop(
    page,
    madeFile("again.csv", rows("U1,2024-06-03,lend,1000.00", "U3,2024-06-03,lend,60.01")),
  );
  await expect(review.getByText("Outstanding on Jun 4, 2024 goes from ¥1,057.00 to ¥1,067.01")).toBeVisible();
  await review.getByRole("button", { name: "1 day changes" }).click();
  await expect(review.getByRole("row", { name: /Jun 3, 2024/ })).toContainText("+1 −1¥1,050.00 → ¥1,060.01");
  await take(page, "1 file");
  expect((await figures(page)).at(-1)?.["Outstanding (CNY)"]).toBe("1067.01");

  await openImport(page, "again.csv");
  const drawer = page.getByRole("dialog", { name: "again.csv" });
  await expect(drawer.getByText("Rows removed")).toBeVisible();
  await expect(drawer).toContainText("¥1,067.01");
  await drawer.getByRole("button", { name: "Undo import" }).click();
  await page.getByRole("dialog", { name: /^Undo/ }).getByRole("button", { name: "Undo import" }).click();
  await expect(drawer).toBeHidden();
  expect(await figures(page)).toEqual(before);
});

test("rows that were rejected are written out, mended and taken", async ({ page }) => {
  const text = [
    "txn_id,user_id,occurred_at,type,amount",
    "T1,U1,2024-06-03,lend,100.00",
    "T2,=U2,2024-06-03,lend,1.005",
    "T3,U3,2024-06-31,lend,5.00",
    "",
  ].join("\n");
  await drop(page, madeFile("mixed.csv", text));
  await take(page, "1 file");
  await openImport(page, "mixed.csv");
  const button = page.getByRole("dialog").getByRole("button", { name: "Download to mend" });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toBe("mixed to mend.csv");
  const mended = readFileSync(await download.path(), "utf8")
    .replaceAll("1.005", "1.05")
    .replaceAll("06-31", "06-30");
  await page.goto("/");
  const review = await drop(page, madeFile("mixed to mend.csv", mended));
  await expect(review.getByText(/^Adds 2 rows/)).toBeVisible();
  await take(page, "1 file");
  expect(await outstanding(page)).toBe("106.05");
});

test("a backup brings everything back after an erasure, and a spoilt one is refused", async ({ page }) => {
  // Nobody answers the dialog that asks where to save; without it the backup is a download.
  await page.addInitScript(() => void Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
  await page.locator("input[type=file]").first().setInputFiles(samplePaths().slice(0, 20));
  await take(page, "20 files");
  const before = await figures(page);

  await page.goto("/settings");
  await page.getByRole("button", { name: "Back up now…" }).click();
  await page.getByRole("textbox", { name: "Passphrase", exact: true }).fill("correct horse");
  await page.getByRole("textbox", { name: "Passphrase, again" }).fill("correct horse");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Back up", exact: true }).click(),
  ]);
  const backup = readFileSync(await download.path());

  for (const { how, file } of await tamperedCopies(new Blob([backup]), 4)) {
    const spoilt = madeFile("spoilt.dipper", new Uint8Array(await file.arrayBuffer()));
    const dialog = await restore(page, spoilt, "correct horse");
    await expect(dialog.getByRole("alert"), how).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();
  }
  expect(await figures(page)).toEqual(before);

  await page.goto("/settings");
  await page.getByRole("button", { name: "Erase all data…" }).click();
  await page.getByRole("textbox", { name: /^Type ERASE/ }).fill("ERASE");
  await page.getByRole("button", { name: "Erase all data", exact: true }).click();
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();

  await page.goto("/settings");
  const whole = madeFile("all.dipper", backup);
  const refused = await restore(page, whole, "wrong horse");
  await expect(refused.getByRole("alert")).toBeVisible();
  await refused.getByRole("button", { name: "Cancel" }).click();
  await expect(await restore(page, whole, "correct horse")).toBeHidden();
  expect(await figures(page)).toEqual(before);
});

test("the tables beside the ledger are known by their headers", async ({ page }) => {
  const names = ["annotations", "funds", "lenders", "loans", "spend", "targets"];
  const files = names.map((name) => path.resolve(`sample-data/${name}.csv`));
  await page.locator("input[type=file]").first().setInputFiles(files);
  const list = reviewSheet(page).getByRole("navigation", { name: "Files" });
  for (const [name, dataset] of [
    ["annotations", "Annotations"],
    ["funds", "Backing funds"],
    ["lenders", "Lenders"],
    ["loans", "Loans"],
    ["spend", "Acquisition spend"],
    ["targets", "Targets"],
  ] as const) {
    const entry = list.getByRole("button", { name: `${name}.csv` });
    await expect(entry).toContainText(dataset);
    await expect(entry).toContainText("Ready");
  }
  await take(page, "6 files");
  await page.goto("/data");
  await expect(page.getByText("lenders.csv").first()).toBeVisible();
});
