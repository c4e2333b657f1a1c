import { readFileSync } from "node:fs";

import type { Locator, Page } from "@playwright/test";
import Papa from "papaparse";

import { importReviewed, openImport, settled } from "#test/support/appPage.ts";
import { expect, test } from "#test/support/appTest.ts";
import {
  formulaLedger,
  hostileArchive,
  hostileLedger,
  hostileMappings,
  hostileRefusals,
  hostileTables,
  hostileWorkbook,
  madeFile,
  type MadeFile,
} from "#test/support/hostileFiles.ts";
import { FORMULAS, INJECTIONS } from "#test/support/payloads.ts";
import { recordTorture } from "#test/support/tortureRuns.ts";

/** Where a file, a link or a saved mapping can put text on the screen. */
const SINKS = [
  "lender id",
  "transaction id",
  "product",
  "channel",
  "type",
  "amount",
  "whole row",
  "header",
  "title line",
  "footer",
  "file name",
  "archive member",
  "archive name",
  "sheet name",
  "refused file",
  "annotation",
  "target",
  "lender",
  "spend",
  "loan",
  "fund",
  "mapping name",
  "mapping header",
  "mapping type",
  "link: products",
  "link: channels",
  "link: rest",
  "chart tooltip",
  "chart as table",
  "filter menu",
  "palette",
  "written file",
];

/** Collects all that a payload does when it is run; the page's own checks see the rest. */
async function watch(page: Page): Promise<string[]> {
  const runs: string[] = [];
  page.on("dialog", (dialog) => {
    runs.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => runs.push(`window: ${popup.url()}`));
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame() || new URL(frame.url()).hostname !== "127.0.0.1") runs.push(`went: ${frame.url()}`);
  });
  await page.exposeFunction("reportRun", (what: string) => void runs.push(what));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "pwned", {
      set() {
        (Reflect.get(globalThis, "reportRun") as (what: string) => void)(new Error("run").stack ?? "run");
      },
    });
  });
  return runs;
}

async function review(page: Page, files: readonly MadeFile[]): Promise<Locator> {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([...files]);
  const sheet = page.getByRole("dialog", { name: /^Review \d+ files?$/ });
  await expect(sheet.getByText(/^(Adds \d|Adds no rows)/)).toBeVisible({ timeout: 60_000 });
  await expect(sheet.getByRole("progressbar")).toBeHidden({ timeout: 60_000 });
  return sheet;
}

/** Shows all that is known of each file of a drop. */
async function walkReview(sheet: Locator): Promise<void> {
  const files = sheet.getByRole("navigation", { name: "Files" }).getByRole("button");
  for (const file of await files.all()) {
    await file.click();
    for (const tab of await sheet.getByRole("tab").all()) {
      await tab.click();
      await expect(tab).toHaveAttribute("aria-selected", "true");
    }
  }
}

/** Passes over every chart, reads it with the keys, and looks at its table. */
async function walkCharts(page: Page): Promise<void> {
  for (const chart of await page.getByRole("slider").all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.hover();
    await chart.focus();
    await chart.press("Home");
    await chart.press("ArrowRight");
    await chart.press("Escape");
  }
  for (const button of (
    await page
      .getByRole("main")
      .getByRole("button", { name: /: more$/ })
      .all()
  ).slice(0, 3)) {
    await button.press("Enter");
    const menu = page.getByRole("menu", { name: (await button.getAttribute("aria-label")) ?? "" });
    await expect(menu).toBeVisible();
    const asTable = menu.getByRole("menuitemcheckbox", { name: "View as table" });
    if ((await asTable.count()) > 0) await asTable.click();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
  }
}

async function downloaded(page: Page, button: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFileSync(await file.path(), "utf8").replace("\uFEFF", "");
}

test("the payloads do run where nothing holds them", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.evaluate(
    (payloads) => {
      Reflect.set(globalThis, "runs", 0);
      Object.defineProperty(globalThis, "pwned", {
        set() {
          Reflect.set(globalThis, "runs", Number(Reflect.get(globalThis, "runs")) + 1);
        },
      });
      for (const payload of payloads) {
        const element = document.createElement("div");
        element.innerHTML = payload;
        document.body.append(element);
      }
    },
    INJECTIONS.filter((payload) => !payload.includes("http-equiv")),
  );
  await expect.poll(() => page.evaluate(() => Number(Reflect.get(globalThis, "runs")))).toBeGreaterThan(10);
  await page.context().close();
});

