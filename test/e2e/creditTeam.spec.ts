import { execFileSync } from "node:child_process";
import path from "node:path";

import type { Locator, Page } from "@playwright/test";

import { chooseFiles, downloadCsv, fenOf, loadSample, pressForCsv, settled } from "#test/support/appPage.ts";
import { expect, test } from "#test/support/appTest.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

/** Of the report, what the screens show as well; amounts are fen. */
interface ReportedProfit {
  readonly loans: number;
  readonly disbursed: number;
  readonly income: number;
  readonly bad: number;
  readonly funding: number;
  readonly marketing: number;
  readonly profit: number;
  readonly breakEvenBad: number;
}

interface ReportedProduct extends ReportedProfit {
  readonly product: string;
  readonly months: readonly (ReportedProfit & { readonly month: string })[];
}

interface Reported {
  readonly profitability: { readonly total: ReportedProfit; readonly products: readonly ReportedProduct[] };
  readonly leverage: {
    readonly now: { readonly leverage: number; readonly outstanding: number; readonly backing: number };
    readonly room: { readonly at: number; readonly outstanding: number; readonly backing: number };
    readonly match: { readonly ratio: number; readonly lenders: number; readonly borrowers: number };
  };
}

let made: Reported | undefined;

function reported(): Reported {
  if (made !== undefined) return made;
  const script = path.resolve("scripts/report.mjs");
  const beside = ["--loans", "sample-data/loans.csv", "--funds", "sample-data/funds.csv"];
  const text = execFileSync(process.execPath, [script, ...beside, ...samplePaths()], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  // The report's own tests hold its shape.
  made = JSON.parse(text) as Reported;
  return made;
}

function productOf(name: string): ReportedProduct {
  return reported().profitability.products.find(({ product }) => product === name)!;
}

/** An amount without its sign, to the fen, as screens print it. */
function exactly(fen: number): string {
  return `¥${(Math.abs(fen) / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(2)}%`;
}

function times(leverage: number): string {
  return `${leverage.toFixed(2)}×`;
}

/** The figure of leverage stands first on its screen. */
async function expectLeverage(page: Page, leverage: number): Promise<void> {
  await expect(
    page
      .getByRole("main")
      .getByText(/^[\d.]+×$/)
      .first(),
  ).toHaveText(times(leverage));
}

function fundOf(page: Page, name: RegExp): Locator {
  return page.getByRole("table", { name: /^Funds in force on/ }).getByRole("row", { name });
}

test("a newcomer reads which product loses, which earns most, and until what bad rate", async ({ page }) => {
  await loadSample(page);
  await page.getByRole("link", { name: "Profitability" }).click();
  const findings = page.getByRole("region", { name: "What the figures say" });
  await expect(findings).toContainText("CL12 loses ¥1.70M");
  const { breakEvenBad, disbursed, bad } = productOf("CAR24");
  await expect(findings).toContainText("CAR24 earns most per yuan lent");
  await expect(findings).toContainText(
    `would still earn until ${percent(breakEvenBad / disbursed)} of it went bad (now ${percent(bad / disbursed)})`,
  );
});

test("the profit table is the report's, to the fen", async ({ page }) => {
  await loadSample(page);
  await page.goto("/profitability?lang=en");
  const rows = await downloadCsv(page, "Profit by product");
  const shown = new Map(rows.map((row) => [row["Product"], row]));
  const { products, total } = reported().profitability;
  expect(products.length).toBeGreaterThan(4);
  expect(rows).toHaveLength(products.length + 1);
  for (const { product, ...figures } of [...products, { product: "All", ...total }]) {
    const row = shown.get(product)!;
    const fen = (header: string): number => fenOf(row[`${header} (CNY)`]!);
    expect(Number(row["Loans"]), product).toBe(figures.loans);
    expect(
      {
        disbursed: fen("Disbursed"),
        income: fen("Income"),
        bad: fen("Bad principal"),
        funding: fen("Funding"),
        marketing: fen("Marketing"),
        profit: fen("Profit"),
      },
      product,
    ).toEqual({
      disbursed: figures.disbursed,
      income: figures.income,
      bad: figures.bad,
      funding: figures.funding,
      marketing: figures.marketing,
      profit: figures.profit,
    });
    expect(Number(row["Break-even bad rate"]), product).toBeCloseTo(figures.breakEvenBad / figures.disbursed, 6);
  }
});

test("a loans file alone is enough for profit and credit quality, and leads there", async ({ page }) => {
  await page.goto("/?lang=en");
  await chooseFiles(page, ["sample-data/loans.csv"]);
  const main = page.getByRole("main");
  await expect(main.getByText("No transactions yet")).toBeVisible();
  await main.getByRole("link", { name: "Profitability" }).click();
  // The sample's ledger ends on the day of its last loan, so that both tell of one snapshot.
  const table = page.getByRole("table", { name: "Profit by product" });
  await expect(table.getByTitle(exactly(reported().profitability.total.profit)).first()).toBeVisible();
  const rows = await downloadCsv(page, "Profit by product");
  for (const { product, profit } of reported().profitability.products) {
    expect(fenOf(rows.find((row) => row["Product"] === product)!["Profit (CNY)"]!), product).toBe(profit);
  }
  await expect(page.getByRole("radiogroup", { name: "Period" })).toHaveCount(0);
  await expect(page.getByRole("radio", { name: /^Disbursed in/ })).toHaveCount(0);

  await table.getByRole("button", { name: /: See the loans of CL12$/ }).click();
  const drawer = page.getByRole("dialog", { name: "Loans of CL12" });
  const loans = productOf("CL12").loans.toLocaleString("en-US");
  await expect(drawer.getByLabel("Totals").getByRole("definition").first()).toHaveText(loans);
  await drawer.getByRole("row").nth(1).click();
  await expect(drawer.getByRole("table", { name: /^Repayment schedule of / })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: "Credit quality" }).click();
  await expect(page.getByRole("heading", { name: "Bad principal by months on book" })).toBeVisible();
  await page.getByRole("link", { name: "Leverage" }).click();
  await expect(main.getByRole("link", { name: "Credit quality" })).toBeVisible();
});

