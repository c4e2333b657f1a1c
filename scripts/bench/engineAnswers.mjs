import { readdirSync } from "node:fs";
import path from "node:path";

import { creditQueries } from "./creditQueries.mjs";
import { fundsCsv, loansCsv } from "./loansFile.mjs";
import { expectSame } from "./peers.mjs";
import { quantile } from "./quantiles.mjs";
import { randomQueries } from "./randomQueries.mjs";

const DAY_MS = 86_400_000;
const EVERYTHING = { products: [], channels: [] };

/**
 * How long the worker of the built app takes to answer, asked from a page that is no part of the app, on the data that
 * the app has stored. The first answer of a kind counts like the others.
 */
export async function measureAnswers({ context, origin, app, totals, queries, seed }) {
  const page = await openEngine({ context, origin, app });
  const call = (method, args) => page.evaluate((request) => bench.call(request), { method, args });
  const { value: stored } = await call("open", { today: Math.floor(Date.now() / DAY_MS) });
  await expectTrue({ call, stored, totals });

  const asked = { page, budgetMs: queries.budgetMs };
  const ofLedger = await askAll(asked, randomQueries({ stored, seed, count: queries.count }));
  await importCredit(page, { stored, seed });
  const ofCredit = await askAll(asked, creditQueries({ stored, seed, count: queries.count }));
  await page.close();
  return [...ofLedger, ...ofCredit];
}

async function askAll({ page, budgetMs }, kinds) {
  const answers = [];
  for (const { name, method, calls } of kinds) {
    const times = await page.evaluate((args) => bench.time(args), { method, calls, budgetMs });
    const [p50Ms, p95Ms, worstMs] = [0.5, 0.95, 1].map((share) => quantile(times, share));
    answers.push({ name, count: times.length, firstMs: times[0], p50Ms, p95Ms, worstMs });
  }
  return answers;
}

/** Loans and funds beside the ledger, once its own questions have been asked. */
async function importCredit(page, { stored: { firstDay, asOf }, seed }) {
  const texts = { "loans.csv": loansCsv({ firstDay, lastDay: asOf, seed }), "funds.csv": fundsCsv({ firstDay }) };
  const outcomes = await page.evaluate((args) => bench.importTexts(args), {
    texts,
    today: Math.floor(Date.now() / DAY_MS),
  });
  expectSame("files of loans and funds taken", outcomes.filter((type) => type === "imported").length, 2);
}

async function openEngine({ context, origin, app }) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  // The app's service worker would answer with the app.
  await session.send("Network.setBypassServiceWorker", { bypass: true });
  await page.goto(`${origin}/bench/pages/engine.html?worker=${workerPath(app)}`);
  return page;
}

function workerPath(app) {
  const names = readdirSync(path.join(app, "assets")).filter((name) => /^engine\.worker.*\.js$/.test(name));
  if (names.length !== 1) throw new Error(`The build has ${names.length} engine workers.`);
  return `/assets/${names[0]}`;
}

async function expectTrue({ call, stored, totals }) {
  const period = { from: stored.firstDay, to: stored.asOf };
  const { total } = await call("series", { period, grain: "month", filter: EVERYTHING, comparison: "none" });
  expectSame("outstanding of the engine", total.closing, totals.outstandingFen);
  expectSame("volume of the engine", total.flows.volume, totals.volumeFen);
  expectSame("lenders of the engine", stored.lenders, totals.lenders);
}
