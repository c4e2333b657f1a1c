import { readFileSync } from "node:fs";
import path from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { DEFAULT_SETTINGS, type Settings } from "#src/domain/switches.ts";
import type { Ask } from "#src/engine/analysis.ts";
import { loadHeld, type Held } from "#src/engine/held.ts";
import { createDirectories } from "#src/engine/lenders/directories.ts";
import { createLenderBooks, type LenderBooks } from "#src/engine/lenders/lenderBooks.ts";
import { SIGN, type LenderBook } from "#src/metrics/lenders/lenderBook.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { csvOf, openEngine, TODAY, type FileRow } from "#test/support/engineHarness.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

const ASK: Ask = { signal: undefined, onProgress: undefined };
const directoryOf = createDirectories();

async function ask(books: LenderBooks, held: Held, signal?: AbortSignal): Promise<LenderBook> {
  return books.bookOf(held, await directoryOf(held), { ...ASK, signal });
}

function row(txnId: string, lender: string, more: Partial<FileRow>): FileRow {
  const common = { at: "2024-01-05 10:00:00", type: "lend", amount: "100.00", product: "P30", term: "30" };
  return { txnId, lender, ...common, channel: "app", ...more };
}

const ROWS = [
  row("t1", "u1", {}),
  row("t2", "u1", { at: "2024-02-05 10:00:00", type: "exit" }),
  row("t3", "u2", { at: "2024-02-07 10:00:00", amount: "250.00" }),
  row("t4", "u3", { at: "2024-03-31 10:00:00", type: "transfer_in" }),
];

/** A store that counts how often rows are read from it. */
async function countedStore(): Promise<{ readonly store: LedgerStore; readonly reads: () => number }> {
  const inner = createMemoryStore();
  await (await openEngine(inner)).drop({ "a.csv": csvOf(ROWS) });
  let reads = 0;
  const readColumns: LedgerStore["readColumns"] = (key) => {
    reads++;
    return inner.readColumns(key);
  };
  return { store: { ...inner, readColumns }, reads: () => reads };
}

async function change(store: LedgerStore, settings: Partial<Settings>): Promise<Held> {
  await store.saveSettings({ ...DEFAULT_SETTINGS, ...settings });
  return loadHeld(store, { today: TODAY });
}

