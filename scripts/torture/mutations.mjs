import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { root } from "#scripts/build.mjs";

const PARTS = ["src", "test", "scripts", "sample-data", "public", "index.html", "package.json", "tsconfig.json"];
const CONFIGS = ["vite.config.ts", "vitest.config.ts", "oxlint.config.mjs"];

/** Each takes one safety away; a test that it names must then fail. */
const MUTATIONS = [
  {
    name: "writes no longer wait for the disk",
    file: "src/store/database.ts",
    from: 'chromeTransactionDurability: "strict"',
    to: 'chromeTransactionDurability: "relaxed"',
    tests: ["test/store/durability.test.ts"],
  },
  {
    name: "checksums are not looked at",
    file: "src/store/checksum.ts",
    from: "return seal === valueChecksum(rest);",
    to: "return seal === valueChecksum(rest) || true;",
    tests: ["test/store"],
  },
  {
    name: "an import in two transactions",
    file: "src/store/ledgerWrites.ts",
    from: 'return db.transaction("rw", db.tables, async () => {',
    to: 'await db.imports.bulkPut(importRows);\n  return db.transaction("rw", db.tables, async () => {',
    alsoFrom: "await db.imports.bulkAdd(importRows);",
    alsoTo: "",
    tests: ["test/store"],
  },
  {
    name: "the same content may be stored twice",
    file: "src/store/database.ts",
    from: '"importId, &sha256"',
    to: '"importId, sha256"',
    tests: ["test/store"],
  },
  {
    name: "an old tab goes on after an upgrade",
    file: "src/store/database.ts",
    from: "db.close({ disableAutoOpen: true });\n    return false;",
    to: "return undefined;",
    tests: ["test/store"],
  },
  {
    name: "a tooltip is a string",
    file: "src/ui/tooltipNode.ts",
    from: ": tooltipNode(model);",
    to: ": tooltipNode(model).outerHTML;",
    tests: ["test/ui"],
  },
];

/** Runs the tests on copies of the project that each lack one safety; on one that lacks none they must pass. */
export function runMutations({ say = () => {} } = {}) {
  const allTests = [...new Set(MUTATIONS.flatMap(({ tests }) => tests))];
  if (!passes(allTests)) throw new Error("The tests fail on a copy that nothing was taken out of.");
  return MUTATIONS.map((mutation) => {
    const isCaught = !passes(mutation.tests, mutation);
    say(`${mutation.name}: ${isCaught ? "a test fails" : "no test fails"}`);
    return { name: mutation.name, isCaught };
  });
}

function passes(tests, mutation) {
  const folder = mkdtempSync(path.join(tmpdir(), "dipper-mutation-"));
  try {
    for (const part of [...PARTS, ...CONFIGS])
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    if (mutation) mutate(folder, mutation);
    const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
    const args = [vitest, "run", "--bail=1", ...tests];
    return spawnSync(process.execPath, args, { cwd: folder, stdio: "ignore" }).status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mutate(folder, { name, file, from, to, alsoFrom, alsoTo }) {
  const target = path.join(folder, file);
  const text = readFileSync(target, "utf8");
  const changes = [[from, to], ...(alsoFrom === undefined ? [] : [[alsoFrom, alsoTo]])];
  const changed = changes.reduce((now, [before, after]) => {
    if (!now.includes(before)) throw new Error(`${name}: ${file} holds no ${before}`);
    return now.replace(before, after);
  }, text);
  writeFileSync(target, changed);
}
