import { describe, expect, it } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { LedgerStore } from "#src/store/ledgerStore.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { openEngine } from "#test/support/engineHarness.ts";

import { ledgerUpTo, loansCsv, OPTIONAL_FIELDS, type FileLoan } from "./loanFiles.ts";

const LOAN: FileLoan = {
  id: "L1",
  product: "A",
  disbursedOn: dayOf(2024, 1, 15),
  principal: 120_000,
  ratePpm: 0,
  periods: 12,
  method: "level",
};
const FILES = { "ledger.csv": ledgerUpTo(dayOf(2024, 3, 31)), "loans.csv": loansCsv([LOAN], OPTIONAL_FIELDS) };
const ASKED = { rules: DEFAULT_CREDIT_RULES, disbursed: null, products: [], grain: "month" } as const;

/** A store that tells how often the loans are read, and cannot read them while it is broken. */
function watchedStore() {
  const store = createMemoryStore();
  const watched = { reads: 0, isBroken: false };
  const readTables: LedgerStore["readTables"] = async (dataset) => {
    if (dataset === "loans") watched.reads++;
    if (dataset === "loans" && watched.isBroken) throw new Error("the disk is gone");
    return store.readTables(dataset);
  };
  const commit: LedgerStore["commit"] = async (change) => {
    const outcome = await store.commit(change);
    watched.isBroken = breaksAfterCommit;
    return outcome;
  };
  let breaksAfterCommit = false;
  const breakAfterCommit = () => (breaksAfterCommit = true);
  return { watched, breakAfterCommit, store: { ...store, readTables, commit } };
}

describe("loans after their import", () => {
  it("need not be read again for the first question", async () => {
    const { watched, store } = watchedStore();
    const engine = await openEngine(store);
    await engine.drop(FILES);
    const { reads } = watched;
    const { total } = await engine.methods.profitability(ASKED);
    expect(total).toMatchObject({ loans: 1, disbursed: 120_000 });
    expect(watched.reads).toBe(reads);
  });

  it("are stored when they could not be prepared, and read when they are asked for", async () => {
    const { watched, breakAfterCommit, store } = watchedStore();
    const engine = await openEngine(store);
    breakAfterCommit();
    const outcomes = await engine.drop(FILES);
    expect(outcomes.map(({ type }) => type)).toEqual(["imported", "imported"]);
    await expect(engine.methods.profitability(ASKED)).rejects.toThrow("the disk is gone");
    watched.isBroken = false;
    const { total } = await engine.methods.profitability(ASKED);
    expect(total).toMatchObject({ loans: 1, disbursed: 120_000 });
  });
});