test("the worked example shows its three returns and what its cost is made of", async ({ page }) => {
  await loadSample(page);
  await page.goto("/profitability?lang=en");
  await page.getByRole("button", { name: "Show TEACH12", exact: true }).click();
  await expect(page).toHaveURL(/psel=TEACH12/);
  const yields = page.getByRole("table", { name: "Yields by what they are divided by" });
  for (const [name, net] of [
    [/^Disbursed/, "1.06%"],
    [/^Closing balances/, "2.25%"],
    [/^Time-weighted/, "1.91%"],
  ] as const) {
    await expect(yields.getByRole("row", { name }).getByRole("cell").last()).toHaveText(net);
  }
  const shares = page.getByRole("list", { name: "Shares of cost" }).getByRole("listitem");
  await expect(shares).toHaveCount(3);
  for (const [part, share] of [
    ["Bad principal", "37.1%"],
    ["Funding", "33.6%"],
    ["Marketing", "29.3%"],
  ] as const) {
    await expect(shares.filter({ hasText: part })).toContainText(share);
  }
});

test("a month of a product leads to its loans, which add up to it, and a loan to its schedule", async ({ page }) => {
  await loadSample(page);
  await page.goto("/profitability?lang=en&psel=CL12");
  const { loans, profit } = productOf("CL12").months.find(({ month }) => month === "2024-06")!;
  const table = page.getByRole("table", { name: "CL12: profit by month of disbursal" });
  const row = table.getByRole("row", { name: /^Jun 2024/ });
  const cell = await row.getByRole("cell").nth(2).getAttribute("title");
  expect(cell).toContain(exactly(profit));
  await row.getByRole("button", { name: `${loans}: See the loans of Jun 2024` }).click();

  const drawer = page.getByRole("dialog", { name: "Loans of CL12, Jun 2024" });
  const totals = drawer.getByLabel("Totals");
  await expect(totals.getByRole("definition").first()).toHaveText(String(loans));
  await expect(totals.getByTitle("Income − bad principal − funding − marketing")).toContainText(cell!);

  await drawer.getByRole("row").nth(1).click();
  const schedule = drawer.getByRole("table", { name: /^Repayment schedule of / });
  // A row for each of its instalments; the header and the total stand around them.
  await expect(schedule.getByRole("rowheader", { name: /^\d+$/ })).toHaveCount(12);
  await expect(schedule.getByRole("row")).toHaveCount(14);
  await drawer.getByRole("button", { name: "All loans" }).click();
  await expect(totals).toContainText(cell!);
});

test("leverage and the room before 10× are the report's, and follow the rules in the link", async ({ page }) => {
  await loadSample(page);
  await page.getByRole("link", { name: "Leverage" }).click();
  const { now, room } = reported().leverage;
  await expectLeverage(page, now.leverage);
  expect(room.at).toBe(10);
  const main = page.getByRole("main");
  await expect(main).toContainText("High begins at 10×");
  const tiles = main.getByLabel("Leverage in figures");
  await expect(tiles.getByTitle(exactly(room.outstanding))).toBeVisible();
  await expect(tiles.getByTitle(exactly(room.backing))).toBeVisible();

  // Panels that are still to come would move the list under the pointer.
  await settled(page);
  await main.getByRole("combobox", { name: "Own funds" }).click();
  await page.getByRole("option", { name: "Largest of three" }).click();
  await expect(page).toHaveURL(/lrules=own(:|%3A)max3/);
  // Paid-in capital of ¥5.00M takes the place of net assets with last year's profit, ¥4.85M.
  await expectLeverage(page, now.outstanding / (now.backing + 150_000_00));
  await page.reload();
  await expectLeverage(page, now.outstanding / (now.backing + 150_000_00));

  await main.getByRole("button", { name: "Back to the usual rules" }).click();
  await expect(page).not.toHaveURL(/lrules=/);
  await expectLeverage(page, now.leverage);
});

