import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { createLedgerDays, HEADER } from "./ledgerDays.mjs";

/** Raised whenever the generator writes other bytes. */
const VERSION = 1;

/** Rows of the one more day that is imported on top of the history. */
const NEXT_DAY_ROWS = 20_000;

/**
 * @typedef {{rows: number, lenders: number, volumeFen: number, outstandingFen: number}} Totals
 * @typedef {{file: string, sizeBytes: number, totals: Totals}} LedgerFile
 */

/**
 * The history and the day after it as CSV files, made once and kept; with what their figures must be. The totals of the
 * day include the history's.
 *
 * @returns {Promise<{history: LedgerFile, nextDay: LedgerFile}>}
 */
export async function ledgerFiles({ folder, rows, seed }) {
  mkdirSync(folder, { recursive: true });
  const name = path.join(folder, `ledger-v${VERSION}-${rows}-${seed}`);
  const description = `${name}.json`;
  if (existsSync(description)) {
    const made = JSON.parse(readFileSync(description, "utf8"));
    // The folder may have been moved since.
    const here = (ledger) => ({ ...ledger, file: path.join(folder, path.basename(ledger.file)) });
    return { history: here(made.history), nextDay: here(made.nextDay) };
  }

  const ledger = createLedgerDays({ rows, seed });
  const history = await written(`${name}.csv`, ledger.history(), ledger.totals);
  const nextDay = await written(`${name}-next-day.csv`, [ledger.nextDay(NEXT_DAY_ROWS)], ledger.totals);
  // Written last, so that files cut short are made again.
  writeFileSync(`${description}.new`, JSON.stringify({ history, nextDay }));
  renameSync(`${description}.new`, description);
  return { history, nextDay };
}

async function written(file, days, totals) {
  function* texts() {
    yield HEADER;
    yield* days;
  }
  await pipeline(Readable.from(texts()), createWriteStream(file));
  return { file, sizeBytes: statSync(file).size, totals: { ...totals } };
}
