import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const configs = ["package-lock.json", "package.json", "tsconfig.json"];
const targets = {
  app: {
    // Written last, so that a build cut short is built again.
    output: "dist/sw.js",
    config: "vite.config.ts",
    inputs: ["index.html", "public", "src", "sample-data/transactions", "scripts/securityHeaders.mjs"],
  },
  report: { output: ".cache/report/report.mjs", config: "vite.report.config.ts", inputs: ["src"] },
};

/** Builds a target unless its output is newer than all it is made of. Writes to standard error only. */
export function buildIfStale(name) {
  const { output, config, inputs } = targets[name];
  const builtAt = modifiedAt(path.join(root, output));
  const changedAt = Math.max(...[...inputs, ...configs, config].map((input) => newestIn(path.join(root, input))));
  if (builtAt > changedAt) return;

  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--config", config, "--logLevel", "warn"];
  console.error(`Building ${output} …`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error(`vite build failed (${config})`);
}

function newestIn(file) {
  const own = modifiedAt(file);
  // A folder's own time tells of deletions.
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return own;
  return Math.max(own, ...readdirSync(file).map((entry) => newestIn(path.join(file, entry))));
}

function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
