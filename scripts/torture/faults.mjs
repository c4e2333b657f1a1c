import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { grantPersistence, KillableBrowser } from "./browser.mjs";
import { randomFrom, wholeFrom } from "./random.mjs";
import { Tab } from "./tab.mjs";
import { Truth } from "./truth.mjs";

/** Beyond this many files the store is emptied, so that every fault meets a small one. */
const MOST_FILES = 24;
/** Written while it is read: more than the engine commits in one piece. */
const STAGED_ROWS = 620_000;
const SIZES = [1500, 15_000, 70_000];
/** Of the strikes that choose their moment, those that wait for a transaction. */
const IN_TRANSACTION_SHARE = 0.75;

/** Its answer never comes: there is nobody left to give it. */
function crash({ tab }) {
  const crashed = new Promise((resolve) => tab.page.once("crash", resolve));
  tab.session.send("Page.crash").catch(() => {});
  return crashed;
}

/** How each kind strikes; `inPage` ones strike from within, without a word on the wire. */
const KINDS = {
  "browser killed": { strike: ({ browser }) => browser.kill(), restart: true },
  "renderer killed": { strike: ({ browser }) => browser.killRenderers() },
  "page crashed": { strike: crash },
  "worker ended": { inPage: "terminate" },
  "tab closed": { strike: ({ tab }) => tab.close() },
  "page reloaded": { inPage: "reload" },
  "navigated away": { inPage: "navigate" },
  "time zone changed": { strike: changeZone },
  "tab frozen": { strike: freeze },
  "offline and slow": { strike: slowDown },
  "two tabs, one file": { run: raceOneFile },
  "two tabs, two files": { run: raceTwoFiles },
  "deleted while killed": { run: killDuringDelete, restart: true },
  "upgraded by a newer app": { run: upgrade },
  "storage cleared": { run: clearStorage },
};

/**
 * Strikes a store at work again and again, each time looks at it anew, and says what was wrong.
 *
 * @param {{origin: string, rounds: number, seed: number, say?: (what: string) => void}} options  rounds of each kind
 * @returns {Promise<{name: string, round: number, inTransaction: boolean, isAnew?: boolean, wrong: string[]}[]>}
 */
export async function runFaults({ origin, rounds, seed, say = () => {} }) {
  const faults = [];
  for (const [name, kind] of Object.entries(KINDS)) {
    const scene = new Scene(origin, randomFrom(seed + faults.length));
    await scene.start();
    try {
      for (let round = 0; round < rounds; round += 1)
        faults.push({ name, round, ...(await scene.suffer(kind, round)) });
    } finally {
      await scene.end();
    }
    const own = faults.filter((fault) => fault.name === name);
    const inside = own.filter(({ inTransaction }) => inTransaction).length;
    const anew = own.filter(({ isAnew }) => isAnew).length;
    const wrong = [
      ...own.flatMap((fault) => fault.wrong),
      ...(anew > 0 ? [`begun anew by the browser ${anew} times, and noticed`] : []),
    ];
    say(
      `${name}: ${own.length} faults, ${inside} inside a transaction, ${wrong.length === 0 ? "nothing wrong" : wrong.join("; ")}`,
    );
  }
  return faults;
}

/** One browser, its store and what must be in it. */
class Scene {
  truth = new Truth();
  nextFile = 0;

  constructor(origin, random) {
    this.origin = origin;
    this.random = random;
    this.profile = mkdtempSync(path.join(tmpdir(), "dipper-torture-"));
    grantPersistence(this.profile, origin);
    this.browser = new KillableBrowser(this.profile);
  }

  async start() {
    await this.browser.start();
    this.tab = await this.newTab();
  }

