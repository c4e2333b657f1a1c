// `npm run bench [-- --quick] [-- --rows 0] [-- --rounds 1] [-- --record]`: the built app beside its peers in a real
// browser. --rows is the size of the large run, 0 leaves it out; --record writes the results into docs/BENCHMARKS.md.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { withBrowser } from "./bench/browser.mjs";
import { measureDipper } from "./bench/dipper.mjs";
import { ledgerFiles } from "./bench/ledgerFiles.mjs";
import { buildPages } from "./bench/pageBuild.mjs";
import { measureDuckdb, measurePapaDexie } from "./bench/peers.mjs";
import { machineFacts } from "./bench/processes.mjs";
import { resultText, withResults } from "./bench/resultText.mjs";
import { benchServer, withServer } from "./bench/server.mjs";
import { buildIfStale, root } from "./build.mjs";

const PORT = 4327;
const SEED = 7;

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    rounds: { type: "string", default: "3" },
    rows: { type: "string", default: "10000000" },
  },
});
const small = values.quick
  ? { rows: 200_000, rounds: 1, queries: { count: 20, budgetMs: 1000 } }
  : { rows: 1_000_000, rounds: Number(values.rounds), queries: { count: 100, budgetMs: 5000 } };
const largeRows = values.quick ? 0 : Number(values.rows);
const largeQueries = { count: 60, budgetMs: 10_000 };

const cache = path.join(root, ".cache/bench");
const app = path.join(cache, "app");
const pages = path.join(cache, "pages");
const duckdb = path.join(root, "node_modules/@duckdb/duckdb-wasm/dist");

/** Rounds take turns, so that a busy minute of the machine falls on all alike; the large run lies before the last. */
async function measureAll(origin) {
  const { rows, rounds, queries } = small;
  const ledgers = await ledgerFiles({ folder: cache, rows, seed: SEED });
  const result = { rows, dipper: [], duckdb: [] };
  let large;
  for (let round = 1; round <= rounds; round += 1) {
    const isLast = round === rounds;
    if (isLast && largeRows > 0) large = await measureLarge(origin);
    say(`${rows} rows, round ${round} of ${rounds}: Dipper`);
    const args = { origin, app, ledgers, queries: isLast ? queries : undefined, seed: SEED };
    result.dipper.push(await measureDipper(args));
    say(`${rows} rows, round ${round} of ${rounds}: DuckDB-WASM`);
    result.duckdb.push(await measureDuckdb({ origin, ledger: ledgers.history }));
  }
  say(`${rows} rows: PapaParse into Dexie`);
  const papaDexie = await measurePapaDexie({ origin, ledger: ledgers.history });
  return { small: { ...result, papaDexie }, large };
}

async function measureLarge(origin) {
  const ledgers = await ledgerFiles({ folder: cache, rows: largeRows, seed: SEED });
  say(`${largeRows} rows: Dipper`);
  const dipper = [await measureDipper({ origin, app, ledgers, queries: largeQueries, seed: SEED })];
  return { rows: largeRows, dipper };
}

const say = (what) => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);

const machine = await withBrowser(({ session }) => machineFacts(session));
buildIfStale("app");
mkdirSync(cache, { recursive: true });
// A copy stays the same however long the run is, whoever builds meanwhile.
rmSync(app, { recursive: true, force: true });
cpSync(path.join(root, "dist"), app, { recursive: true });
await buildPages(pages);
const server = benchServer({ app, bench: { pages, duckdb } });
const measured = await withServer({ server, port: PORT }, measureAll);

const day = new Date().toISOString().slice(0, 10);
const results = resultText({ machine, measured, day });
writeFileSync(path.join(cache, "latest.json"), JSON.stringify({ day, machine, ...measured }, undefined, 2));
console.log(results);
if (values.record) {
  const file = path.join(root, "docs/BENCHMARKS.md");
  writeFileSync(file, withResults(readFileSync(file, "utf8"), results));
}
