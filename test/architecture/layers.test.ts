import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { LAYERS } from "#root/oxlint.config.mjs";

const root = path.resolve(import.meta.dirname, "../..");

test("every folder of src has a row in LAYERS", () => {
  const folders = readdirSync(path.join(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(Object.keys(LAYERS)).toEqual(expect.arrayContaining(folders));
});

interface Planted {
  readonly file: string;
  readonly code: string;
  /** The rule that must refuse the file; undefined where the file is allowed. */
  readonly rule?: string;
}

const imports = "eslint(no-restricted-imports)";
const globals = "eslint(no-restricted-globals)";
const properties = "eslint(no-restricted-properties)";

const plants: readonly Planted[] = [
  { file: "features/exits/cross.ts", code: 'export { a } from "#src/features/trends/a.ts";', rule: imports },
  { file: "features/exits/crossType.ts", code: 'import type { A } from "#src/features/trends/a.ts";', rule: imports },
  {
    file: "features/exits/crossLazy.ts",
    code: 'export const a = () => import("#src/features/trends/a.ts");',
    rule: imports,
  },
  { file: "features/exits/store.ts", code: 'import { a } from "#src/store/database.ts"; a();', rule: imports },
  { file: "features/exits/client.ts", code: 'import { a } from "#src/engine/client.ts"; a();', rule: imports },
  { file: "features/exits/metric.ts", code: 'import { a } from "#src/metrics/exits.ts"; a();', rule: imports },
  { file: "features/exits/metricType.ts", code: 'import type { A } from "#src/metrics/exits.ts"; export type B = A;' },
  { file: "features/exits/protocol.ts", code: 'import type { A } from "#src/engine/protocol.ts"; export type B = A;' },
  { file: "features/exits/charts.ts", code: 'import { init } from "echarts/core"; init();', rule: imports },
  { file: "features/exits/chartType.ts", code: 'import type { A } from "echarts"; export type B = A;' },
  { file: "features/exits/parent.ts", code: 'import { a } from "../trends/a.ts"; a();', rule: imports },
  { file: "features/exits/hidden.ts", code: 'import { a } from "./../trends/a.ts"; a();', rule: imports },
  { file: "metrics/store.ts", code: 'import { a } from "#src/store/database.ts"; a();', rule: imports },
  { file: "metrics/library.ts", code: 'import { a } from "date-fns"; a();', rule: imports },
  { file: "metrics/node.ts", code: 'import { readFileSync } from "node:fs"; readFileSync("a");', rule: imports },
  { file: "metrics/clock.ts", code: "export const now = Date.now();", rule: globals },
  { file: "metrics/chance.ts", code: "export const chance = Math.random();", rule: properties },
  { file: "metrics/timer.ts", code: "setTimeout(() => {}, 1);", rule: globals },
  { file: "metrics/page.ts", code: "export const title = document.title;", rule: globals },
  { file: "metrics/allowed.ts", code: 'import { a } from "#src/domain/units.ts"; import { b } from "./b.ts"; a(b);' },
  { file: "ingest/clock.ts", code: "export const now = new Date();", rule: globals },
  { file: "ingest/hash.ts", code: 'import { sha256 } from "@noble/hashes/sha2.js"; sha256(new Uint8Array());' },
  { file: "domain/upward.ts", code: 'import { a } from "#src/ingest/a.ts"; a();', rule: imports },
  { file: "domain/units.ts", code: 'import { a } from "date-fns"; a();', rule: imports },
  { file: "domain/calendar.ts", code: 'import { a } from "date-fns"; a(new Date(0));' },
  { file: "store/metric.ts", code: 'import { a } from "#src/metrics/a.ts"; a();', rule: imports },
  { file: "store/react.ts", code: 'import { useState } from "react"; useState();', rule: imports },
  { file: "store/dexie.ts", code: 'import { Dexie } from "dexie"; new Dexie("a").open();' },
  { file: "engine/screen.ts", code: 'import { a } from "#src/ui/format.ts"; a();', rule: imports },
  { file: "engine/library.ts", code: 'import { Dexie } from "dexie"; new Dexie("a").open();', rule: imports },
  { file: "engine/clock.ts", code: "export const now = Date.now();", rule: globals },
  { file: "ui/engine.ts", code: 'import { a } from "#src/engine/client.ts"; a();', rule: imports },
  { file: "ui/charts.ts", code: 'import { init } from "echarts/core"; init();', rule: imports },
  { file: "ui/Chart.tsx", code: 'import { init } from "echarts/core"; init();' },
  { file: "ui/markup.ts", code: 'export const fill = (node: Element) => { node.innerHTML = "a"; };', rule: properties },
  {
    file: "ui/Danger.tsx",
    code: 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "a" }} />;',
    rule: "react(no-danger)",
  },
  { file: "ui/whole.ts", code: "export default 1;", rule: "import(no-default-export)" },
  { file: "ui/log.ts", code: 'console.log("a");', rule: "eslint(no-console)" },
  { file: "app/report.ts", code: 'console.log("a");' },
  { file: "app/root.ts", code: 'import { a } from "#src/store/database.ts"; a();' },
  { file: "app/parent.ts", code: 'import { a } from "../store/database.ts"; a();', rule: imports },
];

const folder = mkdtempSync(path.join(tmpdir(), "dipper-layers-"));
let rulesByFile: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  copyFileSync(path.join(root, "oxlint.config.mjs"), path.join(folder, "oxlint.config.mjs"));
  for (const { file, code } of plants) {
    const target = path.join(folder, "src", file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `${code}\n`);
  }
  const manifest = createRequire(import.meta.url).resolve("oxlint/package.json");
  const cli = path.join(path.dirname(manifest), "bin/oxlint");
  const args = [cli, "-c", "oxlint.config.mjs", "-f", "json", "src"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { filename: string; code: string }[] };
  rulesByFile = new Map(
    plants.map(({ file }) => [
      file,
      diagnostics.filter(({ filename }) => filename === `src/${file}`).map(({ code }) => code),
    ]),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(plants.filter(({ rule }) => rule !== undefined))("$file is refused: $code", ({ file, rule }) => {
  expect(rulesByFile.get(file)).toContain(rule);
});

test.each(plants.filter(({ rule }) => rule === undefined))("$file is allowed: $code", ({ file }) => {
  const policed = [imports, globals, properties, "eslint(no-console)"];
  expect(rulesByFile.get(file)?.filter((rule) => policed.includes(rule))).toEqual([]);
});
