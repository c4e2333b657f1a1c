import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

import {
  chooseFiles,
  downloadCsv,
  fenOf,
  importReviewed,
  importSampleYear,
  openImport,
  reviewFiles,
} from "#test/support/appPage.ts";
import { expect, test } from "#test/support/appTest.ts";
import { sampleDays, samplePaths, type OracleDay } from "#test/support/sampleOracle.ts";

interface Report {
  readonly totals: { readonly outstanding: number; readonly lendersHolding: number };
  readonly daily: readonly OracleDay[];
  readonly cohorts: readonly { readonly size: number; readonly cells: readonly { readonly holding: number }[] }[];
}

function report(): Report {
  const script = path.resolve("scripts/report.mjs");
  // The report's own contract.
  return JSON.parse(
    execFileSync(process.execPath, [script, ...samplePaths()], { encoding: "utf8", maxBuffer: 1 << 28 }),
  ) as Report;
}

test("the sample year dropped as daily files: screen, report and oracle agree to the fen", async ({ page }) => {
  // Two reviews and an import of a year, the report and a dull reading of it: a minute and a half where nothing else runs.
  test.setTimeout(480_000);
  await importSampleYear(page);
  await page.goto("/?p=all&g=day&cmp=none");
  await expect(page.getByText("¥77.07M").first()).toBeVisible();

  const onScreen = await downloadCsv(page, "Balance and flows");
  const { daily, cohorts } = report();
  const oracle = new Map(sampleDays().map((day) => [day.day, day]));
  expect(onScreen.length).toBe(daily.length);
  for (const [place, row] of onScreen.entries()) {
    const { day, volume, volumeNew, volumeReturning, exits, outstanding } = daily[place]!;
    const shown = (header: string): number => fenOf(row[`${header} (CNY)`]!);
    expect(row["Day"]).toBe(day);
    expect(shown("Outstanding")).toBe(outstanding);
    expect([shown("New"), shown("Returning")]).toEqual([volumeNew, volumeReturning]);
    // What lowers the balance is negative, so that a row adds up to its net change.
    expect(exits + shown("Scheduled") + shown("Early") + shown("Compensated")).toBe(0);
    const dull = oracle.get(day);
    if (dull)
      expect({ volume, exits, outstanding }).toEqual({
        volume: dull.volume,
        exits: dull.exits,
        outstanding: dull.outstanding,
      });
  }

  await page.goto("/cohorts");
  const first = page.getByRole("row", { name: /^Jan 2024/ }).first();
  const holding = cohorts[0]!.cells[0]!.holding;
  await expect(first).toContainText(new RegExp(`${Math.round((100 * holding) / cohorts[0]!.size)}%`));

  // All of it once more changes nothing.
  await page.goto("/");
  await reviewFiles(page, samplePaths());
  await expect(page.getByText(/456 files had been imported before/).first()).toBeVisible({ timeout: 60_000 });
  await importReviewed(page);
  await page.goto("/?p=all&g=day&cmp=none");
  expect(await downloadCsv(page, "Balance and flows")).toEqual(onScreen);
});

test("a reload shows the figures at once, also without a network", async ({ page, context }) => {
  await importSampleYear(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  // How many milliseconds it takes is for the bench, on a machine with nothing else to do.
  await expect(page.getByText("¥77.07M").first()).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText("¥77.07M").first()).toBeVisible();
  await context.setOffline(false);
});

test("a rejected row is listed with its line and reason, and the file is taken", async ({ page }, info) => {
  const file = info.outputPath("mixed.csv");
  const { writeFileSync } = await import("node:fs");
  const [header, first] = readFileSync(samplePaths()[0]!, "utf8").split("\n");
  writeFileSync(
    file,
    `${header}\n${first}\nX1,U9,2024-01-02 10:00:00,lend,12.345,P,30,app\nX2,U9,2024-01-02,gift,1,P,30,app\n`,
  );
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();
  await chooseFiles(page, [file]);
  await expect(page.getByText("Data through Jan 2, 2024")).toBeVisible();
  await openImport(page, "mixed.csv");
  const drawer = page.getByRole("dialog");
  await expect(drawer).toContainText("12.345");
  await expect(drawer).toContainText("BAD_AMOUNT");
  await expect(drawer).toContainText("gift");
});
