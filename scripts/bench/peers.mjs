import { chooseFile, withBrowser } from "./browser.mjs";

/** Rows after which PapaParse into Dexie may be cut short, when the whole would take longer than the patience. */
const ENOUGH_ROWS = 100_000;
const PATIENCE_MS = 180_000;

async function openPage(context, url) {
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`${url}: ${error.message}`));
  await page.goto(url);
  return page;
}

/**
 * DuckDB-WASM on a first visit, then on a second, when the browser has its code and it is told the columns' types.
 *
 * @returns milliseconds to start and to read the file into a table, each time
 */
export function measureDuckdb({ origin, ledger }) {
  return withBrowser(async ({ context }) => {
    const first = await duckdbVisit({ context, origin, ledger, isTold: false });
    const second = await duckdbVisit({ context, origin, ledger, isTold: true });
    return { startMs: first.startMs, readMs: first.readMs, restartMs: second.startMs, toldReadMs: second.readMs };
  });
}

async function duckdbVisit({ context, origin, ledger, isTold }) {
  const page = await openPage(context, `${origin}/bench/pages/duckdb.html`);
  const startMs = await page.evaluate(() => bench.start());
  await chooseFile({ page, selector: "input", file: ledger.file });
  const { readMs, rows, outstanding } = await page.evaluate((args) => bench.read(args), { isTold });
  expectSame("DuckDB-WASM rows", rows, ledger.totals.rows);
  expectSame("DuckDB-WASM outstanding", Math.round(outstanding * 100), ledger.totals.outstandingFen);
  await page.close();
  return { startMs, readMs };
}

/** PapaParse into Dexie, one record a row; `rows` tells how many were stored, `wholeMs` is in proportion. */
export function measurePapaDexie({ origin, ledger }) {
  return withBrowser(async ({ context }) => {
    const page = await openPage(context, `${origin}/bench/pages/papaDexie.html`);
    await chooseFile({ page, selector: "input", file: ledger.file });
    const limits = { rows: ledger.totals.rows, enoughRows: ENOUGH_ROWS, patienceMs: PATIENCE_MS };
    const { storeMs, rows } = await page.evaluate((args) => bench.store(args), limits);
    return { storeMs, rows, wholeMs: (storeMs / rows) * ledger.totals.rows };
  });
}

/** A quick wrong answer is no answer. */
export function expectSame(name, actual, expected) {
  if (actual !== expected) throw new Error(`${name}: ${actual} instead of ${expected}`);
}
