import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { chromium } from "@playwright/test";

import { findBrowser, launchArgs } from "#scripts/findBrowser.mjs";

const START_TIMEOUT_MS = 30_000;
const EXIT_TIMEOUT_MS = 10_000;

const benchArgs = [
  "--headless=new",
  "--remote-debugging-port=0",
  "--disable-dev-shm-usage",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--window-size=1440,900",
  "--lang=en-GB",
];

/**
 * Runs `work` with a real browser on a profile of its own, as a reader meets it on the first day: nothing cached,
 * nothing stored. Started by hand rather than by the driver, so that its processes can be measured.
 */
export async function withBrowser(work) {
  const profile = mkdtempSync(path.join(tmpdir(), "dipper-bench-"));
  const args = [...launchArgs, ...benchArgs, `--user-data-dir=${profile}`, "about:blank"];
  const child = spawn(findBrowser(), args, { stdio: "ignore" });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  try {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(profile, child)}`);
    const context = browser.contexts()[0];
    const session = await browser.newBrowserCDPSession();
    const result = await work({ browser, context, session });
    await session.send("Browser.close").catch(() => {});
    await Promise.race([exited, sleep(EXIT_TIMEOUT_MS, undefined, { ref: false })]);
    return result;
  } finally {
    if (child.exitCode === null) child.kill("SIGKILL");
    await exited;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}

/** Chooses a file as a reader does; the driver's own way sends it through a pipe and refuses large ones. */
export async function chooseFile({ page, selector, file }) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  await session.send("DOM.setFileInputFiles", { nodeId, files: [file] });
  await session.detach();
}

async function debuggingPort(profile, child) {
  const file = path.join(profile, "DevToolsActivePort");
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The browser ended at once with status ${child.exitCode}.`);
    const [port] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    if (port !== undefined && port !== "") return port;
    await sleep(50);
  }
  throw new Error("The browser did not open its debugging port.");
}
