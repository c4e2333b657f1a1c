import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { chromium } from "@playwright/test";

import { findBrowser, launchArgs } from "#scripts/findBrowser.mjs";

const START_TIMEOUT_MS = 30_000;

/**
 * Lets a page's origin keep its data for good when it asks to, as a reader's browser does for an installed app: without
 * that leave Chromium drops the data of all sites when its own account of them is damaged, as a kill may leave it.
 */
export function grantPersistence(profile, origin) {
  const settings = { exceptions: { durable_storage: { [`${origin},*`]: { setting: 1 } } } };
  mkdirSync(path.join(profile, "Default"), { recursive: true });
  writeFileSync(path.join(profile, "Default/Preferences"), JSON.stringify({ profile: { content_settings: settings } }));
}

/** A browser whose processes are ours to kill, on a profile that outlives it. */
export class KillableBrowser {
  constructor(profile, extraArgs = []) {
    this.profile = profile;
    this.extraArgs = extraArgs;
  }

  async start() {
    for (const name of readdirSync(this.profile)) {
      if (name.startsWith("Singleton") || name === "DevToolsActivePort") rmSync(path.join(this.profile, name));
    }
    const args = [
      ...launchArgs,
      "--headless=new",
      "--remote-debugging-port=0",
      "--disable-dev-shm-usage",
      `--user-data-dir=${this.profile}`,
      ...this.extraArgs,
      "about:blank",
    ];
    // A group of its own, so that a kill reaches every process of it.
    this.child = spawn(findBrowser(), args, { detached: true, stdio: "ignore" });
    this.ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${await this.#port()}`);
    [this.context] = this.browser.contexts();
    return this;
  }

  async #port() {
    const file = path.join(this.profile, "DevToolsActivePort");
    const until = Date.now() + START_TIMEOUT_MS;
    while (Date.now() < until) {
      if (this.child.exitCode !== null) throw new Error(`The browser ended with status ${this.child.exitCode}.`);
      const port = textOf(file)?.split("\n")[0];
      if (port !== undefined && port !== "") return port;
      await sleep(20);
    }
    throw new Error("The browser did not open its debugging port.");
  }

  /** As a power cut would, but for what the system still has to write. */
  async kill() {
    tryKill(-Number(this.child.pid));
    await this.ended;
  }

  /** Ends it in order, so that everything it was going to write is written. */
  async close() {
    const session = await this.browser.newBrowserCDPSession();
    await session.send("Browser.close").catch(() => {});
    await Promise.race([this.ended, sleep(10_000, undefined, { ref: false })]);
    await this.kill();
  }

  /** Kills the processes that draw pages and run their workers, and nothing else. */
  async killRenderers() {
    const session = await this.browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    for (const { type, id } of processInfo) if (type === "renderer") tryKill(id);
  }
}

function tryKill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  }
}
