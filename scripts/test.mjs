// `npm test`: unit, property and golden tests, then the end-to-end tests, then one line that counts both.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { root } from "./build.mjs";
import { findBrowser } from "./findBrowser.mjs";

const results = path.join(root, ".cache/test");
const unitResults = path.join(results, "unit.json");
const endToEndResults = path.join(results, "endToEnd.json");

function runUnitTests() {
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitResults}`];
  return counted("unit tests", [vitest, "run", ...reporters], () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(unitResults, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

function runEndToEndTests() {
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  return counted("end-to-end tests", [playwright, "test", "--reporter=list,json"], () => {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(endToEndResults, "utf8")).stats;
    return { passed: expected, failed: unexpected + flaky };
  });
}

/** A runner that fails without a failing test (a file that does not load, a crash) counts as one failure. */
function counted(name, args, readCounts) {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndResults };
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  let counts = { passed: 0, failed: 0 };
  try {
    counts = readCounts();
  } catch (error) {
    console.error(`The ${name} left no result: ${error.message}`);
  }
  if (status === 0 || counts.failed > 0) return counts;
  console.error(`The ${name} ended with status ${status}.`);
  return { ...counts, failed: 1 };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.CHROMIUM_PATH = findBrowser();

const counts = [runUnitTests(), runEndToEndTests()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
