// `npm run torture [-- --quick] [-- --only faults,damage,files,memory,injection,mutations] [-- --record]`: tries to break
// the built app in a real browser, and its parts beside it. --record writes the results into docs/RELIABILITY.md.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { withBrowser } from "./bench/browser.mjs";
import { machineFacts } from "./bench/processes.mjs";
import { withServer } from "./bench/server.mjs";
import { buildIfStale, root } from "./build.mjs";
import { findBrowser } from "./findBrowser.mjs";
import { runFaults } from "./torture/faults.mjs";
import { runFlips } from "./torture/flips.mjs";
import { runMemory } from "./torture/memory.mjs";
import { runMutations } from "./torture/mutations.mjs";
import { runQuota } from "./torture/quota.mjs";
import { resultText, withResults } from "./torture/resultText.mjs";
import { tortureServer } from "./torture/server.mjs";

const PORT = 4337;
const QUOTA_PORT = 4340;
const SEED = 11;
const PARTS = ["faults", "damage", "files", "memory", "injection", "mutations"];

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    only: { type: "string", default: PARTS.join(",") },
  },
});
const wanted = new Set(values.only.split(","));
const unknown = [...wanted].filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`--only takes ${PARTS.join(", ")}, not ${unknown.join(", ")}`);
const size = values.quick
  ? { rounds: 2, quotas: 3, flips: 12, truncations: 4, rows: 100_000 }
  : { rounds: 19, quotas: 20, flips: 210, truncations: 55, rows: 1_000_000 };

const cache = path.join(root, ".cache/torture");
const app = path.join(cache, "app");
const counts = path.join(cache, "counts.jsonl");
const say = (what) => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);

/** @returns lines of the report */
const work = {
  async faults() {
    const struck = await served((origin) => runFaults({ origin, rounds: size.rounds, seed: SEED, say }));
    const full = await runQuota({ app, firstPort: QUOTA_PORT, sizes: size.quotas, say });
    const faults = [...struck, ...full];
    const kinds = new Set(faults.map(({ name }) => name)).size;
    const inside = faults.filter(({ inTransaction }) => inTransaction).length;
    const anew = faults.filter(({ isAnew }) => isAnew).length;
    const wrong = [
      ...faults.flatMap((fault) => fault.wrong),
      ...(anew > 0 ? [`${anew} times the browser began the database anew, and the loss was noticed`] : []),
    ];
    const isEnough = faults.length >= 300 && kinds >= 12 && inside * 2 >= faults.length;
    const tried = `${faults.length} faults of ${kinds} kinds, ${inside} inside a transaction`;
    return [line("Faults: rows lost, partial or double imports, opens that hang", { tried, wrong, isEnough })];
  },
  async damage() {
    const { flips, truncations } = size;
    const looked = await served((origin) => runFlips({ origin, flips, truncations, seed: SEED, say }));
    const wrong = looked.flatMap((one) => one.wrong);
    const summaries = looked.filter(({ place }) => place === "summary").length;
    const tried = `${flips} flipped bytes, ${truncations} truncations; ${summaries} in summaries, which are made anew`;
    const isEnough = flips >= 200 && truncations >= 50;
    return [line("Damaged blobs: unnoticed, wrong figures, other imports unreadable", { tried, wrong, isEnough })];
  },
  files() {
    return ranTests("vitest/vitest.mjs", ["run", "test/torture", "test/engine/anyOrder.test.ts", "test/catalogue"]);
  },
  async memory() {
    const { outcome, fileMegabytes, grownMegabytes, bomb } = await served((origin) =>
      runMemory({ origin, folder: path.join(root, ".cache/bench"), rows: size.rows, say }),
    );
    const most = Math.max(4 * fileMegabytes, 400);
    const wrong = [
      ...(outcome === "imported" ? [] : [`the import ended as ${outcome}`]),
      ...(grownMegabytes < most ? [] : [`${grownMegabytes} MB, allowed are ${most}`]),
      ...(bomb.code === "TOO_LARGE" && bomb.ms < 2000
        ? []
        : [`the bomb was ${bomb.code} after ${Math.round(bomb.ms)} ms`]),
    ];
    const tried = `${size.rows} rows in ${fileMegabytes} MB grew by ${grownMegabytes} MB; a bomb stopped after ${Math.round(bomb.ms)} ms`;
    return [
      line("Memory of an import, and an archive that would fill the machine", {
        tried,
        wrong,
        isEnough: size.rows >= 1_000_000,
      }),
    ];
  },
  injection() {
    return ranTests("@playwright/test/cli.js", ["test", "injection"]);
  },
  mutations() {
    const mutations = runMutations({ say });
    const wrong = mutations.filter(({ isCaught }) => !isCaught).map(({ name }) => name);
    return [
      line("Safeties taken away, and no test fails", { tried: `${mutations.length} safeties`, wrong, isEnough: true }),
    ];
  },
};

function line(what, { tried, wrong, isEnough }) {
  return {
    what,
    tried,
    wrong: wrong.length === 0 ? "0" : wrong.join("; "),
    isMet: wrong.length === 0 && (isEnough || values.quick),
  };
}

/** Tests at their full size; each bar they are for leaves what it counted. */
function ranTests(runner, args) {
  const started = existsSync(counts) ? readFileSync(counts, "utf8").length : 0;
  const cli = path.join(root, "node_modules", runner);
  const env = { ...process.env, CHROMIUM_PATH: findBrowser(), DIPPER_TORTURE: values.quick ? "quick" : "full" };
  const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: root, env, stdio: ["ignore", 2, 2] });
  const lines = existsSync(counts)
    ? readFileSync(counts, "utf8").slice(started).trim().split("\n").filter(Boolean)
    : [];
  const told = lines.map((text) => JSON.parse(text));
  const failed =
    status === 0 ? [] : [line(args.join(" "), { tried: "tests", wrong: ["a test fails"], isEnough: true })];
  return [
    ...told.map(({ bar, ...numbers }) => {
      const tried = Object.entries(numbers).map(([name, count]) => `${count} ${name}`);
      return line(bar, { tried: tried.join(", "), wrong: [], isEnough: true });
    }),
    ...failed,
  ];
}

const served = (run) => withServer({ server: tortureServer(app), port: PORT }, run);

const startedMs = Date.now();
const machine = await withBrowser(({ session }) => machineFacts(session));
buildIfStale("app");
mkdirSync(cache, { recursive: true });
rmSync(counts, { force: true });
// A copy stays the same however long the run is, whoever builds meanwhile.
rmSync(app, { recursive: true, force: true });
cpSync(path.join(root, "dist"), app, { recursive: true });

const bars = [];
for (const part of PARTS.filter((name) => wanted.has(name))) {
  say(part);
  bars.push(...(await work[part]()));
}
const day = new Date().toISOString().slice(0, 10);
const results = resultText({ machine, day, minutes: Math.round((Date.now() - startedMs) / 60_000), bars });
console.log(results);
if (values.record) {
  const file = path.join(root, "docs/RELIABILITY.md");
  writeFileSync(file, withResults(readFileSync(file, "utf8"), results, wanted.size < PARTS.length));
}
process.exitCode = bars.every(({ isMet }) => isMet) ? 0 : 1;
