import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { KillableBrowser } from "./browser.mjs";
import { randomFrom, wholeFrom } from "./random.mjs";
import { Tab } from "./tab.mjs";
import { Truth, volumeOf } from "./truth.mjs";

const FIRST_DAY = 18_262;
const IMPORTS = 6;
const ROWS = 30_000;
const BY_TIME = { by: "instant", descending: false };

/**
 * Damages what the browser keeps on the disk, a byte or a tail at a time, and looks whether anybody notices: a figure
 * is right or refused, the damage is named, and every other import can be read. The damage is mended before the next.
 *
 * @param {{origin: string, flips: number, truncations: number, seed: number, say?: (what: string) => void}} options
 * @returns {Promise<{kind: string, place: string, wrong: string[]}[]>}
 */
export async function runFlips({ origin, flips, truncations, seed, say = () => {} }) {
  const profile = mkdtempSync(path.join(tmpdir(), "dipper-flips-"));
  const browser = await new KillableBrowser(profile).start();
  const random = randomFrom(seed);
  const results = [];
  try {
    const truth = new Truth();
    const tab = new Tab(browser.context, origin, truth);
    await tab.open();
    for (let file = 1; file <= IMPORTS; file += 1) await tab.begin([{ file, rows: ROWS }]);
    await tab.audit();
    const sound = { figures: await tab.page.evaluate(readFigures), digest: await tab.page.evaluate(digestLedger) };
    await tab.close();
    for (let step = 0; step < flips + truncations; step += 1) {
      const blobs = blobFiles(profile);
      const blob = blobs[wholeFrom(random, 0, blobs.length - 1)];
      const original = readFileSync(blob);
      const kind = step < flips ? "flip" : "truncation";
      if (kind === "flip") flipByte(blob, wholeFrom(random, 0, original.length - 1), 1 << wholeFrom(random, 0, 7));
      else writeFileSync(blob, original.subarray(0, wholeFrom(random, 0, original.length - 1)));
      const seen = await look({ browser, origin, truth, sound });
      // A summary that is damaged is made anew, perhaps in another file.
      const isReplaced = !existsSync(blob);
      results.push({ kind, place: seen.isRefused ? "ledger" : "summary", wrong: seen.wrong });
      if (!isReplaced) writeFileSync(blob, original);
    }
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  const wrong = results.flatMap((result) => result.wrong);
  say(
    `damaged blobs: ${flips} flips, ${truncations} truncations, ${results.filter(({ place }) => place === "summary").length} of them in summaries, ${wrong.length === 0 ? "nothing wrong" : wrong.join("; ")}`,
  );
  return results;
}

/** Whether a new tab is told of damage, and everything that it is shown and that is not so. */
async function look({ browser, origin, truth, sound }) {
  const tab = new Tab(browser.context, origin, truth);
  const { opened } = await tab.open();
  const wrong = [];
  let refused = 0;
  if (opened.ok) {
    const unreadable = await tab.page.evaluate(readEveryImport, {
      first: FIRST_DAY + 1,
      count: IMPORTS,
      sort: BY_TIME,
    });
    for (const [at, { total, volume, failure }] of unreadable.entries()) {
      if (failure !== undefined) {
        refused += 1;
        if (!failure.includes("STORAGE_CORRUPT")) wrong.push(`import ${at + 1} failed with ${failure}`);
      } else if (total !== ROWS || volume !== volumeOf(at + 1, ROWS))
        wrong.push(`import ${at + 1} shows ${total} rows, ${volume} fen`);
    }
    if (refused > 1) wrong.push(`${refused} imports cannot be read`);
    const shown = await tab.audit().catch((error) => ({ failure: error.message }));
    if (shown.failure === undefined) {
      for (let file = 1; file <= IMPORTS; file += 1) {
        if (shown.volumes[file] !== volumeOf(file, ROWS))
          wrong.push(`the volume of file ${file} is ${shown.volumes[file]}`);
      }
    } else if (!shown.failure.includes("STORAGE_CORRUPT")) wrong.push(shown.failure);
    // A backup reads every byte that counts.
    const backup = await tab.page.evaluate(readAll);
    if (backup === "STORAGE_CORRUPT") refused += 1;
    else if (backup !== "whole") wrong.push(`the backup was refused with ${backup}`);
  } else if (opened.refusal.code === "STORAGE_CORRUPT") refused += 1;
  else wrong.push(`the store did not open: ${opened.refusal.code}`);
  const isRefused = refused > 0;
  if (!isRefused) {
    // Whoever says nothing must have found nothing: the ledger is as it was, so what was damaged is a summary.
    if ((await tab.page.evaluate(digestLedger)) !== sound.digest) wrong.push("nobody noticed");
    if ((await tab.page.evaluate(readFigures)) !== sound.figures) wrong.push("figures changed");
  }
  await tab.close();
  return { wrong, isRefused };
}

/** Values of some size lie in files of their own; the rest lies in the database's, which has its own checksums. */
function blobFiles(profile) {
  const root = path.join(profile, "Default/IndexedDB");
  const folder = readdirSync(root).find((name) => name.endsWith(".blob"));
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => path.join(root, folder, name))
    .filter((name) => statSync(name).isFile() && statSync(name).size > 0);
}

function flipByte(file, at, mask) {
  const handle = openSync(file, "r+");
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] ^= mask;
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
}

/* These run in the page. */

async function readEveryImport({ first, count, sort }) {
  const found = [];
  for (let at = 0; at < count; at += 1) {
    const period = { from: first + at, to: first + at };
    const asked = { where: { period }, sort, offset: 0, limit: 5 };
    found.push(
      await globalThis.harness.call("rows", asked).then(
        ({ total, amountByType }) => ({ total, volume: amountByType.lend }),
        (error) => ({ failure: error.message }),
      ),
    );
  }
  return found;
}

/** Answers that read summaries of every kind. */
async function readFigures() {
  const filter = { products: [], channels: [] };
  const period = { from: 18_000, to: 18_400 };
  const days = { period, grain: "day", filter, comparison: "none" };
  const asked = [
    ["growth", { filter }],
    ["lenderStates", { filter }],
    ["lenderSeries", days],
    ["cohortSums", { grain: "month", filter }],
    ["cohortSums", { grain: "week", filter }],
  ];
  const answers = [];
  for (const [method, args] of asked) answers.push(await globalThis.harness.call(method, args));
  return JSON.stringify(answers);
}

/** SHA-256 of all that is stored but summaries, as the browser hands it out. */
async function digestLedger() {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open("dipper");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const names = [...db.objectStoreNames].filter((name) => name !== "summaries" && name !== "meta");
  const parts = [];
  const add = (value) => {
    if (ArrayBuffer.isView(value)) parts.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    else if (value instanceof ArrayBuffer) parts.push(new Uint8Array(value));
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(add);
    else parts.push(`${value};`);
  };
  for (const name of names) {
    await new Promise((resolve) => {
      const request = db.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result.forEach(add));
      request.onerror = () => resolve(parts.push("unreadable"));
    });
  }
  db.close();
  const digest = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function readAll() {
  const { ok, refusal } = await globalThis.harness.call("backup", { passphrase: null, nowMs: 0 });
  return ok ? "whole" : refusal.code;
}
