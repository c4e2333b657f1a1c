import { AxeBuilder } from "@axe-core/playwright";

import { importSampleYear, loadSample, pressChord, settled } from "#test/support/appPage.ts";
import { expect, test } from "#test/support/appTest.ts";

const SCREENS = [
  ...["/", "/trends", "/targets", "/acquisition", "/compare", "/cohorts", "/growth", "/activation", "/lenders"],
  ...["/cohorts?cohortView=projection", "/cohorts?cohortView=renewal", "/lender?id=U01334", "/concentration"],
  ...["/profitability", "/profitability?psel=CL12", "/vintages", "/matching", "/leverage"],
  ...["/data", "/settings", "/definitions"],
];

// The longest file by far, of tests that share nothing: both workers take their part of it.
test.describe.configure({ mode: "parallel" });

for (const [width, theme, lang] of [
  [1440, "light", "en"],
  [1440, "dark", "zh"],
  [768, "light", "zh"],
  [390, "dark", "en"],
  [390, "light", "zh"],
] as const) {
  test(`at ${width} px, ${theme}, ${lang} no screen has an accessibility violation`, async ({ page }) => {
    // Two minutes where nothing else runs: the checker looks at every node of twenty screens.
    test.setTimeout(480_000);
    await loadSample(page);
    await page.setViewportSize({ width, height: 900 });
    for (const screen of SCREENS) {
      await page.goto(`${screen}${screen.includes("?") ? "&" : "?"}theme=${theme}&lang=${lang}`);
      await settled(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
      expect(found, `${screen} ${width} ${theme} ${lang}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${screen} at ${width}`).toBeLessThanOrEqual(0);
    }
  });
}

test("a number leads to its definition and to rows that add up to it", async ({ page }) => {
  await importSampleYear(page);
  await page.getByRole("button", { name: "How is New computed?" }).click();
  await expect(page.getByRole("dialog", { name: "How is New computed?" })).toContainText("NR1");
  await page.keyboard.press("Escape");

  const button = page.getByRole("button", { name: /^New ¥.*see rows$/ });
  const exact = await button.getAttribute("title");
  await button.click();
  const drawer = page.getByRole("dialog", { name: /Volume · New/ });
  await expect(drawer).toContainText(exact!);
  await expect(drawer.getByRole("columnheader", { name: /amount/i })).toBeVisible();
});

test("the whole app works from the keyboard", async ({ page }) => {
  await importSampleYear(page);
  for (const [keys, heading] of [
    ["gt", "Trends"],
    ["gp", "Targets"],
    ["ga", "Acquisition"],
    ["gv", "Compare"],
    ["gm", "Magic number"],
    ["gl", "Lenders"],
    ["gk", "Concentration"],
    ["gr", "Profitability"],
    ["gy", "Credit quality"],
    ["gx", "Match & terms"],
    ["ge", "Leverage"],
    ["gc", "Cohorts"],
    ["gg", "Growth"],
    ["gd", "Imports & checks"],
    ["gs", "Settings"],
    ["go", "Overview"],
  ] as const) {
    await pressChord(page, keys);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }
  // A chart is walked with the arrows, and Enter leads to the rows of the point.
  await settled(page);
  const chart = page.getByRole("slider", { name: /^Balance and flows/ });
  await chart.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: /2025/ });
  await expect(drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
  // A heat map is walked cell by cell.
  const grid = page.getByRole("grid").first();
  await grid.getByRole("button").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(grid.getByRole("button").nth(1)).toBeFocused();
});
