// Finds a Chromium for the end-to-end tests, and installs one where there is none.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const namesOnPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const usualPlaces = {
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
    .map((variable) => process.env[variable])
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, "Google/Chrome/Application/chrome.exe")),
};

/** Flags for a machine without a GPU, a desktop or a network beyond the app. */
export const launchArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Path of a browser that runs; undefined when there is none. Playwright's own download counts last.
 *
 * @returns {string | undefined}
 */
export function installedBrowser() {
  const fromEnvironment = process.env.CHROMIUM_PATH;
  if (fromEnvironment !== undefined && fromEnvironment !== "") {
    if (runs(fromEnvironment)) return fromEnvironment;
    throw new Error(`CHROMIUM_PATH is not a browser that runs: ${fromEnvironment}`);
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...(usualPlaces[process.platform] ?? []), playwrightBrowser()].find(runs);
}

/** As `installedBrowser`, but installs one rather than give up. */
export function findBrowser() {
  const found = installedBrowser();
  if (found !== undefined) return found;
  if (isRootOnDebian()) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "chromium"]);
  }
  const afterApt = installedBrowser();
  if (afterApt !== undefined) return afterApt;
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  run(process.execPath, [cli, "install", ...(isRootOnDebian() ? ["--with-deps"] : []), "chromium"]);
  const downloaded = installedBrowser();
  if (downloaded === undefined) throw new Error("No Chromium: install one, or name it in CHROMIUM_PATH.");
  return downloaded;
}

function runs(file) {
  if (file === undefined || !existsSync(file)) return false;
  // On Windows `--version` would open a window.
  if (process.platform === "win32") return true;
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function playwrightBrowser() {
  return createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
}

function run(command, args) {
  console.error(`No Chromium yet: ${path.basename(command)} ${args.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync(command, args, { env, stdio: ["ignore", 2, 2] });
}