test("no payload is run, loaded or followed, wherever it stands", async ({ page }) => {
  // Every chart of every screen is walked: a minute and a half where nothing else runs.
  test.setTimeout(480_000);
  expect(new Set(INJECTIONS).size).toBeGreaterThanOrEqual(50);
  const runs = await watch(page);
  await page.goto("/");

  await test.step("review and import", async () => {
    const sheet = await review(page, [
      hostileLedger(),
      hostileArchive(),
      hostileWorkbook(),
      ...hostileTables(),
      ...hostileRefusals(),
    ]);
    await walkReview(sheet);
    await importReviewed(page);
    await expect(page.getByText(/^\d+ files?( of \d+)? imported$/).first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step("settings", async () => {
    await page.goto("/settings");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Import…" }).click(),
    ]);
    await chooser.setFiles([hostileMappings()]);
    await expect(page.getByText(`${INJECTIONS.length} mappings imported`)).toBeVisible();
    await page.getByRole("button", { name: `Rename ${INJECTIONS[0]!}` }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: `Delete ${INJECTIONS[0]!}` }).click();
    await page.getByRole("button", { name: "Delete mapping" }).click();
    await expect(page.getByRole("button", { name: `Delete ${INJECTIONS[0]!}` })).toHaveCount(0);
  });

  await test.step("data", async () => {
    await openImport(page, hostileLedger().name);
    await expect(page.getByText("Files that were refused")).toBeVisible();
    const drawer = page.getByRole("dialog");
    await drawer.getByRole("button", { name: "Show whole lines" }).click();
    await expect(drawer.getByText(INJECTIONS[1]!).first()).toBeVisible();
    await drawer.getByRole("button", { name: "Undo import" }).click();
    await page.getByRole("dialog", { name: /^Undo/ }).getByRole("button", { name: "Cancel" }).click();
    await drawer.getByRole("button", { name: "See rows" }).click();
    const rows = page.getByRole("dialog", { name: /^Rows of/ });
    await rows.getByRole("columnheader", { name: "Lender" }).getByRole("button").click();
    for (const payload of INJECTIONS.filter((text) => text.startsWith("<"))
      .toSorted()
      .slice(0, 2)) {
      await expect(rows.getByText(payload).first()).toBeVisible();
    }
    const file = await downloaded(page, rows.getByRole("button", { name: "CSV" }));
    for (const payload of INJECTIONS.filter((text) => text.startsWith("<"))) {
      expect(file).toContain(payload.replaceAll('"', '""'));
    }
  });

  await test.step("every screen", async () => {
    for (const path of [
      "/?p=all&g=week",
      "/trends?p=all",
      "/cohorts?split=product",
      "/cohorts?split=channel&by=week",
      "/growth?p=all",
      "/definitions",
    ]) {
      await page.goto(path);
      await settled(page);
      await walkCharts(page);
    }
  });

  await test.step("filters, palette and links", async () => {
    await page.goto("/trends?p=all");
    await settled(page);
    for (const menu of ["Products", "Channels"]) {
      await page
        .getByRole("button", { name: new RegExp(`^${menu}`) })
        .first()
        .click();
      await expect(page.getByText(INJECTIONS[1]!).first()).toBeVisible();
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: /^Search or jump to/ }).click();
    const palette = page.getByRole("dialog", { name: "Search or jump to" });
    await palette.getByPlaceholder("Screen, period").fill("<script");
    await expect(palette.getByRole("option").filter({ hasNotText: "<script" })).toHaveCount(0);
    await palette.getByRole("option", { name: INJECTIONS[3]! }).first().click();
    await expect(palette).toBeHidden();
    const names = INJECTIONS.map(encodeURIComponent).join(",");
    for (const [at, path] of ["/", "/trends", "/cohorts", "/growth", "/data"].entries()) {
      const raw = encodeURIComponent(INJECTIONS[at]!);
      const chosen = new URLSearchParams({ products: names, channels: names });
      await page.goto(
        `${path}?p=${raw}&from=${raw}&to=${raw}&g=${raw}&lang=${raw}&theme=${raw}&split=${raw}&${chosen}#${raw}`,
      );
      await settled(page);
    }
  });

  expect(page.frames()).toHaveLength(1);
  expect(runs).toEqual([]);
  recordTorture("injection", { payloads: INJECTIONS.length, sinks: SINKS.length, executed: runs.length });
});

