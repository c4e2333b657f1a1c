import { readFileSync } from "node:fs";

import { expect, type Page } from "@playwright/test";

import { samplePaths } from "#test/support/sampleOracle.ts";

/** Chooses files as a reader does. */
export async function chooseFiles(page: Page, files: readonly string[]): Promise<void> {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([...files]);
}

export async function importSampleYear(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();
  await chooseFiles(page, samplePaths());
  await expect(page.getByText("¥77.07M").first()).toBeVisible({ timeout: 80_000 });
}

/** The rows of the CSV that a card offers, by its title; cells as texts by header. */
export async function downloadCsv(page: Page, title: string): Promise<Record<string, string>[]> {
  await page.getByRole("button", { name: `${title}: more` }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Download CSV" }).click(),
  ]);
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
