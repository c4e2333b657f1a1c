import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { withServer } from "#scripts/bench/server.mjs";

import { KillableBrowser } from "./browser.mjs";
import { tortureServer } from "./server.mjs";
import { Tab } from "./tab.mjs";
import { Truth } from "./truth.mjs";

const SMALL = { file: 1, rows: 1500 };
const LARGE = { file: 2, rows: 70_000 };
const PLENTY = 2 ** 30;
const SMALLEST = 150_000;
const LARGEST = 1_300_000;

/**
 * Gives the store ever less room than a file needs: what is stored stays, nothing of the file is seen, the reason is
 * named, and with room again the same file goes in. The browser looks at its room before an origin's first write only,
 * so every size is an origin, that is a port, of its own.
 */
export async function runQuota({ app, firstPort, sizes, say = () => {} }) {
  const profile = mkdtempSync(path.join(tmpdir(), "dipper-quota-"));
  const browser = await new KillableBrowser(profile).start();
  const faults = [];
  try {
    for (let step = 0; step < sizes; step += 1) {
      const quotaSize = Math.round(SMALLEST + ((LARGEST - SMALLEST) * step) / Math.max(1, sizes - 1));
      const port = firstPort + step;
      const fault = await withServer({ server: tortureServer(app), port }, (origin) =>
        fill(browser, origin, quotaSize),
      );
      faults.push({ name: "no room left", round: step, inTransaction: true, ...fault });
    }
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  const wrong = faults.flatMap((fault) => fault.wrong);
  say(`no room left: ${faults.length} sizes, ${wrong.length === 0 ? "nothing wrong" : wrong.join("; ")}`);
  return faults;
}

async function fill(browser, origin, quotaSize) {
  const truth = new Truth();
  const tab = new Tab(browser.context, origin, truth);
  const page = await browser.context.newPage();
  const room = await browser.context.newCDPSession(page);
  await room.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
  const wrong = [];
  const opening = await tab.open();
  if (!opening.opened.ok) wrong.push(`with ${quotaSize} bytes the store did not open: ${opening.opened.refusal.code}`);
  else {
    const [small] = await tab.begin([SMALL]);
    const [large] = await tab.begin([LARGE]);
    for (const outcome of [small, large]) {
      if (outcome.type === "imported") continue;
      if (outcome.type !== "unstored" || outcome.code !== "STORAGE_FULL") {
        wrong.push(`with ${quotaSize} bytes told ${outcome.type} ${outcome.code}`);
      }
    }
    if (large.type === "imported") wrong.push(`${quotaSize} bytes were room enough: the fault did not strike`);
    wrong.push(...truth.judge(await tab.audit()));
    await room.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: PLENTY });
    for (const file of [SMALL, LARGE]) {
      const [outcome] = await tab.begin([file]);
      if (outcome.type !== "imported" && outcome.type !== "known")
        wrong.push(`with room again told ${outcome.type} ${outcome.code}`);
      if (outcome.type === "known") truth.acknowledged.set(file.file, file.rows);
    }
    await tab.close();
    const again = new Tab(browser.context, origin, truth);
    await again.open();
    wrong.push(...truth.judge(await again.audit()));
    await again.close();
  }
  await page.close();
  return { wrong };
}
