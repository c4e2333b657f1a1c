import { defineConfig } from "@playwright/test";

import { installedBrowser, launchArgs } from "./scripts/findBrowser.mjs";

/** Fixed, because the port is part of the origin and so of what the browser has stored. */
const origin = "http://127.0.0.1:4317";

const executablePath = installedBrowser();

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: origin,
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    launchOptions: { args: launchArgs, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  webServer: {
    command: "node scripts/start.mjs --host 127.0.0.1 --port 4317",
    url: origin,
    reuseExistingServer: false,
    timeout: 300_000,
  },
});
