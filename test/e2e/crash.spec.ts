import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium, type Browser, type Page } from "@playwright/test";

import { findBrowser, launchArgs } from "#scripts/findBrowser.mjs";
import { expect, test } from "#test/support/appTest.ts";
import { chooseFiles, downloadCsv, fenOf } from "#test/support/appPage.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

/** A browser whose process is ours to kill, with a profile that outlives it. */
async function launch(profile: string): Promise<{ readonly child: ChildProcess; readonly browser: Browser }> {
  const child = spawn(
    findBrowser(),
    [
      ...launchArgs,
      "--headless",
      "--window-size=1440,900",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]!);
    });
    child.on("exit", () => reject(new Error(`the browser ended: ${said}`)));
  });
  return { child, browser: await chromium.connectOverCDP(address) };
}

/** Ends the browser and all its processes as a power cut would: nobody may tidy up. */
async function kill({ child }: { readonly child: ChildProcess }): Promise<void> {
  const ended = new Promise((resolve) => child.on("exit", resolve));
  process.kill(-child.pid!, "SIGKILL");
  await ended;
}

async function openApp(browser: Browser, baseURL: string): Promise<Page> {
  const page = await browser.contexts()[0]!.newPage();
  await page.goto(`${baseURL}/?p=all&g=day&cmp=none`);
  return page;
}

function rowsIn(files: readonly string[]): number {
  return files.reduce((rows, file) => rows + readFileSync(file, "utf8").trimEnd().split("\n").length - 1, 0);
}

/** Killed at these shares of the queue's bytes; each a run of its own. */
for (const share of [0.1, 0.4, 0.7]) {
  test(`a browser killed at ${share * 100} % of an import leaves whole files or nothing`, async ({ baseURL }) => {
    // Two browsers, two reviews and almost two imports of a year: a minute and a half where nothing else runs.
    test.setTimeout(480_000);
    const profile = mkdtempSync(path.join(tmpdir(), "crash-"));
    const files = samplePaths();
    let running = await launch(profile);
    try {
      let page = await openApp(running.browser, baseURL!);
      await expect(page.getByRole("button", { name: "Load sample data" })).toBeVisible();
      await chooseFiles(page, files);
      const bar = page.getByRole("progressbar").first();
      await expect
        .poll(
          async () =>
            Number((await bar.getAttribute("aria-valuenow")) ?? 0) /
            Number((await bar.getAttribute("aria-valuemax")) ?? 1),
          // The whole import takes seconds: a slower look would come after its end.
          { intervals: [20], timeout: 80_000 },
        )
        .toBeGreaterThan(share);
      await kill(running);

      running = await launch(profile);
      page = await openApp(running.browser, baseURL!);
      await page.goto(`${baseURL}/data`);
      const summary = page.getByText(/\d+ imports? · [\d,]+ rows/);
      await expect(summary.or(page.getByRole("button", { name: "Load sample data" })).first()).toBeVisible();
      const text = (await summary.count()) === 0 ? "0 imports · 0 rows" : await summary.first().innerText();
      const [imports, rows] = /(\d+) imports? · ([\d,]+) rows/
        .exec(text)!
        .slice(1)
        .map((digits) => Number(digits.replaceAll(",", "")));
      expect(rows).toBe(rowsIn(files.slice(0, imports)));

      // What is there is the beginning of the year, figures and all; the rest can be dropped again.
      await chooseFiles(page, files);
      await expect(page.getByText(/456 imports/)).toBeVisible({ timeout: 80_000 });
      await page.goto(`${baseURL}/?p=all&g=day&cmp=none`);
      const last = (await downloadCsv(page, "Balance and flows")).at(-1)!;
      expect(fenOf(last["Outstanding (CNY)"]!)).toBe(7_706_628_571);
    } finally {
      await kill(running).catch(() => undefined);
      rmSync(profile, { recursive: true, force: true });
    }
  });
}
