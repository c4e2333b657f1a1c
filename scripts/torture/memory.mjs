import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { chooseFile } from "#scripts/bench/browser.mjs";
import { ledgerFiles } from "#scripts/bench/ledgerFiles.mjs";
import { watchProcesses } from "#scripts/bench/processes.mjs";

import { KillableBrowser } from "./browser.mjs";
import { Tab } from "./tab.mjs";
import { Truth } from "./truth.mjs";

const BOMB_BYTES = 400 * 2 ** 20;

/** How far memory grows over a large import, and how soon an archive that would fill the machine is given up. */
export async function runMemory({ origin, folder, rows, say = () => {} }) {
  const profile = mkdtempSync(path.join(tmpdir(), "dipper-memory-"));
  const browser = await new KillableBrowser(profile).start();
  try {
    const { history } = await ledgerFiles({ folder, rows, seed: 7 });
    const session = await browser.browser.newBrowserCDPSession();
    const tab = new Tab(browser.context, origin, new Truth());
    await tab.open();
    await tab.page.evaluate(addFileInput);
    await chooseFile({ page: tab.page, selector: "input", file: history.file });
    const stop = await watchProcesses(session);
    const outcome = await tab.page.evaluate(importChosen);
    const memory = await stop();
    const bomb = await stopBomb(tab, folder);
    await tab.close();
    const fileMegabytes = Math.round(history.sizeBytes / 2 ** 20);
    const grown = memory === undefined ? undefined : memory.memoryPeak - memory.memoryBefore;
    const result = { rows, outcome, fileMegabytes, grownMegabytes: grown, bomb };
    say(
      `memory: ${rows} rows, a file of ${fileMegabytes} MB, grew by ${grown} MB; the bomb was ${bomb.code} after ${Math.round(bomb.ms)} ms`,
    );
    return result;
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Zeros that pack a thousand to one. */
async function stopBomb(tab, folder) {
  mkdirSync(folder, { recursive: true });
  const packed = gzipSync(Buffer.alloc(BOMB_BYTES), { level: 9 });
  const name = createHash("sha256").update(packed).digest("hex").slice(0, 8);
  const file = path.join(folder, `bomb-${name}.csv.gz`);
  writeFileSync(file, packed);
  await chooseFile({ page: tab.page, selector: "input", file });
  return tab.page.evaluate(openChosen);
}

/* These run in the page. */

function addFileInput() {
  document.body.append(Object.assign(document.createElement("input"), { type: "file" }));
}

async function importChosen() {
  const { files } = document.querySelector("input");
  const [{ type }] = await globalThis.harness.call("importFiles", {
    files: [...files],
    origin: "own",
    today: 25_000,
    nowMs: 0,
  });
  return type;
}

async function openChosen() {
  const { files } = document.querySelector("input");
  const startedMs = performance.now();
  const { tables } = await globalThis.harness.call("openDrop", { files: [...files] });
  return { ms: performance.now() - startedMs, code: tables[0]?.refusal?.code };
}