  async end() {
    await this.browser.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async newTab() {
    const tab = new Tab(this.browser.context, this.origin, this.truth);
    tab.opening = await tab.open();
    return tab;
  }

  newFiles(round) {
    if (round % 12 === 11) return [this.#newFile(STAGED_ROWS)];
    return Array.from({ length: wholeFrom(this.random, 1, 3) }, () =>
      this.#newFile(SIZES[wholeFrom(this.random, 0, SIZES.length - 1)]),
    );
  }

  #newFile(rows) {
    this.nextFile += 1;
    return { file: this.nextFile, rows };
  }

  /** One fault and the look that follows it. */
  async suffer(kind, round) {
    await this.#tidy();
    const struck = await (kind.run?.(this, round) ?? this.#interrupt(kind, round));
    if (struck.judged) return struck;
    await this.tab.close();
    if (kind.restart) await this.browser.start();
    this.tab = await this.newTab();
    const { wrong, isAnew } = await this.look(this.tab);
    return { ...struck, isAnew, wrong: [...(struck.wrong ?? []), ...wrong] };
  }

  /**
   * What is wrong with the store as a new tab shows it. A store that the browser itself began anew holds nothing and
   * counts from 0: the page, which remembers that it held something, says so (STORAGE_LOST) and shows no figure.
   */
  async look(tab) {
    const { opened } = tab.opening;
    if (!opened.ok) return { isAnew: false, wrong: [`the store did not open: ${opened.refusal.code}`] };
    const shown = await tab.audit();
    if (this.truth.acknowledged.size > 0 && shown.files.length === 0 && shown.dataVersion === 0) {
      this.truth = new Truth();
      tab.truth = this.truth;
      return { isAnew: true, wrong: [] };
    }
    const wrong = this.truth.judge(shown);
    if ([...tab.durabilities].some((durability) => durability !== "strict")) wrong.push("a write was not strict");
    return { isAnew: false, wrong };
  }

  async #interrupt({ strike, inPage }, round) {
    const { tab, random } = this;
    const isAimed = random() < IN_TRANSACTION_SHARE;
    const delayMs = isAimed ? random() * 30 : random() * 500;
    if (inPage) {
      const struck = tab.heard(({ type }) => type === "strike" || type === "done");
      await tab.arm({ when: isAimed ? "write" : "time", delayMs, action: inPage });
      tab.begin(this.newFiles(round));
      await struck;
      const inTransaction = (tab.struckWith ?? 0) > 0;
      // A page on its way out still hears what was on the wire.
      await sleep(50);
      return { inTransaction };
    }
    const writing = tab.heard(({ type, open }) => (type === "write" && open > 0) || type === "done");
    tab.begin(this.newFiles(round));
    if (isAimed) await writing;
    await sleep(delayMs);
    const inTransaction = tab.openWrites > 0;
    await strike(this);
    return { inTransaction };
  }

  async #tidy() {
    if (this.truth.acknowledged.size < MOST_FILES) return;
    await this.tab.call("eraseEverything", { today: 25_000 });
    this.truth = new Truth();
    await this.tab.close();
    this.tab = await this.newTab();
  }
}

/** The import goes on to its end: no figure may have moved. */
async function changeZone({ tab, random }) {
  const zones = ["America/New_York", "Pacific/Apia", "America/Sao_Paulo", "Asia/Shanghai", "Africa/Casablanca"];
  const timezoneId = zones[wholeFrom(random, 0, zones.length - 1)];
  await tab.session.send("Emulation.setTimezoneOverride", { timezoneId });
  await tab.ended();
}

/** Frozen for a moment, then closed or woken. */
async function freeze({ tab, random }) {
  await tab.session.send("Page.setWebLifecycleState", { state: "frozen" });
  await sleep(300);
  if (random() < 0.5) return;
  await tab.session.send("Page.setWebLifecycleState", { state: "active" });
  await tab.ended();
}

async function slowDown({ tab }) {
  await tab.session.send("Network.enable");
  await tab.session.send("Network.emulateNetworkConditions", {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  });
  await tab.session.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  const isDone = await tab.ended();
  await tab.session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await tab.session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  if (!isDone) throw new Error("an import without a network did not end");
}

/** Both are told: one that it was imported, the other that it was there. */
async function raceOneFile(scene, round) {
  const files = scene.newFiles(round === 11 ? 0 : round);
  const other = await scene.newTab();
  const inTransaction = scene.tab.heard(({ type, open }) => type === "write" && open > 0);
  const [first, second] = await Promise.all([scene.tab.begin(files), other.begin(files)]);
  const types = files.map((_, at) => [first[at].type, second[at].type]);
  const wrong = types
    .filter((pair) => !(pair.includes("imported") && pair.includes("known")))
    .map((pair) => `the tabs were told ${pair.join(" and ")}`);
  for (const { file, rows } of files) scene.truth.acknowledged.set(file, rows);
  await other.close();
  return { inTransaction: await inTransaction, wrong };
}

async function raceTwoFiles(scene, round) {
  const other = await scene.newTab();
  const inTransaction = scene.tab.heard(({ type, open }) => type === "write" && open > 0);
  const asked = [scene.newFiles(round), scene.newFiles(0)];
  const told = await Promise.all([scene.tab.begin(asked[0]), other.begin(asked[1])]);
  const wrong = told
    .flat()
    .filter(({ type }) => type !== "imported")
    .map(({ type, code }) => `told ${type} ${code}`);
  await other.close();
  return { inTransaction: await inTransaction, wrong };
}