describe("lender books", () => {
  it("are taken from the store as they were made, without a row being read again", async () => {
    const { store, reads } = await countedStore();
    const made = await ask(createLenderBooks(), await loadHeld(store, { today: TODAY }));
    expect([...made.facts.volume]).toEqual([10_000, 25_000, 0]);
    const before = reads();
    expect(before).toBeGreaterThan(0);
    expect(await ask(createLenderBooks(), await loadHeld(store, { today: TODAY }))).toEqual(made);
    expect(reads()).toBe(before);
  });

  it("outlive an import that says nothing of rows or lenders, and no other", async () => {
    const { store, reads } = await countedStore();
    const engine = await openEngine(store);
    const booked = async () => ask(createLenderBooks(), await loadHeld(store, { today: TODAY }));
    const made = await booked();
    await engine.drop({ "funds.csv": "as_of,kind,amount\n2024-03-31,net_assets,1000.00\n" });
    const before = reads();
    expect(await booked()).toEqual(made);
    expect(reads()).toBe(before);

    await engine.drop({ "lenders.csv": "user_id,registered_at,channel_kind\nu1,2024-01-01,offline\n" });
    expect((await booked()).calendar.kind).not.toEqual(made.calendar.kind);
    await engine.drop({ "b.csv": csvOf([row("t5", "u1", { at: "2024-03-31 11:00:00" })]) });
    expect([...(await booked()).facts.rows]).toEqual([3, 1, 1]);
  });

  it("are made anew for other switches and thresholds, and for other rows", async () => {
    const { store } = await countedStore();
    const books = createLenderBooks();
    await ask(books, await loadHeld(store, { today: TODAY }));
    const gross = await ask(createLenderBooks(), await change(store, { transfers: "gross" }));
    expect([...gross.facts.volume]).toEqual([10_000, 25_000, 10_000]);
    const hunterRules = { ...DEFAULT_SETTINGS.hunterRules, thresholdFen: 25_000 };
    const other = await ask(books, await change(store, { hunterRules }));
    expect([...other.facts.signs].map((signs) => signs & SIGN.atThreshold)).toEqual([0, SIGN.atThreshold, 0]);
    await (await openEngine(store)).drop({ "b.csv": csvOf([row("t5", "u3", { at: "2024-03-31 11:00:00" })]) });
    const later = await ask(books, await loadHeld(store, { today: TODAY }));
    expect([...later.facts.volume]).toEqual([10_000, 25_000, 10_000]);
  });

  it("are made for whoever still waits when another asker goes away", async () => {
    const { store } = await countedStore();
    const books = createLenderBooks();
    const held = await loadHeld(store, { today: TODAY });
    const [leaving, alone] = [new AbortController(), new AbortController()];
    const left = ask(books, held, leaving.signal);
    const stayed = ask(books, held);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ name: "AbortError" });
    expect((await stayed).facts.rows).toHaveLength(3);

    const none = createLenderBooks();
    const given = ask(none, await change(store, { transfers: "gross" }), alone.signal);
    alone.abort();
    await expect(given).rejects.toMatchObject({ name: "AbortError" });
    expect((await ask(none, await change(store, { transfers: "gross" }))).transfers).toBe("gross");
  });

  it("have cubes of some lenders, remembered by who they are", async () => {
    const { store } = await countedStore();
    const books = createLenderBooks();
    const held = await loadHeld(store, { today: TODAY });
    const directory = await directoryOf(held);
    const cubesOf = (...lenders: number[]) =>
      books.cubesOf(held, directory, { ...ASK, lenders: Uint8Array.from(lenders) });
    const some = await cubesOf(1, 0, 1);
    expect([...some.calendar.size]).toEqual([1, 1]);
    expect(await cubesOf(1, 0, 1)).toBe(some);
    expect([...(await cubesOf(0, 1, 0)).calendar.size]).toEqual([1]);
    expect((await books.cubesOf(held, directory, { ...ASK, lenders: undefined })).calendar.segments).toBe(3);
  });

  it("leave internal accounts out where the settings say so", async () => {
    const { store } = await countedStore();
    const lenders = "user_id,registered_at,is_internal\nu2,2024-01-01,yes\nu1,2024-01-01,no\n";
    await (await openEngine(store)).drop({ "l.csv": lenders });
    const all = await ask(createLenderBooks(), await loadHeld(store, { today: TODAY }));
    expect([...all.facts.rows]).toEqual([2, 1, 1]);
    const rest = await ask(createLenderBooks(), await change(store, { leavesInternalOut: true }));
    expect([...rest.facts.rows]).toEqual([2, 0, 1]);
  });
});

describe("the sample year", () => {
  let held: Held;
  let book: LenderBook;

  beforeAll(async () => {
    const store = createMemoryStore();
    const texts = [...samplePaths(), samplePaths()[0]!.replace(/transactions.*/, "lenders.csv")];
    const engine = await openEngine(store);
    await engine.drop(Object.fromEntries(texts.map((file) => [path.basename(file), readFileSync(file, "utf8")])));
    held = await loadHeld(store, { today: TODAY });
    book = await ask(createLenderBooks(), held);
  });

  it("shows the campaign of June 2024 by the signs of bonus hunters", async () => {
    const directory = await directoryOf(held);
    const { profiles } = held.kept.book;
    const share = (isOf: (lender: number) => boolean): number => {
      const lent = [...profiles.kind.keys()].filter((lender) => book.facts.lends[lender]! > 0 && isOf(lender));
      return lent.filter((lender) => book.facts.signs[lender] === 31).length / lent.length;
    };
    const campaign = directory.campaignNames.indexOf("FEED-JUN24");
    expect(campaign).toBeGreaterThan(0);
    const ofCampaign = share((lender) => directory.campaign[lender] === campaign);
    const ofOthers = share((lender) => directory.campaign[lender] !== campaign);
    expect(ofCampaign).toBeGreaterThan(0.7);
    expect(ofOthers).toBeLessThan(0.1);
  });

  it("agrees with the day's book about balances", () => {
    expect(book.facts.balance).toEqual(held.kept.book.state.balance);
    expect(book.facts.lastMovedDay).toEqual(held.kept.book.state.lastMovedDay);
  });
});
