import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { loadSample, pressChord } from "#test/support/appPage.ts";
import { expect, test } from "#test/support/appTest.ts";

const KEPT = { timeout: 60_000 };

async function seriousViolations(page: Page): Promise<readonly string[]> {
  // What is still fading in has not its colours yet; skeletons breathe without end.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
}

const outstanding = (page: Page) => page.getByRole("main").getByText("¥77.07M").first();

test("from an empty device to figures, which a reload shows at once", async ({ page }) => {
  await page.goto("/?lang=en");
  await expect(page.getByRole("heading", { name: "See where lenders' money stands, to the fen" })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  await page.getByRole("button", { name: "Load sample data" }).click();
  await expect(page.getByText("462 files imported")).toBeVisible(KEPT);
  await expect(outstanding(page)).toBeVisible();
  await expect(page.getByRole("link", { name: "Data through Mar 31, 2025" })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Sample data" })).toBeVisible();

  await page.reload();
  await expect(outstanding(page)).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  await page.getByRole("button", { name: "Remove sample", exact: true }).click();
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible(KEPT);
  await page.reload();
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();
});

test("the link holds the view, and goes along from screen to screen", async ({ page }) => {
  await loadSample(page);
  await page.getByRole("radio", { name: "30D" }).click();
  await page.getByRole("button", { name: "Channels" }).click();
  await page.getByRole("checkbox", { name: "referral" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "Compare with" }).click();
  await page.getByRole("option", { name: "vs last year" }).click();
  await page.getByRole("link", { name: "Trends" }).click();
  // Until Trends is there, the overview still shows a choice of its own.
  await page.getByRole("banner").getByRole("radio", { name: "Week" }).click();
  await page.getByRole("button", { name: "切换到中文" }).click();
  await page.getByRole("button", { name: "主题" }).click();
  await page.getByRole("menuitemcheckbox", { name: "深色" }).click();

  const view = { p: "30d", channels: "referral", cmp: "last_year", g: "week", lang: "zh", theme: "dark" };
  const search = () => Object.fromEntries(new URL(page.url()).searchParams);
  await expect.poll(search).toEqual(view);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "趋势" })).toBeVisible();
  expect(search()).toEqual(view);
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("radio", { name: "30天" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "周" })).toBeChecked();
  expect(await seriousViolations(page)).toEqual([]);

  await page.getByRole("button", { name: "清除筛选（1）" }).click();
  await expect.poll(search).toEqual({ ...view, channels: undefined });
});

test("the whole app is in reach of the keyboard", async ({ page }) => {
  await loadSample(page);
  const heading = page.getByRole("heading", { level: 1 });
  for (const [key, name] of [
    ["t", "Trends"],
    ["c", "Cohorts"],
    ["g", "Growth"],
    ["d", "Imports & checks"],
    ["s", "Settings"],
    ["o", "Overview"],
  ] as const) {
    await pressChord(page, `g${key}`);
    await expect(heading).toHaveText(name);
    await expect(page).toHaveTitle(`${name} · Dipper`);
  }

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Search or jump to" })).toBeFocused();
  await page.keyboard.type("last 7");
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "7D", exact: true })).toBeChecked();

  // Over a menu that is open, the palette is above it and can be used.
  await page.getByRole("button", { name: /^Channels/ }).click();
  await expect(page.locator('[role="dialog"][aria-label="Channels"]:focus-within')).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Search or jump to" });
  await palette.getByRole("combobox").fill("trends");
  await palette.getByText("Trends", { exact: true }).click({ position: { x: 16, y: 8 } });
  await expect(heading).toHaveText("Trends");

  // A letter typed into a field is a letter.
  await page.goto("/definitions?lang=en");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("searchbox").press("g");
  await page.getByRole("searchbox").press("o");
  await expect(heading).toHaveText("Definitions");
});

const FILE = "txn_id,user_id,occurred_at,type,amount\nx1,u1,2026-11-20 10:00,lend,100.00\n";
const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("own files never mix with the sample unasked", async ({ page }) => {
  await loadSample(page);
  const choose = async (): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Import files" }).click();
    await (await chooser).setFiles([file("own.csv", FILE), file("other.csv", "a,b\n1,2\n")]);
  };
  await choose();
  const question = page.getByRole("dialog", { name: "Sample data is loaded" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(outstanding(page)).toBeVisible();

  await choose();
  await question.getByRole("button", { name: "Remove sample, review 2 files" }).click();
  const review = page.getByRole("dialog", { name: "Review 2 files" });
  await expect(review.getByText("Adds 1 row")).toBeVisible(KEPT);
  await review.getByRole("button", { name: /^other\.csv/ }).click();
  await expect(review.getByText("What is in this file?")).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await review.getByRole("button", { name: "Import 1 file" }).click();
  await expect(page.getByText("1 file imported")).toBeVisible(KEPT);
  await expect(page.getByRole("complementary", { name: "Sample data" })).toBeHidden();
  await expect(page.getByRole("main").getByText("¥100.00").first()).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
});

test("data that the browser removed is missed, not taken for a first visit", async ({ page }) => {
  await page.addInitScript(() => {
    const gone = { dataVersion: 3, imports: 2, rows: 1234, zone: "Asia/Shanghai" };
    // Before the first load only: an emptied store takes its note away.
    if (sessionStorage.getItem("visited") === null) localStorage.setItem("dipper.ledger", JSON.stringify(gone));
    sessionStorage.setItem("visited", "yes");
  });
  await page.goto("/?lang=en");
  await expect(page.getByRole("heading", { name: "The browser has removed your stored data" })).toBeVisible();
  await expect(page.getByText("2 imports with 1,234 rows")).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Start fresh" }).click();
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();
});

for (const width of [768, 390]) {
  test(`at ${width} px nothing is wider than the window, and every control is in reach`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await loadSample(page);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: width < 768 ? /^90D/ : /^View/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Products" }).click();
    await page.getByRole("checkbox").first().click();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Done" }).click();
    await expect(page.getByText("1 on", { exact: true })).toBeAttached();
    expect(await seriousViolations(page)).toEqual([]);
    if (width < 768) {
      await page.getByRole("button", { name: "Menu" }).click();
      await page.getByRole("dialog", { name: "Menu" }).getByRole("link", { name: "Cohorts" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Cohorts" })).toBeVisible();
      expect(await overflow()).toBeLessThanOrEqual(0);
    }
  });
}
