import { readFileSync } from "node:fs";

import { expect, type Locator, type Page } from "@playwright/test";

import { samplePaths } from "#test/support/sampleOracle.ts";

/** Chooses files as a reader does; their review opens. */
export async function reviewFiles(page: Page, files: readonly string[]): Promise<void> {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([...files]);
}

/** Chooses files, and imports what their review lets through. */
export async function chooseFiles(page: Page, files: readonly string[]): Promise<void> {
  await reviewFiles(page, files);
  await importReviewed(page);
}

/** Waits until the review knows what the import comes to, and imports; what is stored already is left as it is. */
export async function importReviewed(page: Page): Promise<void> {
  const review = page.getByRole("dialog", { name: /^Review \d+ files?$/ });
  const outcome = review.getByText(/^(Adds \d|Adds no rows|[\d,]+ files? had been imported before)/);
  await expect(outcome).toBeVisible({ timeout: 80_000 });
  await expect(review.getByRole("progressbar")).toBeHidden({ timeout: 80_000 });
  const consent = review.getByRole("checkbox", { name: /^Import the other/ });
  if (await consent.isVisible()) await consent.click();
  const button = review.getByRole("button", { name: /^Import [\d,]+ files?$/ });
  if (await button.isEnabled()) await button.click();
  else await review.getByRole("button", { name: "Close" }).last().click();
  await expect(review).toBeHidden();
}

export async function importSampleYear(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();
  await chooseFiles(page, samplePaths());
  await expect(page.getByText("¥77.07M").first()).toBeVisible({ timeout: 80_000 });
}

/** The sample with all its datasets, by the button that a newcomer finds. */
export async function loadSample(page: Page): Promise<void> {
  await page.goto("/?lang=en");
  await page.getByRole("button", { name: "Load sample data" }).click();
  await expect(page.getByText("462 files imported")).toBeVisible({ timeout: 80_000 });
}

/** Waits until a screen has all its figures and charts: what is still to come moves what is there. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("main h2, main h1").first()).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("main :is(.skeleton, [aria-busy=true])")).toHaveCount(0, { timeout: 60_000 });
}

/** Presses the second key before the page has answered the first: one that is busy must not stretch the chord. */
export async function pressChord(page: Page, keys: string): Promise<void> {
  await Promise.all(Array.from(keys, (key) => page.keyboard.press(key)));
}

/** Opens an import of the history, by the name of its file, which other panels name as well. */
export async function openImport(page: Page, name: string): Promise<void> {
  await page.goto("/data");
  await settled(page);
  await page.getByRole("grid", { name: "Import history" }).getByText(name).first().click();
}

/** The rows of the CSV that a card offers, by its title; cells as texts by header. */
export async function downloadCsv(page: Page, title: string): Promise<Record<string, string>[]> {
  await settled(page);
  await page.getByRole("button", { name: `${title}: more` }).click();
  return pressForCsv(page, page.getByRole("menuitem", { name: "Download CSV" }));
}

/** The rows of the CSV that pressing something downloads; cells as texts by header. */
export async function pressForCsv(page: Page, button: Locator): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const text = readFileSync(await download.path(), "utf8");
  const [header, ...lines] = text.replace("\uFEFF", "").trimEnd().split(/\r?\n/);
  const names = cells(header!);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, place) => [names[place]!, cell])));
}

/** An amount of a CSV, which is in yuan with two decimals, in fen. */
export function fenOf(cell: string): number {
  return Number(cell.replace(".", ""));
}

/** Cells of a line without line breaks inside. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );
}