test("a related guarantor entered by hand counts only when the rules say so, and leaves without a trace", async ({
  page,
}) => {
  await loadSample(page);
  await page.goto("/leverage?lang=en");
  const { leverage, outstanding, backing } = reported().leverage.now;
  await expectLeverage(page, leverage);

  await page.getByRole("button", { name: "Add funds" }).click();
  const dialog = page.getByRole("dialog", { name: "Add funds" });
  await dialog.getByRole("combobox", { name: "Kind", exact: true }).click();
  await page.getByRole("option", { name: "Guarantee" }).click();
  await dialog.getByRole("textbox", { name: "Amount (¥)" }).fill("1000万");
  const relatedField = dialog.getByRole("combobox", { name: "Related to the platform" });
  await relatedField.click();
  await page.getByRole("option", { name: "Yes" }).click();
  await expect(relatedField).toHaveText("Yes");
  await dialog.getByRole("button", { name: "Save funds" }).last().click();
  await expect(dialog).toBeHidden();
  // It alone stands for its kind from its day on, and a guarantee for oneself is none.
  await expect(fundOf(page, /^Guarantee/)).toContainText("a guarantee for oneself is none");
  await expectLeverage(page, outstanding / (backing - Math.round(0.03 * outstanding)));

  const related = page.getByRole("checkbox", { name: "Count a related guarantor" });
  await related.click();
  await expect(page).toHaveURL(/lrules=countsRelated(:|%3A)yes/);
  await expectLeverage(page, leverage);
  await related.click();
  await expect(page).not.toHaveURL(/lrules=/);
  await expectLeverage(page, outstanding / (backing - Math.round(0.03 * outstanding)));

  await settled(page);
  await page.getByRole("button", { name: "Guarantee ¥10.00M: more" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Remove" }).click();
  await expectLeverage(page, leverage);
  await expect(fundOf(page, /^Guarantee/)).toContainText("¥32.00M");
});

test("lenders' money against what borrowers owe is the report's", async ({ page }) => {
  await loadSample(page);
  await page.getByRole("link", { name: "Match & terms" }).click();
  const { ratio, lenders, borrowers } = reported().leverage.match;
  const main = page.getByRole("main");
  await expect(main).toContainText(`a match ratio of ${ratio.toFixed(2)}.`);
  const tiles = main.getByLabel("Match of lenders and borrowers");
  await expect(tiles.getByText(ratio.toFixed(2), { exact: true })).toBeVisible();
  await expect(tiles.getByTitle(exactly(lenders))).toBeVisible();
  await expect(tiles.getByTitle(exactly(borrowers))).toBeVisible();
});

test("a line of the term ladder leads to the lots of lenders, which add up to it, and a lot to its lender", async ({
  page,
}) => {
  await loadSample(page);
  await page.goto("/matching?lang=en");
  const lines = await downloadCsv(page, "Term mismatch");
  const due = fenOf(lines.find((line) => line["Remaining days"] === "8–30 days")!["Lenders due (CNY)"]!);
  await page.getByRole("button", { name: "Term mismatch: more" }).click();
  await page.getByRole("menuitemcheckbox", { name: "View as table" }).click();
  const ladder = page.getByRole("table", { name: "Term mismatch" });
  await ladder.getByRole("button", { name: `${exactly(due)}: See the lots of lenders: 8–30 days` }).click();

  const drawer = page.getByRole("dialog", { name: "Lenders due: 8–30 days" });
  const totals = drawer.getByLabel("Totals");
  await expect(totals.getByRole("definition").last()).toHaveText(exactly(due));
  const lots = await pressForCsv(page, drawer.getByRole("button", { name: "CSV" }));
  await expect(totals.getByRole("definition").first()).toHaveText(lots.length.toLocaleString("en-US"));
  // More than one page of the list.
  expect(lots.length).toBeGreaterThan(200);
  expect(lots.reduce((sum, lot) => sum + fenOf(lot["Open (CNY)"]!), 0)).toBe(due);
  const lent = lots.reduce((sum, lot) => sum + fenOf(lot["Lent (CNY)"]!), 0);
  await expect(totals.getByRole("definition").nth(2)).toHaveText(exactly(lent));

  await drawer.getByRole("button", { name: "Show lender ids" }).click();
  const lot = drawer.getByRole("row").nth(1);
  const lender = await lot.getByRole("gridcell").first().innerText();
  await lot.click();
  await expect(page).toHaveURL(new RegExp(`/lender\\?.*id=${lender}`));
  await expect(page.getByRole("main")).toContainText(lender);
});