/** What a spreadsheet computes, once it has skipped the blanks in front. */
const LIVE = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The cells of a file that the app wrote, of which none may be live. */
function deadCells(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data.flat().filter((cell) => LIVE.test(cell) && !NUMBER.test(cell))).toEqual([]);
  return data;
}

/** All rows that an import left, as the app writes them, without the numbers of imports. */
async function rowsFile(page: Page, file: string): Promise<{ readonly text: string; readonly rows: string[][] }> {
  await openImport(page, file);
  await page.getByRole("dialog").getByRole("button", { name: "See rows" }).click();
  const list = page.getByRole("dialog", { name: /^Rows of/ });
  await list.getByRole("button", { name: "Show lender ids" }).click();
  const text = await downloaded(page, list.getByRole("button", { name: "CSV" }));
  return {
    text,
    rows: deadCells(text)
      .slice(1)
      .map((row) => row.slice(0, -1))
      .toSorted((a, b) => (a.join() < b.join() ? -1 : 1)),
  };
}

async function take(page: Page, file: MadeFile): Promise<void> {
  const sheet = await review(page, [file]);
  await expect(sheet).toBeVisible();
  await importReviewed(page);
  await expect(page.getByText("1 file imported").first()).toBeVisible();
}

test("no file that is written computes anything, and each is read back as what was meant", async ({
  page,
  browser,
}) => {
  expect(new Set(FORMULAS).size).toBeGreaterThanOrEqual(40);
  await page.goto("/");
  await take(page, formulaLedger());

  const { text, rows } = await rowsFile(page, "formulas.csv");
  const names = new Set(rows.flat());
  const plain = FORMULAS.filter((payload) => /^[=+\-@＝＋－＠﹦﹢﹣﹫]./u.test(payload));
  expect(plain.length).toBeGreaterThanOrEqual(30);
  expect(plain.filter((payload) => !names.has(`'${payload}`))).toEqual([]);

  await page.goto("/?p=all&g=day");
  await page.getByRole("button", { name: "Balance and flows: more" }).click();
  const flows = await downloaded(page, page.getByRole("menuitem", { name: "Download CSV" }));
  deadCells(flows);
  expect(flows).toMatch(/,-\d+\.\d\d,/);
  expect(flows).not.toContain("'-");

  await openImport(page, "formulas.csv");
  const drawer = page.getByRole("dialog");
  deadCells(await downloaded(page, drawer.getByRole("button", { name: "Reasons as CSV" })));
  const toMend = await downloaded(page, drawer.getByRole("button", { name: "Download to mend" }));
  const rejected = deadCells(toMend);
  expect(rejected.length).toBeGreaterThan(FORMULAS.length);
  expect(rejected.flat()).toContain("-1.005");

  // The rejected rows hold the names that the accepted ones held, and so they do when they come back mended.
  await page.goto("/");
  await take(page, madeFile("mended.csv", toMend.replaceAll("-1.005", "1.50")));
  const mended = await rowsFile(page, "mended.csv");
  const namesOf = (list: readonly string[][]): string[] =>
    [
      ...new Set(list.map(([, lender, , , , product, channel]) => JSON.stringify([lender, product, channel]))),
    ].toSorted();
  expect(namesOf(mended.rows)).toEqual(namesOf(rows));

  // What was exported, imported into an empty app, is exported the same.
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto("/");
  const header = "occurred_at,user_id,type,newness,amount,product,channel,term_days,txn_id,import";
  await take(other, madeFile("exported.csv", text.replace(/^.*/, header)));
  expect((await rowsFile(other, "exported.csv")).rows).toEqual(rows);
  await context.close();

  recordTorture("formulas", { payloads: FORMULAS.length, rows: rows.length, rejected: rejected.length - 1, live: 0 });
});
