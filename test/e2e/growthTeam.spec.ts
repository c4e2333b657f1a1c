import { execFileSync } from "node:child_process";
import path from "node:path";

import { downloadCsv, loadSample } from "#test/support/appPage.ts";
import { expect, test } from "#test/support/appTest.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

/** Of the report, what the screen shows as well. */
interface ReportedGroup {
  readonly channel: string;
  readonly newLenders: number;
  /** Null where no bill names the channel. */
  readonly spend: number | null;
  readonly newLenderSubsidies: number;
}

/** Fen of an amount in yuan; null where the cell is empty. */
function fenIn(cell: string | undefined): number | null {
  return cell === undefined || cell === "" ? null : Math.round(Number(cell) * 100);
}

function reportedGroups(): readonly ReportedGroup[] {
  const script = path.resolve("scripts/report.mjs");
  const beside = ["--lenders", "sample-data/lenders.csv", "--spend", "sample-data/spend.csv", "--spread", "58300"];
  const text = execFileSync(process.execPath, [script, ...beside, ...samplePaths()], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  // The report's own tests hold its shape.
  return (JSON.parse(text) as { acquisition: { channels: ReportedGroup[] } }).acquisition.channels;
}

test("a newcomer finds the campaign of the hunters, the channel that pays back, and the month it does", async ({
  page,
}) => {
  await loadSample(page);
  await page.getByRole("link", { name: "Acquisition" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("referral pays back first: 3.1 months");
  await expect(main).toContainText("The campaign FEED-JUN24 brought bonus hunters: 81.1% of its 439 new lenders");
  await expect(main).toContainText("Not paid back yet: feed");
});

test("the screen's acquisition figures are the report's, to the fen", async ({ page }) => {
  await loadSample(page);
  await page.goto("/acquisition?lang=en");
  const rows = await downloadCsv(page, "Acquisition economics");
  const shown = new Map(rows.map((row) => [row["Channel"], row]));
  const reported = reportedGroups();
  expect(reported.length).toBeGreaterThan(5);
  for (const { channel, newLenders, spend, newLenderSubsidies } of reported) {
    const row = shown.get(channel === "" ? "(no channel)" : channel)!;
    expect(Number(row["New lenders"]), channel).toBe(newLenders);
    expect(fenIn(row["Spend (CNY)"]), channel).toBe(spend);
    expect(fenIn(row["New-lender subsidies (CNY)"]), channel).toBe(newLenderSubsidies);
  }
});

test("rules find lenders, become a segment, and the segment filters other screens", async ({ page }) => {
  await loadSample(page);
  await page.goto(`/lenders?lang=en&rules=${encodeURIComponent(JSON.stringify({ campaigns: ["FEED-JUN24"] }))}`);
  await expect(page.getByText("Lenders", { exact: true }).last()).toBeVisible();
  await page.getByRole("button", { name: "Save as segment" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("June hunters");
  await dialog.getByRole("button", { name: /save/i }).click();
  await expect(page.getByText("June hunters").first()).toBeVisible();

  await page.goto("/?lang=en&p=all");
  const everybody = page.getByRole("main").getByText("¥77.07M");
  await expect(everybody.first()).toBeVisible();
  const banner = page.getByRole("banner");
  await banner.getByRole("combobox", { name: "Segment" }).click();
  await page.getByRole("option", { name: /June hunters/ }).click();
  // What the campaign's lenders brought first, over all time: the same as their lines of the ledger add up to.
  await expect(everybody).toHaveCount(0);
  await expect(page).toHaveURL(/sg=/);
});

test("a line of the list leads to the lender, with lots, balance and rows", async ({ page }) => {
  await loadSample(page);
  await page.goto("/lenders?lang=en");
  await page.getByRole("searchbox").fill("01334");
  const grid = page.getByRole("grid").or(page.getByRole("table")).first();
  await expect(grid.getByRole("row")).toHaveCount(2);
  const row = grid.getByRole("row").nth(1);
  // How many fit is known before who they are, and a line that is not there yet leads nowhere.
  await expect(row.locator(".skeleton")).toHaveCount(0);
  await row.click();
  await expect(page).toHaveURL(/\/lender\?/);
  await expect(page.getByText("105 rows of the ledger, newest first")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("¥1.16M");
});

test("internal accounts are left out of every figure by a switch that says what it takes away", async ({ page }) => {
  await loadSample(page);
  await page.goto("/settings?lang=en");
  const row = page.getByRole("group", { name: "Internal accounts", exact: true });
  await expect(row).toContainText("takes away 3 accounts with 504 rows");
  const leftOut = row.getByRole("radio", { name: "Left out" });
  await leftOut.click();
  // It is on once it is stored; a page that is left before would take the change along.
  await expect(leftOut).toBeChecked();
  await page.goto("/?lang=en");
  // ¥77,066,285.71 less the ¥4,906,058.98 that they hold.
  await expect(page.getByRole("main").getByText("¥72.16M").first()).toBeVisible();
  await expect(page.getByText("Internal accounts left out (3)")).toBeVisible();
});