/** A deletion is whole or has not happened. */
async function killDuringDelete(scene, round) {
  const { tab, truth, random } = scene;
  const files = scene.newFiles(round);
  await tab.begin(files);
  const { files: stored } = await tab.audit();
  const { importId, file } = stored[wholeFrom(random, 0, stored.length - 1)];
  const rows = truth.acknowledged.get(file);
  const writing = tab.heard(({ type, open }) => type === "write" && open > 0);
  tab.page.evaluate((id) => globalThis.harness.remove([id]), importId).catch(() => {});
  await writing;
  const inTransaction = tab.openWrites > 0;
  await sleep(random() * 12);
  await scene.browser.kill();
  // Nobody was told that it is gone, nor that it is not: either will do.
  truth.removed(file);
  truth.pending.set(file, rows);
  return { inTransaction };
}

/** A later version of the app takes the database over: this one lets go, writes no more, and says why. */
async function upgrade(scene, round) {
  const { tab, truth } = scene;
  await tab.begin(scene.newFiles(round));
  const newer = await scene.browser.context.newPage();
  await newer.goto(`${scene.origin}/torture/empty.html`);
  const writing = tab.heard(({ type, open }) => (type === "write" && open > 0) || type === "done");
  tab.begin(scene.newFiles(round));
  await writing;
  const inTransaction = tab.openWrites > 0;
  const before = await newer.evaluate(upgradeDatabase);
  const late = await tab.import([{ file: 900_000 + round, rows: 1500 }]).catch(() => [{ type: "failed" }]);
  const wrong = late.some(({ type }) => type === "imported") ? ["an old tab wrote into a newer database"] : [];
  await tab.close();
  const after = await newer.evaluate(readImports);
  if (after.length !== before.length) wrong.push(`${after.length - before.length} imports came after the upgrade`);
  const shown = new Set(after.map((name) => Number(name.slice(1, -4))));
  for (const file of truth.acknowledged.keys()) if (!shown.has(file)) wrong.push(`file ${file} was lost`);
  if (shown.size !== after.length) wrong.push("a file is there twice");
  scene.tab = await scene.newTab();
  const code = scene.tab.opening.opened.refusal?.code;
  if (code !== "STORAGE_NEWER") wrong.push(`an old app opened a newer database: ${code}`);
  await scene.tab.close();
  await newer.evaluate(deleteDatabase);
  await newer.close();
  scene.truth = new Truth();
  scene.tab = await scene.newTab();
  return { inTransaction, wrong, judged: true };
}

/** What was stored is gone by order: that must be noticed, and nothing may be written into what comes after. */
async function clearStorage(scene, round) {
  const { tab, truth, origin } = scene;
  const files = scene.newFiles(round);
  await tab.begin(files);
  const { dataVersion } = await tab.audit();
  const writing = tab.heard(({ type, open }) => (type === "write" && open > 0) || type === "done");
  const importing = tab.begin(scene.newFiles(round));
  await writing;
  const inTransaction = tab.openWrites > 0;
  const held = truth.acknowledged.size;
  await tab.session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await Promise.race([importing.catch(() => undefined), sleep(10_000)]);
  const wrong = [];
  await tab.close();
  scene.tab = await scene.newTab();
  const { opened } = scene.tab.opening;
  if (opened.ok) {
    const { imports, dataVersion: found } = opened.value;
    // The page compares the same two with what it remembers (dipper.ledger in localStorage).
    const isNoticed = imports === 0 && found <= dataVersion;
    if (held > 0 && !isNoticed) wrong.push(`${imports} imports at version ${found} after the storage was cleared`);
  } else if (opened.refusal.code !== "STORAGE_LOST") wrong.push(`told ${opened.refusal.code}`);
  await scene.tab.call("eraseEverything", { today: 25_000 });
  scene.truth = new Truth();
  scene.tab.truth = scene.truth;
  return { inTransaction, wrong, judged: true };
}

/* These run in the page. */

function upgradeDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("dipper", 100_000);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const keys = request.result.transaction("imports").objectStore("imports").getAll();
      keys.onsuccess = () => {
        request.result.close();
        resolve(keys.result.map(({ record }) => record.fileName));
      };
      keys.onerror = () => reject(keys.error);
    };
  });
}

function readImports() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("dipper");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const rows = request.result.transaction("imports").objectStore("imports").getAll();
      rows.onsuccess = () => {
        request.result.close();
        resolve(rows.result.map(({ record }) => record.fileName));
      };
      rows.onerror = () => reject(rows.error);
    };
  });
}

function deleteDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("dipper");
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
