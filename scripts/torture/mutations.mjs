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
    from: "await db.imports.bulkAdd(importRows);",
    to: "await Dexie.ignoreTransaction(() => db.imports.bulkAdd(importRows));",
    alsoFrom: "import type { Partition }",
    alsoTo: 'import { Dexie } from "dexie";\nimport type { Partition }',
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

/** Runs the tests on copies of the project that each lack one safety. */
export function runMutations({ say = () => {} } = {}) {
  return MUTATIONS.map((mutation) => {
    const folder = mkdtempSync(path.join(tmpdir(), "dipper-mutation-"));
    try {
      for (const part of [...PARTS, ...CONFIGS])
        cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
      symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
      mutate(folder, mutation);
      const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
      const { status } = spawnSync(process.execPath, [vitest, "run", ...mutation.tests], {
        cwd: folder,
        stdio: "ignore",
      });
      const isCaught = status !== 0;
      say(`${mutation.name}: ${isCaught ? "a test fails" : "no test fails"}`);
      return { name: mutation.name, isCaught };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
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
